//! Small tables as text: for examples, golden cases and help.
//!
//! A header of `name:type` and one line a row, cells separated by `|` and trimmed; `∅` is null, `""` an
//! empty text, and `\n`, `\p` (a bar), `\s` (a space at an end) and `\\` are escapes. Types are those of
//! [`ColumnType`], by their names. Provenance is not shown.

use polars::prelude::*;
use protocol::table::ColumnType;

use crate::cell;
use crate::table::{Table, polars_type, provenance_name};

/// The null cell.
pub const NULL: &str = "∅";

/// Reads a table. `source` names the hidden provenance column, numbered from 1, if there is to be one.
///
/// # Errors
/// A sentence for the author of the example or case.
pub fn read(text: &str, source: Option<&str>) -> Result<Table, String> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let header = lines.next().ok_or("no header")?;
    let heads = header.split('|').map(head).collect::<Result<Vec<_>, _>>()?;
    let rows: Vec<Vec<Option<String>>> = lines.map(|line| line.split('|').map(parse_cell).collect()).collect();
    if let Some(row) = rows.iter().find(|row| row.len() != heads.len()) {
        return Err(format!("{} cells under {} columns: {row:?}", row.len(), heads.len()));
    }
    let mut columns = Vec::with_capacity(heads.len() + 1);
    for (index, (name, kind)) in heads.iter().enumerate() {
        let texts = rows.iter().map(|row| row.get(index).cloned().flatten());
        columns.push(column(name, *kind, texts)?);
    }
    if let Some(source) = source {
        let records: Vec<u32> = (1..=rows.len() as u32).collect();
        columns.push(Column::new(provenance_name(source).into(), records));
    }
    DataFrame::new(columns).map(Table::unordered).map_err(|error| error.to_string())
}

/// Writes the visible columns in the form that [`read`] takes.
pub fn write(table: &Table) -> String {
    let columns = table.columns();
    let mut text = columns
        .iter()
        .map(|column| format!("{}:{}", column.name, type_name(column.kind)))
        .collect::<Vec<_>>()
        .join(" | ");
    let cells: Vec<Vec<Option<String>>> = columns
        .iter()
        .filter_map(|column| table.frame.column(&column.name).ok())
        .map(|column| cell::texts(column, usize::MAX))
        .collect();
    for row in 0..table.height() {
        text.push('\n');
        let line: Vec<String> = cells
            .iter()
            .map(|column| column.get(row).cloned().flatten().map_or(NULL.to_owned(), |cell| escape(&cell)))
            .collect();
        text.push_str(&line.join(" | "));
    }
    text
}

/// The lines after the header, sorted: what is compared where order does not count.
pub fn sorted(text: &str) -> Vec<String> {
    let mut lines: Vec<String> =
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
    if lines.len() > 1 {
        lines[1..].sort();
    }
    lines
}

fn head(text: &str) -> Result<(String, ColumnType), String> {
    let (name, kind) = text.trim().rsplit_once(':').ok_or_else(|| format!("no type in {text:?}"))?;
    let kind =
        serde_json::from_value(serde_json::Value::String(kind.trim().to_owned())).map_err(|error| error.to_string())?;
    Ok((name.trim().to_owned(), kind))
}

/// The name of a type in documents.
pub fn type_name(kind: ColumnType) -> String {
    serde_json::to_value(kind).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn column(name: &str, kind: ColumnType, texts: impl Iterator<Item = Option<String>>) -> Result<Column, String> {
    let text = StringChunked::from_iter_options(name.into(), texts).into_series();
    let dtype = polars_type(kind).ok_or_else(|| format!("{name}: not a type of small tables"))?;
    if kind == ColumnType::Text {
        return Ok(text.into_column());
    }
    let parsed = cell::parse(&text, &dtype).map_err(|error| error.to_string())?;
    if parsed.null_count() != text.null_count() {
        return Err(format!("{name}: a cell is not {}", type_name(kind)));
    }
    Ok(parsed.into_column())
}

fn parse_cell(text: &str) -> Option<String> {
    match text.trim() {
        NULL => None,
        "\"\"" => Some(String::new()),
        text => Some(unescape(text)),
    }
}

fn escape(text: &str) -> String {
    if text.is_empty() {
        return "\"\"".to_owned();
    }
    let mut escaped = text.replace('\\', "\\\\").replace('\n', "\\n").replace('|', "\\p");
    if escaped.starts_with(' ') {
        escaped.replace_range(..1, "\\s");
    }
    if escaped.ends_with(' ') {
        escaped.replace_range(escaped.len() - 1.., "\\s");
    }
    escaped
}

fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        match (char, if char == '\\' { chars.next() } else { None }) {
            ('\\', Some('n')) => plain.push('\n'),
            ('\\', Some('p')) => plain.push('|'),
            ('\\', Some('s')) => plain.push(' '),
            ('\\', Some(other)) => plain.push(other),
            (char, _) => plain.push(char),
        }
    }
    plain
}
