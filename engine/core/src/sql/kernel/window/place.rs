//! The window functions: numbers and ranks of rows, and values of rows nearby.

use polars::prelude::*;
use protocol::{Code, Diagnostic, Span};

use super::Layout;
use crate::sql::functions::Place;
use crate::sql::kernel::fail;

/// A call of a window function.
pub struct Placed<'a> {
    /// Which.
    pub place: Place,
    /// Its arguments, a cell for each row.
    pub args: &'a [Series],
    /// Whether rows whose first argument is null are passed over.
    pub ignore_nulls: bool,
    /// Where it stands.
    pub at: Span,
}

/// The value of a window function for each row, given the stretch of positions that each position measures.
///
/// # Errors
/// `sql-bad-literal` for `ntile` of less than one.
pub fn places(call: &Placed, layout: &Layout, stretches: &[(u32, u32)]) -> PolarsResult<Series> {
    match call.place {
        Place::PercentRank | Place::CumeDist => {
            let made = layout.by_row(&shares(call.place, layout), 0.0);
            Ok(Float64Chunked::from_vec(PlSmallStr::EMPTY, made).into_series())
        }
        Place::RowNumber | Place::Rank | Place::DenseRank => {
            let made = layout.by_row(&numbers(call.place, layout), 0);
            Ok(Int64Chunked::from_vec(PlSmallStr::EMPTY, made).into_series())
        }
        Place::Ntile => {
            let made = layout.by_row(&tiles(call, layout)?, None);
            Ok(made.into_iter().collect::<Int64Chunked>().into_series())
        }
        Place::Lag | Place::Lead => nearby(call, layout),
        Place::First | Place::Last | Place::Nth => within(call, layout, stretches),
    }
}

fn numbers(place: Place, layout: &Layout) -> Vec<i64> {
    let mut made = Vec::with_capacity(layout.rows.len());
    for (start, end) in layout.partitions() {
        let first_peer = layout.peers.get(start as usize).copied().unwrap_or(0);
        let mut first = start;
        for position in start..end {
            let peer = layout.peers[position as usize];
            if position > start && peer != layout.peers[position as usize - 1] {
                first = position;
            }
            made.push(
                i64::from(match place {
                    Place::RowNumber => position - start,
                    Place::Rank => first - start,
                    _ => peer - first_peer,
                }) + 1,
            );
        }
    }
    made
}

fn shares(place: Place, layout: &Layout) -> Vec<f64> {
    let ranks = numbers(Place::Rank, layout);
    let mut made = vec![0.0; layout.rows.len()];
    for (start, end) in layout.partitions() {
        let count = f64::from(end - start);
        let mut last = end;
        for position in (start..end).rev() {
            let at = position as usize;
            if at + 1 < end as usize && layout.peers[at] != layout.peers[at + 1] {
                last = position + 1;
            }
            made[at] = match place {
                Place::CumeDist => f64::from(last - start) / count,
                _ if count > 1.0 => (ranks[at] - 1) as f64 / (count - 1.0),
                _ => 0.0,
            };
        }
    }
    made
}

/// The first stretches are one row longer where the rows do not divide.
fn tiles(call: &Placed, layout: &Layout) -> PolarsResult<Vec<Option<i64>>> {
    let wanted = integers(&call.args[0])?;
    let mut made = Vec::with_capacity(layout.rows.len());
    for (start, end) in layout.partitions() {
        let rows = i64::from(end - start);
        for position in start..end {
            let tiles = wanted[layout.rows[position as usize] as usize];
            made.push(match tiles {
                None => None,
                Some(tiles) if tiles < 1 => {
                    let bad = Diagnostic::new(Code::SqlBadLiteral).at_span(call.at);
                    return Err(fail(bad.with("value", tiles.to_string()).with("type", "ntile")));
                }
                Some(tiles) => {
                    let number = i64::from(position - start);
                    let (short, longer) = (rows / tiles, rows % tiles);
                    let in_longer = longer * (short + 1);
                    Some(if number < in_longer {
                        number / (short + 1) + 1
                    } else {
                        longer + (number - in_longer) / short + 1
                    })
                }
            });
        }
    }
    Ok(made)
}

fn integers(series: &Series) -> PolarsResult<Vec<Option<i64>>> {
    Ok(series.i64()?.iter().collect())
}

/// The positions that count, and how many of them stand before each position.
fn counting(call: &Placed, layout: &Layout) -> (Vec<u32>, Vec<u32>) {
    let there = call.args[0].is_not_null();
    let counts = |position: usize| !call.ignore_nulls || there.get(layout.rows[position] as usize).unwrap_or(false);
    let (mut positions, mut before) = (Vec::new(), Vec::with_capacity(layout.rows.len() + 1));
    for position in 0..layout.rows.len() {
        before.push(positions.len() as u32);
        if counts(position) {
            positions.push(position as u32);
        }
    }
    before.push(positions.len() as u32);
    (positions, before)
}

fn nearby(call: &Placed, layout: &Layout) -> PolarsResult<Series> {
    let offsets = call.args.get(1).map(integers).transpose()?;
    let (positions, before) = counting(call, layout);
    let mut from: Vec<Option<IdxSize>> = vec![None; layout.rows.len()];
    let mut outside = vec![false; layout.rows.len()];
    for (start, end) in layout.partitions() {
        for position in start..end {
            let row = layout.rows[position as usize];
            let offset = offsets.as_ref().map_or(Some(1), |offsets| offsets[row as usize]);
            let Some(offset) = offset else { continue };
            let ahead = if call.place == Place::Lead { offset } else { offset.saturating_neg() };
            let found = if ahead == 0 {
                Some(position)
            } else {
                // Of those that count: behind, from the ones before; ahead, from the ones after.
                let base = if ahead < 0 { before[position as usize] } else { before[position as usize + 1] };
                let place = i64::from(base).saturating_add(if ahead < 0 { ahead } else { ahead - 1 });
                usize::try_from(place).ok().and_then(|place| positions.get(place).copied())
            };
            match found.filter(|found| (start..end).contains(found)) {
                Some(found) => from[row as usize] = Some(layout.rows[found as usize]),
                None => outside[row as usize] = true,
            }
        }
    }
    let made = gather(&call.args[0], from)?;
    match call.args.get(2) {
        None => Ok(made),
        Some(default) => {
            let outside = BooleanChunked::from_slice(PlSmallStr::EMPTY, &outside);
            default.zip_with(&outside, &made)
        }
    }
}

fn within(call: &Placed, layout: &Layout, stretches: &[(u32, u32)]) -> PolarsResult<Series> {
    let nth = if call.place == Place::Nth { call.args.get(1).map(integers).transpose()? } else { None };
    let (positions, before) = counting(call, layout);
    let mut from: Vec<Option<IdxSize>> = vec![None; layout.rows.len()];
    for (position, (first, end)) in stretches.iter().enumerate() {
        let row = layout.rows[position];
        let (low, high) = (before[*first as usize], before[*end as usize]);
        let place = match (call.place, &nth) {
            (Place::Last, _) => i64::from(high) - 1,
            (Place::Nth, Some(nth)) => match nth[row as usize] {
                Some(nth) if nth > 0 => i64::from(low).saturating_add(nth - 1),
                _ => continue,
            },
            _ => i64::from(low),
        };
        if (i64::from(low)..i64::from(high)).contains(&place)
            && let Some(found) = usize::try_from(place).ok().and_then(|place| positions.get(place))
        {
            from[row as usize] = Some(layout.rows[*found as usize]);
        }
    }
    gather(&call.args[0], from)
}

/// The cells of the given rows, null where there is none.
pub fn gather(series: &Series, rows: Vec<Option<IdxSize>>) -> PolarsResult<Series> {
    let rows: IdxCa = rows.into_iter().collect();
    series.take(&rows)
}
