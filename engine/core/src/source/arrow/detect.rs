//! What an Arrow IPC file holds: its columns, and its first rows from the first batches.

use polars::prelude::*;
use protocol::Checked;
use protocol::source::Detection;
use serde_json::{Map, Value};

use super::import::{Batches, MAGIC};
use super::messages::MARK;
use super::{ArrowOptions, MAX_ARROW_BYTES};
use crate::frame;
use crate::source::{ByteSource, check_length, preview, read_onto};
use crate::table::{Table, provenance_name};

/// Bytes at the start that are looked at.
const HEAD_BYTES: usize = 32 << 20;

/// Rows that are shown.
const SAMPLE_ROWS: usize = 50;

/// Whether a file is Arrow IPC by its first bytes, or at least claims so by its name.
pub fn is_arrow(name: &str, source: &dyn ByteSource) -> bool {
    let mut magic = [0; 6];
    let is_read = source.len() >= 6 && source.read(0, &mut magic).is_ok();
    let is_marked = is_read && (&magic == MAGIC || (magic.starts_with(&MARK) && magic[4..] != [0xff, 0xff]));
    let name = name.to_lowercase();
    is_marked || [".arrow", ".arrows", ".feather", ".ipc"].iter().any(|ending| name.ends_with(ending))
}

/// Reads the schema and the first batches. `chosen` holds the parameters that the person chose.
///
/// # Errors
/// `file-empty`, `file-too-large`, `file-unreadable`, `arrow-malformed`, `param-invalid`.
pub fn detect(file: &str, source: &dyn ByteSource, chosen: &Map<String, Value>) -> Checked<Detection> {
    let mut options: ArrowOptions = preview::options(chosen)?;
    options.file = file.to_owned();
    check_length(source, file, MAX_ARROW_BYTES)?;
    let mut head = Vec::new();
    read_onto(source, file, 0, HEAD_BYTES, &mut head)?;
    let is_whole = head.len() as u64 == source.len();
    let mut batches = Batches::open(file, head, is_whole)?;
    if let Some(columns) = &mut options.columns {
        columns.retain(|column| batches.names.contains(column));
    }
    batches.choose(options.columns.as_deref())?;
    let mut first = batches.empty()?;
    while first.height() == 0
        && let Some(batch) = batches.next()?
    {
        first = batch;
    }
    first = first.head(Some(SAMPLE_ROWS));
    let records: Vec<u32> = (1..=first.height() as u32).collect();
    let column = Column::new(provenance_name(&preview::table_name(file)).into(), records);
    first.with_column(column).map_err(|error| frame::fault(&error))?;
    preview::detection("import_arrow", file, &options, Table::unordered(first), None)
}
