//! `data.toml`: what the generator makes.

use serde_json::Value;

use crate::fault::Fault;
use crate::reading::Document;

/// A data specification.
pub type DataSpec = Value;

/// Reads a data specification.
///
/// # Errors
/// The first key or value that does not fit, with its place.
pub fn data_spec(document: &Document<'_>) -> Result<DataSpec, Fault> {
    document.is_a("creuset.data", 1)?;
    document.body()
}
