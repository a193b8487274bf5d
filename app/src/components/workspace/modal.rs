//! A dialog of the workspace: native, labelled by its heading, closed by Esc.

use leptos::html;
use leptos::prelude::*;

use super::dom;
use crate::components::icon::{Glyph, Icon};
use crate::i18n::use_i18n;

/// A modal dialog, open as long as it is mounted. `on_close` is called for Esc and the close button.
#[component]
pub fn Modal(
    /// Id of the heading.
    id: &'static str,
    /// Heading.
    #[prop(into)]
    title: Signal<String>,
    /// More classes.
    #[prop(optional)]
    class: &'static str,
    /// Id of what gets the focus first; else the heading.
    #[prop(optional)]
    focus: Option<&'static str>,
    /// What closing does.
    #[prop(into)]
    on_close: Callback<()>,
    /// Body, and foot if there is one.
    children: Children,
) -> impl IntoView {
    let i18n = use_i18n();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            drop(dialog.show_modal());
            dom::focus(focus.unwrap_or(id));
        }
    });
    view! {
        <dialog
            node_ref=dialog
            class=format!("dialog {class}")
            aria-labelledby=id
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                on_close.run(());
            }
        >
            <div class="dialog-head">
                <h2 id=id tabindex="-1">{move || title.get()}</h2>
                <button
                    type="button"
                    class="tool"
                    aria-label=move || i18n.text("ws-close")
                    on:click=move |_| on_close.run(())
                >
                    <Icon glyph=Glyph::Close />
                </button>
            </div>
            {children()}
        </dialog>
    }
}
