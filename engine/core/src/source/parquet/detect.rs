//! What a Parquet file holds: its columns, and its first rows from the first row group.

use polars::prelude::*;
use protocol::recipe::legal_name;
use protocol::source::Detection;
use protocol::{Checked, Code, Diagnostic};
use serde_json::{Map, Value};

use super::file::Footer;
use super::{MAX_PARQUET_BYTES, ParquetOptions};
use crate::frame;
use crate::source::{ByteSource, check_length, read_onto, stem};
use crate::table::{Table, provenance_name};
use crate::window;

/// Rows that are shown.
const SAMPLE_ROWS: usize = 50;

/// Reads the footer and the first row group. `chosen` holds the parameters that the person chose.
///
/// # Errors
/// `file-empty`, `file-too-large`, `file-unreadable`, `parquet-malformed`, `param-invalid`.
pub fn detect(name: &str, source: &dyn ByteSource, chosen: Map<String, Value>) -> Checked<Detection> {
    let invalid = |error: serde_json::Error| Diagnostic::new(Code::ParamInvalid).with("detail", error.to_string());
    let mut options: ParquetOptions = serde_json::from_value(Value::Object(chosen)).map_err(invalid)?;
    options.file = name.to_owned();
    check_length(source, name, MAX_PARQUET_BYTES)?;
    let footer = Footer::read(source, name)?;
    if let Some(columns) = &mut options.columns {
        columns.retain(|column| footer.names.contains(column));
    }
    let (range, mut bytes) = (footer.group_range(0), Vec::new());
    let length = usize::try_from(range.end - range.start).unwrap_or(usize::MAX);
    read_onto(source, name, range.start, length, &mut bytes)?;
    let mut frame = footer.decode(bytes, range.start, 0, SAMPLE_ROWS, None)?;
    if let Some(columns) = options.columns.as_ref().filter(|columns| !columns.is_empty()) {
        frame = frame.select(columns.iter().map(String::as_str)).map_err(|error| frame::fault(&error))?;
    }
    let table = legal_name(stem(name));
    let records: Vec<u32> = (1..=frame.height() as u32).collect();
    frame.with_column(Column::new(provenance_name(&table).into(), records)).map_err(|error| frame::fault(&error))?;
    let sampled = Table::unordered(frame);
    let sample = window::window(&sampled, 0, SAMPLE_ROWS);
    let params = serde_json::to_string(&options).map_err(invalid)?;
    let op = "import_parquet".to_owned();
    Ok(Detection { op, params, table, columns: sampled.columns(), sample, raw_lines: Vec::new() })
}
