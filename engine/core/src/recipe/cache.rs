//! Results of steps, by what they were computed from.
//!
//! The key of a step is a hash of its operation, version, parameters, the keys of its inputs and the
//! identities of its files: an edit in the middle changes the keys of what is below, and only those.
//!
//! Tables share the columns that a step leaves as they are. Memory is counted once for each piece of a column, however
//! many tables hold it: otherwise twenty steps over one large table would seem to need twenty times its memory.

use std::collections::BTreeMap;
use std::rc::Rc;

use polars::prelude::{ArrayRef, Column};
use polars_arrow::array::{Utf8ViewArray, View};
use polars_arrow::compute::aggregate::estimated_bytes_size;

use crate::ops::Tables;
use crate::table::Table;

/// What a step is computed from.
pub type Key = [u8; 32];

/// The result of a step.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Tables by output port, also those that the step does not name.
    pub tables: Rc<Tables>,
    /// Bytes that were read from files for it.
    pub bytes_read: u64,
}

/// A store with a budget; what was used least recently goes first.
#[derive(Debug)]
pub struct Cache {
    budget_bytes: u64,
    used_bytes: u64,
    clock: u64,
    slots: BTreeMap<Key, Slot>,
    /// Pieces of columns by their address, which stays as long as a slot holds them.
    pieces: BTreeMap<usize, Piece>,
}

#[derive(Debug)]
struct Slot {
    entry: Entry,
    last_used: u64,
}

#[derive(Debug)]
struct Piece {
    bytes: u64,
    holders: u32,
}

/// The pieces of the columns of a result.
fn pieces(tables: &Tables) -> impl Iterator<Item = &ArrayRef> {
    let columns = tables.values().flat_map(|table| table.frame.get_columns());
    // A column of one value for all rows weighs nothing.
    let series = columns.filter_map(|column| if let Column::Series(series) = column { Some(series) } else { None });
    series.flat_map(|series| series.chunks())
}

/// Bytes that a piece takes. Where memory has 32 bits, Polars takes the length of texts that it has not counted yet for
/// four gigabytes.
fn weight(piece: &ArrayRef) -> u64 {
    const VIEW_BYTES: usize = size_of::<View>();
    let bytes = match piece.as_any().downcast_ref::<Utf8ViewArray>() {
        Some(texts) => texts.len() * VIEW_BYTES + texts.total_buffer_len(),
        None => estimated_bytes_size(piece.as_ref()),
    };
    bytes as u64
}

fn address(piece: &ArrayRef) -> usize {
    std::ptr::from_ref(piece.as_ref()).cast::<()>() as usize
}

impl Cache {
    /// A store for so many bytes of frames.
    pub fn new(budget_bytes: u64) -> Self {
        Self { budget_bytes, used_bytes: 0, clock: 0, slots: BTreeMap::new(), pieces: BTreeMap::new() }
    }

    /// The result, if it is still there. A table that was made in pieces (row groups of a file, tables put one below
    /// the other) is put together when it is first used again: not before its step is answered, and only once.
    pub fn get(&mut self, key: &Key) -> Option<Entry> {
        self.clock += 1;
        let slot = self.slots.get_mut(key)?;
        slot.last_used = self.clock;
        let in_pieces = |table: &Table| table.frame.get_columns().iter().any(|column| column.n_chunks() > 1);
        if !slot.entry.tables.values().any(in_pieces) {
            return Some(slot.entry.clone());
        }
        let mut entry = slot.entry.clone();
        let mut tables = entry.tables.as_ref().clone();
        self.remove(key);
        tables.values_mut().for_each(|table| table.frame.rechunk_mut());
        entry.tables = Rc::new(tables);
        self.insert(*key, entry.clone());
        Some(entry)
    }

    /// Keeps a result, and lets others go until the budget holds. The newest always stays.
    pub fn put(&mut self, key: Key, entry: Entry) {
        self.clock += 1;
        self.remove(&key);
        self.insert(key, entry);
        while self.used_bytes > self.budget_bytes && self.slots.len() > 1 {
            let oldest = self.slots.iter().min_by_key(|(_, slot)| slot.last_used).map(|(key, _)| *key);
            let Some(oldest) = oldest else { break };
            self.remove(&oldest);
        }
    }

    fn insert(&mut self, key: Key, entry: Entry) {
        for piece in pieces(&entry.tables) {
            let used_bytes = &mut self.used_bytes;
            let held = self.pieces.entry(address(piece)).or_insert_with(|| {
                let bytes = weight(piece);
                *used_bytes += bytes;
                Piece { bytes, holders: 0 }
            });
            held.holders += 1;
        }
        self.slots.insert(key, Slot { entry, last_used: self.clock });
    }

    fn remove(&mut self, key: &Key) {
        let Some(slot) = self.slots.remove(key) else { return };
        for piece in pieces(&slot.entry.tables) {
            let address = address(piece);
            let Some(held) = self.pieces.get_mut(&address) else { continue };
            held.holders -= 1;
            if held.holders == 0 {
                self.used_bytes -= held.bytes;
                self.pieces.remove(&address);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table_text;

    #[test]
    fn pieces_are_put_together_once() {
        let table = table_text::read("a:integer\n1\n2", None).unwrap();
        let frame = table.frame.vstack(&table.frame).unwrap();
        let pieces = |entry: &Entry| entry.tables["main"].frame.get_columns()[0].n_chunks();
        let tables = Rc::new(Tables::from([("main".to_owned(), Table { frame, ordered: false })]));
        let entry = Entry { tables, bytes_read: 0 };
        assert_eq!(pieces(&entry), 2);
        let mut cache = Cache::new(1 << 20);
        cache.put([1; 32], entry);
        let first = cache.get(&[1; 32]).unwrap();
        assert_eq!((pieces(&first), first.tables["main"].height()), (1, 4));
        assert!(Rc::ptr_eq(&first.tables, &cache.get(&[1; 32]).unwrap().tables));
    }

    fn entry() -> Entry {
        let table = table_text::read("a:integer\n1\n2", None).unwrap();
        Entry { tables: Rc::new(Tables::from([("main".to_owned(), table)])), bytes_read: 0 }
    }

    fn bytes(entry: &Entry) -> u64 {
        pieces(&entry.tables).map(weight).sum()
    }

    #[test]
    fn the_least_recently_used_goes_first() {
        let bytes = bytes(&entry());
        let mut cache = Cache::new(2 * bytes);
        cache.put([1; 32], entry());
        cache.put([2; 32], entry());
        assert!(cache.get(&[1; 32]).is_some());
        cache.put([3; 32], entry());
        assert!(cache.get(&[2; 32]).is_none());
        assert!(cache.get(&[1; 32]).is_some() && cache.get(&[3; 32]).is_some());
        cache.put([3; 32], entry());
        assert_eq!(cache.used_bytes, 2 * bytes);
    }

    #[test]
    fn a_column_of_many_tables_is_counted_once() {
        let first = entry();
        let bytes = bytes(&first);
        let mut cache = Cache::new(2 * bytes);
        for step in 1..=20 {
            let tables = Rc::new(first.tables.as_ref().clone());
            cache.put([step; 32], Entry { tables, bytes_read: 0 });
        }
        assert_eq!((cache.slots.len(), cache.used_bytes), (20, bytes));
        cache.put([21; 32], entry());
        cache.put([22; 32], entry());
        assert_eq!((cache.slots.len(), cache.used_bytes, cache.pieces.len()), (2, 2 * bytes, 2));
    }
}
