//! A small language of formulas over the columns of a row: for formula columns, text templates and conditions.
//!
//! `rent * 12`, `if(surface > 100, 'large', 'small')`, `year(born) >= 1950 and city in ('Lille', 'Douai')`.
//! Numbers are 64-bit floats (dates are days since 1970-01-01, times milliseconds), texts stand in single quotes, names
//! with other characters than letters, digits and `_` in double quotes. An operation on a missing value gives a
//! missing value; `and`, `or` and `not` are three-valued as in SQL; a division by zero is missing.
//!
//! Boundary: pure computation, in batches of rows. It is no SQL and shares nothing with the engine's gate: what an
//! author writes here never reaches a query.

mod eval;
mod functions;
mod lexer;
mod parse;
mod tree;

use std::borrow::Cow;

use protocol::Checked;

use crate::value::{Column, Row, Type};
pub use tree::Kind;
use tree::Node;

/// Rows that are computed at once.
pub const BATCH: usize = 1024;

/// A formula whose names and types are checked.
#[derive(Debug, Clone)]
pub struct Formula {
    node: Node,
    kind: Kind,
    columns: Vec<String>,
}

/// What a formula gave for a batch of rows.
#[derive(Debug)]
pub enum Batch<'a> {
    /// Numbers; NaN where there is no value.
    Numbers(Vec<f64>),
    /// Texts.
    Texts(Vec<Option<Cow<'a, str>>>),
    /// Truth values.
    Booleans(Vec<Option<bool>>),
}

/// The rows that a formula is computed over.
#[derive(Debug, Clone, Copy)]
pub struct Rowset<'a> {
    /// Columns of the table; names are found in them.
    pub columns: &'a [Column],
    /// For each row its place among those of its parent, from 0; empty if the table has no parent.
    pub places: &'a [u32],
}

impl Formula {
    /// Reads a formula. `types` gives the type of a column by name.
    ///
    /// # Errors
    /// Where the text cannot be read, names nothing, or combines types that do not go together.
    pub fn compile(text: &str, types: &dyn Fn(&str) -> Option<Type>) -> Checked<Self> {
        let (node, kind, columns) = parse::parse(text, types)?;
        Ok(Self { node, kind, columns })
    }

    /// The names of columns that a text reads, were it a formula; empty if it cannot be read.
    pub fn names(text: &str) -> Vec<String> {
        lexer::names(text)
    }

    /// What it gives.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The columns that it reads, each once.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// Its values for these rows.
    pub fn batch<'a>(&'a self, rowset: Rowset<'a>, rows: &[Row]) -> Batch<'a> {
        let columns: Vec<Option<&Column>> =
            self.columns.iter().map(|name| rowset.columns.iter().find(|column| column.name == *name)).collect();
        eval::eval(&self.node, &columns, rowset.places, rows)
    }

    /// Calls `each` with batches of the first `count` rows, in order.
    pub fn each_batch<'a>(&'a self, rowset: Rowset<'a>, count: Row, mut each: impl FnMut(Batch<'a>)) {
        let mut first = 0;
        let mut rows = Vec::with_capacity(BATCH);
        while first < count {
            let last = count.min(first + BATCH as u32);
            rows.clear();
            rows.extend(first..last);
            each(self.batch(rowset, &rows));
            first = last;
        }
    }

    /// For a condition: for which of the first `count` rows it is true.
    pub fn truths(&self, rowset: Rowset<'_>, count: Row) -> crate::value::Bits {
        let mut bits = crate::value::Bits::new();
        let mut row = 0;
        self.each_batch(rowset, count, |batch| {
            if let Batch::Booleans(values) = batch {
                for value in values {
                    if value == Some(true) {
                        bits.put(row, true);
                    }
                    row += 1;
                }
            }
        });
        bits
    }

    /// For a formula of numbers: its values for the first `count` rows, NaN where there is none.
    pub fn numbers(&self, rowset: Rowset<'_>, count: Row) -> Vec<f64> {
        let mut numbers = Vec::with_capacity(count as usize);
        self.each_batch(rowset, count, |batch| {
            if let Batch::Numbers(values) = batch {
                numbers.extend(values);
            }
        });
        numbers
    }
}

#[cfg(test)]
mod tests;
