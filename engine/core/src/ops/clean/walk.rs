//! The rows of a table group by group, each group in an order of its own.

use std::ops::Range;

use polars::prelude::col;
use protocol::Checked;

use crate::frame::SortKey;
use crate::ops::ordered::Ordered;
use crate::table::Table;

/// Numbers of rows: groups in the order of their first row, rows of a group in the order of the keys, nulls
/// last. Without group columns all rows are one group; without keys, rows stand as in the table.
///
/// # Errors
/// Of a column that cannot be grouped or sorted.
pub fn walks(table: &Table, by: &[String], keys: &[String]) -> Checked<Vec<Vec<usize>>> {
    let keys: Vec<SortKey> =
        keys.iter().map(|name| SortKey { by: col(name.as_str()), descending: false, nulls_last: true }).collect();
    let ordered = Ordered::of(table, by, &keys)?;
    let rows = |places: &Range<usize>| ordered.rows()[places.clone()].iter().map(|row| *row as usize).collect();
    Ok(ordered.groups().iter().map(rows).collect())
}
