//! What a kind of column is given to fill its column, and what it gives back.

use std::collections::BTreeMap;

use protocol::{Checked, Code, Diagnostic};

use crate::chance::{Seed, Stream, normal_cdf};
use crate::formula::Rowset;
use crate::value::{Bits, Column, Row, Table, Type, Values, ten_to};

/// In a link: the row has no row in the other table.
pub const NO_ROW: Row = Row::MAX;

/// For each row, a row of another table.
#[derive(Debug, Clone)]
pub struct Link {
    /// The other table.
    pub table: String,
    /// Its row for each row, or [`NO_ROW`].
    pub rows: Vec<Row>,
}

/// A filled column.
#[derive(Debug)]
pub struct Filled {
    /// Its values.
    pub values: Values,
    /// Which of them are null.
    pub nulls: Bits,
    /// For references: the rows that they mean.
    pub link: Option<Vec<Row>>,
}

impl From<Values> for Filled {
    fn from(values: Values) -> Self {
        Self { values, nulls: Bits::new(), link: None }
    }
}

/// How the draws of a column are tied to those of columns before it (a row of a Cholesky factor).
#[derive(Debug, Clone)]
pub(crate) struct Tie {
    /// The columns of the copula up to this one.
    pub(crate) columns: Vec<String>,
    /// The weight of the normal draw of each.
    pub(crate) weights: Vec<f64>,
}

/// What a kind of column is given.
pub struct Fill<'a> {
    pub(crate) seed: &'a Seed,
    /// Name of the table.
    pub table: &'a str,
    /// Name of the column.
    pub column: &'a str,
    /// Number of rows.
    pub rows: Row,
    /// The columns of the table that are filled.
    pub columns: &'a [Column],
    /// The tables that are filled.
    pub tables: &'a [Table],
    /// References of the table that are filled, by column.
    pub links: &'a BTreeMap<String, Link>,
    /// The rows of the table that this one has rows for each of, if any.
    pub parent: Option<&'a Link>,
    /// The place of each row among those of its parent, from 0; empty without a parent.
    pub places: &'a [u32],
    pub(crate) tie: Option<&'a Tie>,
}

impl Fill<'_> {
    /// The stream of this column for a purpose.
    pub fn stream(&self, purpose: &str) -> Stream {
        self.seed.stream(&[self.table, self.column, purpose])
    }

    /// A stream that all columns of the table with this draw have in common: they draw the same thing from it.
    pub fn shared_stream(&self, draw: &str, purpose: &str) -> Stream {
        self.seed.stream(&[self.table, "", draw, purpose])
    }

    /// Uniform numbers, one for each row in order: tied to other columns where a copula says so.
    pub fn units(&self) -> Units {
        let Some(tie) = self.tie else { return Units::Free(Box::new(self.stream("value"))) };
        let streams = tie.columns.iter().map(|column| self.seed.stream(&[self.table, column, "copula"]));
        Units::Tied(streams.zip(tie.weights.iter().copied()).collect())
    }

    /// The columns for formulas.
    pub fn rowset(&self) -> Rowset<'_> {
        Rowset { columns: self.columns, places: self.places }
    }

    /// An error that only a kind with wrong needs can cause.
    pub fn missing(&self, name: &str) -> Box<Diagnostic> {
        missing(name)
    }

    /// A filled column of the table.
    ///
    /// # Errors
    /// If it is not filled: [`super::ColumnKind::needs`] did not name it.
    pub fn of(&self, name: &str) -> Checked<&Column> {
        self.columns.iter().find(|column| column.name == name).ok_or_else(|| missing(name))
    }

    /// A filled table.
    ///
    /// # Errors
    /// If it is not filled: [`super::ColumnKind::needs`] did not name it.
    pub fn other(&self, table: &str) -> Checked<&Table> {
        self.tables.iter().find(|known| known.name == table).ok_or_else(|| missing(table))
    }
}

fn missing(name: &str) -> Box<Diagnostic> {
    Diagnostic::new(Code::EngineInternal).with("detail", format!("not filled: {name}"))
}

/// Uniform numbers strictly between 0 and 1.
pub enum Units {
    /// By themselves.
    Free(Box<Stream>),
    /// By a Gaussian copula: normal draws of several columns, weighted.
    Tied(Vec<(Stream, f64)>),
}

impl Units {
    /// The next number.
    #[inline]
    pub fn draw(&mut self) -> f64 {
        match self {
            Self::Free(stream) => stream.unit(),
            Self::Tied(streams) => {
                let normal = streams.iter_mut().fold(0.0, |sum, (stream, weight)| sum + *weight * stream.normal());
                normal_cdf(normal).clamp(1e-16, 1.0 - 1e-16)
            }
        }
    }
}

/// Numbers as a type: rounded (half away from zero) for all but numbers, which may not be NaN.
pub(crate) fn typed(mut numbers: Vec<f64>, kind: Type, scale: u8) -> Values {
    match kind {
        Type::Integer => Values::Integer(numbers.into_iter().map(|value| value.round() as i64).collect()),
        Type::Datetime => Values::Datetime(numbers.into_iter().map(|value| value.round() as i64).collect()),
        Type::Date => Values::Date(numbers.into_iter().map(|value| value.floor() as i32).collect()),
        Type::Decimal => {
            let one = ten_to(scale);
            Values::Decimal(numbers.into_iter().map(|value| (value * one).round() as i64).collect(), scale)
        }
        Type::Number | Type::Text | Type::Boolean => {
            numbers.iter_mut().filter(|value| value.is_nan()).for_each(|value| *value = 0.0);
            Values::Number(numbers)
        }
    }
}
