//! Repairs of cells and rows.

pub mod cast;
mod convert;
pub mod deduplicate;
