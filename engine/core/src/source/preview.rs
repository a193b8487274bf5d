//! What detection shows: parameters that fit, and the first rows as they would be read.

use protocol::recipe::legal_name;
use protocol::source::Detection;
use protocol::table::{ColumnInfo, ColumnType, MAX_CELL_CHARS};
use protocol::{Checked, Code, Diagnostic};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::csv::options::{ColumnChoice, CsvType};
use super::stem;
use super::text::sample::Sample;
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

/// The columns of a table as choices, so that each can be changed in the form.
pub fn choices(table: &Table) -> Vec<ColumnChoice> {
    let choice = |column: ColumnInfo| Some(ColumnChoice { name: column.name, kind: text_type(column.kind)? });
    table.columns().into_iter().filter_map(choice).collect()
}

/// Takes over what the person chose for columns that are still there; says whether anything changed.
pub fn keep_chosen(choices: &mut [ColumnChoice], chosen: &[ColumnChoice]) -> bool {
    let mut is_changed = false;
    for choice in choices {
        if let Some(chosen) = chosen.iter().find(|chosen| chosen.name == choice.name) {
            is_changed |= choice.kind != chosen.kind;
            choice.kind = chosen.kind;
        }
    }
    is_changed
}

/// The type of cells of text that makes columns of this type.
fn text_type(kind: ColumnType) -> Option<CsvType> {
    use CsvType::{Boolean, Date, Datetime, Integer, Number, Text, Time};
    [Boolean, Integer, Number, Text, Date, Datetime, Time].into_iter().find(|candidate| candidate.kind() == kind)
}
