//! `data.toml`: what the generator makes, and whether it can.

use generate::{DataSpec, Plan};

use crate::fault::Fault;
use crate::reading::{Document, Kind};

impl Kind for DataSpec {
    const FORMAT: &'static str = "creuset.data";
    const SCHEMA: &'static str = "data";
}

/// Reads a data specification.
///
/// # Errors
/// The first key or value that does not fit, with its place.
pub fn data_spec(document: &Document<'_>) -> Result<DataSpec, Fault> {
    document.read()
}

/// Everything that keeps the generator from making it: kinds, their parameters, formulas, relations.
pub(crate) fn plan(document: &Document<'_>, spec: &DataSpec, faults: &mut Vec<Fault>) {
    let found = Plan::new(spec).err().unwrap_or_default();
    // A diagnostic of the generator names its place by a JSON Pointer into the specification.
    faults.extend(found.into_iter().map(|mut diagnostic| {
        let field = diagnostic.place.field.take().unwrap_or_default();
        document.at(&field, Box::new(diagnostic))
    }));
}
