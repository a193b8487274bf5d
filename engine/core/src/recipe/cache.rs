//! Results of steps, by what they were computed from.
//!
//! The key of a step is a hash of its operation, version, parameters, the keys of its inputs and the
//! identities of its files: an edit in the middle changes the keys of what is below, and only those.

use std::collections::BTreeMap;
use std::rc::Rc;

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
}

#[derive(Debug)]
struct Slot {
    entry: Entry,
    bytes: u64,
    last_used: u64,
}

impl Cache {
    /// A store for so many bytes of frames.
    pub fn new(budget_bytes: u64) -> Self {
        Self { budget_bytes, used_bytes: 0, clock: 0, slots: BTreeMap::new() }
    }

    /// The result, if it is still there. A table that was made in pieces (row groups of a file, tables put one below
    /// the other) is put together when it is first used again: not before its step is answered, and only once.
    pub fn get(&mut self, key: &Key) -> Option<Entry> {
        self.clock += 1;
        let slot = self.slots.get_mut(key)?;
        slot.last_used = self.clock;
        let in_pieces = |table: &Table| table.frame.get_columns().iter().any(|column| column.n_chunks() > 1);
        if slot.entry.tables.values().any(in_pieces) {
            let mut tables = slot.entry.tables.as_ref().clone();
            tables.values_mut().for_each(|table| table.frame.rechunk_mut());
            slot.entry.tables = Rc::new(tables);
        }
        Some(slot.entry.clone())
    }

    /// Keeps a result, and lets others go until the budget holds. The newest always stays.
    pub fn put(&mut self, key: Key, entry: Entry) {
        self.clock += 1;
        let bytes = entry.tables.values().map(|table| table.frame.estimated_size() as u64).sum();
        self.remove(&key);
        self.used_bytes += bytes;
        self.slots.insert(key, Slot { entry, bytes, last_used: self.clock });
        while self.used_bytes > self.budget_bytes && self.slots.len() > 1 {
            let oldest = self.slots.iter().min_by_key(|(_, slot)| slot.last_used).map(|(key, _)| *key);
            let Some(oldest) = oldest else { break };
            self.remove(&oldest);
        }
    }

    fn remove(&mut self, key: &Key) {
        if let Some(slot) = self.slots.remove(key) {
            self.used_bytes -= slot.bytes;
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

    #[test]
    fn the_least_recently_used_goes_first() {
        let table = table_text::read("a:integer\n1\n2", None).unwrap();
        let bytes = table.frame.estimated_size() as u64;
        let entry = Entry { tables: Rc::new(Tables::from([("main".to_owned(), table)])), bytes_read: 0 };
        let mut cache = Cache::new(2 * bytes);
        cache.put([1; 32], entry.clone());
        cache.put([2; 32], entry.clone());
        assert!(cache.get(&[1; 32]).is_some());
        cache.put([3; 32], entry.clone());
        assert!(cache.get(&[2; 32]).is_none());
        assert!(cache.get(&[1; 32]).is_some() && cache.get(&[3; 32]).is_some());
        cache.put([3; 32], entry);
        assert_eq!(cache.used_bytes, 2 * bytes);
    }
}
