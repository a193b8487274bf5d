//! The dictionary as a candidate needs it: by file, with the names that stand in the files.

use generate::DataSpec;
use generate::spec::FileSpec;

use crate::Words;
use crate::file::dictionary::{ColumnEntry, Dictionary, TableEntry};

/// What stands in files that say the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Described {
    /// Names of the files; that of the table, where it has none.
    pub names: Vec<String>,
    /// What a row is.
    pub label: Words,
    /// Their columns, under the names that these have there.
    pub columns: Vec<ColumnEntry>,
}

/// The tables of the dictionary in their order, each as the files show it.
pub fn described(dictionary: &Dictionary, data: Option<&DataSpec>) -> Vec<Described> {
    let mut all = Vec::new();
    for table in &dictionary.tables {
        let mut own: Vec<Described> = Vec::new();
        let files = data.into_iter().flat_map(|data| data.files.iter().map(move |file| (data, file)));
        for (data, file) in files.filter(|(_, file)| file.table == table.name) {
            let columns = columns(table, data, file);
            match own.iter_mut().find(|known| known.columns == columns) {
                Some(known) => known.names.push(file.name.clone()),
                None => own.push(Described { names: vec![file.name.clone()], label: table.label.clone(), columns }),
            }
        }
        if own.is_empty() {
            let (names, label) = (vec![table.name.clone()], table.label.clone());
            own.push(Described { names, label, columns: table.columns.clone() });
        }
        all.extend(own);
    }
    all
}

/// What a file shows of a table, in the order of the file.
fn columns(table: &TableEntry, data: &DataSpec, file: &FileSpec) -> Vec<ColumnEntry> {
    if file.columns.is_empty() {
        return table.columns.clone();
    }
    let made = data.tables.iter().find(|made| made.name == table.name);
    let shown = file.columns.iter().filter_map(|shown| {
        let column = made?.columns.iter().find(|column| column.name == shown.column)?;
        // The dictionary may describe a column under another name.
        let described = column.label.as_ref().unwrap_or(&column.name);
        let entry = table.columns.iter().find(|entry| entry.name == *described)?;
        Some(ColumnEntry { name: shown.name.clone().unwrap_or_else(|| shown.column.clone()), ..entry.clone() })
    });
    shown.collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

    use super::*;

    #[test]
    fn columns_have_the_names_of_the_files() {
        let data: DataSpec = serde_json::from_value(serde_json::json!({
            "tables": [{"name": "loans", "rows": 3, "columns": [
                {"name": "loan", "kind": "sequence", "start": 1, "step": 1},
                {"name": "day", "kind": "sequence", "start": 1, "step": 1, "label": "date"},
            ]}],
            "files": [
                {"name": "a.csv", "table": "loans", "format": "csv", "columns": [{"column": "day", "name": "jour"}, {"column": "loan"}]},
                {"name": "b.csv", "table": "loans", "format": "csv", "columns": [{"column": "day", "name": "jour"}, {"column": "loan"}]},
                {"name": "c.csv", "table": "loans", "format": "csv"},
            ],
        }))
        .unwrap();
        let entry = |name: &str| ColumnEntry { name: name.into(), label: Words::default(), unit: None };
        let table = |name: &str| TableEntry {
            name: name.into(),
            label: Words::default(),
            columns: vec![entry("loan"), entry("date")],
        };
        let dictionary = Dictionary { tables: vec![table("loans"), table("others")] };
        let found = described(&dictionary, Some(&data));
        let names: Vec<_> = found
            .iter()
            .map(|one| (one.names.join(" "), one.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>()))
            .collect();
        let expected = [
            ("a.csv b.csv".to_owned(), vec!["jour", "loan"]),
            ("c.csv".to_owned(), vec!["loan", "date"]),
            ("others".to_owned(), vec!["loan", "date"]),
        ];
        assert_eq!(names, expected);
    }
}
