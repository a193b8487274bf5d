//! A question over the page: native modal dialog, labelled by its heading, left by Esc. Closing gives
//! the focus back to where it was.

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A modal dialog, open as long as it is mounted.
#[component]
pub fn Dialog(
    /// Id of the heading.
    id: &'static str,
    /// Heading.
    #[prop(into)]
    title: Signal<String>,
    /// What leaving it does.
    #[prop(into)]
    on_close: Callback<()>,
    /// Body and buttons.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let back = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let back = StoredValue::new_local(back);
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            drop(dialog.show_modal());
        }
    });
    on_cleanup(move || {
        if let Some(element) = back.try_get_value().flatten().filter(|element| element.is_connected()) {
            drop(element.focus());
        }
    });
    view! {
        <dialog
            node_ref=dialog
            class="dialog question"
            aria-labelledby=id
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                on_close.run(());
            }
        >
            <h2 id=id>{move || title.get()}</h2>
            {children()}
        </dialog>
    }
}
