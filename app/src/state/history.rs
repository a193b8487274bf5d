//! Undo and redo: whole documents before and after, bounded, each with the label of its edit.

use std::collections::VecDeque;

/// Snapshots kept: more than anyone walks back, few enough for long recipes.
pub const MAX_SNAPSHOTS: usize = 200;

/// One remembered edit: the document on its far side, and the message key that names the edit.
#[derive(Debug, Clone, PartialEq)]
struct Entry<T> {
    document: T,
    label: &'static str,
}

/// The edits that can be undone and redone.
#[derive(Debug, Clone, PartialEq)]
pub struct History<T> {
    past: VecDeque<Entry<T>>,
    future: Vec<Entry<T>>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { past: VecDeque::new(), future: Vec::new() }
    }
}

impl<T> History<T> {
    /// Remembers the document as it was before an edit. What had been undone is gone.
    pub fn record(&mut self, before: T, label: &'static str) {
        self.future.clear();
        self.past.push_back(Entry { document: before, label });
        if self.past.len() > MAX_SNAPSHOTS {
            self.past.pop_front();
        }
    }

    /// Takes back the last edit: gives the document before it and the edit's label.
    pub fn undo(&mut self, current: T) -> Option<(T, &'static str)> {
        let entry = self.past.pop_back()?;
        self.future.push(Entry { document: current, label: entry.label });
        Some((entry.document, entry.label))
    }

    /// Does the last undone edit again: gives the document after it and the edit's label.
    pub fn redo(&mut self, current: T) -> Option<(T, &'static str)> {
        let entry = self.future.pop()?;
        self.past.push_back(Entry { document: current, label: entry.label });
        Some((entry.document, entry.label))
    }

    /// Label of the edit that undo would take back.
    pub fn undo_label(&self) -> Option<&'static str> {
        self.past.back().map(|entry| entry.label)
    }

    /// Label of the edit that redo would do again.
    pub fn redo_label(&self) -> Option<&'static str> {
        self.future.last().map(|entry| entry.label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_walked_back_and_forth() {
        let mut history = History::default();
        let mut document = 0;
        for (next, label) in [(1, "one"), (2, "two"), (3, "three")] {
            history.record(document, label);
            document = next;
        }
        let (back, label) = history.undo(document).unwrap();
        assert_eq!((back, label, history.undo_label(), history.redo_label()), (2, "three", Some("two"), Some("three")));
        let (back, _) = history.undo(back).unwrap();
        let (forth, label) = history.redo(back).unwrap();
        assert_eq!((back, forth, label), (1, 2, "two"));
        history.record(forth, "other");
        assert_eq!(history.redo(9), None, "an edit after undo forgets what was undone");
    }

    #[test]
    fn only_so_many_are_kept() {
        let mut history = History::default();
        for edit in 0..MAX_SNAPSHOTS + 10 {
            history.record(edit, "edit");
        }
        let mut oldest = usize::MAX;
        while let Some((document, _)) = history.undo(oldest) {
            oldest = document;
        }
        assert_eq!(oldest, 10);
    }
}
