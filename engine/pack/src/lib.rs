//! What authors write as data: exercise packs, the référentiel, the cards of named tools.
//!
//! Boundary: text in, checked types or a located fault out. No Polars, no browser, no file system.

pub mod finding;
pub mod referentiel;
pub mod thresholds;
pub mod words;
