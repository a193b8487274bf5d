//! A field with a list to search: choices, and what can be linked.
//!
//! ARIA combobox with a list: the focus stays in the text, the arrows go through what fits it.

use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::desk::After;
use super::plain::{Control, Typing, focus_in};
use crate::components::workspace::dom;

/// Options shown at once: who does not find theirs goes on typing.
const MOST: usize = 100;

/// The field.
#[component]
pub fn Combo(
    /// What it is for and what becomes of it.
    control: Control,
    /// What can be chosen: ids and labels.
    choices: Signal<Vec<(String, String)>>,
    /// Whether several can be, parted by semicolons.
    several: bool,
) -> impl IntoView {
    let typing = Typing::begin(&control);
    let text = typing.text;
    let Control { id, value, first, is_cell, is_fixed, is_invalid, label, described, .. } = control;
    let opened = RwSignal::new(is_cell);
    let active = RwSignal::new(None::<usize>);
    let input = NodeRef::<html::Input>::new();
    if is_cell {
        focus_in(input, text, first);
    }
    let typed = move || text.with(|text| last_part(text, several).to_lowercase());
    let shown = Memo::new(move |_| {
        let typed = typed();
        let is_begun = text.get() != value.get();
        let fits = |(id, label): &&(String, String)| {
            !is_begun || label.to_lowercase().contains(&typed) || id.to_lowercase().contains(&typed)
        };
        choices.with(|choices| choices.iter().filter(fits).take(MOST).cloned().collect::<Vec<_>>())
    });
    let list_id = format!("{id}-list");
    let option_id = {
        let list = list_id.clone();
        move |place: usize| format!("{list}-{place}")
    };
    let finish = move |said: String, after: After| {
        if typing.is_open() {
            opened.set(false);
            typing.say(said, after);
        }
    };
    let choose = move |place: usize, after: After| {
        let chosen = shown.with_untracked(|shown| shown.get(place).map(|(id, _)| id.clone()));
        let Some(chosen) = chosen else { return };
        let said = text.with_untracked(|text| if several { format!("{}{chosen}", first_parts(text)) } else { chosen });
        finish(said, after);
    };
    let end = move |after: After| match active.get_untracked().filter(|_| opened.get_untracked()) {
        Some(place) => choose(place, after),
        None => finish(text.get_untracked(), after),
    };
    let to_option = option_id.clone();
    let go = move |to: usize| {
        active.set(Some(to));
        dom::reveal(&to_option(to));
    };
    let keyed = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        let count = shown.with_untracked(Vec::len);
        let now = active.get_untracked();
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if event.alt_key() => opened.update(|opened| *opened = !*opened),
            "ArrowDown" if count > 0 => {
                opened.set(true);
                go(now.map_or(0, |now| (now + 1) % count));
            }
            "ArrowUp" if count > 0 => {
                opened.set(true);
                go(now.map_or(count - 1, |now| (now + count - 1) % count));
            }
            "Enter" => end(if is_cell { After::Down } else { After::Stay }),
            "Tab" if is_cell => end(if event.shift_key() { After::Back } else { After::Next }),
            "Escape" if is_cell => typing.leave(),
            "Escape" if opened.get_untracked() => opened.set(false),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let option = {
        let option_id = option_id.clone();
        move |(place, (_, label)): (usize, (String, String))| {
            view! {
                <li
                    role="option"
                    id=option_id(place)
                    aria-selected=move || (active.get() == Some(place)).to_string()
                    on:mousedown=move |event: web_sys::MouseEvent| {
                        event.prevent_default();
                        choose(place, After::Here);
                    }
                >
                    {label}
                </li>
            }
        }
    };
    let listed = list_id.clone();
    view! {
        <div class="combo">
            <input
                node_ref=input
                class="input"
                id=id
                type="text"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-autocomplete="list"
                aria-expanded=move || opened.get().to_string()
                aria-controls=list_id
                aria-activedescendant=move || active.get().filter(|_| opened.get()).map(&option_id)
                aria-label=label
                aria-describedby=described
                aria-invalid=move || is_invalid.get().then_some("true")
                readonly=move || is_fixed.get()
                prop:value=move || text.get()
                on:input=move |event| {
                    text.set(dom::value_of(&event));
                    opened.set(true);
                    let is_asked = text.with_untracked(|text| !text.trim().is_empty() && !text.starts_with('?'));
                    active.set((is_asked && shown.with_untracked(|shown| !shown.is_empty())).then_some(0));
                }
                on:click=move |_| opened.set(!is_fixed.get_untracked())
                on:blur=move |_| if let Some(said) = text.try_get_untracked() { finish(said, After::Stay) }
                on:keydown=keyed
            />
            <ul class="combo-list" role="listbox" id=listed hidden=move || !opened.get() || shown.with(Vec::is_empty)>
                {move || shown.get().into_iter().enumerate().map(&option).collect_view()}
            </ul>
        </div>
    }
}

/// What is searched for: all that is typed, or what follows the last semicolon.
fn last_part(text: &str, several: bool) -> &str {
    if several { text.rsplit(';').next().unwrap_or_default().trim() } else { text.trim() }
}

/// What stands before the last semicolon, with it.
fn first_parts(text: &str) -> &str {
    text.rfind(';').map_or("", |at| &text[..=at])
}
