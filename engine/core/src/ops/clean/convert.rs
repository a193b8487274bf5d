//! Conversion of a column to another type, with the cells that could not be converted.
//!
//! Never lossy in silence: 3.7 is no integer, 2 is no boolean. A text of only white space is a missing value.

use polars::prelude::*;
use protocol::table::ColumnType;

use crate::cell;
use crate::source::cell::boolean;
use crate::source::moment::DateFormat;
use crate::table::{column_type, polars_type};

/// How texts are read.
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    /// `strftime` format of dates, or of dates and times; ISO 8601 without one.
    pub format: Option<&'a str>,
    /// Decimal mark of numbers.
    pub decimal: char,
}

/// Whether some value of one type can become one of the other.
pub fn is_convertible(from: ColumnType, to: ColumnType) -> bool {
    use ColumnType::*;
    from == to
        || match to {
            Text => from != Other,
            Boolean => matches!(from, Text | Integer | Number),
            Integer => matches!(from, Text | Boolean | Number | Decimal),
            Number => matches!(from, Text | Boolean | Integer | Decimal),
            Date => matches!(from, Text | Datetime),
            Datetime => matches!(from, Text | Date),
            Time => matches!(from, Text | Datetime),
            Duration | Decimal | Other => false,
        }
}

/// The converted column, null where a cell could not be converted, and which cells those are.
///
/// # Errors
/// Of Polars, for a pair of types that [`is_convertible`] refuses.
pub fn convert(column: &Column, to: ColumnType, reading: &Reading) -> PolarsResult<(Column, BooleanChunked)> {
    let series = column.as_materialized_series();
    let dtype = polars_type(to).ok_or_else(|| polars_err!(InvalidOperation: "no conversion to this type"))?;
    let converted = match (column_type(series.dtype()), to) {
        (from, to) if from == to => series.clone(),
        (ColumnType::Text, _) => from_text(&series.cast(&DataType::String)?, &dtype, reading)?,
        (_, ColumnType::Text) => {
            StringChunked::from_iter_options(series.name().clone(), cell::texts(column, usize::MAX).into_iter())
                .into_series()
        }
        (ColumnType::Number, ColumnType::Integer) => whole(series.cast(&DataType::Float64)?.f64()?).into_series(),
        (ColumnType::Decimal, ColumnType::Integer) => {
            // By way of a number, digits beyond the sixteenth would be lost.
            let cut = series.cast(&DataType::Int64)?;
            let is_same = cut.cast(series.dtype())?.equal(series)?;
            cut.zip_with(&is_same, &Series::full_null(cut.name().clone(), cut.len(), cut.dtype()))?
        }
        (ColumnType::Integer | ColumnType::Number, ColumnType::Boolean) => {
            bits(series.cast(&DataType::Float64)?.f64()?).into_series()
        }
        _ => series.cast(&dtype)?,
    };
    let missing = if series.dtype() == &DataType::String { blank(series.str()?) } else { series.is_null() };
    let bad = &converted.is_null() & &!missing;
    Ok((converted.with_name(series.name().clone()).into_column(), bad))
}

fn blank(texts: &StringChunked) -> BooleanChunked {
    texts.iter().map(|cell| Some(cell.is_none_or(|text| text.trim().is_empty()))).collect()
}

fn from_text(texts: &Series, dtype: &DataType, reading: &Reading) -> PolarsResult<Series> {
    let strings = texts.str()?;
    Ok(match (dtype, reading.format) {
        (DataType::Boolean, _) => {
            strings.iter().map(|cell| cell.and_then(boolean)).collect::<BooleanChunked>().into_series()
        }
        (DataType::Float64, _) if reading.decimal != '.' => strings
            .iter()
            .map(|cell| {
                cell.filter(|text| !text.contains('.'))
                    .and_then(|text| cell::parse_number(&text.replace(reading.decimal, ".")))
            })
            .collect::<Float64Chunked>()
            .into_series(),
        (DataType::Date, Some(format)) => strings
            .iter()
            .map(|cell| cell.and_then(|text| cell::parse_date(text, format)))
            .collect::<Int32Chunked>()
            .into_series()
            .cast(dtype)?,
        (DataType::Datetime(..), Some(format)) => {
            let format = DateFormat::parse(Some(format));
            strings
                .iter()
                .map(|cell| format.as_ref()?.datetime(cell?))
                .collect::<Int64Chunked>()
                .into_series()
                .cast(dtype)?
        }
        _ => cell::parse(texts, dtype)?,
    })
}

/// Largest magnitude that a 64-bit integer surely holds (2⁶³).
const INTEGER_LIMIT: f64 = 9_223_372_036_854_775_808.0;

fn whole(numbers: &Float64Chunked) -> Int64Chunked {
    let fits = |number: &f64| number.fract() == 0.0 && (-INTEGER_LIMIT..INTEGER_LIMIT).contains(number);
    numbers.iter().map(|cell| cell.filter(fits).map(|number| number as i64)).collect()
}

fn bits(numbers: &Float64Chunked) -> BooleanChunked {
    let bit = |number: f64| {
        if number == 0.0 {
            Some(false)
        } else if number == 1.0 {
            Some(true)
        } else {
            None
        }
    };
    numbers.iter().map(|cell| cell.and_then(bit)).collect()
}
