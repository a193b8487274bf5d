//! What is wrong with a file as it is declared.

use std::collections::BTreeSet;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use protocol::{Checked, Code, Diagnostic};

use super::date::DateFormat;
use super::drift::names;
use super::encode;
use super::tree::tree;
use crate::column::invalid;
use crate::spec::{FileSpec, Format, TableSpec};

/// Finds the first thing that is wrong with a file of this table; `at_field` points into the file.
pub(crate) fn check(file: &FileSpec, table: &TableSpec) -> Checked<()> {
    let dialect = &file.dialect;
    let Some(encoding) = encode::find(&dialect.encoding) else {
        return Err(invalid(format!("no encoding: {}", dialect.encoding), "dialect/encoding"));
    };
    if dialect.bom && ![UTF_8, UTF_16LE, UTF_16BE].contains(&encoding) {
        return Err(invalid(format!("no mark in {}", encoding.name()), "dialect/bom"));
    }
    for (format, field) in [(&dialect.date, "dialect/date"), (&dialect.datetime, "dialect/datetime")] {
        dated(format, field)?;
    }
    for (place, column) in file.columns.iter().enumerate() {
        column.date.as_ref().map_or(Ok(()), |format| dated(format, &format!("columns/{place}/date")))?;
    }
    let names = names(file, table);
    if names.is_empty() {
        return Err(Diagnostic::new(Code::ParamRequired).at_field("/columns"));
    }
    let mut known = BTreeSet::new();
    if let Some((place, (_, name))) = names.iter().enumerate().find(|(_, (_, name))| !known.insert(name)) {
        let diagnostic = Diagnostic::new(Code::DataRepeated).with("name", name.as_str());
        return Err(diagnostic.at_field(format!("/columns/{place}/name")));
    }
    match file.format {
        Format::Csv => separate(file),
        Format::Fixed => wide(file),
        Format::Json | Format::Jsonl => nested(&names).map(|_| ()),
        Format::Xml => named(file, &names),
        Format::Parquet => Ok(()),
    }
}

fn dated(format: &str, field: &str) -> Checked<()> {
    DateFormat::parse(format).map(|_| ()).ok_or_else(|| invalid(format!("format of dates: {format}"), field))
}

/// What separates fields must not be mistaken for something else.
fn separate(file: &FileSpec) -> Checked<()> {
    let dialect = &file.dialect;
    let breaks = |char: char| char == '\r' || char == '\n';
    if breaks(dialect.delimiter) || dialect.delimiter == dialect.quote {
        return Err(invalid("ends lines or quotes", "dialect/delimiter"));
    }
    if breaks(dialect.quote) {
        return Err(invalid("ends lines", "dialect/quote"));
    }
    if dialect.null.contains(|char| breaks(char) || char == dialect.delimiter || char == dialect.quote) {
        return Err(invalid("delimiter, quote or end of line", "dialect/null"));
    }
    Ok(())
}

/// Fields of fixed width need one.
fn wide(file: &FileSpec) -> Checked<()> {
    if file.columns.is_empty() {
        return Err(Diagnostic::new(Code::ParamRequired).at_field("/columns"));
    }
    match file.columns.iter().position(|column| column.width.unwrap_or(0) == 0) {
        Some(place) => Err(Diagnostic::new(Code::ParamRequired).at_field(format!("/columns/{place}/width"))),
        None => Ok(()),
    }
}

fn nested(names: &[(String, String)]) -> Checked<()> {
    let found = tree(names.iter().map(|(_, name)| name.as_str()));
    found.map(|_| ()).map_err(|place| invalid(format!("path: {}", names[place].1), &format!("columns/{place}/name")))
}

fn named(file: &FileSpec, names: &[(String, String)]) -> Checked<()> {
    nested(names)?;
    for (name, field) in [(&file.dialect.root, "dialect/root"), (&file.dialect.record, "dialect/record")] {
        if !is_element(name) {
            return Err(invalid(format!("element: {name}"), field));
        }
    }
    let good = |name: &str| {
        let (above, last) = name.rsplit_once('.').unwrap_or(("", name));
        above.split('.').filter(|_| !above.is_empty()).all(is_element)
            && is_element(last.strip_prefix('@').unwrap_or(last))
    };
    match names.iter().enumerate().find(|(_, (_, name))| !good(name)) {
        Some((place, (_, name))) => Err(invalid(format!("element: {name}"), &format!("columns/{place}/name"))),
        None => Ok(()),
    }
}

/// Whether XML can name an element so (letters, digits, “_” and “-”, a letter or “_” first).
fn is_element(name: &str) -> bool {
    name.starts_with(|char: char| char.is_alphabetic() || char == '_')
        && name.chars().all(|char| char.is_alphanumeric() || char == '_' || char == '-')
}
