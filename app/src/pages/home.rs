//! Home: where to go on, how to begin, what this is.

mod begin;
mod exercises;
mod guide;
mod study;
mod works;

use leptos::prelude::*;

use crate::i18n::use_i18n;
use crate::shell::use_shell;
use begin::Begin;
use exercises::Exercises;
use guide::Guide;
use study::Study;
use works::Works;

/// The page.
#[component]
pub fn Home() -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    Effect::new(move |_| shell.title.set(i18n.text("page-home")));
    view! {
        <div class="page home">
            <h1 id="page-heading" tabindex="-1">{move || i18n.text("home-heading")}</h1>
            <p class="lead">{move || i18n.text("home-lead")}</p>
            <Begin />
            <Works />
            <Exercises />
            <Study />
            <Guide />
            <section class="section" aria-labelledby="about-heading">
                <h2 id="about-heading">{move || i18n.text("home-about")}</h2>
                <p>{move || i18n.text("home-about-engine")}</p>
                <p>{move || i18n.text("home-about-recipe")}</p>
                <p>{move || i18n.text("home-about-private")}</p>
            </section>
        </div>
    }
}
