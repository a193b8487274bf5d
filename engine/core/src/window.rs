//! A rectangle of cells for the page: frames never leave the engine.

use polars::prelude::*;
use protocol::table::{MAX_CELL_CHARS, RowSource, Window, WindowColumn};

use crate::cell;
use crate::table::{PROVENANCE, Table, column_type, is_provenance};

/// Most rows that one window may have.
pub const MAX_WINDOW_ROWS: usize = 1_000;

/// Rows `offset .. offset + limit` (what there is of them, at most [`MAX_WINDOW_ROWS`]) of the visible
/// columns, with where each row came from.
pub fn window(table: &Table, offset: usize, limit: usize) -> Window {
    let frame = table.frame.slice(i64::try_from(offset).unwrap_or(i64::MAX), limit.min(MAX_WINDOW_ROWS));
    let (hidden, visible): (Vec<&Column>, Vec<&Column>) =
        frame.get_columns().iter().partition(|column| is_provenance(column.name()));
    Window {
        offset: offset as u64,
        total_rows: table.height() as u64,
        columns: visible.into_iter().map(window_column).collect(),
        provenance: hidden.into_iter().map(row_source).collect(),
    }
}

/// A column's cells in canonical text.
pub fn window_column(column: &Column) -> WindowColumn {
    WindowColumn {
        name: column.name().to_string(),
        kind: column_type(column.dtype()),
        cells: cell::texts(column, MAX_CELL_CHARS),
    }
}

fn row_source(column: &Column) -> RowSource {
    let records = match column.u32() {
        Ok(records) => records.iter().collect(),
        Err(_) => vec![None; column.len()],
    };
    RowSource { source: column.name().trim_start_matches(PROVENANCE).to_owned(), records }
}
