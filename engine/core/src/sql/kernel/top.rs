//! The first rows of an order, without sorting the rest.

use polars::prelude::*;
use protocol::Checked;

use crate::frame::{self, SortKey};

/// The rows among which the first `wanted` of an order are, in the order they have: those whose first key
/// is not beyond that of the last one wanted. Few, unless that key repeats a lot.
///
/// # Errors
/// None that input can cause.
pub fn candidates(rows: DataFrame, keys: &[SortKey], wanted: usize) -> Checked<DataFrame> {
    if wanted.saturating_mul(4) >= rows.height() {
        return Ok(rows);
    }
    let Some((first, Expr::Column(name))) = keys.first().map(|key| (key, &key.by)) else { return Ok(rows) };
    let made = rows.column(name).map(|column| column.as_materialized_series().rechunk()).and_then(|series| {
        let flip = first.descending;
        let rank = |nullable: bool| if nullable == first.nulls_last { 1_u8 } else { 0 };
        // Nulls before or after all values, whatever the direction.
        let (null, value) = (rank(true), rank(false));
        Ok(match series.dtype() {
            DataType::Float64 => {
                let cells = series.f64()?;
                Some(select(
                    || cells.iter().map(|cell| cell.map_or((null, 0), |cell| (value, turn(of_float(cell), flip)))),
                    wanted,
                ))
            }
            dtype if dtype.is_integer() || dtype.is_temporal() => {
                let physical = series.to_physical_repr().cast(&DataType::Int64)?;
                let cells = physical.i64()?;
                Some(select(
                    || cells.iter().map(|cell| cell.map_or((null, 0), |cell| (value, turn(of_integer(cell), flip)))),
                    wanted,
                ))
            }
            DataType::String if !flip => {
                let cells = series.str()?;
                Some(select(|| cells.iter().map(|cell| cell.map_or((null, ""), |cell| (value, cell))), wanted))
            }
            DataType::String => {
                use std::cmp::Reverse;
                let cells = series.str()?;
                Some(select(
                    || cells.iter().map(|cell| cell.map_or((null, Reverse("")), |cell| (value, Reverse(cell)))),
                    wanted,
                ))
            }
            _ => None,
        })
    });
    match made.map_err(|error| frame::fault(&error))? {
        Some(kept) => rows.take(&kept).map_err(|error| frame::fault(&error)),
        None => Ok(rows),
    }
}

/// Indices of the values not greater than the one at place `wanted` of their order.
fn select<T: Ord + Copy, I: Iterator<Item = T>>(values: impl Fn() -> I, wanted: usize) -> IdxCa {
    if wanted == 0 {
        return IdxCa::from_vec(PlSmallStr::EMPTY, Vec::new());
    }
    let room = wanted.saturating_mul(2).max(1024);
    let mut best: Vec<T> = Vec::with_capacity(room);
    let mut bound: Option<T> = None;
    for value in values() {
        if bound.is_some_and(|bound| value > bound) {
            continue;
        }
        best.push(value);
        if best.len() == room {
            let (_, last, _) = best.select_nth_unstable(wanted - 1);
            bound = Some(*last);
            best.truncate(wanted);
        }
    }
    if best.len() >= wanted {
        let (_, last, _) = best.select_nth_unstable(wanted - 1);
        bound = Some(*last);
    }
    let kept = values().enumerate().filter(|(_, value)| bound.is_none_or(|bound| *value <= bound));
    IdxCa::from_vec(PlSmallStr::EMPTY, kept.map(|(row, _)| row as IdxSize).collect())
}

fn turn(bits: u64, flip: bool) -> u64 {
    if flip { !bits } else { bits }
}

/// Bits in the order of integers.
pub fn of_integer(value: i64) -> u64 {
    (value as u64) ^ (1 << 63)
}

/// Bits in the order of numbers: the zeros equal, not-a-number last.
pub fn of_float(value: f64) -> u64 {
    if value.is_nan() {
        return u64::MAX;
    }
    let bits = (value + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | (1 << 63) }
}
