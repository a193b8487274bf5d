//! What detection shows: parameters that fit, and the first rows as they would be read.

use protocol::recipe::legal_name;
use protocol::source::Detection;
use protocol::table::{ColumnInfo, ColumnType, MAX_CELL_CHARS};
use protocol::{Checked, Code, Diagnostic};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::csv::options::{ColumnChoice, CsvEncoding, CsvType};
use super::stream::MAX_TEXT_BYTES;
use super::text::sample::{Look, Sample};
use super::{ByteSource, check_length, stem};
use crate::table::Table;
use crate::window;

/// Rows and lines that are shown.
const SAMPLE_ROWS: usize = 50;
const RAW_LINES: usize = 20;

/// The parameters that the person chose, the others at their defaults.
///
/// # Errors
/// `param-invalid`.
pub fn options<O: DeserializeOwned>(chosen: &Map<String, Value>) -> Checked<O> {
    serde_json::from_value(Value::Object(chosen.clone()))
        .map_err(|error| Diagnostic::new(Code::ParamInvalid).with("detail", error.to_string()))
}

/// The parameters for a text file, and the sample that they are proposed from: its name and encoding are settled, the
/// others are those that the person chose, or defaults.
///
/// # Errors
/// `file-empty`, `file-too-large`, `file-unreadable`, `csv-binary`, `encoding-mismatch`, `param-invalid`.
pub fn sampled<O: DeserializeOwned>(
    file: &str,
    source: &dyn ByteSource,
    chosen: &Map<String, Value>,
) -> Checked<(O, Sample)> {
    #[derive(Deserialize)]
    struct Encoded {
        encoding: Option<CsvEncoding>,
    }
    let encoding = options::<Encoded>(chosen)?.encoding.unwrap_or(CsvEncoding::Auto);
    check_length(source, file, MAX_TEXT_BYTES)?;
    let sample = Sample::take(source, file, encoding, Look::at_records())?;
    let mut settled = chosen.clone();
    settled.insert("file".to_owned(), json!(file));
    settled.entry("encoding").or_insert_with(|| json!(sample.encoding()));
    Ok((options(&settled)?, sample))
}

/// The name of the table that a file proposes.
pub fn table_name(file: &str) -> String {
    legal_name(stem(file))
}

/// A detection from what an import made of the first rows.
///
/// # Errors
/// Only an inconsistency of the engine.
pub fn detection<O: Serialize>(
    op: &str,
    file: &str,
    options: &O,
    first: Table,
    sample: Option<&Sample>,
) -> Checked<Detection> {
    let params = serde_json::to_string(options)
        .map_err(|error| Diagnostic::new(Code::EngineInternal).with("detail", error.to_string()))?;
    let columns = first.columns();
    let lines = sample.map(|sample| sample.head.split(char::from(sample.terminator)).take(RAW_LINES));
    let raw_lines = lines
        .into_iter()
        .flatten()
        .map(|line| line.trim_end_matches('\r').chars().take(MAX_CELL_CHARS).collect())
        .collect();
    let sample = window::window(&Table::unordered(first.frame.head(Some(SAMPLE_ROWS))), 0, SAMPLE_ROWS);
    let (op, table) = (op.to_owned(), table_name(file));
    Ok(Detection { op, params, table, columns, sample, raw_lines })
}

/// Reads the first rows twice where that is needed: once to see which columns there are, which become choices that can
/// be changed in the form, and again with what the person chose for those that are still there.
///
/// # Errors
/// Those of `read`.
pub fn with_choices<O>(
    options: &mut O,
    columns: fn(&mut O) -> &mut Vec<ColumnChoice>,
    read: impl Fn(&O) -> Checked<Table>,
) -> Checked<Table> {
    let chosen = std::mem::take(columns(options));
    let first = read(options)?;
    let choice = |column: ColumnInfo| Some(ColumnChoice { name: column.name, kind: text_type(column.kind)? });
    let mut choices: Vec<ColumnChoice> = first.columns().into_iter().filter_map(choice).collect();
    let mut is_changed = false;
    for choice in &mut choices {
        if let Some(chosen) = chosen.iter().find(|chosen| chosen.name == choice.name) {
            is_changed |= choice.kind != chosen.kind;
            choice.kind = chosen.kind;
        }
    }
    *columns(options) = choices;
    if is_changed { read(options) } else { Ok(first) }
}

/// The type of cells of text that makes columns of this type.
fn text_type(kind: ColumnType) -> Option<CsvType> {
    use CsvType::{Boolean, Date, Datetime, Integer, Number, Text, Time};
    [Boolean, Integer, Number, Text, Date, Datetime, Time].into_iter().find(|candidate| candidate.kind() == kind)
}
