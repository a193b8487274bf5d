//! Kernels that fold the cells of a stretch of places around each place. Nulls are passed over.

use std::ops::Range;

use polars::prelude::*;
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};

use super::{Ordered, value_order};
use crate::frame;
use crate::table::{Table, column_type};

/// Which places of its group are folded for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of the group.
    Group,
    /// From the first of the group to the place.
    Running,
    /// So many before it to so many after it.
    Moving {
        /// Places before it.
        before: usize,
        /// Places after it.
        after: usize,
    },
}

impl Extent {
    /// The places that are folded for place `place` of `count`; never none.
    fn places(self, place: usize, count: usize) -> Range<usize> {
        match self {
            Self::Group => 0..count,
            Self::Running => 0..place + 1,
            Self::Moving { before, after } => {
                place.saturating_sub(before)..place.saturating_add(after).saturating_add(1).min(count)
            }
        }
    }

    /// Length of the blocks in which sums are prepared.
    fn block(self, count: usize) -> usize {
        match self {
            Self::Group | Self::Running => count,
            Self::Moving { before, after } => before.saturating_add(after).saturating_add(1).min(count),
        }
    }
}

/// What is computed of the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Sum; of integers an integer.
    Sum,
    /// Arithmetic mean.
    Mean,
    /// Product; of integers an integer.
    Product,
    /// Smallest value.
    Min,
    /// Largest value.
    Max,
    /// Values that are not null; without a column, rows.
    Count,
    /// The cell of the first place, null or not.
    First,
    /// The cell of the last place, null or not.
    Last,
}

impl Measure {
    /// Whether it needs numbers.
    pub fn is_arithmetic(self) -> bool {
        matches!(self, Self::Sum | Self::Mean | Self::Product)
    }
}

/// Whether arithmetic is defined on a type.
pub fn is_numeric(kind: ColumnType) -> bool {
    matches!(kind, ColumnType::Integer | ColumnType::Number | ColumnType::Decimal)
}

/// Folds a column, place after place.
///
/// # Errors
/// `sql-overflow` where an integer result leaves 64 bits.
pub fn measure(
    table: &Table,
    ordered: &Ordered,
    column: Option<&str>,
    measure: Measure,
    extent: Extent,
) -> Checked<Series> {
    let Some(name) = column else {
        let ones = vec![1_i64; ordered.rows().len()];
        return Ok(super::ranks::integers(folded(ordered, &ones, extent, |one, two| one + two)));
    };
    let column = table.column(name)?;
    match measure {
        Measure::First | Measure::Last => {
            let places = ordered.groups().iter().flat_map(|group| {
                (0..group.len()).map(move |place| {
                    let around = extent.places(place, group.len());
                    let chosen = if measure == Measure::First { around.start } else { around.end - 1 };
                    Some(group.start + chosen)
                })
            });
            ordered.pick(column, places)
        }
        Measure::Count => {
            let known: Vec<i64> =
                ordered.arrange(column)?.is_not_null().iter().map(|known| i64::from(known == Some(true))).collect();
            Ok(super::ranks::integers(folded(ordered, &known, extent, |one, two| one + two)))
        }
        Measure::Min | Measure::Max => {
            let order = value_order(table, name)?;
            let cells: Vec<Option<(u32, usize)>> = ordered
                .rows()
                .iter()
                .enumerate()
                .map(|(place, row)| order[*row as usize].map(|value| (value, place)))
                .collect();
            let best = folded(ordered, &cells, extent, |one, two| match (one, two) {
                (Some(one), Some(two)) if measure == Measure::Min => Some(if two.0 < one.0 { two } else { one }),
                (Some(one), Some(two)) => Some(if two.0 > one.0 { two } else { one }),
                (one, two) => one.or(two),
            });
            ordered.pick(column, best.into_iter().map(|best| best.map(|(_, place)| place)))
        }
        Measure::Sum | Measure::Mean | Measure::Product => {
            arithmetic(ordered, &ordered.arrange(column)?, measure, extent).map_err(|error| frame::fault(&error))
        }
    }
}

fn arithmetic(ordered: &Ordered, cells: &Series, measure: Measure, extent: Extent) -> PolarsResult<Series> {
    let start = if measure == Measure::Product { 1 } else { 0 };
    if is_whole(cells.dtype()) {
        let wide: Vec<(i128, i64)> = cells
            .cast(&DataType::Int64)?
            .i64()?
            .iter()
            .map(|cell| cell.map_or((start, 0), |value| (i128::from(value), 1)))
            .collect();
        // A product that leaves 128 bits stays there, unless it becomes zero, as the true one does.
        let made = folded(ordered, &wide, extent, |one, two| {
            let value =
                if measure == Measure::Product { one.0.saturating_mul(two.0) } else { one.0.saturating_add(two.0) };
            (value, one.1 + two.1)
        });
        if measure == Measure::Mean {
            return Ok(means(made.into_iter().map(|(sum, count)| (sum as f64, count))));
        }
        let whole: PolarsResult<Int64Chunked> = made
            .into_iter()
            .map(|(value, count)| match i64::try_from(value) {
                _ if count == 0 => Ok(None),
                Ok(value) => Ok(Some(value)),
                Err(_) => Err(frame::coded(&Diagnostic::new(Code::SqlOverflow))),
            })
            .collect();
        return Ok(whole?.into_series());
    }
    let numbers: Vec<(f64, i64)> = cells
        .cast(&DataType::Float64)?
        .f64()?
        .iter()
        .map(|cell| cell.map_or((start as f64, 0), |value| (value, 1)))
        .collect();
    let made = folded(ordered, &numbers, extent, |one, two| {
        (if measure == Measure::Product { one.0 * two.0 } else { one.0 + two.0 }, one.1 + two.1)
    });
    Ok(if measure == Measure::Mean {
        means(made.into_iter())
    } else {
        made.into_iter().map(|(value, count)| (count > 0).then_some(value)).collect::<Float64Chunked>().into_series()
    })
}

/// Whether all values of a type are integers of 64 bits.
pub fn is_whole(dtype: &DataType) -> bool {
    column_type(dtype) == ColumnType::Integer && !matches!(dtype, DataType::UInt64 | DataType::Int128)
}

fn means(sums: impl Iterator<Item = (f64, i64)>) -> Series {
    sums.map(|(sum, count)| (count > 0).then(|| sum / count as f64)).collect::<Float64Chunked>().into_series()
}

fn folded<T: Copy>(ordered: &Ordered, cells: &[T], extent: Extent, combine: impl Fn(T, T) -> T) -> Vec<T> {
    let mut made = Vec::with_capacity(cells.len());
    for group in ordered.groups() {
        slide(&cells[group.clone()], extent, &combine, &mut made);
    }
    made
}

/// Folds the cells around each place by any associative combination, in two passes whatever the length of the
/// stretch: cells are cut into blocks of that length, and a stretch is the end of one block and the start of the
/// next (van Herk 1992, Gil and Werman 1993). Nothing is ever taken out of a sum, so nothing cancels.
fn slide<T: Copy>(cells: &[T], extent: Extent, combine: impl Fn(T, T) -> T, made: &mut Vec<T>) {
    let count = cells.len();
    let block = extent.block(count).max(1);
    let mut from_start: Vec<T> = Vec::with_capacity(count);
    let mut to_end: Vec<T> = cells.to_vec();
    for (place, cell) in cells.iter().enumerate() {
        from_start.push(match from_start.last() {
            Some(before) if place % block != 0 => combine(*before, *cell),
            _ => *cell,
        });
    }
    for place in (0..count.saturating_sub(1)).rev() {
        if (place + 1) % block != 0 {
            to_end[place] = combine(cells[place], to_end[place + 1]);
        }
    }
    for place in 0..count {
        let around = extent.places(place, count);
        let (first, last) = (around.start, around.end - 1);
        made.push(if first / block != last / block {
            combine(to_end[first], from_start[last])
        } else if first % block == 0 {
            from_start[last]
        } else {
            to_end[first]
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_of_every_length_fold_as_they_do_one_by_one() {
        for count in 0..10 {
            for before in 0..5 {
                for after in 0..5 {
                    for extent in [Extent::Moving { before, after }, Extent::Running, Extent::Group] {
                        // A stretch as (first, last) combines only with what follows it at once.
                        let spans: Vec<(usize, usize)> = (0..count).map(|at| (at, at)).collect();
                        let mut made = Vec::new();
                        slide(
                            &spans,
                            extent,
                            |one, two| {
                                assert_eq!(one.1 + 1, two.0);
                                (one.0, two.1)
                            },
                            &mut made,
                        );
                        for (place, (first, last)) in made.into_iter().enumerate() {
                            assert_eq!(
                                first..last + 1,
                                extent.places(place, count),
                                "{extent:?} at {place} of {count}"
                            );
                        }
                    }
                }
            }
        }
    }
}
