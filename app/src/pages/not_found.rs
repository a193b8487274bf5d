//! An address that leads nowhere.

use leptos::prelude::*;

use crate::i18n::use_i18n;
use crate::shell::use_shell;
use crate::state::route::Route;

/// The page.
#[component]
pub fn NotFound() -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    Effect::new(move |_| shell.title.set(i18n.text("not-found")));
    view! {
        <div class="page">
            <h1 id="page-heading" tabindex="-1">{move || i18n.text("not-found")}</h1>
            <p class="lead">{move || i18n.text("not-found-text")}</p>
            <p><a class="button primary" href=Route::Home.href()>{move || i18n.text("page-home")}</a></p>
        </div>
    }
}
