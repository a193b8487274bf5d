//! The field that finds a cell (Ctrl+F in the grid): next, previous, around the end. The focus stays in the
//! field; the cell that was found is brought into view and marked.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::Code;
use protocol::message::Search;

use super::model::{Grid, GridSource, Place};
use crate::components::icon::{Glyph, Icon};
use crate::components::workspace::dom;
use crate::i18n::use_i18n;
use crate::state::find::needles;

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

#[component]
fn Finder(grid: Grid) -> impl IntoView {
    let i18n = use_i18n();
    let room = grid.workspace.room;
    let typed = RwSignal::new(String::new());
    let said = RwSignal::new(String::new());
    let asked = StoredValue::new(0u32);
    let look = move |backwards: bool| {
        let marks = untrack(|| i18n.language()).marks();
        let (yes, no) = untrack(|| (i18n.text("cell-true"), i18n.text("cell-false")));
        let needles = needles(&typed.get_untracked(), marks, [(yes.as_str(), "true"), (no.as_str(), "false")]);
        let (Some(source), false) = (grid.source.get_untracked(), needles.is_empty()) else { return };
        let columns = grid.columns.with_untracked(|columns| columns.iter().map(|info| info.name.clone()).collect());
        let active = grid.active.get_untracked();
        let from = active.row.map(|row| (row, active.column as u32));
        let at = source.version().map(|(version, _)| version.at());
        let facets = match &source {
            GridSource::Filtered(_, _, facets, _) => facets.to_vec(),
            _ => Vec::new(),
        };
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        spawn_local(async move {
            let answer = room.find(at, facets, Search { needles, columns, from, backwards }).await;
            if asked.try_get_value() != Some(number) || grid.source.try_get_untracked().flatten() != Some(source) {
                return;
            }
            let sentence = match answer {
                Ok(Some((row, column))) => {
                    let place = Place { row: Some(row), column: column as usize };
                    grid.show(place);
                    let name = grid.columns.with_untracked(|columns| columns.get(place.column).cloned());
                    let is_around = from.is_some_and(|from| ((row, column) <= from) != backwards);
                    let key = if is_around { "ws-find-around" } else { "ws-find-found" };
                    let name = name.map(|info| info.name).unwrap_or_default();
                    i18n.text_with(key, &[("row", (row + 1).into()), ("column", name.into())])
                }
                Ok(None) => i18n.text("ws-find-nothing"),
                Err(reason) if matches!(reason.code, Code::Stale | Code::Cancelled) => String::new(),
                Err(reason) => i18n.diagnostic(&reason),
            };
            said.try_set(sentence);
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
                    "Enter" if dom::is_writing(&event) => look(event.shift_key()),
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
                }
            />
            {tool("ws-find-previous", Glyph::Up, Callback::new(move |()| look(true)))}
            {tool("ws-find-next", Glyph::Down, Callback::new(move |()| look(false)))}
            {tool("ws-find-close", Glyph::Close, Callback::new(move |()| close()))}
            <span class="detail" role="status">{move || said.get()}</span>
        </div>
    }
}
