//! What a kind of column can know before any row is made.

use std::collections::BTreeMap;

use protocol::{Arg, Checked, Code, Diagnostic};

use crate::formula::{Formula, Kind};
use crate::spec::{DataSpec, TableSpec};
use crate::value::Type;

/// What a column must be able to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// Another column of its table.
    Column(String),
    /// A column of another table.
    Other(String, String),
}

/// Type of a column, with the digits after the point where it is decimal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Type.
    pub kind: Type,
    /// Digits after the point; 0 unless it is decimal.
    pub scale: u8,
}

impl Shape {
    /// A type that needs no scale.
    pub fn of(kind: Type) -> Self {
        Self { kind, scale: 0 }
    }
}

/// The columns whose type is settled.
pub struct Scope<'a> {
    /// The specification.
    pub spec: &'a DataSpec,
    /// The table of the column.
    pub table: &'a TableSpec,
    pub(crate) shapes: &'a BTreeMap<(String, String), Shape>,
}

impl Scope<'_> {
    /// The shape of a column of the same table.
    ///
    /// # Errors
    /// If there is none of this name.
    pub fn column(&self, name: &str) -> Checked<Shape> {
        self.other(&self.table.name, name)
    }

    /// The shape of a column of any table.
    ///
    /// # Errors
    /// If there is no such table or column.
    pub fn other(&self, table: &str, name: &str) -> Checked<Shape> {
        if let Some(shape) = self.shapes.get(&(table.to_owned(), name.to_owned())) {
            return Ok(*shape);
        }
        let Some(found) = self.spec.tables.iter().find(|known| known.name == table) else {
            let names: Vec<String> = self.spec.tables.iter().map(|table| table.name.clone()).collect();
            return Err(Diagnostic::new(Code::DataTable).with("table", table).with("known", names));
        };
        let names: Vec<String> = found.columns.iter().map(|column| column.name.clone()).collect();
        Err(Diagnostic::new(Code::ColumnUnknown).with("column", name).with("candidates", Arg::List(names)))
    }

    /// A column of the same table that must be of one of these types.
    ///
    /// # Errors
    /// If there is none of this name, or it is of another type.
    pub fn typed(&self, name: &str, expected: &[Type]) -> Checked<Shape> {
        let shape = self.column(name)?;
        if expected.contains(&shape.kind) {
            return Ok(shape);
        }
        let names: Vec<String> = expected.iter().map(|kind| type_name(*kind).to_owned()).collect();
        let diagnostic = Diagnostic::new(Code::ColumnType).with("column", name).with("found", type_name(shape.kind));
        Err(diagnostic.with("expected", names.join(", ")))
    }

    /// A formula over the columns of the same table; `expected` is what it must give, if that matters.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn formula(&self, text: &str, expected: Option<Kind>) -> Checked<Formula> {
        let formula = Formula::compile(text, &|name| self.column(name).ok().map(|shape| shape.kind))?;
        match expected {
            Some(expected) if formula.kind() != expected => {
                let diagnostic = Diagnostic::new(Code::FormulaType).with("found", formula.kind().name());
                Err(diagnostic.with("expected", expected.name()))
            }
            _ => Ok(formula),
        }
    }
}

/// The name of a type in specifications.
pub fn type_name(kind: Type) -> &'static str {
    match kind {
        Type::Boolean => "boolean",
        Type::Integer => "integer",
        Type::Number => "number",
        Type::Decimal => "decimal",
        Type::Text => "text",
        Type::Date => "date",
        Type::Datetime => "datetime",
    }
}

/// A number that must be within limits.
///
/// # Errors
/// If it is not.
pub fn in_range(value: f64, low: f64, high: f64, field: &str) -> Checked<()> {
    if value >= low && value <= high {
        return Ok(());
    }
    let diagnostic = Diagnostic::new(Code::ParamRange).with("value", value).with("low", low).with("high", high);
    Err(diagnostic.at_field(format!("/{field}")))
}

/// What else is wrong with a parameter.
pub fn invalid(detail: impl Into<String>, field: &str) -> Box<Diagnostic> {
    Diagnostic::new(Code::ParamInvalid).with("detail", detail.into()).at_field(format!("/{field}"))
}
