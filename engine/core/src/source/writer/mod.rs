//! Tables to bytes, one module a format. Hidden provenance columns stay behind.

mod binary;
mod csv;
mod json;

use polars::prelude::*;
use protocol::Checked;
use protocol::source::ExportFormat;

use crate::frame;
use crate::table::{Table, is_provenance};

/// The file's bytes.
///
/// # Errors
/// `param-invalid` for a separator or a decimal mark that is not one ASCII character.
pub fn write(table: &Table, format: &ExportFormat) -> Checked<Vec<u8>> {
    let visible = table.frame.get_columns().iter().filter(|column| !is_provenance(column.name())).cloned();
    let frame = DataFrame::new(visible.collect()).map_err(|error| frame::fault(&error))?;
    match format {
        ExportFormat::Csv { delimiter, decimal, byte_order_mark, neutralise } => {
            let marks = csv::Marks { delimiter: *delimiter, decimal: *decimal, byte_order_mark: *byte_order_mark };
            csv::write(&frame, &marks, *neutralise)
        }
        ExportFormat::JsonLines => Ok(json::write(&frame)),
        ExportFormat::Parquet => binary::parquet(frame),
        ExportFormat::Arrow => binary::arrow(frame),
    }
}
