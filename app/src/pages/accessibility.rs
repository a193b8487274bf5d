//! The accessibility statement: what holds, what does not yet, how to report.

use leptos::prelude::*;

use crate::i18n::use_i18n;
use crate::shell::use_shell;

/// Keys of what holds.
const HOLDS: [&str; 7] = [
    "a11y-holds-keyboard",
    "a11y-holds-reader",
    "a11y-holds-contrast",
    "a11y-holds-reflow",
    "a11y-holds-motion",
    "a11y-holds-keys",
    "a11y-holds-state",
];
/// Keys of what does not hold yet.
const LACKS: [&str; 3] = ["a11y-lacks-audit", "a11y-lacks-grid", "a11y-lacks-editor"];

/// The page.
#[component]
pub fn AccessibilityPage() -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    Effect::new(move |_| shell.title.set(i18n.text("page-accessibility")));
    let list = move |keys: &'static [&'static str]| {
        view! { <ul>{keys.iter().map(|key| view! { <li>{move || i18n.text(key)}</li> }).collect_view()}</ul> }
    };
    view! {
        <div class="page prose">
            <h1 id="page-heading" tabindex="-1">{move || i18n.text("page-accessibility")}</h1>
            <p class="lead">{move || i18n.text("a11y-lead")}</p>
            <h2>{move || i18n.text("a11y-state")}</h2>
            <p>{move || i18n.text("a11y-state-text")}</p>
            <h2>{move || i18n.text("a11y-holds")}</h2>
            {list(&HOLDS)}
            <h2>{move || i18n.text("a11y-lacks")}</h2>
            {list(&LACKS)}
            <h2>{move || i18n.text("a11y-tests")}</h2>
            <p>{move || i18n.text("a11y-tests-text")}</p>
            <h2>{move || i18n.text("a11y-report")}</h2>
            <p>{move || i18n.text("a11y-report-text")}</p>
        </div>
    }
}
