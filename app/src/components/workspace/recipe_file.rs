//! Reading a recipe document in, from a file that the person chooses.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::context::use_workspace;
use super::sources::listed;
use crate::i18n::use_i18n;
use crate::room::Notice;

/// The hidden chooser that the palette and the export dialog press.
#[component]
pub fn RecipeFile() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let input = NodeRef::<html::Input>::new();
    let read = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let file = listed(input.files()).into_iter().next();
        input.set_value("");
        let Some(file) = file else { return };
        spawn_local(async move {
            let name = file.name();
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string()).unwrap_or_default();
            match workspace.room.import_recipe(&text) {
                Ok(()) => workspace.room.say(Notice::polite("ws-recipe-imported").with("name", name)),
                Err(reason) => workspace.refused.set(Some((name, reason))),
            }
        });
    };
    view! {
        <input
            node_ref=input
            type="file"
            id="recipe-file"
            hidden
            accept=".json,application/json"
            aria-label=move || i18n.text("ws-command-import-recipe")
            on:change=read
        />
    }
}
