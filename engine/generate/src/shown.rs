//! What a file shows of its table: which rows as its records, which columns under which names.

use crate::make::Generated;
use crate::spec::{DataSpec, FileSpec};
use crate::value::{Row, Table};

/// The rows of a file, in the order of its records; empty if there is no such file.
pub fn rows(spec: &DataSpec, generated: &Generated, file: usize) -> Vec<Row> {
    let Some(table) = spec.files.get(file).and_then(|file| table(file, generated)) else { return Vec::new() };
    let condition = generated.files.get(file).and_then(Option::as_ref);
    let meets = |row: Row| condition.is_none_or(|bits| bits.get(table.root(row)));
    table.order().iter().copied().filter(|row| meets(*row)).collect()
}

/// The columns of a file: place in the table, and name in the file.
pub fn columns<'a>(spec: &'a DataSpec, generated: &'a Generated, file: usize) -> Vec<(usize, &'a str)> {
    let Some((file, table)) = spec.files.get(file).and_then(|file| Some((file, table(file, generated)?))) else {
        return Vec::new();
    };
    if file.columns.is_empty() {
        let shown = table.columns().iter().enumerate().filter(|(_, column)| !column.hidden);
        return shown.map(|(place, column)| (place, column.name.as_str())).collect();
    }
    let named = file.columns.iter().filter_map(|shown| {
        let (place, _) = table.column(&shown.column)?;
        Some((place, shown.name.as_deref().unwrap_or(&shown.column)))
    });
    named.collect()
}

/// The table that a file shows.
pub fn table<'a>(file: &FileSpec, generated: &'a Generated) -> Option<&'a Table> {
    generated.tables.iter().find(|table| table.name == file.table)
}
