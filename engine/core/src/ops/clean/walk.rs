//! The rows of a table group by group, each group in an order of its own.

use polars::prelude::col;
use protocol::Checked;

use crate::frame::{self, SortKey};
use crate::table::Table;

/// Numbers of rows: groups in the order of their first row, rows of a group in the order of the keys, nulls
/// last. Without group columns all rows are one group; without keys, rows stand as in the table.
///
/// # Errors
/// Of a column that cannot be grouped or sorted.
pub fn walks(table: &Table, by: &[String], keys: &[String]) -> Checked<Vec<Vec<usize>>> {
    let keys: Vec<SortKey> =
        keys.iter().map(|name| SortKey { by: col(name.as_str()), descending: false, nulls_last: true }).collect();
    let order: Vec<usize> = match keys.as_slice() {
        [] => (0..table.height()).collect(),
        keys => frame::order(&table.frame, keys)?.into_iter().map(|row| row as usize).collect(),
    };
    if by.is_empty() {
        return Ok(vec![order]);
    }
    let heads = frame::group_heads(&table.frame, by)?;
    let mut groups = vec![0; table.height()];
    let mut count = 0;
    for (row, _) in heads.iter().enumerate().filter(|(row, head)| *row == **head as usize) {
        groups[row] = count;
        count += 1;
    }
    let mut walks = vec![Vec::new(); count];
    for row in order {
        walks[groups[heads[row] as usize]].push(row);
    }
    Ok(walks)
}
