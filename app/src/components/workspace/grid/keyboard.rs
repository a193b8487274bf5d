//! Keys of the grid, and the focus that follows the active place.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::model::{Grid, Place};
use super::{copy, find};
use crate::components::workspace::dom;
use crate::i18n::I18n;
use crate::platform::clock;
use crate::state::search::fold;

/// Pixels that Shift+arrow widens a column by.
const WIDEN_PX: f64 = 16.0;
/// How long letters typed in the header belong together.
const TYPING_MS: f64 = 900.0;

/// Gives the focus to the active place whenever it was asked for, once that place is drawn.
pub fn follow_focus(grid: Grid) {
    Effect::new(move |_| {
        let place = grid.active.get();
        if !grid.wants_focus.get() {
            return;
        }
        Timeout::new(0, move || {
            if grid.active.try_get_untracked() == Some(place) && dom::focus(&grid.place_id(place)) {
                grid.wants_focus.try_set(false);
            }
        })
        .forget();
    });
}

/// A key was pressed in the grid.
pub fn pressed(grid: Grid, i18n: I18n, event: &KeyboardEvent) {
    if act(grid, i18n, event) {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn act(grid: Grid, i18n: I18n, event: &KeyboardEvent) -> bool {
    let (rows, columns) = (grid.rows.get_untracked(), grid.columns.with_untracked(Vec::len));
    if columns == 0 {
        return false;
    }
    let place = grid.active.get_untracked();
    let column = place.column.min(columns - 1);
    let page = grid.viewport.get_untracked().rows_in_view().saturating_sub(1).max(1);
    let all = event.ctrl_key() || event.meta_key();
    let last = rows.checked_sub(1);
    let to_row = |row: Option<u64>| Some(Place { row, column });
    let to_column = |column: usize| Some(Place { row: place.row, column });
    let in_header = place.row.is_none();
    let target = match event.key().as_str() {
        _ if event.alt_key() && event.key() != "ArrowDown" => return false,
        "ArrowLeft" if event.shift_key() && in_header => return widened(grid, column, -WIDEN_PX),
        "ArrowRight" if event.shift_key() && in_header => return widened(grid, column, WIDEN_PX),
        "ArrowDown" if event.alt_key() => return in_header && opened(grid, column),
        "Enter" if in_header => return opened(grid, column),
        " " if in_header => return profiled(grid, column),
        "Enter" | "F2" if place.row.is_some() => {
            grid.card.update(|open| *open = !*open);
            return true;
        }
        "Escape" if grid.card.get_untracked() => {
            grid.card.set(false);
            return true;
        }
        "Escape" if grid.anchor.with_untracked(Option::is_some) => {
            grid.anchor.set(None);
            return true;
        }
        "f" | "F" if all => {
            find::open(grid);
            return true;
        }
        "c" | "C" if all && !event.shift_key() => return copy::selection(grid, i18n),
        "ArrowRight" => to_column((column + 1).min(columns - 1)),
        "ArrowLeft" => to_column(column.saturating_sub(1)),
        "ArrowDown" => to_row(place.row.map_or(Some(0), |row| Some(row + 1)).map(|row| row.min(last.unwrap_or(0)))),
        "ArrowUp" => to_row(place.row.and_then(|row| row.checked_sub(1))),
        "PageDown" => to_row(Some((place.row.unwrap_or(0) + page).min(last.unwrap_or(0)))),
        "PageUp" => to_row(place.row.map(|row| row.saturating_sub(page))),
        "Home" if all => Some(Place { row: last.map(|_| 0), column: 0 }),
        "End" if all => Some(Place { row: last, column: columns - 1 }),
        "Home" => to_column(0),
        "End" => to_column(columns - 1),
        key if in_header && !all && key.chars().count() == 1 => typed(grid, column, key).and_then(to_column),
        _ => return false,
    };
    let Some(target) = target.filter(|target| rows > 0 || target.row.is_none()) else { return true };
    grid.menu.set(None);
    // Shift and a key that moves select the cells from where it began.
    let corner = grid.anchor.get_untracked().unwrap_or(place);
    let selects = event.shift_key() && corner.row.is_some() && target.row.is_some();
    grid.anchor.set(selects.then_some(corner));
    grid.go(target);
    true
}

fn widened(grid: Grid, column: usize, by_px: f64) -> bool {
    grid.widen(column, by_px);
    true
}

fn opened(grid: Grid, column: usize) -> bool {
    if grid.operations {
        grid.menu.set(Some(column));
    }
    grid.operations
}

fn profiled(grid: Grid, column: usize) -> bool {
    if let (true, Some(info)) = (grid.operations, grid.columns.with_untracked(|columns| columns.get(column).cloned())) {
        grid.workspace.profile(&info.name);
    }
    true
}

/// The next column whose name begins with the letters typed so far.
fn typed(grid: Grid, column: usize, key: &str) -> Option<usize> {
    let now = clock::now_ms();
    let (before, until) = grid.typed.get_value();
    let letters = if now < until { format!("{before}{}", fold(key)) } else { fold(key) };
    grid.typed.set_value((letters.clone(), now + TYPING_MS));
    grid.columns.with_untracked(|columns| {
        let count = columns.len();
        // A first letter moves on, more letters may stay.
        let start = if letters.chars().count() == 1 { 1 } else { 0 };
        (start..=count)
            .map(|step| (column + step) % count)
            .find(|index| fold(&columns[*index].name).starts_with(&letters))
    })
}
