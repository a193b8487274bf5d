//! Helpers that operations share: ports, columns that must exist, names that must be free.

use polars::prelude::{Column, DataType, Expr};
use protocol::operation::Example;
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use serde_json::Value;

use super::unify::hidden_last;
use super::{Findings, Tables};
use crate::sql::Expression;
use crate::table::{PROVENANCE, Table, column_type};
use crate::table_text::type_name;

/// The types whose cells are single values that steps compute with.
pub const CELLS: [ColumnType; 8] = [
    ColumnType::Boolean,
    ColumnType::Integer,
    ColumnType::Number,
    ColumnType::Decimal,
    ColumnType::Text,
    ColumnType::Date,
    ColumnType::Datetime,
    ColumnType::Time,
];

/// The table at a port.
///
/// # Errors
/// `step-input-missing`: the executor connects every required port before it runs a step.
pub fn input<'a>(tables: &'a Tables, port: &str) -> Checked<&'a Table> {
    tables.get(port).ok_or_else(|| Diagnostic::new(Code::StepInputMissing).with("port", port))
}

/// One table as the whole output.
pub fn main(table: Table) -> Tables {
    Tables::from([("main".to_owned(), table)])
}

/// Runs a check over the main input, if it is there.
pub fn on_main(tables: &Tables, check: impl FnOnce(&Table, &mut Findings)) -> Findings {
    let mut findings = Findings::new();
    match input(tables, "main") {
        Ok(table) => check(table, &mut findings),
        Err(finding) => findings.push(*finding),
    }
    findings
}

/// Finds columns that are not there; `field` is the JSON Pointer of the list or, for a single name, of the name.
pub fn must_exist<'a>(table: &Table, names: impl IntoIterator<Item = (String, &'a str)>, findings: &mut Findings) {
    for (field, name) in names {
        if name.is_empty() {
            findings.push(*Diagnostic::new(Code::ParamRequired).at_field(field));
        } else if let Err(finding) = table.column(name) {
            findings.push(*finding.at_field(field));
        }
    }
}

/// Names with their pointers `<list>/<index>`.
pub fn listed<'a>(list: &'a str, names: &'a [String]) -> impl Iterator<Item = (String, &'a str)> {
    names.iter().enumerate().map(move |(index, name)| (format!("{list}/{index}"), name.as_str()))
}

/// Finds an empty list where at least one entry is needed.
pub fn must_not_be_empty<T>(field: &str, list: &[T], findings: &mut Findings) {
    if list.is_empty() {
        findings.push(*Diagnostic::new(Code::ParamRequired).at_field(field));
    }
}

/// Finds a missing or unusable name of a new column.
pub fn must_be_named(field: &str, name: &str, findings: &mut Findings) {
    if name.trim().is_empty() || name.contains(PROVENANCE) {
        findings.push(*Diagnostic::new(Code::ParamRequired).at_field(field));
    }
}

/// Finds a column of a type that the computation is not defined on; `expected` is the type to convert to.
pub fn must_be_of(
    table: &Table,
    (field, name): (&str, &str),
    expected: ColumnType,
    suits: impl Fn(ColumnType) -> bool,
    findings: &mut Findings,
) {
    let Ok(column) = table.column(name) else { return };
    let found = column_type(column.dtype());
    if !suits(found) {
        let finding = Diagnostic::new(Code::ColumnType)
            .with("column", name)
            .with("found", type_name(found))
            .with("expected", type_name(expected));
        findings.push(*finding.at_field(field));
    }
}

/// A condition over the columns of a table; a bare null holds nowhere.
///
/// # Errors
/// Of the expression; `param-required` for none, `column-type` for one that is no truth value.
pub fn condition(text: &str, table: &Table) -> Checked<Expr> {
    if text.trim().is_empty() {
        return Err(Diagnostic::new(Code::ParamRequired));
    }
    let expression = Expression::compile(text, table.frame.schema())?;
    match expression.kind() {
        DataType::Boolean => Ok(expression.expr()),
        DataType::Null => Ok(expression.expr().cast(DataType::Boolean)),
        found => Err(Diagnostic::new(Code::ColumnType)
            .with("column", text)
            .with("found", type_name(column_type(&found)))
            .with("expected", type_name(ColumnType::Boolean))),
    }
}

/// Finds a number out of its range.
pub fn must_be_within(field: &str, value: i64, low: i64, high: i64, findings: &mut Findings) {
    if !(low..=high).contains(&value) {
        let finding = Diagnostic::new(Code::ParamRange).with("value", value).with("low", low).with("high", high);
        findings.push(*finding.at_field(field));
    }
}

/// Adds columns after the visible ones; one of a name that is there replaces it in its place.
///
/// # Errors
/// None that input can cause.
pub fn with_columns(table: &Table, made: impl IntoIterator<Item = Column>) -> Checked<Table> {
    let mut columns = table.frame.get_columns().to_vec();
    for column in made {
        match columns.iter_mut().find(|known| known.name() == column.name()) {
            Some(known) => *known = column,
            None => columns.push(column),
        }
    }
    Ok(Table { frame: hidden_last(columns)?, ordered: table.ordered })
}

/// Finds a name that stands twice.
pub fn must_differ<'a>(names: impl IntoIterator<Item = (String, &'a str)>, findings: &mut Findings) {
    let mut seen = std::collections::BTreeSet::new();
    for (field, name) in names {
        if !seen.insert(name) {
            findings.push(*Diagnostic::new(Code::ColumnDuplicate).with("column", name).at_field(field));
        }
    }
}

/// A runnable example over the main port.
pub fn example(name: &str, input: &str, params: Value, output: &str) -> Example {
    example_of(name, &[("main", input)], params, &[("main", output)])
}

/// A runnable example over several ports.
pub fn example_of(name: &str, inputs: &[(&str, &str)], params: Value, outputs: &[(&str, &str)]) -> Example {
    let ports = |tables: &[(&str, &str)]| {
        tables.iter().map(|(port, table)| ((*port).to_owned(), table.trim().to_owned())).collect()
    };
    Example { name: name.to_owned(), inputs: ports(inputs), params, outputs: ports(outputs) }
}
