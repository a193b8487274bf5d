//! CSV: UTF-8, RFC 4180 quoting, `\n` ends of line; a missing cell is empty and an empty text is `""`, so that
//! our own reader tells them apart; ISO 8601 dates and times; what has no plain form (durations, lists,
//! bytes) in the text of the page's cells. A missing text in a table of one column is an empty line, which
//! readers skip.

use std::borrow::Cow;

use polars::prelude::*;
use polars_io::SerWriter;
use polars_io::csv::write::CsvWriter;
use protocol::{Checked, Code, Diagnostic};

use crate::{cell, frame};

/// How cells are written.
pub struct Marks {
    /// Field separator, one ASCII character.
    pub delimiter: char,
    /// Decimal mark, `.` or `,`.
    pub decimal: char,
    /// Whether a byte order mark comes first.
    pub byte_order_mark: bool,
}

/// The file's bytes. With `neutralise`, no text is one that a spreadsheet would take for a formula.
///
/// # Errors
/// `param-invalid`.
pub fn write(table: &DataFrame, marks: &Marks, neutralise: bool) -> Checked<Vec<u8>> {
    let delimiter = marks.delimiter;
    let legal = delimiter.is_ascii() && !matches!(delimiter, '"' | '\n' | '\r' | '\0');
    let separator = u8::try_from(delimiter).ok().filter(|_| legal).ok_or_else(|| invalid(delimiter, "/delimiter"))?;
    if !matches!(marks.decimal, '.' | ',') {
        return Err(invalid(marks.decimal, "/decimal"));
    }
    let columns = table.get_columns().iter().map(|column| {
        let column = plain(column);
        if neutralise { harmless(column) } else { column }
    });
    let mut frame = DataFrame::new(columns.collect()).map_err(|error| frame::fault(&error))?;
    let mut bytes = Vec::new();
    CsvWriter::new(&mut bytes)
        .include_bom(marks.byte_order_mark)
        .with_separator(separator)
        .with_decimal_comma(marks.decimal == ',')
        .with_date_format(Some("%Y-%m-%d".to_owned()))
        .with_datetime_format(Some("%Y-%m-%dT%H:%M:%S%.f".to_owned()))
        .with_time_format(Some("%H:%M:%S%.f".to_owned()))
        .finish(&mut frame)
        .map_err(|error| frame::fault(&error))?;
    Ok(bytes)
}

fn invalid(value: char, field: &str) -> Box<Diagnostic> {
    Diagnostic::new(Code::ParamInvalid).with("detail", value.to_string()).at_field(field)
}

/// A column that the CSV writer can write; zoned instants keep their `Z`.
fn plain(column: &Column) -> Column {
    match column.dtype() {
        DataType::Datetime(_, None) | DataType::Date | DataType::Time | DataType::Boolean | DataType::String => {
            column.clone()
        }
        dtype if dtype.is_integer() || dtype.is_float() => column.clone(),
        DataType::Decimal(..) | DataType::Categorical(..) | DataType::Enum(..) => column.clone(),
        _ => {
            let texts = cell::texts(column, usize::MAX);
            StringChunked::from_iter_options(column.name().clone(), texts.into_iter()).into_column()
        }
    }
}

/// A column whose texts, and whose name, no spreadsheet computes.
fn harmless(column: Column) -> Column {
    let name = neutral(column.name()).into_owned();
    let texts = match column.dtype() {
        DataType::String => column.clone(),
        DataType::Categorical(..) | DataType::Enum(..) => column.cast(&DataType::String).unwrap_or(column.clone()),
        _ => return column.with_name(name.as_str().into()),
    };
    match texts.str() {
        Ok(texts) => texts.apply(|text| text.map(neutral)).with_name(name.as_str().into()).into_column(),
        Err(_) => column,
    }
}

/// A text behind an apostrophe where it begins as a formula does (OWASP, CSV injection); numbers stay as they are.
fn neutral(text: &str) -> Cow<'_, str> {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let is_number =
        |text: &str| cell::parse_number(text).is_some() || cell::parse_number(&text.replace(',', ".")).is_some();
    if is_formula && !is_number(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::neutral;

    #[test]
    fn formulas_become_texts_and_numbers_stay() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+33 1 23", "'+33 1 23"),
            ("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"),
            ("\t=1", "'\t=1"),
            ("-12.5", "-12.5"),
            ("-12,5", "-12,5"),
            ("+3e2", "+3e2"),
            ("a=1", "a=1"),
            ("", ""),
        ] {
            assert_eq!(neutral(text), expected);
        }
    }
}
