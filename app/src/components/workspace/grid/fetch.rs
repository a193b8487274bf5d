//! Fetches the cells in view and the figures of the headers.

use std::collections::BTreeSet;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::Diagnostic;
use protocol::table::Window;

use super::model::{Grid, GridSource, Place};
use crate::state::pages::{PAGE_ROWS, Pages};
use crate::state::tables::TableVersion;

/// How long the view must stand still before cells are asked for, so that a long drag of the scroll
/// bar asks for where it ends and not for all it passes.
const STILL_MS: u32 = 40;

/// Keeps cells and figures up to date with the source and the view.
pub fn follow(grid: Grid) {
    let under_way = StoredValue::new(BTreeSet::<u64>::new());
    let timer = StoredValue::new_local(None::<Timeout>);

    Effect::new(move |before: Option<Option<GridSource>>| {
        let now = grid.source.get();
        changed(grid, before.flatten().as_ref(), now.as_ref());
        under_way.update_value(BTreeSet::clear);
        ask(grid, under_way);
        now
    });
    Effect::new(move |_| {
        grid.drawn_rows.track();
        timer.set_value(Some(Timeout::new(STILL_MS, move || ask(grid, under_way))));
    });
}

fn changed(grid: Grid, before: Option<&GridSource>, now: Option<&GridSource>) {
    grid.problem.set(None);
    grid.card.set(false);
    let (version_before, version_now) = (before.and_then(GridSource::version), now.and_then(GridSource::version));
    let is_same = match (version_before, version_now) {
        (Some((before, _)), Some((now, _))) => before.info.table == now.info.table,
        _ => false,
    };
    if is_same {
        grid.pages.update(Pages::age);
        let (rows, columns) = (grid.rows.get_untracked(), grid.columns.with_untracked(Vec::len));
        grid.active.update(|active| {
            active.row = active.row.map(|row| row.min(rows.saturating_sub(1)));
            active.column = active.column.min(columns.saturating_sub(1));
        });
    } else {
        grid.pages.set(Pages::default());
        grid.summaries.set(Default::default());
        grid.menu.set(None);
        grid.anchor.set(None);
        grid.active.set(Place { row: (grid.rows.get_untracked() > 0).then_some(0), column: 0 });
        grid.wish.set(Some((0.0, 0.0)));
    }
    // Facets change no figure of a header.
    let at = |version: Option<(&TableVersion, u64)>| version.map(|(version, run)| (version.at(), run));
    let has_figures = is_same && at(version_before) == at(version_now);
    if let (true, false, Some((version, _))) = (grid.operations, has_figures, version_now) {
        let (room, at, asked) = (grid.workspace.room, version.at(), now.cloned());
        spawn_local(async move {
            let answer = room.summaries(at).await;
            if let (Ok(columns), true) = (answer, is_of_version(grid, &asked)) {
                let by_name = columns.into_iter().map(|summary| (summary.column.name.clone(), summary));
                grid.summaries.try_set(by_name.collect());
            }
        });
    }
}

/// Asks for the pages in view that are not there and not on their way.
fn ask(grid: Grid, under_way: StoredValue<BTreeSet<u64>>) {
    let Some(source) = grid.source.try_get_untracked().flatten() else {
        grid.is_loading.try_set(false);
        return;
    };
    let Some(view) = grid.viewport.try_get_untracked() else { return };
    let drawn = view.drawn(grid.scroll.try_get_untracked().unwrap_or_default().0);
    if drawn.is_empty() {
        grid.is_loading.try_set(false);
        return;
    }
    // Marking pages as looked at changes nothing that is shown.
    let wanted = grid.pages.try_update_untracked(|pages| pages.wanted(drawn.start, drawn.end - 1)).unwrap_or_default();
    grid.is_loading.try_set(!wanted.is_empty());
    for page in wanted {
        if under_way.try_update_value(|pages| pages.insert(page)) != Some(true) {
            continue;
        }
        let asked = Some(source.clone());
        spawn_local(async move {
            let answer = rows(grid, asked.as_ref(), page * PAGE_ROWS, PAGE_ROWS as u32).await;
            if !is_current(grid, &asked) {
                return;
            }
            under_way.try_update_value(|pages| pages.remove(&page));
            match answer {
                Ok(window) => {
                    grid.pages.try_update(|pages| pages.insert(window));
                    let waits = under_way.try_with_value(|pages| !pages.is_empty()).unwrap_or(false);
                    grid.is_loading.try_set(waits);
                }
                Err(problem) => {
                    grid.is_loading.try_set(false);
                    // The page moved on while it asked: the next answer is the one that counts.
                    if !matches!(problem.code, protocol::Code::Stale | protocol::Code::Cancelled) {
                        grid.problem.try_set(Some(problem));
                    }
                }
            }
        });
    }
}

/// Rows of a source.
///
/// # Errors
/// Those of the question.
pub async fn rows(grid: Grid, source: Option<&GridSource>, offset: u64, limit: u32) -> Result<Window, Diagnostic> {
    let room = grid.workspace.room;
    match source {
        Some(GridSource::Table(version, _)) => room.window(version.at(), offset, limit).await,
        Some(GridSource::Filtered(version, _, facets, _)) => {
            room.filtered(version.at(), facets.to_vec(), offset, limit).await
        }
        _ => room.query_window(offset, limit).await,
    }
}

/// Whether the same version is shown still, be it through other facets.
fn is_of_version(grid: Grid, asked: &Option<GridSource>) -> bool {
    let at =
        |source: Option<&GridSource>| source.and_then(GridSource::version).map(|(version, run)| (version.at(), run));
    let now = grid.source.try_get_untracked().flatten();
    at(now.as_ref()) == at(asked.as_ref())
}

fn is_current(grid: Grid, asked: &Option<GridSource>) -> bool {
    grid.source.try_get_untracked().as_ref() == Some(asked)
}
