//! Checks of the columns that an operation reads and makes, and the table with what it made.

use std::collections::BTreeSet;

use polars::prelude::*;
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};

use crate::frame;
use crate::ops::Findings;
use crate::ops::columns::{listed, must_differ, must_exist, must_not_be_empty};
use crate::table::{PROVENANCE, Table, column_type};
use crate::table_text::type_name;

/// The types of numbers.
pub const NUMBERS: [ColumnType; 3] = [ColumnType::Number, ColumnType::Integer, ColumnType::Decimal];

/// Finds columns that are not there, or not of one of these types; the first type is the one that is asked for.
pub fn must_be<'a>(
    table: &Table,
    names: impl IntoIterator<Item = (String, &'a str)>,
    types: &[ColumnType],
    findings: &mut Findings,
) {
    for (field, name) in names {
        must_exist(table, [(field.clone(), name)], findings);
        let Ok(column) = table.column(name) else { continue };
        let found = column_type(column.dtype());
        if !types.contains(&found) {
            let expected = types.first().map(|kind| type_name(*kind)).unwrap_or_default();
            let finding = Diagnostic::new(Code::ColumnType).with("column", name).with("found", type_name(found));
            findings.push(*finding.with("expected", expected).at_field(field));
        }
    }
}

/// Finds a list of columns that is empty, or has one that is no text.
pub fn must_be_texts(table: &Table, columns: &[String], findings: &mut Findings) {
    must_not_be_empty("/columns", columns, findings);
    must_be(table, listed("/columns", columns), &[ColumnType::Text], findings);
}

/// Finds names of new columns that are empty, stand twice, or are those of columns that stay.
pub fn must_be_free<'a>(
    table: &Table,
    names: impl IntoIterator<Item = (String, &'a str)>,
    dropped: &[&str],
    findings: &mut Findings,
) {
    let names: Vec<(String, &str)> = names.into_iter().collect();
    for (field, name) in &names {
        if name.trim().is_empty() || name.contains(PROVENANCE) {
            findings.push(*Diagnostic::new(Code::ParamRequired).at_field(field.as_str()));
        } else if table.column(name).is_ok() && !dropped.contains(name) {
            findings.push(*Diagnostic::new(Code::ColumnDuplicate).with("column", *name).at_field(field.as_str()));
        }
    }
    must_differ(names.into_iter().filter(|(_, name)| !name.trim().is_empty()), findings);
}

/// The table with columns put in: one with the name of a column in its place, another after the visible ones.
///
/// # Errors
/// Only an inconsistency of the engine.
pub fn with_columns(table: &Table, made: Vec<Column>) -> Checked<Table> {
    let put = || -> PolarsResult<DataFrame> {
        let mut frame = table.frame.clone();
        let mut visible = table.visible_names().len();
        for column in made {
            if frame.get_column_index(column.name()).is_some() {
                frame.with_column(column)?;
            } else {
                frame.insert_column(visible, column)?;
                visible += 1;
            }
        }
        Ok(frame)
    };
    Ok(Table { frame: put().map_err(|error| frame::fault(&error))?, ordered: table.ordered })
}

/// The table without some of its columns.
pub fn without(table: &Table, names: &[&str]) -> Table {
    let names: BTreeSet<&str> = names.iter().copied().collect();
    Table { frame: table.frame.drop_many(names.into_iter().map(PlSmallStr::from_str)), ordered: table.ordered }
}

/// The table with text columns made anew, cell by cell, in their places; null stays null.
///
/// # Errors
/// Those of [`map_text`].
pub fn map_texts(table: &Table, columns: &[String], f: impl Fn(&str) -> String) -> Checked<Table> {
    let made = columns.iter().map(|name| map_text(table.column(name)?, |text| Some(f(text))));
    with_columns(table, made.collect::<Checked<_>>()?)
}

/// The cells of a text column, whatever it is stored as.
///
/// # Errors
/// Only of a column that is no text.
pub fn texts(column: &Column) -> Checked<StringChunked> {
    let texts = column.as_materialized_series().cast(&DataType::String);
    texts.and_then(|texts| texts.str().cloned()).map_err(|error| frame::fault(&error))
}

/// A text column made from one text column, cell by cell; null stays null.
///
/// # Errors
/// Only of a column that is no text.
pub fn map_text(column: &Column, mut f: impl FnMut(&str) -> Option<String>) -> Checked<Column> {
    let made: StringChunked = texts(column)?.iter().map(|cell| cell.and_then(&mut f)).collect();
    Ok(made.with_name(column.name().clone()).into_column())
}
