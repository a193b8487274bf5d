//! A column of a file as values of one type, for formats that the engine writes (Parquet).

use std::borrow::Cow;

use super::View;
use crate::value::{Cell, Type};

/// What a pattern holds of a cell; none if it is another.
macro_rules! pick {
    ($cell:expr, $pattern:pat => $value:expr) => {
        if let $pattern = $cell { Some($value) } else { None }
    };
}

/// The values of a column, one for each record.
#[derive(Debug, Clone, PartialEq)]
pub enum Typed<'a> {
    /// True, false.
    Boolean(Vec<Option<bool>>),
    /// Integers.
    Integer(Vec<Option<i64>>),
    /// Numbers.
    Number(Vec<Option<f64>>),
    /// Units of 10^−scale.
    Decimal(Vec<Option<i64>>, u8),
    /// Texts.
    Text(Vec<Option<Cow<'a, str>>>),
    /// Days since 1970-01-01.
    Date(Vec<Option<i32>>),
    /// Milliseconds since 1970-01-01 00:00.
    Datetime(Vec<Option<i64>>),
}

impl View<'_> {
    /// The type that a column has in the file: that of its values, unless one of them is written over; then it is text.
    pub fn kind(&self, place: usize) -> Option<Type> {
        let column = self.columns().get(place)?.column;
        let written = column.written();
        let shows = !written.is_empty() && self.rows().iter().any(|row| written.contains_key(row));
        Some(if shows { Type::Text } else { column.kind() })
    }

    /// The values of a column of the file. A column of text gives other values in plain form.
    pub fn typed(&self, place: usize) -> Option<Typed<'_>> {
        let column = self.columns().get(place)?.column;
        let cells = self.rows().iter().map(|row| column.cell(*row));
        Some(match self.kind(place)? {
            Type::Boolean => Typed::Boolean(cells.map(|cell| pick!(cell, Cell::Boolean(value) => value)).collect()),
            Type::Integer => Typed::Integer(cells.map(|cell| pick!(cell, Cell::Integer(value) => value)).collect()),
            Type::Number => Typed::Number(cells.map(|cell| pick!(cell, Cell::Number(value) => value)).collect()),
            Type::Decimal => {
                let mut scale = 0;
                let units = cells.map(|cell| {
                    pick!(cell, Cell::Decimal(units, digits) => {
                        scale = digits;
                        units
                    })
                });
                let units = units.collect();
                Typed::Decimal(units, scale)
            }
            Type::Date => Typed::Date(cells.map(|cell| pick!(cell, Cell::Date(value) => value)).collect()),
            Type::Datetime => Typed::Datetime(cells.map(|cell| pick!(cell, Cell::Datetime(value) => value)).collect()),
            Type::Text => {
                let texts = cells.map(|cell| match cell {
                    Cell::Null => None,
                    Cell::Text(text) | Cell::Written(text) => Some(Cow::Borrowed(text)),
                    cell => Some(Cow::Owned(cell.to_string())),
                });
                Typed::Text(texts.collect())
            }
        })
    }
}
