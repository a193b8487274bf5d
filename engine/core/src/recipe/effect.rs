//! What a step does to its main input: rows, columns and cells touched, with examples.

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::*;
use protocol::report::Effect;
use protocol::table::{ColumnInfo, WindowColumn};

use crate::table::Table;
use crate::window::window_column;

/// Rows that are shown as examples.
const EXAMPLES: usize = 10;
/// Rows that are shown of those that go.
const REMOVED_EXAMPLES: usize = 5;

/// Compares the main input of a step (if it has one) with its outputs.
pub fn effect(before: Option<&Table>, after: &Table, rejected: Option<&Table>) -> Effect {
    let columns_before = before.map(Table::columns).unwrap_or_default();
    let columns_after = after.columns();
    let find = |columns: &[ColumnInfo], name: &str| columns.iter().find(|column| column.name == name).cloned();
    let names = |columns: &[ColumnInfo], others: &[ColumnInfo]| -> Vec<String> {
        let only = columns.iter().filter(|column| find(others, &column.name).is_none());
        only.map(|column| column.name.clone()).collect()
    };
    let common: Vec<&ColumnInfo> =
        columns_after.iter().filter(|column| find(&columns_before, &column.name).is_some()).collect();
    let retyped = common.iter().filter(|column| find(&columns_before, &column.name).as_ref() != Some(*column));
    let columns_retyped = retyped.map(|column| column.name.clone()).collect();
    let compared = before.and_then(|before| Comparison::of(before, after, &common));
    let rows = example_rows(after, compared.as_ref());
    let (mut examples_before, mut examples_removed) = (Vec::new(), Vec::new());
    if let (Some(before), Some(compared)) = (before, &compared) {
        let matched: Vec<Option<usize>> = rows.iter().map(|row| compared.pairs[*row]).collect();
        examples_before = rows_of(before, &matched);
        let removed: Vec<Option<usize>> =
            compared.removed.iter().take(REMOVED_EXAMPLES).map(|row| Some(*row)).collect();
        examples_removed = rows_of(before, &removed);
    }
    Effect {
        rows_before: before.map_or(0, |table| table.height() as u64),
        rows_after: after.height() as u64,
        rows_added: compared.as_ref().map(|compared| compared.added),
        rows_removed: compared.as_ref().map(|compared| compared.removed.len() as u64),
        columns_added: names(&columns_after, &columns_before),
        columns_removed: names(&columns_before, &columns_after),
        columns_retyped,
        cells_changed: compared.as_ref().map(|compared| compared.by_column.iter().map(|(_, cells)| cells).sum()),
        changed_by_column: compared.map(|compared| compared.by_column).unwrap_or_default(),
        rows_rejected: rejected.map_or(0, |table| table.height() as u64),
        examples: rows_of(after, &rows.into_iter().map(Some).collect::<Vec<_>>()),
        examples_before,
        examples_removed,
    }
}

/// What becomes of the rows of one table in another, matched by the records they come from.
struct Comparison {
    /// For each row after, the row before that it comes from.
    pairs: Vec<Option<usize>>,
    /// Rows after that come from no row before, or not as its first.
    added: u64,
    /// Rows before that nothing comes from.
    removed: Vec<usize>,
    /// Rows after in which a cell is another than before.
    changed: BTreeSet<usize>,
    /// Columns of both with cells that are others than before, and how many.
    by_column: Vec<(String, u64)>,
}

impl Comparison {
    /// Nothing, where rows cannot be matched: no common source, or a record that stands in several rows before.
    fn of(before: &Table, after: &Table, columns: &[&ColumnInfo]) -> Option<Self> {
        let pairs = match_rows(before, after)?;
        let mut met = vec![false; before.height()];
        let mut added = 0;
        for pair in &pairs {
            match pair {
                Some(row) if !met[*row] => met[*row] = true,
                _ => added += 1,
            }
        }
        let removed = met.iter().enumerate().filter(|(_, met)| !**met).map(|(row, _)| row).collect();
        let mut compared = Self { pairs, added, removed, changed: BTreeSet::new(), by_column: Vec::new() };
        let order = indices(&compared.pairs);
        for ColumnInfo { name, .. } in columns {
            let (Ok(old), Ok(new)) = (before.frame.column(name), after.frame.column(name)) else { continue };
            let Ok(old) = old.take(&order) else { continue };
            let rows: Vec<usize> =
                differing(&old, new).into_iter().filter(|row| compared.pairs[*row].is_some()).collect();
            if !rows.is_empty() {
                compared.by_column.push((name.clone(), rows.len() as u64));
                compared.changed.extend(rows);
            }
        }
        Some(compared)
    }
}

/// For each row of `after`, the row of `before` with the same records of their common sources.
fn match_rows(before: &Table, after: &Table) -> Option<Vec<Option<usize>>> {
    let of_before = before.provenance_names();
    let common: Vec<String> = after.provenance_names().into_iter().filter(|name| of_before.contains(name)).collect();
    let records = |table: &Table| -> Option<Vec<Vec<Option<u32>>>> {
        common.iter().map(|name| Some(table.frame.column(name).ok()?.u32().ok()?.iter().collect())).collect()
    };
    let (records_before, records_after) = (records(before)?, records(after)?);
    match (records_before.as_slice(), records_after.as_slice()) {
        ([], _) => None,
        ([before], [after]) => match_records(before, after),
        _ => {
            let key = |records: &[Vec<Option<u32>>], row: usize| -> Vec<Option<u32>> {
                records.iter().map(|column| column[row]).collect()
            };
            let rows: BTreeMap<_, _> = (0..before.height()).map(|row| (key(&records_before, row), row)).collect();
            let is_unique = rows.len() == before.height();
            is_unique.then(|| (0..after.height()).map(|row| rows.get(&key(&records_after, row)).copied()).collect())
        }
    }
}

/// The same for one source, whose records are numbered from 1 on.
fn match_records(before: &[Option<u32>], after: &[Option<u32>]) -> Option<Vec<Option<usize>>> {
    let highest = before.iter().flatten().copied().max().unwrap_or(0) as usize;
    let mut rows = vec![None; highest + 1];
    for (row, record) in before.iter().enumerate() {
        let place = &mut rows[(*record)? as usize];
        if place.replace(row).is_some() {
            return None;
        }
    }
    Some(after.iter().map(|record| rows.get((*record)? as usize).copied().flatten()).collect())
}

fn differing(old: &Column, new: &Column) -> Vec<usize> {
    if old.dtype() == new.dtype()
        && let Ok(differs) = old.not_equal_missing(new)
    {
        return differs.iter().enumerate().filter(|(_, differs)| *differs == Some(true)).map(|(row, _)| row).collect();
    }
    let (old, new) = (crate::cell::texts(old, usize::MAX), crate::cell::texts(new, usize::MAX));
    (0..old.len()).filter(|row| old[*row] != new[*row]).collect()
}

fn example_rows(after: &Table, compared: Option<&Comparison>) -> Vec<usize> {
    let changed = compared.into_iter().flat_map(|compared| compared.changed.iter().copied());
    let mut rows: Vec<usize> = changed.take(EXAMPLES).collect();
    for row in 0..after.height().min(EXAMPLES) {
        if rows.len() < EXAMPLES && !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

fn indices(rows: &[Option<usize>]) -> IdxCa {
    IdxCa::from_iter_options("rows".into(), rows.iter().map(|row| row.map(|row| row as IdxSize)))
}

/// Cells of these rows; nulls where there is none.
fn rows_of(table: &Table, rows: &[Option<usize>]) -> Vec<WindowColumn> {
    let rows = indices(rows);
    let names = table.visible_names();
    let columns = names.iter().filter_map(|name| table.frame.column(name).ok()?.take(&rows).ok());
    columns.map(|column| window_column(&column)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::trial;
    use crate::table_text;
    use serde_json::json;

    const RENTS: &str = "id:integer | city:text | rent:text
        1 | Paris | 900
        2 | Lyon | n/a
        3 | Brest | 500
        4 | Paris | 700";

    fn of(op: &str, params: serde_json::Value) -> Effect {
        let before = table_text::read(RENTS, Some("rents")).unwrap();
        let tables = trial::run(op, &params, &before);
        let second = tables.iter().find(|(port, _)| *port != "main").map(|(_, table)| table);
        effect(Some(&before), &tables["main"], second)
    }

    #[test]
    fn steps_say_what_they_changed() {
        let cells = |pairs: &[(&str, u64)]| pairs.iter().map(|(name, cells)| ((*name).to_owned(), *cells)).collect();
        for (op, params, removed, retyped, by_column) in [
            ("filter", json!({"condition": "city = 'Paris'"}), Some(2), vec![], vec![]),
            ("sort", json!({"keys": [{"column": "city"}]}), Some(0), vec![], vec![]),
            ("cast", json!({"columns": ["rent"], "to": "number"}), Some(1), vec!["rent"], cells(&[("rent", 3)])),
            (
                "derive",
                json!({"columns": [{"name": "city", "expression": "upper(city)"}]}),
                Some(0),
                vec![],
                cells(&[("city", 4)]),
            ),
            (
                "aggregate",
                json!({"keys": ["city"], "measures": [{"name": "n", "function": "rows"}]}),
                None,
                vec![],
                vec![],
            ),
        ] {
            let found = of(op, params);
            assert_eq!(found.rows_removed, removed, "{op}");
            assert_eq!(found.columns_retyped, retyped, "{op}");
            assert_eq!(found.changed_by_column, by_column, "{op}");
            assert_eq!(found.cells_changed.is_some(), removed.is_some(), "{op}");
        }
        let filtered = of("filter", json!({"condition": "city = 'Paris'"}));
        assert_eq!(filtered.examples_removed[0].cells, [Some("2".to_owned()), Some("3".to_owned())]);
        assert_eq!(filtered.examples_before[0].cells, [Some("1".to_owned()), Some("4".to_owned())]);
    }

    #[test]
    fn rows_that_multiply_are_added() {
        assert_eq!(match_records(&[Some(1), Some(2)], &[Some(2), Some(2), None]), Some(vec![Some(1), Some(1), None]));
        assert_eq!(match_records(&[Some(1), Some(1)], &[Some(1)]), None);
        assert_eq!(match_records(&[None], &[Some(1)]), None);
    }
}
