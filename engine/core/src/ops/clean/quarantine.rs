//! Rows that leave a table because a cell of theirs could not be read, with the columns at fault and the reason.

use polars::prelude::*;
use protocol::{Checked, Code};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::frame;
use crate::ops::Tables;
use crate::table::{Table, is_provenance};

/// Column of the quarantine: which columns could not be read.
pub const QUARANTINE_COLUMNS: &str = "quarantine_columns";
/// Column of the quarantine: the diagnostic code of the reason.
pub const QUARANTINE_REASON: &str = "quarantine_reason";

/// What happens to a cell that cannot be converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum OnError {
    /// It becomes null.
    Null,
    /// Its row leaves the table for the quarantine, as it was, with the reason.
    #[default]
    Quarantine,
    /// The step stops.
    Fail,
}

/// The cells of one column that could not be read.
pub struct Bad<'a> {
    /// The column.
    pub column: &'a str,
    /// True where the cell is bad.
    pub cells: BooleanChunked,
    /// Why: a `reject-…` code.
    pub reason: Code,
}

/// A table in two parts.
pub struct Parts {
    /// The rows that stay.
    pub kept: Table,
    /// The rows that left, as they were before the step.
    pub left: Table,
}

impl Parts {
    /// As outputs: the rows that stay are the main one.
    pub fn into_tables(self, port: &str) -> Tables {
        Tables::from([("main".to_owned(), self.kept), (port.to_owned(), self.left)])
    }
}

/// Parts the rows of `after` by the bad cells of `before`, row by row the same table; the bad cells of one
/// column stand together. Without `leave`, all
/// rows stay and the other part is empty.
///
/// # Errors
/// Only an inconsistency of the engine.
pub fn part(before: &Table, after: &Table, bad: &[Bad], leave: bool) -> Checked<Parts> {
    let none = || BooleanChunked::full("bad".into(), false, before.height());
    let rows = bad.iter().map(|bad| bad.cells.clone()).reduce(|left, right| &left | &right);
    let rows = rows.filter(|_| leave).unwrap_or_else(none);
    let kept = after.frame.filter(&!&rows).map_err(|error| frame::fault(&error))?;
    let left = quarantine(before, bad, &rows).map_err(|error| frame::fault(&error))?;
    Ok(Parts { kept: Table { frame: kept, ordered: after.ordered }, left })
}

fn quarantine(table: &Table, bad: &[Bad], bad_rows: &BooleanChunked) -> PolarsResult<Table> {
    let (mut names, mut reasons) = (Vec::new(), Vec::new());
    for row in bad_rows.iter().enumerate().filter(|(_, bad)| *bad == Some(true)).map(|(row, _)| row) {
        let at_fault: Vec<&Bad> = bad.iter().filter(|bad| bad.cells.get(row) == Some(true)).collect();
        let mut columns: Vec<&str> = at_fault.iter().map(|bad| bad.column).collect();
        columns.dedup();
        names.push(columns.join(", "));
        reasons.push(at_fault.first().map_or("", |bad| bad.reason.id()));
    }
    let rows = table.frame.filter(bad_rows)?;
    let (hidden, visible): (Vec<Column>, Vec<Column>) =
        rows.get_columns().iter().cloned().partition(|column| is_provenance(column.name()));
    let mut columns = visible;
    columns.retain(|column| ![QUARANTINE_COLUMNS, QUARANTINE_REASON].contains(&column.name().as_str()));
    columns.push(Column::new(QUARANTINE_COLUMNS.into(), names));
    columns.push(Column::new(QUARANTINE_REASON.into(), reasons));
    columns.extend(hidden);
    DataFrame::new(columns).map(Table::unordered)
}
