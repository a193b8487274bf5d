//! How long was worked.

use leptos::prelude::*;

use crate::attempt::Attempt;
use crate::i18n::use_i18n;
use crate::state::format;

/// Heading, time, and what it counts.
#[component]
pub fn TimeSpent(attempt: Attempt) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <h3>{move || i18n.text("exercise-time-spent")}</h3>
        <p>
            {move || {
                let (hours, minutes) = attempt.document.with(|document| format::hours_minutes(document.seconds));
                i18n.text_with("exercise-spent", &[("hours", hours.into()), ("minutes", minutes.into())])
            }}
        </p>
        <p class="field-help">{move || i18n.text("exercise-spent-hint")}</p>
    }
}
