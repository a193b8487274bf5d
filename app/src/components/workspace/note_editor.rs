//! The comment of a step, written in place.

use leptos::html;
use leptos::prelude::*;
use protocol::StepId;

use super::context::use_workspace;
use super::dom;
use crate::i18n::use_i18n;

/// A field for the comment; Ctrl+Enter keeps it, Esc leaves it as it was.
#[component]
pub fn NoteEditor(
    /// The step.
    id: StepId,
    /// Its comment.
    note: String,
    /// Whether the field is shown.
    open: RwSignal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let room = use_workspace().room;
    let field = NodeRef::<html::Textarea>::new();
    let text = RwSignal::new(note);
    let field_id = format!("note-{id}");
    let id = StoredValue::new(id);
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let close = move || {
        open.set(false);
        dom::focus_later(format!("step-{}", id.get_value()));
    };
    let keep = move || {
        room.set_note(&id.get_value(), &text.get_untracked());
        close();
    };
    view! {
        <div class="step-note-edit">
            <label for=field_id.clone() class="visually-hidden">{move || i18n.text("ws-note")}</label>
            <textarea
                node_ref=field
                class="input"
                id=field_id
                rows="2"
                prop:value=move || text.get()
                on:input=move |event| text.set(dom::value_of(&event))
                on:keydown=move |event| match event.key().as_str() {
                    "Escape" => {
                        event.stop_propagation();
                        close();
                    }
                    "Enter" if event.ctrl_key() || event.meta_key() => {
                        event.prevent_default();
                        keep();
                    }
                    _ => {}
                }
            ></textarea>
            <div class="button-row">
                <button type="button" class="button" on:click=move |_| keep()>{move || i18n.text("ws-note-keep")}</button>
                <button type="button" class="tool" on:click=move |_| close()>{move || i18n.text("ws-cancel")}</button>
            </div>
        </div>
    }
}
