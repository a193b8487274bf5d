//! Measures that need all values of a stretch at once.

use std::collections::HashMap;

use polars::prelude::*;
use protocol::{Code, Diagnostic};

use super::{Measured, numbers, places};
use crate::lists;
use crate::sql::functions::Measure;
use crate::sql::kernel::stretch::Stretches;
use crate::sql::kernel::window::gather;
use crate::sql::kernel::{fail, ordinal};
use crate::sql::tree::Value;

/// Longest text that the texts of a stretch may make, and most of all of them, in bytes.
const MAX_BYTES: usize = 1 << 28;
/// Most cells of all lists that stretches may make.
const MAX_CELLS: usize = 1 << 25;

/// Quantiles and the most frequent value.
///
/// # Errors
/// `result-too-large`.
pub fn by_values(measured: &Measured, stretches: &Stretches) -> PolarsResult<Series> {
    let first = &measured.args[0];
    let places = places(first, measured.at)?;
    if measured.measure == Measure::Mode {
        return gather(first, stretches.each(|rows| Ok(mode(rows, &places)))?);
    }
    let fraction = match measured.parameter {
        Some(Value::Number(fraction)) => *fraction,
        _ => 0.5,
    };
    let values = |rows: &[u32]| {
        let mut values: Vec<(u32, u32)> = rows.iter().map(|row| (places[*row as usize], *row)).collect();
        values.retain(|(place, _)| *place != ordinal::NULL);
        values.sort_unstable();
        values
    };
    if measured.measure == Measure::QuantileDiscrete {
        let made = stretches.each(|rows| {
            let values = values(rows);
            let place = (fraction * values.len() as f64).ceil() as usize;
            Ok(values.get(place.max(1) - 1).map(|(_, row)| *row))
        })?;
        return gather(first, made);
    }
    let cells = first.f64()?;
    let made = stretches.each(|rows| {
        let values = values(rows);
        let cell = |index: usize| values.get(index).and_then(|(_, row)| cells.get(*row as usize));
        let place = fraction * values.len().saturating_sub(1) as f64;
        let (low, share) = (place.floor(), place - place.floor());
        Ok(match (cell(low as usize), cell(place.ceil() as usize)) {
            (Some(low), Some(high)) => Some(if share == 0.0 { low } else { low + (high - low) * share }),
            _ => None,
        })
    })?;
    numbers(made)
}

/// The row of the first of the most frequent values.
fn mode(rows: &[u32], places: &[u32]) -> Option<u32> {
    let mut counts: HashMap<u32, (u32, u32)> = HashMap::new();
    for row in rows {
        let place = places[*row as usize];
        if place != ordinal::NULL {
            counts.entry(place).or_insert((0, *row)).0 += 1;
        }
    }
    let most = counts.values().map(|(count, _)| *count).max()?;
    rows.iter().find(|row| counts.get(&places[**row as usize]).is_some_and(|(count, _)| *count == most)).copied()
}

/// Texts end to end, with a separator between them.
///
/// # Errors
/// `result-too-large`.
pub fn texts(measured: &Measured, stretches: &Stretches) -> PolarsResult<Series> {
    let cells = measured.args[0].str()?;
    let separator = match measured.parameter {
        Some(Value::Text(separator)) => separator.as_str(),
        _ => ",",
    };
    let mut bytes = 0_usize;
    let made = stretches.each(|rows| {
        let mut text: Option<String> = None;
        for part in rows.iter().filter_map(|row| cells.get(*row as usize)) {
            bytes = bytes.saturating_add(part.len() + separator.len());
            if bytes > MAX_BYTES {
                let found = Diagnostic::new(Code::ResultTooLarge).at_span(measured.at);
                return Err(fail(found.with("rows", bytes).with("limit", MAX_BYTES)));
            }
            match &mut text {
                None => text = Some(part.to_owned()),
                Some(text) => {
                    text.push_str(separator);
                    text.push_str(part);
                }
            }
        }
        Ok(text)
    })?;
    Ok(made.into_iter().collect::<StringChunked>().into_series())
}

/// The values of each stretch as a list, nulls among them; of no row, none.
///
/// # Errors
/// `result-too-large`.
pub fn values(measured: &Measured, stretches: &Stretches) -> PolarsResult<Series> {
    let mut rows: Vec<IdxSize> = Vec::new();
    let mut lengths = Vec::with_capacity(stretches.ranges.len());
    for range in stretches.ranges {
        let own = stretches.rows_of(*range);
        if rows.len() + own.len() > MAX_CELLS {
            let found = Diagnostic::new(Code::ResultTooLarge).at_span(measured.at);
            return Err(fail(found.with("rows", rows.len() + own.len()).with("limit", MAX_CELLS)));
        }
        rows.extend_from_slice(own);
        lengths.push((!own.is_empty()).then_some(own.len()));
    }
    lists::of_rows(&measured.args[0], rows, &lengths)
}
