//! Which stretch of positions each position measures.

use polars::prelude::*;

use super::Layout;
use crate::sql::kernel::date;
use crate::sql::tree::{Bound, Frame, Interval, Offset, Unit};

/// For each position the first position that it measures and the end of them, within its partition.
/// The key is that of a range by values: the only one, and whether it descends.
///
/// # Errors
/// None that input can cause.
pub fn stretches(layout: &Layout, frame: &Frame, key: Option<(&Series, bool)>) -> PolarsResult<Vec<(u32, u32)>> {
    let far = |bound: &Bound| matches!(bound, Bound::Before(_) | Bound::After(_));
    if frame.unit == Unit::Range
        && (far(&frame.from) || far(&frame.to))
        && let Some((key, descending)) = key
    {
        return by_value(layout, frame, key, descending);
    }
    let mut made = Vec::with_capacity(layout.rows.len());
    for (start, end) in layout.partitions() {
        let peers = Peers::of(layout, start, end);
        for position in start..end {
            let from = edge(&frame.from, frame.unit, position, (start, end), &peers, false);
            let to = edge(&frame.to, frame.unit, position, (start, end), &peers, true);
            made.push((from, to.max(from)));
        }
    }
    Ok(made)
}

/// The groups of peers of a partition: first and end of each, and the number of that of each position.
struct Peers {
    start: u32,
    bounds: Vec<(u32, u32)>,
    number: Vec<u32>,
}

impl Peers {
    fn of(layout: &Layout, start: u32, end: u32) -> Self {
        let (mut bounds, mut number) = (Vec::new(), Vec::with_capacity((end - start) as usize));
        let mut first = start;
        for position in start..end {
            let next = position + 1;
            number.push(bounds.len() as u32);
            if next == end || layout.peers[next as usize] != layout.peers[position as usize] {
                bounds.push((first, next));
                first = next;
            }
        }
        Self { start, bounds, number }
    }

    fn at(&self, position: u32) -> (u32, u32) {
        self.bounds[self.number[(position - self.start) as usize] as usize]
    }

    /// The group so many after that of a position (before it, if negative): its first position, or its end;
    /// beyond the partition, the position there.
    fn away(&self, position: u32, groups: i64, is_end: bool) -> i64 {
        let number = i64::from(self.number[(position - self.start) as usize]).saturating_add(groups);
        let end = self.start + self.number.len() as u32;
        let group = usize::try_from(number).map(|number| self.bounds.get(number));
        i64::from(match group {
            Ok(Some((_, next))) if is_end => *next,
            Ok(Some((first, _))) => *first,
            Ok(None) => end,
            Err(_) => self.start,
        })
    }
}

/// The position of a bound: of the first row in, or after the last.
fn edge(bound: &Bound, unit: Unit, position: u32, (start, end): (u32, u32), peers: &Peers, is_end: bool) -> u32 {
    let after = i64::from(is_end);
    let away = |rows: i64| (i64::from(position) + after).saturating_add(rows);
    let moved = match (bound, unit) {
        (Bound::Start, _) => i64::from(start),
        (Bound::End, _) => i64::from(end),
        (Bound::Current, Unit::Range | Unit::Groups) => {
            let (first, next) = peers.at(position);
            i64::from(if is_end { next } else { first })
        }
        (Bound::Current, Unit::Rows) => away(0),
        (Bound::Before(offset), Unit::Groups) => peers.away(position, rows(offset).saturating_neg(), is_end),
        (Bound::After(offset), Unit::Groups) => peers.away(position, rows(offset), is_end),
        (Bound::Before(offset), _) => away(rows(offset).saturating_neg()),
        (Bound::After(offset), _) => away(rows(offset)),
    };
    u32::try_from(moved.clamp(i64::from(start), i64::from(end))).unwrap_or(end)
}

fn rows(offset: &Offset) -> i64 {
    match offset {
        Offset::Integer(rows) => *rows,
        Offset::Number(_) | Offset::Interval(_) => 0,
    }
}

/// Bounds at a distance in values of the key. A null measures its peers, and as far as a bound is unbounded.
fn by_value(layout: &Layout, frame: &Frame, key: &Series, descending: bool) -> PolarsResult<Vec<(u32, u32)>> {
    let key = key.rechunk();
    if key.dtype() == &DataType::Float64 {
        let cells: Vec<Option<f64>> = key.f64()?.iter().map(|cell| cell.map(|cell| cell + 0.0)).collect();
        let moved = |value: f64, offset: &Offset, forward: bool| {
            let by = match offset {
                Offset::Integer(by) => *by as f64,
                Offset::Number(by) => *by,
                Offset::Interval(_) => 0.0,
            };
            if forward { value + by } else { value - by }
        };
        return Ok(search(layout, frame, &cells, descending, moved, |one, two| one.total_cmp(two)));
    }
    let physical = key.to_physical_repr().cast(&DataType::Int64)?;
    let cells: Vec<Option<i64>> = physical.i64()?.iter().collect();
    let moved = |value: i64, offset: &Offset, forward: bool| match offset {
        Offset::Integer(by) if forward => value.saturating_add(*by),
        Offset::Integer(by) => value.saturating_sub(*by),
        Offset::Number(_) => value,
        Offset::Interval(by) => {
            let by = if forward { *by } else { Interval::opposite(*by) };
            date::moved(value, by).unwrap_or(if forward { i64::MAX } else { i64::MIN })
        }
    };
    Ok(search(layout, frame, &cells, descending, moved, i64::cmp))
}

fn search<T: Copy>(
    layout: &Layout,
    frame: &Frame,
    cells: &[Option<T>],
    descending: bool,
    moved: impl Fn(T, &Offset, bool) -> T,
    compare: impl Fn(&T, &T) -> std::cmp::Ordering,
) -> Vec<(u32, u32)> {
    let mut made = Vec::with_capacity(layout.rows.len());
    for (start, end) in layout.partitions() {
        let peers = Peers::of(layout, start, end);
        let rows = &layout.rows[start as usize..end as usize];
        let value = |row: &u32| cells[*row as usize];
        // Nulls stand at one end.
        let before = rows.iter().take_while(|row| value(row).is_none()).count();
        let there =
            &rows[before..rows.len() - rows[before..].iter().rev().take_while(|row| value(row).is_none()).count()];
        let find = |target: T, past_ties: bool| {
            let place = there.partition_point(|row| {
                let Some(found) = value(row) else { return false };
                let order = if descending { compare(&target, &found) } else { compare(&found, &target) };
                order.is_lt() || (past_ties && order.is_eq())
            });
            start + (before + place) as u32
        };
        for position in start..end {
            let of_row = cells[layout.rows[position as usize] as usize];
            let bound = |bound: &Bound, is_end: bool| match (bound, of_row) {
                (Bound::Before(offset), Some(value)) => find(moved(value, offset, descending), is_end),
                (Bound::After(offset), Some(value)) => find(moved(value, offset, !descending), is_end),
                (Bound::Before(_) | Bound::After(_), None) => {
                    edge(&Bound::Current, Unit::Range, position, (start, end), &peers, is_end)
                }
                (other, _) => edge(other, Unit::Range, position, (start, end), &peers, is_end),
            };
            let (from, to) = (bound(&frame.from, false), bound(&frame.to, true));
            made.push((from, to.max(from)));
        }
    }
    made
}
