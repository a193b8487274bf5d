//! Tables to bytes. Hidden provenance columns stay behind.
//!
//! CSV: UTF-8, RFC 4180 quoting, `\n` ends of line; a missing cell is empty and an empty text is `""`, so that
//! our own reader tells them apart; ISO 8601 dates and times; what has no plain form (durations, lists,
//! bytes) in the text of the page's cells. A missing text in a table of one column is an empty line, which
//! readers skip. Parquet: zstd.

use polars::prelude::*;
use polars_io::SerWriter;
use polars_io::csv::write::CsvWriter;
use polars_io::parquet::write::{ParquetCompression, ParquetWriter};
use protocol::source::ExportFormat;
use protocol::{Checked, Code, Diagnostic};

use crate::table::{Table, is_provenance};
use crate::{cell, frame};

/// The file's bytes.
///
/// # Errors
/// `param-invalid` for a separator or a decimal mark that is not one ASCII character.
pub fn write(table: &Table, format: &ExportFormat) -> Checked<Vec<u8>> {
    let visible = table.frame.get_columns().iter().filter(|column| !is_provenance(column.name()));
    let mut bytes = Vec::new();
    match *format {
        ExportFormat::Csv { delimiter, decimal, byte_order_mark } => {
            let legal = delimiter.is_ascii() && !matches!(delimiter, '"' | '\n' | '\r' | '\0');
            let separator =
                u8::try_from(delimiter).ok().filter(|_| legal).ok_or_else(|| invalid(delimiter, "/delimiter"))?;
            if !matches!(decimal, '.' | ',') {
                return Err(invalid(decimal, "/decimal"));
            }
            let mut frame = DataFrame::new(visible.map(plain).collect()).map_err(|error| frame::fault(&error))?;
            CsvWriter::new(&mut bytes)
                .include_bom(byte_order_mark)
                .with_separator(separator)
                .with_decimal_comma(decimal == ',')
                .with_date_format(Some("%Y-%m-%d".to_owned()))
                .with_datetime_format(Some("%Y-%m-%dT%H:%M:%S%.f".to_owned()))
                .with_time_format(Some("%H:%M:%S%.f".to_owned()))
                .finish(&mut frame)
                .map_err(|error| frame::fault(&error))?;
        }
        ExportFormat::Parquet => {
            let mut frame = DataFrame::new(visible.cloned().collect()).map_err(|error| frame::fault(&error))?;
            ParquetWriter::new(&mut bytes)
                .with_compression(ParquetCompression::Zstd(None))
                .set_parallel(false)
                .finish(&mut frame)
                .map_err(|error| frame::fault(&error))?;
        }
    }
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
