//! The list of operations: one line each.

use std::marker::PhantomData;

use super::contract::Erased;
use super::{AnyOperation, clean, source, transform};

macro_rules! operations {
    ($($operation:ty),* $(,)?) => {
        &[$(&Erased::<$operation>(PhantomData)),*]
    };
}

static OPERATIONS: &[&dyn AnyOperation] = operations![
    source::import_arrow::ImportArrow,
    source::import_csv::ImportCsv,
    source::import_fixed::ImportFixed,
    source::import_json::ImportJson,
    source::import_log::ImportLog,
    source::import_parquet::ImportParquet,
    source::import_text::ImportText,
    source::import_xml::ImportXml,
    clean::cast::Cast,
    clean::deduplicate::Deduplicate,
    transform::aggregate::Aggregate,
    transform::derive::Derive,
    transform::filter::Filter,
    transform::join::Join,
    transform::sample::Sample,
    transform::select::Select,
    transform::sort::Sort,
    transform::sql::Sql,
];

/// Every operation, by group then name.
pub fn all() -> &'static [&'static dyn AnyOperation] {
    OPERATIONS
}

/// The operation of this name.
pub fn find(name: &str) -> Option<&'static dyn AnyOperation> {
    OPERATIONS.iter().copied().find(|operation| operation.name() == name)
}
