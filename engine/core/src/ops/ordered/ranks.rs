//! Kernels that count places: numbers and ranks of rows within their group.

use polars::prelude::*;

use super::Ordered;

/// How rows that are equal on all keys are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ties {
    /// Each its own number, in the order of the table.
    Ordinal,
    /// All the smallest of their numbers.
    Min,
    /// All the largest.
    Max,
    /// All one number, without gaps afterwards.
    Dense,
}

/// Number of each place, from 1 in each group.
pub fn ranks(ordered: &Ordered, ties: Ties) -> Vec<i64> {
    let mut made = Vec::with_capacity(ordered.rows().len());
    each_tie(ordered, |start, end, dense| {
        made.extend((start..end).map(|number| match ties {
            Ties::Ordinal => number + 1,
            Ties::Min => start + 1,
            Ties::Max => end,
            Ties::Dense => dense,
        }));
    });
    made
}

/// The mean of the numbers of equal rows.
pub fn average(ordered: &Ordered) -> Vec<f64> {
    let mut made = Vec::with_capacity(ordered.rows().len());
    each_tie(ordered, |start, end, _| made.extend((start..end).map(|_| (start + 1 + end) as f64 / 2.0)));
    made
}

/// (rank − 1) / (rows of the group − 1), 0 in a group of one row: SQL's `percent_rank`.
pub fn percent(ordered: &Ordered) -> Vec<f64> {
    let ranks = ranks(ordered, Ties::Min);
    let shares = ordered.groups().iter().flat_map(|places| {
        let others = places.len() as f64 - 1.0;
        ranks[places.clone()].iter().map(move |rank| if others > 0.0 { (*rank - 1) as f64 / others } else { 0.0 })
    });
    shares.collect()
}

/// SQL's `ntile`: `parts` parts of each group, numbered from 1, whose sizes differ by one at most, the larger
/// ones first.
pub fn tiles(ordered: &Ordered, parts: u64) -> Vec<i64> {
    let mut made = Vec::with_capacity(ordered.rows().len());
    for places in ordered.groups() {
        let (size, larger) = (places.len() as u64 / parts, places.len() as u64 % parts);
        for number in 0..places.len() as u64 {
            let in_larger = larger * (size + 1);
            let tile = if number < in_larger { number / (size + 1) } else { larger + (number - in_larger) / size };
            made.push(tile as i64 + 1);
        }
    }
    made
}

/// Calls with each run of equal rows: the places before it and up to its end, counted in its group, and how
/// many runs there are so far.
fn each_tie(ordered: &Ordered, mut call: impl FnMut(i64, i64, i64)) {
    for places in ordered.groups() {
        let mut start = places.start;
        let mut dense = 0;
        while start < places.end {
            let end = (start + 1..places.end).find(|place| !ordered.is_peer(*place)).unwrap_or(places.end);
            dense += 1;
            call((start - places.start) as i64, (end - places.start) as i64, dense);
            start = end;
        }
    }
}

/// Integers as a column, place after place.
pub fn integers(made: Vec<i64>) -> Series {
    Int64Chunked::from_vec(PlSmallStr::EMPTY, made).into_series()
}

/// Numbers as a column, place after place.
pub fn numbers(made: Vec<f64>) -> Series {
    Float64Chunked::from_vec(PlSmallStr::EMPTY, made).into_series()
}
