//! A column: a vector of its type, what is null, and what files show instead of a value.

use std::collections::BTreeMap;

use super::cell::ten_to;
use super::{Bits, Cell, Texts, Type};

/// The values of a column, one for each row; what stands under a null has no meaning.
#[derive(Debug, Clone)]
pub enum Values {
    /// True, false.
    Boolean(Vec<bool>),
    /// Integers.
    Integer(Vec<i64>),
    /// Numbers; never NaN.
    Number(Vec<f64>),
    /// Units of 10^−scale.
    Decimal(Vec<i64>, u8),
    /// Texts.
    Text(Texts),
    /// Days since 1970-01-01.
    Date(Vec<i32>),
    /// Milliseconds since 1970-01-01 00:00.
    Datetime(Vec<i64>),
}

impl Values {
    /// No values of this type; `scale` counts for decimals only.
    pub fn empty(kind: Type, scale: u8) -> Self {
        match kind {
            Type::Boolean => Self::Boolean(Vec::new()),
            Type::Integer => Self::Integer(Vec::new()),
            Type::Number => Self::Number(Vec::new()),
            Type::Decimal => Self::Decimal(Vec::new(), scale),
            Type::Text => Self::Text(Texts::default()),
            Type::Date => Self::Date(Vec::new()),
            Type::Datetime => Self::Datetime(Vec::new()),
        }
    }

    /// Their type.
    pub fn kind(&self) -> Type {
        match self {
            Self::Boolean(_) => Type::Boolean,
            Self::Integer(_) => Type::Integer,
            Self::Number(_) => Type::Number,
            Self::Decimal(..) => Type::Decimal,
            Self::Text(_) => Type::Text,
            Self::Date(_) => Type::Date,
            Self::Datetime(_) => Type::Datetime,
        }
    }

    /// How many.
    pub fn len(&self) -> usize {
        match self {
            Self::Boolean(values) => values.len(),
            Self::Integer(values) | Self::Datetime(values) | Self::Decimal(values, _) => values.len(),
            Self::Number(values) => values.len(),
            Self::Text(values) => values.len(),
            Self::Date(values) => values.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn get(&self, row: usize) -> Cell<'_> {
        let found = match self {
            Self::Boolean(values) => values.get(row).map(|value| Cell::Boolean(*value)),
            Self::Integer(values) => values.get(row).map(|value| Cell::Integer(*value)),
            Self::Number(values) => values.get(row).map(|value| Cell::Number(*value)),
            Self::Decimal(values, scale) => values.get(row).map(|value| Cell::Decimal(*value, *scale)),
            Self::Text(values) => Some(Cell::Text(values.get(row))),
            Self::Date(values) => values.get(row).map(|value| Cell::Date(*value)),
            Self::Datetime(values) => values.get(row).map(|value| Cell::Datetime(*value)),
        };
        found.unwrap_or(Cell::Null)
    }

    fn push_copy(&mut self, row: usize) {
        fn again<T: Copy + Default>(values: &mut Vec<T>, row: usize) {
            let value = values.get(row).copied().unwrap_or_default();
            values.push(value);
        }
        match self {
            Self::Boolean(values) => again(values, row),
            Self::Integer(values) | Self::Datetime(values) | Self::Decimal(values, _) => again(values, row),
            Self::Number(values) => again(values, row),
            Self::Text(values) => values.push_copy(row),
            Self::Date(values) => again(values, row),
        }
    }

    fn push_default(&mut self) {
        match self {
            Self::Boolean(values) => values.push(false),
            Self::Integer(values) | Self::Datetime(values) | Self::Decimal(values, _) => values.push(0),
            Self::Number(values) => values.push(0.0),
            Self::Text(values) => values.push_piece(super::Piece::default()),
            Self::Date(values) => values.push(0),
        }
    }

    /// Puts a value of the column's type in place; false if it is of another type.
    fn put(&mut self, row: usize, cell: Cell<'_>) -> bool {
        fn set<T>(values: &mut [T], row: usize, value: T) -> bool {
            values.get_mut(row).map(|place| *place = value).is_some()
        }
        match (self, cell) {
            (Self::Boolean(values), Cell::Boolean(value)) => set(values, row, value),
            (Self::Integer(values), Cell::Integer(value)) => set(values, row, value),
            (Self::Number(values), Cell::Number(value)) => set(values, row, value),
            (Self::Decimal(values, scale), Cell::Decimal(value, same)) if *scale == same => set(values, row, value),
            (Self::Text(values), Cell::Text(value)) => {
                values.set(row, value);
                row < values.len()
            }
            (Self::Date(values), Cell::Date(value)) => set(values, row, value),
            (Self::Datetime(values), Cell::Datetime(value)) => set(values, row, value),
            _ => false,
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct Column {
    /// Name, unique in its table.
    pub name: String,
    /// Whether it only helps other columns and is never written to a file.
    pub hidden: bool,
    values: Values,
    nulls: Bits,
    written: BTreeMap<u32, Box<str>>,
}

impl Column {
    /// A column without nulls.
    pub fn new(name: impl Into<String>, values: Values) -> Self {
        Self { name: name.into(), hidden: false, values, nulls: Bits::new(), written: BTreeMap::new() }
    }

    /// The same with these rows null.
    pub fn with_nulls(mut self, nulls: Bits) -> Self {
        self.nulls = nulls;
        self
    }

    /// Its type.
    pub fn kind(&self) -> Type {
        self.values.kind()
    }

    /// The vector behind it, for fast passes: look at [`Column::nulls`] and [`Column::written`] too.
    pub fn values(&self) -> &Values {
        &self.values
    }

    /// Which rows are null.
    pub fn nulls(&self) -> &Bits {
        &self.nulls
    }

    /// What files show instead of the value, by row. A column with any is a column of text to a typed format.
    pub fn written(&self) -> &BTreeMap<u32, Box<str>> {
        &self.written
    }

    /// Number of stored rows, those that are no longer shown included.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether it has no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The cell of a row, as a file shows it.
    pub fn cell(&self, row: u32) -> Cell<'_> {
        if self.nulls.get(row) {
            return Cell::Null;
        }
        if !self.written.is_empty()
            && let Some(text) = self.written.get(&row)
        {
            return Cell::Written(text);
        }
        self.values.get(row as usize)
    }

    /// The text of a cell; none if it is null, written over, or of another type.
    pub fn text(&self, row: u32) -> Option<&str> {
        match self.cell(row) {
            Cell::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number of a cell ([`Cell::number`]).
    pub fn number(&self, row: u32) -> Option<f64> {
        self.cell(row).number()
    }

    /// Changes a cell. A value of another type than the column's is kept as what files show; numbers are converted to
    /// integers and decimals by rounding.
    pub fn set(&mut self, row: u32, cell: Cell<'_>) {
        self.written.remove(&row);
        self.nulls.put(row, cell.is_null());
        let fitted = match (&self.values, cell) {
            (_, Cell::Null) => return,
            (Values::Integer(_), Cell::Number(value)) => Cell::Integer(value.round() as i64),
            (Values::Decimal(_, scale), Cell::Number(value)) => {
                Cell::Decimal((value * ten_to(*scale)).round() as i64, *scale)
            }
            (Values::Number(_), Cell::Integer(value)) => Cell::Number(value as f64),
            _ => cell,
        };
        if !self.values.put(row as usize, fitted) {
            self.written.insert(row, cell.to_string().into());
        }
    }

    /// Adds a row with this value, as [`Column::set`] would set it.
    pub fn push(&mut self, cell: Cell<'_>) {
        let row = self.len() as u32;
        self.values.push_default();
        self.set(row, cell);
    }

    /// No rows, of the same type.
    pub fn empty_like(&self) -> Self {
        let scale = if let Values::Decimal(_, scale) = self.values { scale } else { 0 };
        Self::new(self.name.clone(), Values::empty(self.kind(), scale))
    }

    /// Adds a row that is a copy of another.
    pub fn push_copy(&mut self, row: u32) {
        let new = self.len() as u32;
        self.values.push_copy(row as usize);
        if self.nulls.get(row) {
            self.nulls.put(new, true);
        }
        if let Some(text) = self.written.get(&row).cloned() {
            self.written.insert(new, text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_set_in_their_type_or_written_over() {
        let mut column = Column::new("rent", Values::Decimal(vec![100, 200, 300], 2));
        column.set(0, Cell::Number(1.005));
        column.set(1, Cell::Written("2,00 €"));
        column.set(2, Cell::Null);
        column.push_copy(1);
        column.push_copy(2);
        let cells: Vec<String> = (0..5).map(|row| column.cell(row).to_string()).collect();
        assert_eq!(cells, ["1.00", "2,00 €", "", "2,00 €", ""]);
        assert!(column.cell(4).is_null() && column.nulls().count() == 2);
        column.set(1, Cell::Text("n/a"));
        assert_eq!(column.cell(1), Cell::Written("n/a"));
        column.set(1, Cell::Decimal(5, 2));
        assert_eq!(column.cell(1), Cell::Decimal(5, 2));
    }
}
