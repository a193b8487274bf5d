//! The common measures of numbered groups, in one pass each and in the order of rows, so that sums of
//! numbers have the same bits everywhere.

use polars::prelude::*;
use protocol::Span;

use super::checked::overflow;
use crate::groups::Groups;
use crate::sql::functions::Measure;

/// Rows of each group.
pub fn rows(groups: &Groups) -> Series {
    let mut counts = vec![0_i64; groups.first.len()];
    for group in &groups.of_row {
        counts[*group as usize] += 1;
    }
    Int64Chunked::from_vec(PlSmallStr::EMPTY, counts).into_series()
}

/// A measure of a column over groups; `None` where Polars is to compute it.
///
/// # Errors
/// `sql-overflow` at the place.
pub fn of(measure: Measure, column: &Series, groups: &Groups, at: Span) -> PolarsResult<Option<Series>> {
    let column = column.rechunk();
    Ok(Some(match (measure, column.dtype()) {
        (Measure::Count, _) => {
            if column.null_count() == 0 {
                return Ok(Some(rows(groups)));
            }
            let there = column.is_not_null();
            let counts =
                fold(there.iter().map(|there| there.filter(|there| *there)), groups, 0_i64, |sum, _| *sum += 1);
            Int64Chunked::from_vec(PlSmallStr::EMPTY, counts.0).into_series()
        }
        (Measure::Sum, DataType::Int64) => {
            let values = column.i64()?;
            if super::checked::sum_is_safe(values) {
                let (sums, seen) = over(values, groups, 0_i64, |sum, value| *sum = sum.wrapping_add(value));
                let made: Int64Chunked = sums.into_iter().zip(seen).map(|(sum, seen)| seen.then_some(sum)).collect();
                return Ok(Some(made.into_series()));
            }
            let (sums, seen) = over(values, groups, 0_i128, |sum, value: i64| *sum += i128::from(value));
            let made: PolarsResult<Int64Chunked> = sums
                .into_iter()
                .zip(seen)
                .map(|(sum, seen)| match (seen, i64::try_from(sum)) {
                    (false, _) => Ok(None),
                    (true, Ok(sum)) => Ok(Some(sum)),
                    (true, Err(_)) => Err(overflow(at)),
                })
                .collect();
            made?.into_series()
        }
        (Measure::Sum, DataType::Float64) => {
            let (sums, seen) = over(column.f64()?, groups, 0.0, |sum: &mut f64, value: f64| *sum += value);
            some(sums, seen, |sum| sum)
        }
        (Measure::Mean, DataType::Float64) => {
            let add = |sum: &mut (f64, u64), value: f64| {
                sum.0 += value;
                sum.1 += 1;
            };
            let (sums, seen) = over(column.f64()?, groups, (0.0, 0_u64), add);
            some(sums, seen, |(sum, count)| sum / count as f64)
        }
        (Measure::Min | Measure::Max, DataType::Int64 | DataType::Date | DataType::Datetime(..) | DataType::Time) => {
            let dtype = column.dtype().clone();
            let physical = column.to_physical_repr().cast(&DataType::Int64)?;
            let values = physical.i64()?;
            let (best, seen) = if measure == Measure::Min {
                over(values, groups, i64::MAX, |best, value| *best = value.min(*best))
            } else {
                over(values, groups, i64::MIN, |best, value| *best = value.max(*best))
            };
            let made: Int64Chunked = best.into_iter().zip(seen).map(|(best, seen)| seen.then_some(best)).collect();
            let stored =
                if dtype == DataType::Date { made.into_series().cast(&DataType::Int32)? } else { made.into_series() };
            stored.cast(&dtype)?
        }
        (Measure::Min | Measure::Max, DataType::String) => extreme_texts(measure, column.str()?, groups),
        _ => return Ok(None),
    }))
}

fn extreme_texts(measure: Measure, texts: &StringChunked, groups: &Groups) -> Series {
    let mut best: Vec<Option<&str>> = vec![None; groups.first.len()];
    for (cell, group) in texts.iter().zip(&groups.of_row) {
        let Some(value) = cell else { continue };
        let best = &mut best[*group as usize];
        let is_better = match best {
            None => true,
            Some(known) if measure == Measure::Min => value < *known,
            Some(known) => value > *known,
        };
        if is_better {
            *best = Some(value);
        }
    }
    best.into_iter().collect::<StringChunked>().into_series()
}

/// Folds the values of each group; without a null there is no mask to look at.
fn over<T: PolarsNumericType, S: Clone>(
    array: &ChunkedArray<T>,
    groups: &Groups,
    start: S,
    mut add: impl FnMut(&mut S, T::Native),
) -> (Vec<S>, Vec<bool>) {
    match array.cont_slice() {
        Ok(values) => {
            let mut sums = vec![start; groups.first.len()];
            for (value, group) in values.iter().zip(&groups.of_row) {
                add(&mut sums[*group as usize], *value);
            }
            let seen = vec![true; groups.first.len()];
            (sums, seen)
        }
        Err(_) => fold(array.iter(), groups, start, add),
    }
}

fn fold<V, S: Clone>(
    cells: impl Iterator<Item = Option<V>>,
    groups: &Groups,
    start: S,
    mut add: impl FnMut(&mut S, V),
) -> (Vec<S>, Vec<bool>) {
    let mut sums = vec![start; groups.first.len()];
    let mut seen = vec![false; groups.first.len()];
    for (cell, group) in cells.zip(&groups.of_row) {
        if let Some(value) = cell {
            let group = *group as usize;
            add(&mut sums[group], value);
            seen[group] = true;
        }
    }
    (sums, seen)
}

fn some<S>(sums: Vec<S>, seen: Vec<bool>, value: impl Fn(S) -> f64) -> Series {
    let made: Float64Chunked = sums.into_iter().zip(seen).map(|(sum, seen)| seen.then(|| value(sum))).collect();
    made.into_series()
}
