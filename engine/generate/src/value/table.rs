//! A table: columns of one length, and the order in which its rows are shown.

use super::{Cell, Column};

/// A row, for life: the number of the clean row before dirt; rows that dirt adds get the numbers after.
///
/// Columns are stored by it, so no shuffle, removal or duplicate changes what it names.
pub type Row = u32;

/// A table.
#[derive(Debug, Clone)]
pub struct Table {
    /// Name, unique in the specification.
    pub name: String,
    columns: Vec<Column>,
    clean_rows: Row,
    origins: Vec<Row>,
    order: Vec<Row>,
}

impl Table {
    /// A clean table: its rows in order. Columns must have `rows` cells each.
    pub fn new(name: impl Into<String>, columns: Vec<Column>, rows: Row) -> Self {
        Self { name: name.into(), columns, clean_rows: rows, origins: Vec::new(), order: (0..rows).collect() }
    }

    /// Its columns, hidden ones included, in the order of the specification.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// A column by name, with its place.
    pub fn column(&self, name: &str) -> Option<(usize, &Column)> {
        self.columns.iter().enumerate().find(|(_, column)| column.name == name)
    }

    /// A column to change, by place.
    pub fn column_mut(&mut self, place: usize) -> Option<&mut Column> {
        self.columns.get_mut(place)
    }

    /// The cell of a row; null if there is no such cell.
    pub fn cell(&self, place: usize, row: Row) -> Cell<'_> {
        self.columns.get(place).map_or(Cell::Null, |column| column.cell(row))
    }

    /// How many rows there were before dirt.
    pub fn clean_rows(&self) -> Row {
        self.clean_rows
    }

    /// How many rows are stored: the clean ones and those that dirt added, shown or not.
    pub fn stored_rows(&self) -> Row {
        self.clean_rows + self.origins.len() as Row
    }

    /// The rows as they are shown: a record of a file is a place in this list, what stands there is its row.
    pub fn order(&self) -> &[Row] {
        &self.order
    }

    /// Shows rows in another order, fewer or more of them.
    pub fn reorder(&mut self, order: Vec<Row>) {
        self.order = order;
    }

    /// The place of each row in the order (the first, should it be shown twice); none if it is not shown.
    pub fn records(&self) -> Vec<Option<u32>> {
        let mut records = vec![None; self.stored_rows() as usize];
        for (record, row) in self.order.iter().enumerate().rev() {
            if let Some(place) = records.get_mut(*row as usize) {
                *place = Some(record as u32);
            }
        }
        records
    }

    /// The row that this one was copied from; none for a clean row.
    pub fn origin(&self, row: Row) -> Option<Row> {
        row.checked_sub(self.clean_rows).and_then(|added| self.origins.get(added as usize).copied())
    }

    /// The clean row at the root of copies.
    pub fn root(&self, mut row: Row) -> Row {
        while let Some(origin) = self.origin(row) {
            row = origin;
        }
        row
    }

    /// Adds a copy of a row without showing it; gives its number.
    pub fn push_copy(&mut self, row: Row) -> Row {
        let new = self.stored_rows();
        for column in &mut self.columns {
            column.push_copy(row);
        }
        self.origins.push(row);
        new
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Values;

    #[test]
    fn rows_keep_their_numbers_through_copies_and_orders() {
        let mut table = Table::new("t", vec![Column::new("n", Values::Integer(vec![10, 20, 30]))], 3);
        let copy = table.push_copy(1);
        let again = table.push_copy(copy);
        table.reorder(vec![again, 2, copy, 1]);
        assert_eq!((copy, again, table.origin(again), table.root(again)), (3, 4, Some(3), 1));
        assert_eq!(table.records(), [None, Some(3), Some(1), Some(2), Some(0)]);
        assert_eq!(table.cell(0, again), Cell::Integer(20));
    }
}
