//! The route of a work: opens it, puts the room into the context, and says why where it cannot.

use leptos::prelude::*;
use protocol::Arg;

use super::use_shell;
use crate::i18n::use_i18n;
use crate::pages::sandbox::Sandbox;
use crate::platform::{download, storage};
use crate::room::{Room, load};
use crate::state::route::Route;
use crate::state::work::{KEY_PREFIX, Unreadable};

/// Opens the work of an address.
#[component]
pub fn WorkRoute(
    /// Id of the work.
    work: String,
) -> impl IntoView {
    match load(&work) {
        Ok(document) => {
            let shell = use_shell();
            let i18n = use_i18n();
            let room = Room::open(shell.engine, document, shell.take_incoming(), None);
            provide_context(room);
            shell.room.set(Some(room));
            on_cleanup(move || shell.room.set(None));
            let title = Memo::new(move |_| {
                let title = room.recipe.with(|recipe| recipe.title.clone());
                if title.is_empty() { i18n.text("work-untitled") } else { title }
            });
            Effect::new(move |_| shell.title.set(title.get()));
            view! {
                <h1 id="page-heading" class="visually-hidden" tabindex="-1">{title}</h1>
                <Sandbox work />
            }
            .into_any()
        }
        Err(reason) => view! { <Unopened work reason /> }.into_any(),
    }
}

#[component]
fn Unopened(work: String, reason: Unreadable) -> impl IntoView {
    let shell = use_shell();
    let i18n = use_i18n();
    Effect::new(move |_| shell.title.set(i18n.text("unopened-title")));
    let why = move || match &reason {
        Unreadable::Malformed => i18n.text("unopened-malformed"),
        Unreadable::Newer => i18n.text("unopened-newer"),
        Unreadable::Recipe(diagnostic) => i18n.diagnostic(diagnostic),
    };
    let name = format!("{work}.json");
    let key = format!("{KEY_PREFIX}{work}");
    let export = move |_| {
        if let Some(text) = storage::get(&key) {
            download::save_text(&text, &name, "application/json");
        }
    };
    view! {
        <div class="page">
            <h1 id="page-heading" tabindex="-1">{move || i18n.text("unopened-title")}</h1>
            <p class="lead">{why}</p>
            <p>{move || i18n.text_with("unopened-kept", &[("work", Arg::from(work.as_str()))])}</p>
            <div class="actions">
                <button type="button" class="button primary" on:click=export>
                    {move || i18n.text("unopened-export")}
                </button>
                <a class="button" href=Route::Home.href()>{move || i18n.text("page-home")}</a>
            </div>
        </div>
    }
}
