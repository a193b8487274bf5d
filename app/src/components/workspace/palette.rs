//! The palette (Ctrl/⌘+K): every operation and command behind one search, with its help beside it.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::context::use_workspace;
use super::dom;
use super::modal::Modal;
use super::palette_entries::{Entry, Hands, entries, found};
use crate::i18n::use_i18n;

/// The palette; a new step goes to `index`.
#[component]
pub fn Palette(
    /// Where a new step goes.
    index: usize,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let hands = Hands::new(workspace, i18n);
    let query = RwSignal::new(String::new());
    let all = Memo::new(move |_| entries(workspace, i18n));
    let shown = Memo::new(move |_| all.with(|all| found(all, &query.get())));
    let active = RwSignal::new(0usize);
    let current = move || shown.with(|shown| shown.get(active.get()).cloned());
    let go = move |to: usize| {
        active.set(to);
        if let Some(option) = dom::document().and_then(|document| document.get_element_by_id(&option_id(to))) {
            option.scroll_into_view_with_bool(false);
        }
    };
    let keyed = move |event: KeyboardEvent| {
        let count = shown.with_untracked(Vec::len);
        if count == 0 {
            return;
        }
        let now = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => go((now + 1) % count),
            "ArrowUp" => go((now + count - 1) % count),
            "PageDown" => go((now + 8).min(count - 1)),
            "PageUp" => go(now.saturating_sub(8)),
            "Enter" => {
                if let Some(entry) = untrack(current) {
                    hands.choose(&entry.kind, index);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let option = move |(place, entry): (usize, Entry)| {
        let kind = entry.kind.clone();
        view! {
            <li
                class="palette-option"
                role="option"
                id=option_id(place)
                aria-selected=move || (active.get() == place).to_string()
                on:mousemove=move |_| if active.get_untracked() != place { active.set(place) }
                on:click=move |_| hands.choose(&kind, index)
            >
                <span>{entry.label}</span>
                <span class="summary">{entry.summary}</span>
                <span class="group">{entry.group}</span>
            </li>
        }
    };
    view! {
        <Modal
            id="palette-heading"
            class="palette"
            focus="palette-search"
            title=Signal::derive(move || i18n.text("ws-palette"))
            on_close=move |()| workspace.close()
        >
            <input
                class="palette-input"
                id="palette-search"
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-expanded="true"
                aria-controls="palette-list"
                aria-autocomplete="list"
                aria-label=move || i18n.text("ws-palette-search")
                aria-activedescendant=move || current().map(|_| option_id(active.get()))
                placeholder=move || i18n.text("ws-palette-placeholder")
                prop:value=move || query.get()
                on:input=move |event| {
                    query.set(dom::value_of(&event));
                    active.set(0);
                }
                on:keydown=keyed
            />
            <div class="palette-body">
                <ul class="palette-list" role="listbox" id="palette-list" aria-label=move || i18n.text("ws-palette")>
                    {move || shown.get().into_iter().enumerate().map(option).collect_view()}
                </ul>
                <div class="palette-help" role="status">
                    {move || match current() {
                        Some(entry) => view! {
                            <h3>{entry.label}</h3>
                            <p>{entry.summary}</p>
                            <p>{entry.help}</p>
                        }.into_any(),
                        None => view! { <p>{i18n.text("ws-palette-nothing")}</p> }.into_any(),
                    }}
                </div>
            </div>
        </Modal>
    }
}

fn option_id(place: usize) -> String {
    format!("palette-option-{place}")
}
