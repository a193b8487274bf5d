//! Conversions of values between kinds, in DuckDB's forms of text.
//!
//! A strict conversion fails on the first value it cannot make, and names it; a lenient one gives null.

use chrono::Timelike;
use polars::prelude::*;
use protocol::{Code, Diagnostic, Span};

use super::{date, fail, unary};
use crate::lists::{self, Lists};
use crate::sql::kind::Kind;
use crate::{cell, frame};

/// A conversion between two kinds, if there is one.
pub fn convert(arg: Expr, from: &Kind, to: &Kind, lenient: bool, at: Span) -> Option<Expr> {
    let strict = (!lenient).then_some(at);
    Some(match (from, to) {
        (from, to) if from == to => arg,
        (Kind::Null, to) => arg.cast(to.dtype()),
        (Kind::List(from), Kind::List(to)) => lists_of(arg, from, to, lenient, at)?,
        (Kind::Boolean, Kind::Integer | Kind::Number)
        | (Kind::Integer, Kind::Number)
        | (Kind::Date, Kind::Datetime)
        | (Kind::Datetime, Kind::Date | Kind::Time) => arg.cast(to.dtype()),
        (Kind::Integer, Kind::Boolean) => arg.neq(lit(0_i64)),
        (Kind::Number, Kind::Boolean) => arg.neq(lit(0.0)),
        (Kind::Number, Kind::Integer) => number_to_integer(arg, strict),
        (Kind::Integer, Kind::Text) => arg.cast(DataType::String),
        (Kind::Boolean | Kind::Number | Kind::Date | Kind::Datetime | Kind::Time, Kind::Text) => to_text(arg, from),
        (Kind::Text, to) => from_text(arg, to, strict)?,
        _ => return None,
    })
}

/// A conversion of every cell of lists.
fn lists_of(arg: Expr, from: &Kind, to: &Kind, lenient: bool, at: Span) -> Option<Expr> {
    const CELLS: &str = "cells";
    let cells = convert(col(CELLS), from, to, lenient, at)?;
    let dtype = Kind::List(Box::new(to.clone())).dtype();
    Some(unary(arg, dtype, move |column| {
        let lists = Lists::of(column)?;
        let frame = lists.cells.clone().with_name(CELLS.into()).into_frame();
        let made = frame::collect(frame.lazy().select([cells.clone()])).map_err(fail)?;
        let taken = lists.iter().flatten().flatten().map(|cell| cell as IdxSize).collect();
        let lengths: Vec<Option<usize>> = lists.iter().map(|list| list.map(|list| list.len())).collect();
        lists::of_rows(made.column(CELLS)?.as_materialized_series(), taken, &lengths)
    }))
}

fn failed(value: &str, to: &Kind, at: Span) -> PolarsError {
    let value: String = value.chars().take(80).collect();
    fail(Diagnostic::new(Code::SqlCastFailed).at_span(at).with("value", value).with("type", to.word()))
}

fn number_to_integer(arg: Expr, strict: Option<Span>) -> Expr {
    unary(arg, DataType::Int64, move |column| {
        let made: PolarsResult<Int64Chunked> = column
            .f64()?
            .iter()
            .map(|cell| match (cell, cell.and_then(whole), strict) {
                (Some(value), None, Some(at)) => Err(failed(&number(value), &Kind::Integer, at)),
                (_, made, _) => Ok(made),
            })
            .collect();
        Ok(made?.into_series())
    })
}

/// The nearest integer, halves to the even one; `None` beyond 64 bits.
fn whole(value: f64) -> Option<i64> {
    let value = value.round_ties_even();
    (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&value).then_some(value as i64)
}

fn to_text(arg: Expr, from: &Kind) -> Expr {
    match from {
        Kind::Boolean => ternary_expr(
            arg.clone().is_null(),
            lit(NULL).cast(DataType::String),
            ternary_expr(arg, lit("true"), lit("false")),
        ),
        Kind::Number => unary(arg, DataType::String, |column| {
            let made: StringChunked = column.f64()?.iter().map(|cell| cell.map(number)).collect();
            Ok(made.into_series())
        }),
        Kind::Date => date::to_text(arg, |time| time.format("%Y-%m-%d").to_string()),
        Kind::Time => unary(arg, DataType::String, |column| {
            let made: StringChunked =
                column.to_physical_repr().i64()?.iter().map(|cell| cell.map(time_of_day)).collect();
            Ok(made.into_series())
        }),
        _ => {
            date::to_text(arg, |time| trimmed(time.format("%Y-%m-%d %H:%M:%S").to_string(), time.nanosecond() / 1_000))
        }
    }
}

fn time_of_day(nanoseconds: i64) -> String {
    let (seconds, micros) = (nanoseconds / 1_000_000_000, nanoseconds % 1_000_000_000 / 1_000);
    let text = format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    trimmed(text, u32::try_from(micros).unwrap_or(0))
}

fn trimmed(text: String, micros: u32) -> String {
    if micros == 0 { text } else { text + format!(".{micros:06}").trim_end_matches('0') }
}

/// The shortest text that reads back equal; exponents have a sign and two digits.
pub fn number(value: f64) -> String {
    if value.is_nan() {
        return "nan".to_owned();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf" } else { "-inf" }.to_owned();
    }
    if value == 0.0 || (1e-4..1e16).contains(&value.abs()) {
        return format!("{value:?}");
    }
    let text = format!("{value:e}");
    match text.split_once('e') {
        Some((mantissa, exponent)) => {
            let (sign, digits) = exponent.strip_prefix('-').map_or(("+", exponent), |digits| ("-", digits));
            format!("{mantissa}e{sign}{digits:0>2}")
        }
        None => text,
    }
}

fn from_text(arg: Expr, to: &Kind, strict: Option<Span>) -> Option<Expr> {
    fn parsed<T: PolarsNumericType>(
        arg: Expr,
        to: &Kind,
        strict: Option<Span>,
        read: fn(&str) -> Option<T::Native>,
    ) -> Expr
    where
        ChunkedArray<T>: IntoSeries,
    {
        let to = to.clone();
        unary(arg, to.dtype(), move |column| {
            let made: PolarsResult<ChunkedArray<T>> = column
                .str()?
                .iter()
                .map(|cell| match (cell, cell.and_then(read), strict) {
                    (Some(text), None, Some(at)) => Err(failed(text, &to, at)),
                    (_, made, _) => Ok(made),
                })
                .collect();
            made?.into_series().cast(&to.dtype())
        })
    }
    Some(match to {
        Kind::Integer => parsed::<Int64Type>(arg, to, strict, integer),
        Kind::Number => parsed::<Float64Type>(arg, to, strict, decimal),
        Kind::Boolean => parsed::<Int64Type>(arg, to, strict, |text| boolean(text).map(i64::from)),
        Kind::Date => parsed::<Int32Type>(arg, to, strict, day),
        Kind::Datetime => parsed::<Int64Type>(arg, to, strict, moment),
        Kind::Time => parsed::<Int64Type>(arg, to, strict, cell::parse_time),
        _ => return None,
    })
}

/// Digits with a sign; a number with a point or an exponent is rounded, halves away from zero.
pub fn integer(text: &str) -> Option<i64> {
    let text = text.trim();
    text.parse().ok().or_else(|| {
        let value = decimal(text)?.round();
        whole(value)
    })
}

/// A number; digits may be grouped by `_`.
pub fn decimal(text: &str) -> Option<f64> {
    fast_float2::parse(text.trim()).ok()
}

/// `true`, `t`, `yes`, `y`, `1`, or their opposites, in any case.
pub fn boolean(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "true" | "t" | "yes" | "y" | "1" => Some(true),
        "false" | "f" | "no" | "n" | "0" => Some(false),
        _ => None,
    }
}

/// Days since the epoch of `year-month-day`; what follows the day must be a time, and falls away.
pub fn day(text: &str) -> Option<i32> {
    let text = text.trim();
    match text.split_once([' ', 'T']) {
        Some((date, _)) => moment(text).and_then(|_| cell::parse_date(date, "%Y-%m-%d")),
        None => cell::parse_date(text, "%Y-%m-%d"),
    }
}

/// Microseconds since the epoch of a date, or a date and a time; `Z` at the end is read as such.
pub fn moment(text: &str) -> Option<i64> {
    cell::parse_datetime(text)
}
