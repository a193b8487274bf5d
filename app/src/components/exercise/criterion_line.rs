//! A criterion on one line.

use leptos::prelude::*;
use pack::referentiel::Criterion;

use crate::i18n::use_i18n;

/// Code and label, and a figure behind them.
#[component]
pub fn CriterionLine(
    /// The criterion.
    criterion: Criterion,
    /// What is said behind it.
    #[prop(into)]
    figure: Signal<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <li>
            <span class="code">{criterion.name}</span> " " {move || i18n.words(&criterion.label)}
            " " <span class="hint">{figure}</span>
        </li>
    }
}
