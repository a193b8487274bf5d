//! Windows: the rows of a frame in partitions, each in its order, and what each row sees.
//!
//! Everything is linear in the rows or close to it: rows are placed by counting, frames move over them, and
//! measures of frames that slide are read off a tree of partial measures (see [`super::stretch`]).

mod bounds;
mod place;

use polars::prelude::*;

use super::ordinal;
use crate::groups::Groups;

pub use bounds::stretches;
pub use place::{Placed, gather, places};

/// A key of an order.
pub struct OrderKey<'a> {
    /// Its values.
    pub values: &'a Series,
    /// Largest first.
    pub descending: bool,
    /// Where nulls go.
    pub nulls_last: bool,
}

/// The rows of a frame, partition by partition in the order of their first row, each in its order.
#[derive(Debug, Clone)]
pub struct Layout {
    /// Row numbers by position.
    pub rows: Vec<u32>,
    /// First position of each partition, then the number of positions.
    pub starts: Vec<u32>,
    /// The number of the peers of each position, growing; without an order all of a partition are peers.
    pub peers: Vec<u32>,
}

impl Layout {
    /// Of partitions (none: all rows are one) and keys; `None` if a key has no order.
    ///
    /// # Errors
    /// None that input can cause.
    pub fn of(groups: Option<&Groups>, keys: &[OrderKey], height: usize) -> PolarsResult<Option<Self>> {
        let Some(order) = combined(keys, height)? else { return Ok(None) };
        let mut rows: Vec<u32> = (0..height as u32).collect();
        if let Some(order) = &order {
            let bound = order.iter().max().map_or(0, |last| *last as usize + 1);
            rows = ordinal::stable(&rows, order, bound);
        }
        let mut starts = vec![0];
        if let Some(groups) = groups {
            let count = groups.first.len();
            rows = ordinal::stable(&rows, &groups.of_row, count);
            let mut sizes = vec![0_u32; count];
            for group in &groups.of_row {
                sizes[*group as usize] += 1;
            }
            starts.extend(sizes.iter().scan(0, |end, size| {
                *end += size;
                Some(*end)
            }));
        } else {
            starts.push(height as u32);
        }
        let mut peers = Vec::with_capacity(height);
        let mut number = 0_u32;
        for bounds in starts.windows(2) {
            for position in bounds[0]..bounds[1] {
                let is_first = position == bounds[0];
                let key = |at: u32| order.as_ref().map(|order| order[rows[at as usize] as usize]);
                if position > 0 && (is_first || key(position) != key(position - 1)) {
                    number += 1;
                }
                peers.push(number);
            }
        }
        Ok(Some(Self { rows, starts, peers }))
    }

    /// First position and end of each partition.
    pub fn partitions(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.starts.windows(2).map(|bounds| (bounds[0], bounds[1]))
    }

    /// What stands at each position, brought to the order of rows.
    pub fn by_row<T: Clone>(&self, by_position: &[T], blank: T) -> Vec<T> {
        let mut made = vec![blank; by_position.len()];
        for (row, value) in self.rows.iter().zip(by_position) {
            made[*row as usize] = value.clone();
        }
        made
    }
}

/// One place for each row by all keys, nothing of no keys; `None` if a key has no order.
fn combined(keys: &[OrderKey], height: usize) -> PolarsResult<Option<Option<Vec<u32>>>> {
    let mut made: Option<Vec<u32>> = None;
    for key in keys {
        let Some(mut places) = ordinal::of(key.values)? else { return Ok(None) };
        let last = places.iter().filter(|place| **place != ordinal::NULL).max().copied().unwrap_or(0);
        for place in &mut places {
            *place = match *place {
                ordinal::NULL if key.nulls_last => last + 2,
                ordinal::NULL => 0,
                value if key.descending => last + 1 - value,
                value => value + 1,
            };
        }
        made = Some(match made {
            None => places,
            Some(before) => {
                let pairs = before.iter().zip(&places);
                ordinal::dense(pairs.map(|(one, two)| Some(u64::from(*one) << 32 | u64::from(*two))))
            }
        });
    }
    debug_assert!(made.as_ref().is_none_or(|made| made.len() == height));
    Ok(Some(made))
}
