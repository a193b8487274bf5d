//! Two values in each other's column.
//!
//! No parameters; `columns` names two columns. Eligible are rows whose two cells have values that read differently.
//! A value that the other column's type cannot hold is shown as it reads in plain form.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::cells::Kept;
use super::{DirtKind, Work};
use crate::column::{Scope, invalid};
use crate::spec::DirtSpec;
use crate::value::{Cell, Row, Type};

/// Each chosen row has its two cells exchanged.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SwappedColumns {}

impl DirtKind for SwappedColumns {
    fn check(&self, _: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        match &declared.columns[..] {
            [left, right] if left != right => Ok(()),
            columns => Err(invalid(format!("{} columns, not 2", columns.len()), "columns")),
        }
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        let [left, right] = work.columns()[..] else { return Ok(()) };
        let rows = work.eligible_in(&[left, right], |table, row| {
            let (left, right) = (table.cell(left, row), table.cell(right, row));
            !left.is_null() && !right.is_null() && !reads_alike(left, right)
        });
        for row in work.choose(&rows) {
            swap(work, left, right, row);
        }
        Ok(())
    }
}

fn reads_alike(left: Cell<'_>, right: Cell<'_>) -> bool {
    match (left, right) {
        (Cell::Text(left), Cell::Text(right)) => left == right,
        _ => left == right || left.to_string() == right.to_string(),
    }
}

/// Exchanges two cells.
pub(super) fn swap(work: &mut Work<'_>, left: usize, right: usize, row: Row) {
    let cell = |from: usize, to: usize| {
        let (cell, kind) = (work.table().cell(from, row), work.table().columns()[to].kind());
        if kind == Type::Text && !matches!(cell, Cell::Text(_)) { Kept::Text(cell.to_string()) } else { Kept::of(cell) }
    };
    let (from_left, from_right) = (cell(left, right), cell(right, left));
    work.set(left, row, from_right.cell());
    work.set(right, row, from_left.cell());
}
