//! Operations: one file each, and the contract they share.
//!
//! An operation is its parameter struct (serde and JSON Schema), its ports, `validate`, `run`, and examples
//! that are its help and its tests. Adding one touches its file, one line of [`registry`], the locale
//! keys and a golden folder.

pub mod clean;
mod columns;
mod contract;
mod ordered;
pub mod quality;
mod registry;
pub mod source;
pub mod transform;
mod unify;

pub use contract::{AnyOperation, Files, Findings, Operation, Tables, Tick, Work, finished};
pub use registry::{all, find};

#[cfg(test)]
mod tests;
