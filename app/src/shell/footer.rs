//! The foot of every page but the workspace: where help, settings and the statement are.

use leptos::prelude::*;

use super::use_shell;
use crate::i18n::use_i18n;
use crate::state::offline::Kept;
use crate::state::route::{FIRST_TOPIC, Route};

/// The foot.
#[component]
pub fn Footer() -> impl IntoView {
    let shell = use_shell();
    let i18n = use_i18n();
    let link = move |route: Route, key: &'static str| {
        view! { <li><a href=route.href()>{move || i18n.text(key)}</a></li> }
    };
    view! {
        <footer class="foot" hidden=move || shell.room.with(Option::is_some)>
            <p>
                {move || i18n.text("foot-local")}
                {move || (shell.offline.get().kept == Kept::Whole).then(|| format!(" {}", i18n.text("foot-offline")))}
            </p>
            <ul>
                {link(Route::Referentiel { competence: None }, "page-referentiel")}
                {link(Route::Glossary { card: None }, "page-glossary")}
                {link(Route::Help { topic: FIRST_TOPIC.to_owned() }, "page-help")}
                {link(Route::Settings, "page-settings")}
                {link(Route::Accessibility, "page-accessibility")}
            </ul>
        </footer>
    }
}
