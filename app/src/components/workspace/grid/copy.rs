//! Copying: the selected cells, the values of a column, the rows in view.

use std::ops::RangeInclusive;

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::Diagnostic;
use protocol::table::ColumnInfo;

use super::fetch;
use super::model::Grid;
use crate::i18n::I18n;
use crate::platform::clipboard;
use crate::room::Notice;
use crate::state::copy::{Form, write};

/// Most rows that are copied at once: more belongs into a file.
pub const MAX_ROWS: u64 = 10_000;
/// Rows of one question, as many as the engine gives.
const WINDOW_ROWS: u64 = 1_000;

/// Copies the selected cells (the active one, if there is no selection) for a spreadsheet.
pub fn selection(grid: Grid, i18n: I18n) -> bool {
    let Some((rows, columns)) = grid.selected_untracked() else { return false };
    copy(grid, i18n, rows, columns, Form::Tabs);
    true
}

/// Copies the values of a column, one a line.
pub fn column(grid: Grid, i18n: I18n, column: usize) {
    let rows = grid.rows.get_untracked();
    if let Some(last) = rows.checked_sub(1) {
        copy(grid, i18n, 0..=last, column..=column, Form::Tabs);
    }
}

/// Copies the rows in view, all columns, with their names; the selected rows and columns, if there are.
pub fn view(grid: Grid, i18n: I18n, form: Form) {
    let count = grid.columns.with_untracked(Vec::len);
    let (Some(last_row), Some(last_column)) = (grid.rows.get_untracked().checked_sub(1), count.checked_sub(1)) else {
        return;
    };
    let (view, top) = (grid.viewport.get_untracked(), grid.scroll.get_untracked().0);
    let first = view.first_visible(top);
    let in_view = (first..=(first + view.rows_in_view()).min(last_row), 0..=last_column);
    let is_range = grid.anchor.with_untracked(Option::is_some);
    let (rows, columns) = grid.selected_untracked().filter(|_| is_range).unwrap_or(in_view);
    copy(grid, i18n, rows, columns, form);
}

fn copy(grid: Grid, i18n: I18n, rows: RangeInclusive<u64>, columns: RangeInclusive<usize>, form: Form) {
    let columns: Vec<ColumnInfo> = grid.columns.with_untracked(|all| all.get(columns).unwrap_or_default().to_vec());
    let (first, last) = rows.into_inner();
    let wanted = last - first + 1;
    let count = wanted.min(MAX_ROWS);
    let room = grid.workspace.room;
    spawn_local(async move {
        let cells = match cells(grid, i18n, first, count, &columns, form).await {
            Ok(cells) => cells,
            Err(reason) => {
                grid.problem.try_set(Some(reason));
                return;
            }
        };
        let names: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
        if !clipboard::write(&write(form, &names, &cells)).await {
            return room.say(Notice::assertive("said-copy-failed"));
        }
        let said = if count < wanted { "said-copied-first" } else { "said-copied" };
        room.say(Notice::polite(said).with("rows", count).with("columns", names.len()));
    });
}

/// The cells in canonical text for CSV, else as the reader sees them.
async fn cells(
    grid: Grid,
    i18n: I18n,
    first: u64,
    count: u64,
    columns: &[ColumnInfo],
    form: Form,
) -> Result<Vec<Vec<Option<String>>>, Diagnostic> {
    let mut rows = Vec::with_capacity(count as usize);
    let source = grid.source.get_untracked();
    while (rows.len() as u64) < count {
        let offset = first + rows.len() as u64;
        let limit = (count - rows.len() as u64).min(WINDOW_ROWS);
        let window = fetch::rows(grid, source.as_ref(), offset, limit as u32).await?;
        let height = window.columns.first().map_or(0, |column| column.cells.len());
        for row in 0..height {
            let cell = |column: &ColumnInfo| {
                let found = window.columns.iter().find(|found| found.name == column.name)?;
                let text = found.cells.get(row)?.as_deref()?;
                Some(match form {
                    Form::Csv => text.to_owned(),
                    Form::Tabs | Form::Markdown => untrack(|| i18n.cell(column.kind, text)),
                })
            };
            rows.push(columns.iter().map(cell).collect());
        }
        if height == 0 {
            break;
        }
    }
    Ok(rows)
}
