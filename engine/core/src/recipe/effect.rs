//! What a step does to its main input: rows and cells touched, with examples.

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::*;
use protocol::report::Effect;
use protocol::table::WindowColumn;

use crate::table::Table;
use crate::window::window_column;

/// Rows that are shown as examples.
const EXAMPLES: usize = 10;

/// Compares the main input of a step (if it has one) with its outputs.
pub fn effect(before: Option<&Table>, after: &Table, rejected: Option<&Table>) -> Effect {
    let names_before = before.map(Table::visible_names).unwrap_or_default();
    let names_after = after.visible_names();
    let pairs = before.and_then(|before| match_rows(before, after));
    let common: Vec<&String> = names_after.iter().filter(|name| names_before.contains(name)).collect();
    let changed = match (before, &pairs) {
        (Some(before), Some(pairs)) => Some(changed_cells(before, after, pairs, &common)),
        _ => None,
    };
    let rows = example_rows(after, changed.as_ref());
    let examples_before = match (before, &pairs) {
        (Some(before), Some(pairs)) => rows_of(before, &rows.iter().map(|row| pairs[*row]).collect::<Vec<_>>()),
        _ => Vec::new(),
    };
    Effect {
        rows_before: before.map_or(0, |table| table.height() as u64),
        rows_after: after.height() as u64,
        columns_added: names_after.iter().filter(|name| !names_before.contains(name)).cloned().collect(),
        columns_removed: names_before.iter().filter(|name| !names_after.contains(name)).cloned().collect(),
        cells_changed: changed.map(|changed| changed.values().sum()),
        rows_rejected: rejected.map_or(0, |table| table.height() as u64),
        examples: rows_of(after, &rows),
        examples_before,
    }
}

/// For each row of `after`, the row of `before` it came from: by their one common source, if every record
/// stands once on both sides.
fn match_rows(before: &Table, after: &Table) -> Option<Vec<usize>> {
    let source = after.provenance_names().into_iter().find(|name| before.provenance_names().contains(name))?;
    let records = |table: &Table| -> Option<Vec<u32>> {
        let column = table.frame.column(&source).ok()?;
        column.u32().ok()?.iter().collect()
    };
    let (records_before, records_after) = (records(before)?, records(after)?);
    let rows: BTreeMap<u32, usize> = records_before.iter().enumerate().map(|(row, record)| (*record, row)).collect();
    let distinct: BTreeSet<&u32> = records_after.iter().collect();
    if rows.len() != records_before.len() || distinct.len() != records_after.len() {
        return None;
    }
    records_after.iter().map(|record| rows.get(record).copied()).collect()
}

/// Row of `after` → number of its cells that differ from the row it came from.
fn changed_cells(before: &Table, after: &Table, pairs: &[usize], columns: &[&String]) -> BTreeMap<usize, u64> {
    let order = IdxCa::from_vec("rows".into(), pairs.iter().map(|row| *row as IdxSize).collect());
    let mut changed = BTreeMap::new();
    for name in columns {
        let (Ok(old), Ok(new)) = (before.frame.column(name), after.frame.column(name)) else { continue };
        let Ok(old) = old.take(&order) else { continue };
        for row in differing(&old, new) {
            *changed.entry(row).or_insert(0) += 1;
        }
    }
    changed
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

fn example_rows(after: &Table, changed: Option<&BTreeMap<usize, u64>>) -> Vec<usize> {
    let mut rows: Vec<usize> = changed.into_iter().flat_map(|changed| changed.keys().copied()).take(EXAMPLES).collect();
    for row in 0..after.height().min(EXAMPLES) {
        if rows.len() < EXAMPLES && !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

fn rows_of(table: &Table, rows: &[usize]) -> Vec<WindowColumn> {
    let rows = IdxCa::from_vec("rows".into(), rows.iter().map(|row| *row as IdxSize).collect());
    let names = table.visible_names();
    let columns = names.iter().filter_map(|name| table.frame.column(name).ok()?.take(&rows).ok());
    columns.map(|column| window_column(&column)).collect()
}
