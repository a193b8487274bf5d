//! The field that finds a cell (Ctrl+F in the grid): next, previous, around the end. The focus stays in the
//! field; the cell that was found is brought into view and marked.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::Code;
use protocol::message::Search;

use super::model::{Grid, GridSource, Place};
use crate::components::icon::{Glyph, Icon};
use crate::components::workspace::dom;
use crate::i18n::{I18n, use_i18n};
use crate::state::find::{Line, needles};

/// Opens the field, and gives it the focus.
pub fn open(grid: Grid) {
    grid.finder.set(true);
    dom::focus_later(field_id(grid));
}

fn field_id(grid: Grid) -> String {
    format!("{}-find", grid.id)
}

/// The field, while it is open.
pub fn view(grid: Grid) -> impl IntoView {
    move || grid.finder.get().then(|| view! { <Finder grid /> })
}

/// A search as it was asked for: texts, and whether backwards.
type Wish = (Vec<String>, bool);

#[component]
fn Finder(grid: Grid) -> impl IntoView {
    let i18n = use_i18n();
    let typed = RwSignal::new(String::new());
    let said = RwSignal::new(String::new());
    let line = StoredValue::new(Line::<Wish>::default());
    let look = move |backwards: bool| {
        let marks = untrack(|| i18n.language()).marks();
        let (yes, no) = untrack(|| (i18n.text("cell-true"), i18n.text("cell-false")));
        let needles = needles(&typed.get_untracked(), marks, [(yes.as_str(), "true"), (no.as_str(), "false")]);
        let begins = !needles.is_empty() && line.try_update_value(|line| line.push((needles, backwards))) == Some(true);
        if !begins {
            return;
        }
        spawn_local(async move {
            while let Some(wish) = line.try_update_value(Line::take).flatten() {
                match search(grid, i18n, wish, line).await {
                    Some(sentence) => drop(said.try_set(sentence)),
                    None => drop(line.try_update_value(Line::clear)),
                }
            }
        });
    };
    let close = move || {
        grid.finder.set(false);
        grid.go(grid.active.get_untracked());
    };
    let tool = move |key: &'static str, glyph: Glyph, act: Callback<()>| {
        view! {
            <button
                type="button"
                class="tool"
                aria-label=move || i18n.text(key)
                title=move || i18n.text(key)
                on:click=move |_| act.run(())
            >
                <Icon glyph />
            </button>
        }
    };
    view! {
        <div
            class="grid-find"
            role="group"
            aria-label=move || i18n.text("ws-find")
            on:keydown=move |event| {
                match event.key().as_str() {
                    "Escape" => close(),
                    // On a button Enter presses it.
                    // A key that is held asks again once its last search is over.
                    "Enter" if dom::is_writing(&event) => {
                        if !event.repeat() || !line.with_value(Line::is_busy) {
                            look(event.shift_key());
                        }
                    }
                    _ => return,
                }
                event.prevent_default();
                event.stop_propagation();
            }
        >
            <input
                class="input"
                id=field_id(grid)
                type="text"
                autocomplete="off"
                spellcheck="false"
                aria-label=move || i18n.text("ws-find-text")
                placeholder=move || i18n.text("ws-find-text")
                prop:value=move || typed.get()
                on:input=move |event| {
                    typed.set(dom::value_of(&event));
                    said.set(String::new());
                    line.update_value(Line::clear);
                }
            />
            {tool("ws-find-previous", Glyph::Up, Callback::new(move |()| look(true)))}
            {tool("ws-find-next", Glyph::Down, Callback::new(move |()| look(false)))}
            {tool("ws-find-close", Glyph::Close, Callback::new(move |()| close()))}
            <span class="detail" role="status">{move || said.get()}</span>
        </div>
    }
}

/// Searches from the active cell and brings what is found into view. Gives the sentence about it; none if the
/// field or what the grid showed is gone, or the engine moved on.
async fn search(grid: Grid, i18n: I18n, wish: Wish, line: StoredValue<Line<Wish>>) -> Option<String> {
    let (needles, backwards) = wish;
    let source = grid.source.try_get_untracked().flatten()?;
    let columns = grid.columns.with_untracked(|columns| columns.iter().map(|info| info.name.clone()).collect());
    let active = grid.active.get_untracked();
    let from = active.row.map(|row| (row, active.column as u32));
    let at = source.version().map(|(version, _)| version.at());
    let facets = match &source {
        GridSource::Filtered(_, _, facets, _) => facets.to_vec(),
        _ => Vec::new(),
    };
    let answer = grid.workspace.room.find(at, facets, Search { needles, columns, from, backwards }).await;
    let is_gone = line.try_with_value(|_| ()).is_none() || grid.source.try_get_untracked().flatten() != Some(source);
    if is_gone {
        return None;
    }
    match answer {
        Ok(Some((row, column))) => {
            let place = Place { row: Some(row), column: column as usize };
            grid.show(place);
            let name = grid.columns.with_untracked(|columns| columns.get(place.column).cloned());
            let is_around = from.is_some_and(|from| ((row, column) <= from) != backwards);
            let key = if is_around { "ws-find-around" } else { "ws-find-found" };
            let name = name.map(|info| info.name).unwrap_or_default();
            Some(i18n.text_with(key, &[("row", (row + 1).into()), ("column", name.into())]))
        }
        Ok(None) => Some(i18n.text("ws-find-nothing")),
        Err(reason) if matches!(reason.code, Code::Stale | Code::Cancelled) => None,
        Err(reason) => Some(i18n.diagnostic(&reason)),
    }
}
