//! Fields of text: numbers, days, lines, paragraphs. What all controls of a cell have in common stands here too.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

use super::desk::After;
use crate::components::workspace::dom;

/// What a control of a cell is for, and what becomes of what is typed.
#[derive(Clone)]
pub struct Control {
    /// Id of the element.
    pub id: String,
    /// What the cell holds, as it is typed.
    pub value: Signal<String>,
    /// What was typed to begin, in place of it.
    pub first: Option<String>,
    /// Whether it stands in a cell of the table, which it leaves when it is done.
    pub is_cell: bool,
    /// Whether nothing can be changed.
    pub is_fixed: Signal<bool>,
    /// Whether something is wrong with it.
    pub is_invalid: Signal<bool>,
    /// Its name, where no label names it.
    pub label: Option<String>,
    /// Ids of what is said of it.
    pub described: String,
    /// Fills the cell in, and goes on.
    pub done: Callback<(String, After)>,
    /// Leaves the cell as it was.
    pub leave: Callback<()>,
}

/// Gives a control in a cell the focus: behind what was typed to begin, or with all of it selected.
pub fn focus_in(input: NodeRef<html::Input>, text: RwSignal<String>, first: Option<String>) {
    let is_begun = first.is_some();
    Effect::new(move |_| {
        let Some(element) = input.get() else { return };
        if let Some(first) = &first {
            text.set(first.clone());
            element.set_value(first);
        }
        drop(element.focus());
        if !is_begun {
            element.select();
        }
    });
}

/// A line.
#[component]
pub fn Line(control: Control) -> impl IntoView {
    let Control { id, value, first, is_cell, is_fixed, is_invalid, label, described, done, leave } = control;
    let text = RwSignal::new(String::new());
    let finished = StoredValue::new(false);
    let input = NodeRef::<html::Input>::new();
    Effect::new(move |_| text.set(value.get()));
    if is_cell {
        focus_in(input, text, first);
    }
    let finish = move |after: After| {
        // The blur of a control that leaves the page comes when it is no more.
        if finished.try_get_value() == Some(false) {
            finished.set_value(is_cell);
            done.run((text.get_untracked(), after));
            text.try_set(value.get_untracked());
        }
    };
    let keyed = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "Enter" => finish(if is_cell { After::Down } else { After::Stay }),
            "Tab" if is_cell => finish(if event.shift_key() { After::Back } else { After::Next }),
            "Escape" if is_cell => {
                finished.set_value(true);
                leave.run(());
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <input
            node_ref=input
            class="input"
            id=id
            type="text"
            autocomplete="off"
            aria-label=label
            aria-describedby=described
            aria-invalid=move || is_invalid.get().then_some("true")
            readonly=move || is_fixed.get()
            prop:value=move || text.get()
            on:input=move |event| text.set(dom::value_of(&event))
            on:blur=move |_| finish(After::Stay)
            on:keydown=keyed
        />
    }
}

/// Several lines; in a cell, Shift and Enter begins a new one.
#[component]
pub fn Lines(control: Control) -> impl IntoView {
    let Control { id, value, first, is_cell, is_fixed, is_invalid, label, described, done, leave } = control;
    let text = RwSignal::new(String::new());
    let finished = StoredValue::new(false);
    let area = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| text.set(value.get()));
    if is_cell {
        Effect::new(move |_| {
            let Some(element) = area.get() else { return };
            if let Some(first) = &first {
                text.set(first.clone());
            }
            drop(element.focus());
        });
    }
    let finish = move |after: After| {
        // The blur of a control that leaves the page comes when it is no more.
        if finished.try_get_value() == Some(false) {
            finished.set_value(is_cell);
            done.run((text.get_untracked(), after));
            text.try_set(value.get_untracked());
        }
    };
    let keyed = move |event: KeyboardEvent| {
        if event.is_composing() || !is_cell {
            return;
        }
        match event.key().as_str() {
            "Enter" if !event.shift_key() => finish(After::Down),
            "Tab" => finish(if event.shift_key() { After::Back } else { After::Next }),
            "Escape" => {
                finished.set_value(true);
                leave.run(());
            }
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <textarea
            node_ref=area
            class="input"
            id=id
            rows="3"
            aria-label=label
            aria-describedby=described
            aria-invalid=move || is_invalid.get().then_some("true")
            readonly=move || is_fixed.get()
            prop:value=move || text.get()
            on:input=move |event| text.set(dom::value_of(&event))
            on:blur=move |_| finish(After::Stay)
            on:keydown=keyed
        ></textarea>
    }
}

/// A tick.
#[component]
pub fn Tick(control: Control) -> impl IntoView {
    let Control { id, value, is_fixed, is_invalid, label, described, done, .. } = control;
    let changed = move |event: web_sys::Event| {
        let on =
            event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()).map(|box_| box_.checked());
        done.run((on.unwrap_or_default().to_string(), After::Stay));
    };
    view! {
        <input
            id=id
            type="checkbox"
            aria-label=label
            aria-describedby=described
            aria-invalid=move || is_invalid.get().then_some("true")
            disabled=move || is_fixed.get()
            prop:checked=move || value.get() == "true"
            on:change=changed
        />
    }
}
