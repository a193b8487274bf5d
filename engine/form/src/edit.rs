//! Edits: pure, so that undo is a matter of keeping the document before. What is refused leaves it as it was.

use protocol::Checked;
use serde_json::{Map, Value};

use crate::document::{Form, MAX_ROWS, Row, RowId, too_long};

impl Form {
    /// Adds an empty row so that it stands at `index`, or at the end if there are fewer; gives its id.
    ///
    /// # Errors
    /// `form-too-long`.
    pub fn insert(&mut self, index: usize) -> Checked<RowId> {
        if self.rows.len() >= MAX_ROWS {
            return Err(too_long(self.rows.len() + 1));
        }
        let id = self.fresh_id();
        let row = Row { id: id.clone(), cells: Map::new(), extra: Map::new() };
        self.rows.insert(index.min(self.rows.len()), row);
        Ok(id)
    }

    /// Fills a cell in; nothing empties it. Whether there was a row of that id and something to change.
    pub fn set(&mut self, row: &RowId, field: &str, value: Option<Value>) -> bool {
        let Some(row) = self.rows.iter_mut().find(|known| &known.id == row) else { return false };
        if row.cells.get(field) == value.as_ref() {
            return false;
        }
        match value {
            Some(value) => row.cells.insert(field.to_owned(), value),
            None => row.cells.shift_remove(field),
        };
        true
    }

    /// Moves a row so that it stands at `index` of the form, or at its end; whether it stands elsewhere now.
    pub fn move_to(&mut self, row: &RowId, index: usize) -> bool {
        let Some(from) = self.position(row) else { return false };
        let to = index.min(self.rows.len() - 1);
        let row = self.rows.remove(from);
        self.rows.insert(to, row);
        from != to
    }

    /// Takes a row out; links of other rows to it are found by [`crate::check()`]. Whether there was one.
    pub fn remove(&mut self, row: &RowId) -> bool {
        let Some(at) = self.position(row) else { return false };
        self.rows.remove(at);
        true
    }

    /// An id that no row has or had.
    pub(crate) fn fresh_id(&mut self) -> RowId {
        let highest = self.rows.iter().filter_map(|row| row.id.0.strip_prefix('r')?.parse::<u64>().ok()).max();
        self.last_row = self.last_row.max(highest.unwrap_or(0)).saturating_add(1);
        RowId(format!("r{}", self.last_row))
    }
}
