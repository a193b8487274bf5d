//! How the files of a table differ in their columns: the truth about schema drift that files declare.

use crate::spec::{DataSpec, FileSpec, TableSpec};

/// A column of a file that is otherwise than in the first file of its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// Name of the file.
    pub file: String,
    /// The column of the table.
    pub column: String,
    /// What became of it.
    pub drifted: Drifted,
}

/// What became of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drifted {
    /// It is there from this file on.
    Added {
        /// Its name in the file.
        name: String,
    },
    /// It is no longer there.
    Removed {
        /// Its name in the first file.
        name: String,
    },
    /// It has another name.
    Renamed {
        /// Its name in the first file.
        from: String,
        /// Its name in this one.
        to: String,
    },
}

/// Every difference between a file and the first one of its table, in the order of the files.
pub fn drift(spec: &DataSpec) -> Vec<Drift> {
    let mut all = Vec::new();
    for (place, file) in spec.files.iter().enumerate() {
        let first = spec.files[..place].iter().find(|first| first.table == file.table);
        let table = spec.tables.iter().find(|table| table.name == file.table);
        let (Some(first), Some(table)) = (first, table) else { continue };
        let (before, now) = (names(first, table), names(file, table));
        let of = |names: &[(String, String)], column: &str| {
            names.iter().find(|(known, _)| known == column).map(|(_, name)| name.clone())
        };
        let mut push = |column: &str, drifted| {
            all.push(Drift { file: file.name.clone(), column: column.to_owned(), drifted });
        };
        for (column, from) in &before {
            match of(&now, column) {
                None => push(column, Drifted::Removed { name: from.clone() }),
                Some(to) if to != *from => push(column, Drifted::Renamed { from: from.clone(), to }),
                Some(_) => {}
            }
        }
        for (column, name) in now.iter().filter(|(column, _)| of(&before, column).is_none()) {
            push(column, Drifted::Added { name: name.clone() });
        }
    }
    all
}

/// The columns that a file shows, with their names in it.
pub(super) fn names(file: &FileSpec, table: &TableSpec) -> Vec<(String, String)> {
    if file.columns.is_empty() {
        let shown = table.columns.iter().filter(|column| !column.hidden);
        return shown.map(|column| (column.name.clone(), column.name.clone())).collect();
    }
    let name = |name: &Option<String>, column: &String| name.as_ref().unwrap_or(column).clone();
    file.columns.iter().map(|shown| (shown.column.clone(), name(&shown.name, &shown.column))).collect()
}
