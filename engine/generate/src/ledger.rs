//! The truth: what dirt did, kept apart from the tables that carry it.
//!
//! Rows are named as in [`crate::value::Row`]. The way from a record of a rendered file to its row is
//! [`crate::value::Table::order`], the way back [`crate::value::Table::records`].

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::value::{Cell, Column, Row, Values};

/// What one dirt did to one column, or to whole rows.
#[derive(Debug, Clone)]
pub struct Marks {
    /// Table.
    pub table: String,
    /// Column; none where rows as a whole were copied, dropped or moved.
    pub column: Option<String>,
    /// The kind of dirt, as named in the registry.
    pub kind: &'static str,
    /// Place of the dirt in the specification's list.
    pub dirt: u32,
    /// The rows, in the order in which they were dirtied.
    pub rows: Vec<Row>,
    /// What stood there just before, one value for each row; empty for whole rows.
    pub originals: Column,
}

/// One dirtied cell or row.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// Table.
    pub table: &'a str,
    /// Row.
    pub row: Row,
    /// Column; none for a row as a whole.
    pub column: Option<&'a str>,
    /// The kind of dirt.
    pub kind: &'static str,
    /// What stood there just before.
    pub original: Cell<'a>,
}

/// Why values are missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mechanism {
    /// Completely at random.
    Mcar,
    /// At random, given another column.
    Mar,
    /// Not at random: it depends on the missing value.
    Mnar,
}

/// The mechanism behind the missing values of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missingness {
    /// Table.
    pub table: String,
    /// Column with missing values.
    pub column: String,
    /// Why they are missing.
    pub mechanism: Mechanism,
    /// The column that decides: another one for MAR, the column itself for MNAR, none for MCAR.
    pub driver: Option<String>,
}

/// Rows of one table that look alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// Table.
    pub table: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// Cells that look wrong and are true: who flags them is wrong. Their values in the table are the truth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Genuine {
    /// Table.
    pub table: String,
    /// Column.
    pub column: String,
    /// Rows.
    pub rows: Vec<Row>,
}

/// Everything that dirt did.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    /// Dirtied cells and rows, in the order of the dirt.
    pub marks: Vec<Marks>,
    /// Rows that are one entity: a first one and its duplicates, exact or not; by table.
    pub entities: BTreeMap<String, Entities>,
    /// Rows that look like one entity and are not: they must not be merged.
    pub twins: Vec<Alike>,
    /// Mechanisms of missing values.
    pub missingness: Vec<Missingness>,
    /// Cells that look wrong and are true.
    pub genuine: Vec<Genuine>,
}

impl Ledger {
    /// Every entry, in the order of the dirt.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.marks.iter().flat_map(|marks| {
            marks.rows.iter().enumerate().map(|(place, row)| Entry {
                table: &marks.table,
                row: *row,
                column: marks.column.as_deref(),
                kind: marks.kind,
                original: marks.originals.cell(place as u32),
            })
        })
    }

    /// The clean value of every dirtied cell of a column, by row: what stood there before the first dirt.
    pub fn truth(&self, table: &str, column: &str) -> BTreeMap<Row, Cell<'_>> {
        let mut truth = BTreeMap::new();
        for entry in self.entries().filter(|entry| entry.table == table && entry.column == Some(column)) {
            truth.entry(entry.row).or_insert(entry.original);
        }
        truth
    }

    /// Says that a row is a duplicate of another: both are one entity from now on.
    pub fn same_entity(&mut self, table: &str, row: Row, duplicate: Row) {
        let entities = self.entities.entry(table.to_owned()).or_default();
        let first = entities.first(row);
        entities.firsts.insert(duplicate, first);
        entities.groups.entry(first).or_insert_with(|| vec![first]).push(duplicate);
    }
}

/// Which rows of a table are one entity.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entities {
    firsts: BTreeMap<Row, Row>,
    groups: BTreeMap<Row, Vec<Row>>,
}

impl Entities {
    /// The row that stands for the entity of this one: itself unless it is a duplicate.
    pub fn first(&self, row: Row) -> Row {
        self.firsts.get(&row).copied().unwrap_or(row)
    }

    /// Entities of more than one row: the first one, then its duplicates.
    pub fn groups(&self) -> impl Iterator<Item = &[Row]> {
        self.groups.values().map(Vec::as_slice)
    }
}

impl Marks {
    /// Marks of whole rows.
    pub fn of_rows(table: &str, kind: &'static str, dirt: u32, rows: Vec<Row>) -> Self {
        let originals = Column::new("", Values::Boolean(Vec::new()));
        Self { table: table.to_owned(), column: None, kind, dirt, rows, originals }
    }
}
