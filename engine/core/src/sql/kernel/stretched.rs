//! The measures of stretches of rows: every aggregate function, of groups in an order and of frames.

mod moments;
mod whole;

use std::collections::HashSet;

use polars::prelude::*;
use protocol::{Code, Span};

use super::checked::overflow;
use super::stretch::{Budget, Stretches};
use super::window::gather;
use super::{fail, ordinal};
use crate::sql::functions::Measure;
use crate::sql::place;
use crate::sql::tree::Value;

/// How many different values are held at a time.
const MANY: usize = 1 << 20;

/// A measure of columns.
pub struct Measured<'a> {
    /// What is computed.
    pub measure: Measure,
    /// The arguments, a cell for each row; none to count rows.
    pub args: &'a [Series],
    /// The constant argument that follows.
    pub parameter: Option<&'a Value>,
    /// Each different value once.
    pub distinct: bool,
    /// For which rows: those for which it is true.
    pub filter: Option<&'a Series>,
    /// Where it stands.
    pub at: Span,
}

/// The measure of each stretch.
///
/// # Errors
/// `sql-overflow`, `result-too-large`, `sql-unsupported` for a type without an order.
pub fn over(measured: &Measured, stretches: &Stretches) -> PolarsResult<Series> {
    let Some(first) = measured.args.first() else {
        let rows: Vec<i64> = stretches.ranges.iter().map(|(from, to)| i64::from(to.saturating_sub(*from))).collect();
        return Ok(Int64Chunked::from_vec(PlSmallStr::EMPTY, rows).into_series());
    };
    let once = measured.distinct && measured.measure.hangs_on_repeats();
    if !once && measured.filter.is_none() {
        return plain(measured, stretches);
    }
    let filter = measured.filter.map(Series::bool).transpose()?;
    let is_in = |row: u32| filter.is_none_or(|filter| filter.get(row as usize) == Some(true));
    // The first of equal values stands for all of them: a stretch of its own for each, some at a time.
    let places = once.then(|| places(first, measured.at)).transpose()?;
    let with_nulls = measured.measure.keeps_nulls();
    let mut budget = Budget::new();
    let mut made = plain(measured, &Stretches { rows: &[], ranges: &[] })?;
    let mut next = 0;
    while next < stretches.ranges.len() {
        let (mut rows, mut ranges) = (Vec::new(), Vec::new());
        let mut seen = HashSet::new();
        let mut last: Option<((u32, u32), (u32, u32))> = None;
        while let Some(range) = stretches.ranges.get(next).filter(|_| rows.len() < MANY) {
            next += 1;
            if let Some((known, same)) = last.filter(|(known, _)| known == range) {
                ranges.push(same);
                last = Some((known, same));
                continue;
            }
            let all = stretches.rows_of(*range);
            budget.spend(all.len())?;
            seen.clear();
            let from = rows.len() as u32;
            rows.extend(all.iter().filter(|row| is_in(**row)).filter(|row| {
                places.as_ref().is_none_or(|places| {
                    let place = places[**row as usize];
                    (with_nulls || place != ordinal::NULL) && seen.insert(place)
                })
            }));
            let own = (from, rows.len() as u32);
            ranges.push(own);
            last = Some((*range, own));
        }
        made.append(&plain(measured, &Stretches { rows: &rows, ranges: &ranges })?)?;
    }
    Ok(made)
}

fn plain(measured: &Measured, stretches: &Stretches) -> PolarsResult<Series> {
    let first = &measured.args[0];
    match measured.measure {
        Measure::Count => {
            let there = first.is_not_null();
            let counts =
                stretches.merged(|row| there.get(row as usize).filter(|there| *there).map(|_| 1_i64), |a, b| a + b);
            let counts = counts.into_iter().map(|count| count.unwrap_or(0)).collect();
            Ok(Int64Chunked::from_vec(PlSmallStr::EMPTY, counts).into_series())
        }
        Measure::CountIf => {
            let cells = first.bool()?;
            integers(stretches.merged(|row| cells.get(row as usize).map(i64::from), |a, b| a + b))
        }
        Measure::Sum if first.dtype() == &DataType::Int64 => {
            let values = first.i64()?;
            let sums = stretches.merged(|row| values.get(row as usize).map(i128::from), |a, b| a + b);
            let made: PolarsResult<Int64Chunked> = sums
                .into_iter()
                .map(|sum| sum.map(|sum| i64::try_from(sum).map_err(|_| overflow(measured.at))).transpose())
                .collect();
            Ok(made?.into_series())
        }
        Measure::Sum => {
            let values = first.f64()?;
            numbers(stretches.merged(|row| values.get(row as usize), |a, b| a + b))
        }
        Measure::Product => {
            let values = first.f64()?;
            numbers(stretches.merged(|row| values.get(row as usize), |a, b| a * b))
        }
        Measure::Mean => {
            let values = first.f64()?;
            let leaf = |row: u32| values.get(row as usize).map(|value| (value, 1_u64));
            let sums = stretches.merged(leaf, |a, b| (a.0 + b.0, a.1 + b.1));
            numbers(sums.into_iter().map(|sum| sum.map(|(sum, count)| sum / count as f64)).collect())
        }
        Measure::BoolAnd | Measure::BoolOr => {
            let cells = first.bool()?;
            let all = measured.measure == Measure::BoolAnd;
            let made = stretches.merged(|row| cells.get(row as usize), |a, b| if all { *a && *b } else { *a || *b });
            Ok(made.into_iter().collect::<BooleanChunked>().into_series())
        }
        Measure::Min | Measure::Max => extreme(first, first, measured.measure == Measure::Max, stretches, measured.at),
        Measure::ArgMin | Measure::ArgMax => {
            let by = measured.args.get(1).unwrap_or(first);
            extreme(first, by, measured.measure == Measure::ArgMax, stretches, measured.at)
        }
        Measure::AnyValue => {
            let there = first.is_not_null();
            let leaf = |row: u32| there.get(row as usize).filter(|there| *there).map(|_| row);
            gather(first, stretches.merged(leaf, |a, _| *a))
        }
        Measure::First => gather(first, ends(stretches, |rows| rows.first())),
        Measure::Last => gather(first, ends(stretches, |rows| rows.last())),
        Measure::Median | Measure::Quantile | Measure::QuantileDiscrete | Measure::Mode => {
            whole::by_values(measured, stretches)
        }
        Measure::Texts => whole::texts(measured, stretches),
        Measure::Values => whole::values(measured, stretches),
        _ => moments::of(measured, stretches),
    }
}

fn ends(stretches: &Stretches, end: impl Fn(&[u32]) -> Option<&u32>) -> Vec<Option<IdxSize>> {
    stretches.ranges.iter().map(|range| end(stretches.rows_of(*range)).copied()).collect()
}

/// The value where another is smallest or largest, the first of equal ones.
fn extreme(value: &Series, by: &Series, largest: bool, stretches: &Stretches, at: Span) -> PolarsResult<Series> {
    let places = places(by, at)?;
    let there = value.is_not_null();
    let leaf = |row: u32| {
        let place = places[row as usize];
        (place != ordinal::NULL && there.get(row as usize).unwrap_or(false)).then_some((place, row))
    };
    let better = |a: &(u32, u32), b: &(u32, u32)| {
        let is_better = if largest { b.0 > a.0 } else { b.0 < a.0 };
        if is_better { *b } else { *a }
    };
    gather(value, stretches.merged(leaf, better).into_iter().map(|best| best.map(|(_, row)| row)).collect())
}

/// The places of values in their order.
fn places(series: &Series, at: Span) -> PolarsResult<Vec<u32>> {
    ordinal::of(series)?.ok_or_else(|| {
        fail(place::error(Code::SqlUnsupported, Some(at)).with("feature", format!("min({})", series.dtype())))
    })
}

fn integers(made: Vec<Option<i64>>) -> PolarsResult<Series> {
    Ok(made.into_iter().collect::<Int64Chunked>().into_series())
}

fn numbers(made: Vec<Option<f64>>) -> PolarsResult<Series> {
    Ok(made.into_iter().collect::<Float64Chunked>().into_series())
}
