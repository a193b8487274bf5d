//! Figures of the engine for a form: the query that asks for them, and how its answer is read.

use pack::file::deliverables::FormFigures;
use protocol::TableRef;
use protocol::table::Window;

/// Name of the column that holds the figure in the answer.
const FIGURE: &str = "figure";

/// The query for figures; none for a table without a legal name.
pub fn query(figures: &FormFigures) -> Option<String> {
    let table: TableRef = figures.table.parse().ok()?;
    let columns: Vec<String> = figures.by.values().map(|column| quoted(column)).collect();
    let (value, groups) = match &figures.value {
        Some(value) => (quoted(value), String::new()),
        None if columns.is_empty() => ("count(*)".to_owned(), String::new()),
        None => ("count(*)".to_owned(), format!(" group by {}", columns.join(", "))),
    };
    let columns: String = columns.iter().map(|column| format!("{column}, ")).collect();
    Some(format!("select {columns}{value} as {FIGURE} from {table}{groups}"))
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The figures of an answer, each with what the fields of the form must say. Rows without a figure are left out.
pub fn read(figures: &FormFigures, by: &[&str], answer: &Window) -> Vec<(Vec<String>, f64)> {
    let Some((values, keys)) = answer.columns.split_last() else { return Vec::new() };
    let rows = values.cells.iter().enumerate().filter_map(|(row, value)| Some((row, value.as_ref()?.parse().ok()?)));
    let key = |row: usize| {
        let said = by.iter().map(|field| {
            let column = figures.by.keys().position(|known| known == field).and_then(|place| keys.get(place));
            let cell = column.and_then(|column| column.cells.get(row).cloned().flatten());
            cell.or_else(|| figures.with.get(*field).cloned()).unwrap_or_default()
        });
        said.collect()
    };
    rows.map(|(row, value)| (key(row), value)).collect()
}

#[cfg(test)]
mod tests {
    use protocol::table::{ColumnType, WindowColumn};

    use super::*;

    fn figures(value: Option<&str>, by: &[(&str, &str)], with: &[(&str, &str)]) -> FormFigures {
        let pairs = |list: &[(&str, &str)]| list.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        FormFigures {
            field: "count".to_owned(),
            table: "staging.found".to_owned(),
            value: value.map(str::to_owned),
            by: pairs(by),
            with: pairs(with),
        }
    }

    #[test]
    fn queries_count_rows_or_take_a_column() {
        for (value, by, asked) in [
            (
                None,
                &[("table", "source"), ("kind", "a\"b")][..],
                "select \"a\"\"b\", \"source\", count(*) as figure from staging.found group by \"a\"\"b\", \"source\"",
            ),
            (Some("n"), &[("column", "column")], "select \"column\", \"n\" as figure from staging.found"),
            (None, &[], "select count(*) as figure from staging.found"),
        ] {
            assert_eq!(query(&figures(value, by, &[])).as_deref(), Some(asked));
        }
        assert_eq!(query(&FormFigures { table: "a b".to_owned(), ..figures(None, &[], &[]) }), None);
    }

    #[test]
    fn answers_are_read_by_what_fields_must_say() {
        let column = |name: &str, cells: &[Option<&str>]| WindowColumn {
            name: name.to_owned(),
            kind: ColumnType::Text,
            cells: cells.iter().map(|cell| cell.map(str::to_owned)).collect(),
        };
        let asked = figures(None, &[("table", "source"), ("column", "column")], &[("kind", "missing")]);
        let answer = Window {
            offset: 0,
            total_rows: 3,
            columns: vec![
                column("column", &[Some("rent"), None, Some("age")]),
                column("source", &[Some("flats"), Some("flats"), Some("people")]),
                column("figure", &[Some("12"), Some("0.5"), None]),
            ],
            provenance: Vec::new(),
        };
        let said = |words: [&str; 3]| words.map(str::to_owned).to_vec();
        assert_eq!(
            read(&asked, &["table", "column", "kind"], &answer),
            [(said(["flats", "rent", "missing"]), 12.0), (said(["flats", "", "missing"]), 0.5),]
        );
    }
}
