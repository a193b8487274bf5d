//! What authors write as data: exercise packs, the référentiel, the cards of named tools.
//!
//! Boundary: text in, checked types or a located fault out. No Polars, no browser, no file system.
//!
//! - [`load`] takes a pack from its catalogue entry and texts; [`index`] from the bytes of its folder.
//! - [`scaffold`] gives the files of a new one.
//! - [`private::read`] takes what its author keeps.
//! - [`file`] holds the types of each file, `agree` what must hold between files.
//! - [`reading`] reads TOML so that everything that is wrong has its line.
//! - [`referentiel`] and [`cards`] are what all packs refer to.
//! - [`markdown`] renders briefs and cards, safely.

mod agree;
pub mod cards;
pub mod catalog;
pub mod data;
mod described;
pub mod fault;
pub mod file;
pub mod hash;
mod load;
pub mod markdown;
pub mod private;
pub mod reading;
pub mod referentiel;
mod scaffold;
#[cfg(not(target_arch = "wasm32"))]
pub mod schema;
pub mod school;
pub mod words;

pub use described::{Described, described};
pub use fault::Fault;
pub use load::{Pack, School, index, is_text, load};
pub use scaffold::scaffold;
pub use words::{LANGUAGES, Words};
