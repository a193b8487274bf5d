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

/// What is typed into a control, until it is done.
#[derive(Clone, Copy)]
pub struct Typing {
    /// What stands in the control.
    pub text: RwSignal<String>,
    value: Signal<String>,
    is_cell: bool,
    finished: StoredValue<bool>,
    done: Callback<(String, After)>,
    leave: Callback<()>,
}

impl Typing {
    /// Begins with what the cell holds, and follows it.
    pub fn begin(control: &Control) -> Self {
        let Control { value, is_cell, done, leave, .. } = *control;
        let text = RwSignal::new(String::new());
        Effect::new(move |_| text.set(value.get()));
        Self { text, value, is_cell, finished: StoredValue::new(false), done, leave }
    }

    /// Whether it is not done yet. The blur of a control that leaves the page comes when it is no more.
    pub fn is_open(self) -> bool {
        self.finished.try_get_value() == Some(false)
    }

    /// Fills the cell in with what was said, once.
    pub fn say(self, said: String, after: After) {
        if self.is_open() {
            self.finished.set_value(self.is_cell);
            self.done.run((said, after));
            self.text.try_set(self.value.get_untracked());
        }
    }

    /// Fills the cell in with what was typed, once.
    pub fn finish(self, after: After) {
        if self.is_open() {
            self.say(self.text.get_untracked(), after);
        }
    }

    /// Leaves the cell as it was.
    pub fn leave(self) {
        self.finished.set_value(true);
        self.leave.run(());
    }
}

/// A line.
#[component]
pub fn Line(control: Control) -> impl IntoView {
    let typing = Typing::begin(&control);
    let text = typing.text;
    let Control { id, first, is_cell, is_fixed, is_invalid, label, described, .. } = control;
    let input = NodeRef::<html::Input>::new();
    if is_cell {
        focus_in(input, text, first);
    }
    let keyed = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "Enter" => typing.finish(if is_cell { After::Down } else { After::Stay }),
            "Tab" if is_cell => typing.finish(if event.shift_key() { After::Back } else { After::Next }),
            "Escape" if is_cell => typing.leave(),
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
            on:blur=move |_| typing.finish(After::Stay)
            on:keydown=keyed
        />
    }
}

/// Several lines; in a cell, Shift and Enter begins a new one.
#[component]
pub fn Lines(control: Control) -> impl IntoView {
    let typing = Typing::begin(&control);
    let text = typing.text;
    let Control { id, first, is_cell, is_fixed, is_invalid, label, described, .. } = control;
    let area = NodeRef::<html::Textarea>::new();
    if is_cell {
        Effect::new(move |_| {
            let Some(element) = area.get() else { return };
            if let Some(first) = &first {
                text.set(first.clone());
            }
            drop(element.focus());
        });
    }
    let keyed = move |event: KeyboardEvent| {
        if event.is_composing() || !is_cell {
            return;
        }
        match event.key().as_str() {
            "Enter" if !event.shift_key() => typing.finish(After::Down),
            "Tab" => typing.finish(if event.shift_key() { After::Back } else { After::Next }),
            "Escape" => typing.leave(),
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
            on:blur=move |_| typing.finish(After::Stay)
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
