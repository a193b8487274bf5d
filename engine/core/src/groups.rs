//! Which group each row belongs to: groups are numbered in the order of their first row, whatever the
//! hash of their keys.
//!
//! Boundary: keys of the common types; [`crate::frame::groups`] is the doorway for keys of any type.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};

use polars::prelude::*;

use crate::lists::Lists;

/// The groups of a frame.
#[derive(Debug, Clone, Default)]
pub struct Groups {
    /// Number of the group of each row.
    pub of_row: Vec<u32>,
    /// First row of each group.
    pub first: Vec<IdxSize>,
}

impl Groups {
    /// All rows as one group; of no row, none.
    pub fn whole(rows: usize) -> Self {
        Self { of_row: vec![0; rows], first: vec![0; usize::from(rows > 0)] }
    }

    /// Rows of each group.
    pub fn sizes(&self) -> Vec<IdxSize> {
        let mut sizes = vec![0; self.first.len()];
        for group in &self.of_row {
            sizes[*group as usize] += 1;
        }
        sizes
    }
}

/// Widest range of keys, and most pairs of keys, that are numbered through a table.
const MAX_TABLE: u64 = 1 << 23;
/// No group yet.
const NONE: u32 = u32::MAX;

/// Groups by key columns; `None` for a type that only Polars groups by.
///
/// # Errors
/// None that input can cause.
pub fn by(keys: &[Column]) -> PolarsResult<Option<Groups>> {
    let mut made: Option<Groups> = None;
    for key in keys {
        let Some(next) = one(key.as_materialized_series())? else { return Ok(None) };
        made = Some(match made {
            None => next,
            Some(before) => pair(&before, &next),
        });
    }
    Ok(made)
}

fn one(series: &Series) -> PolarsResult<Option<Groups>> {
    let series = series.rechunk();
    Ok(Some(match series.dtype() {
        DataType::String => texts(series.str()?),
        DataType::Boolean => numbered(series.bool()?.iter(), series.len(), Hashed::default()),
        DataType::Null => numbered(std::iter::repeat_n(None::<i64>, series.len()), series.len(), Hashed::default()),
        DataType::Int8
        | DataType::Int16
        | DataType::Int32
        | DataType::Int64
        | DataType::UInt8
        | DataType::UInt16
        | DataType::UInt32
        | DataType::Date
        | DataType::Datetime(..)
        | DataType::Time
        | DataType::Duration(..) => {
            let physical = series.to_physical_repr().cast(&DataType::Int64)?;
            integers(physical.i64()?)
        }
        DataType::Float32 => return one(&series.cast(&DataType::Float64)?),
        DataType::Float64 => {
            // Zeros are equal whatever their sign, and so is what is not a number.
            let bits = |cell: f64| if cell.is_nan() { u64::MAX } else { (cell + 0.0).to_bits() };
            numbered(series.f64()?.iter().map(|cell| cell.map(bits)), series.len(), Hashed::default())
        }
        DataType::List(_) => {
            let lists = Lists::of(&series)?;
            let Some(cells) = one(&lists.cells)? else { return Ok(None) };
            numbered(lists.iter().map(|list| list.map(|list| &cells.of_row[list])), series.len(), Hashed::default())
        }
        _ => return Ok(None),
    }))
}

/// Texts of at most 12 bytes lie inside their 16-byte views, which are then equal as the texts are.
fn texts(array: &StringChunked) -> Groups {
    let views = array.downcast_iter().next().filter(|chunk| chunk.total_buffer_len() == 0);
    match views.filter(|chunk| chunk.views().iter().all(|view| view.length <= 12)) {
        Some(chunk) if array.null_count() == 0 => {
            numbered(chunk.views().iter().map(|view| Some(view.as_u128())), array.len(), Hashed::default())
        }
        _ => numbered(array.iter(), array.len(), Hashed::default()),
    }
}

fn integers(array: &Int64Chunked) -> Groups {
    if let Some((low, high)) = array.min_max() {
        let span = high.wrapping_sub(low) as u64;
        if high >= low && span < MAX_TABLE && span <= 8 * array.len() as u64 + 1024 {
            let table = Table { low, numbers: vec![NONE; span as usize + 1] };
            return numbered(array.iter(), array.len(), table);
        }
    }
    numbered(array.iter(), array.len(), Hashed::default())
}

/// Two groupings of the same rows as one.
fn pair(left: &Groups, right: &Groups) -> Groups {
    let width = right.first.len() as u64;
    let pairs = width.saturating_mul(left.first.len() as u64);
    let rows = left.of_row.len();
    let cells = left.of_row.iter().zip(&right.of_row);
    if pairs <= MAX_TABLE && pairs <= 8 * rows as u64 + 1024 {
        let table = Table { low: 0, numbers: vec![NONE; pairs as usize] };
        numbered(cells.map(|(one, two)| Some((u64::from(*one) * width + u64::from(*two)) as i64)), rows, table)
    } else {
        numbered(cells.map(|(one, two)| Some(u64::from(*one) << 32 | u64::from(*two))), rows, Hashed::default())
    }
}

/// Where the number of a key is kept.
trait Numbers<K> {
    /// The place of the number of a key, [`NONE`] if it is new.
    fn place(&mut self, key: K) -> &mut u32;
}

struct Table {
    low: i64,
    numbers: Vec<u32>,
}

impl Numbers<i64> for Table {
    fn place(&mut self, key: i64) -> &mut u32 {
        &mut self.numbers[key.wrapping_sub(self.low) as usize]
    }
}

struct Hashed<K>(HashMap<K, u32, BuildHasherDefault<Fold>>);

impl<K> Default for Hashed<K> {
    fn default() -> Self {
        Self(HashMap::default())
    }
}

impl<K: Eq + Hash> Numbers<K> for Hashed<K> {
    fn place(&mut self, key: K) -> &mut u32 {
        self.0.entry(key).or_insert(NONE)
    }
}

fn numbered<K>(cells: impl Iterator<Item = Option<K>>, rows: usize, mut numbers: impl Numbers<K>) -> Groups {
    let mut of_row = Vec::with_capacity(rows);
    let mut first = Vec::new();
    let mut of_null = NONE;
    for (row, cell) in cells.enumerate() {
        let place = match cell {
            Some(key) => numbers.place(key),
            None => &mut of_null,
        };
        if *place == NONE {
            *place = first.len() as u32;
            first.push(row as IdxSize);
        }
        of_row.push(*place);
    }
    Groups { of_row, first }
}

/// A fast hash of short keys: nothing but speed hangs on it.
#[derive(Default)]
struct Fold(u64);

impl Fold {
    fn add(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for Fold {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            self.add(word.iter().rev().fold(0, |word, byte| word << 8 | u64::from(*byte)));
        }
        self.add(words.remainder().iter().fold(bytes.len() as u64, |word, byte| word << 8 | u64::from(*byte)));
    }

    fn write_u8(&mut self, value: u8) {
        self.add(u64::from(value));
    }

    fn write_u64(&mut self, value: u64) {
        self.add(value);
    }

    fn write_i64(&mut self, value: i64) {
        self.add(value as u64);
    }

    fn write_u128(&mut self, value: u128) {
        self.add(value as u64);
        self.add((value >> 64) as u64);
    }
}
