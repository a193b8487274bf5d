//! Measures of stretches of rows: the groups of an aggregation, or the frames of a window.
//!
//! Partial measures that can be merged are carried along where stretches grow, folded where they are short,
//! and else read off a tree of partial measures, so that frames that slide cost the logarithm of the rows.
//! The order of merging is that of the rows: the same input gives the same bits.

use polars::prelude::*;
use protocol::{Code, Diagnostic};

use super::fail;

/// Rows in an order, and the stretches of positions among them that are measured.
pub struct Stretches<'a> {
    /// Row numbers by position.
    pub rows: &'a [u32],
    /// First position and end of each stretch.
    pub ranges: &'a [(u32, u32)],
}

/// Most visits of rows that stretches may cost where nothing can be carried from one to the next.
const MAX_VISITS: u64 = 200_000_000;
/// Longest stretch that is folded anew each time.
const SHORT: u32 = 24;

/// Counts visits of rows, and ends what would take too long.
pub struct Budget(u64);

impl Budget {
    /// Untouched.
    pub const fn new() -> Self {
        Self(0)
    }

    /// Spends visits.
    ///
    /// # Errors
    /// `result-too-large`.
    pub fn spend(&mut self, visits: usize) -> PolarsResult<()> {
        self.0 = self.0.saturating_add(visits as u64);
        if self.0 > MAX_VISITS {
            let found = Diagnostic::new(Code::ResultTooLarge).with("rows", self.0).with("limit", MAX_VISITS);
            return Err(fail(found));
        }
        Ok(())
    }
}

impl Stretches<'_> {
    /// The rows of a stretch.
    pub fn rows_of(&self, (from, to): (u32, u32)) -> &[u32] {
        self.rows.get(from as usize..to as usize).unwrap_or_default()
    }

    /// The merged partial measures of each stretch, of rows that have one.
    pub fn merged<S: Clone>(&self, leaf: impl Fn(u32) -> Option<S>, merge: impl Fn(&S, &S) -> S) -> Vec<Option<S>> {
        let both = |one: Option<S>, two: Option<S>| match (one, two) {
            (Some(one), Some(two)) => Some(merge(&one, &two)),
            (one, None) => one,
            (None, two) => two,
        };
        let fold = |from: u32, to: u32, start: Option<S>| {
            self.rows_of((from, to)).iter().fold(start, |sum, row| both(sum, leaf(*row)))
        };
        let mut tree: Option<Tree<S>> = None;
        let mut made = Vec::with_capacity(self.ranges.len());
        let mut last: (u32, u32, Option<S>) = (0, 0, None);
        for (index, (from, to)) in self.ranges.iter().copied().enumerate() {
            let (known_from, known_to, known) = &last;
            let grows = *known_from == from && *known_to <= to;
            let value = if grows && (index == 0 || to - known_to <= SHORT || *known_to > from) {
                fold(*known_to, to, known.clone())
            } else if to.saturating_sub(from) <= SHORT || !self.comes_back(index) {
                fold(from, to, None)
            } else {
                tree.get_or_insert_with(|| Tree::over(self.rows, &leaf, &both)).query(from, to, &both)
            };
            last = (from, to, value.clone());
            made.push(value);
        }
        made
    }

    /// Whether the next stretch overlaps this one from another start: then folding each anew is too much.
    fn comes_back(&self, index: usize) -> bool {
        let Some((from, to)) = self.ranges.get(index) else { return false };
        let overlaps =
            |other: Option<&(u32, u32)>| other.is_some_and(|(first, end)| first != from && first < to && from < end);
        overlaps(self.ranges.get(index + 1))
            || overlaps(index.checked_sub(1).and_then(|before| self.ranges.get(before)))
    }

    /// The value of each stretch from its rows, for what cannot be merged; equal neighbours are asked once.
    ///
    /// # Errors
    /// Those of `value`, and `result-too-large`.
    pub fn each<S: Clone>(&self, mut value: impl FnMut(&[u32]) -> PolarsResult<S>) -> PolarsResult<Vec<S>> {
        let mut budget = Budget::new();
        let mut made: Vec<S> = Vec::with_capacity(self.ranges.len());
        let mut last: Option<(u32, u32)> = None;
        for range in self.ranges.iter().copied() {
            let known = made.last().filter(|_| last == Some(range)).cloned();
            let next = match known {
                Some(known) => known,
                None => {
                    let rows = self.rows_of(range);
                    budget.spend(rows.len())?;
                    value(rows)?
                }
            };
            made.push(next);
            last = Some(range);
        }
        Ok(made)
    }
}

/// Partial measures of the halves, quarters … of all positions.
struct Tree<S> {
    size: usize,
    nodes: Vec<Option<S>>,
}

impl<S: Clone> Tree<S> {
    fn over(rows: &[u32], leaf: &impl Fn(u32) -> Option<S>, both: &impl Fn(Option<S>, Option<S>) -> Option<S>) -> Self {
        let size = rows.len().next_power_of_two();
        let mut nodes: Vec<Option<S>> = vec![None; 2 * size];
        for (place, row) in rows.iter().enumerate() {
            nodes[size + place] = leaf(*row);
        }
        for node in (1..size).rev() {
            nodes[node] = both(nodes[2 * node].clone(), nodes[2 * node + 1].clone());
        }
        Self { size, nodes }
    }

    fn query(&self, from: u32, to: u32, both: &impl Fn(Option<S>, Option<S>) -> Option<S>) -> Option<S> {
        let (mut low, mut high) = (from as usize + self.size, to as usize + self.size);
        let (mut left, mut right) = (None, None);
        while low < high {
            if low % 2 == 1 {
                left = both(left, self.nodes[low].clone());
                low += 1;
            }
            if high % 2 == 1 {
                high -= 1;
                right = both(self.nodes[high].clone(), right);
            }
            low /= 2;
            high /= 2;
        }
        both(left, right)
    }
}
