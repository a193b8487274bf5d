//! Data with known truth: a specification and a seed give tables, the dirt that was put in them, and files.
//!
//! Boundary: pure functions of the specification, the seed and the scale. No Polars, no clock, no file, no
//! randomness but ChaCha; the same bytes natively and in the browser.

pub mod calendar;
pub mod chance;
pub mod checksum;
pub mod column;
mod conformity;
mod copula;
mod digest;
pub mod dirt;
pub mod distribution;
pub mod formula;
pub mod ledger;
pub mod lists;
mod make;
pub mod plan;
mod registry;
pub mod render;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
pub mod shown;
pub mod spec;
pub mod value;

pub use conformity::conformity;
pub use digest::digest;
pub use make::{Generated, Making, generate};
pub use plan::Plan;
#[cfg(not(target_arch = "wasm32"))]
pub use schema::{schema, with_kinds};
pub use spec::{DataSpec, Scale};
