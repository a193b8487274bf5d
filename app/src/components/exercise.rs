//! The exercise beside the work: brief and tasks, data, deliverables, score, each behind its tab.

mod brief;
mod criterion_line;
mod deliverables;
mod dictionary;
mod hints;
mod history;
mod score;
mod time_spent;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::attempt::use_attempt;
use crate::i18n::use_i18n;
use brief::BriefTab;
pub use criterion_line::CriterionLine;
use deliverables::DeliverablesTab;
use dictionary::DictionaryTab;
pub use history::History;
use score::ScoreTab;

/// Tabs by the ending of their ids and keys.
const TABS: [&str; 4] = ["brief", "data", "deliverables", "score"];

/// The pane; nothing in a work of one's own.
#[component]
pub fn ExercisePane() -> impl IntoView {
    let i18n = use_i18n();
    let tab = RwSignal::new(TABS[0]);
    let attempt = use_attempt();
    // Where nothing is checked there is no score to show.
    let has_score = attempt.is_some_and(|attempt| attempt.opened.with_value(|opened| !opened.pack.checks.is_empty()));
    let tabs = if has_score { &TABS[..] } else { &TABS[..TABS.len() - 1] };
    let keyed = move |event: web_sys::KeyboardEvent| {
        let now = tabs.iter().position(|known| *known == tab.get_untracked()).unwrap_or(0);
        let next = match event.key().as_str() {
            "ArrowRight" => (now + 1) % tabs.len(),
            "ArrowLeft" => (now + tabs.len() - 1) % tabs.len(),
            "Home" => 0,
            "End" => tabs.len() - 1,
            _ => return,
        };
        event.prevent_default();
        tab.set(tabs[next]);
        let button = document().get_element_by_id(&format!("exercise-tab-{}", tabs[next]));
        if let Some(button) = button.and_then(|button| button.dyn_into::<web_sys::HtmlElement>().ok()) {
            drop(button.focus());
        }
    };
    view! {
        <h2 class="visually-hidden" id="exercise-heading">{move || i18n.text("ws-pane-exercise")}</h2>
        <div class="tabs" role="tablist" aria-labelledby="exercise-heading" on:keydown=keyed>
            {tabs
                .iter()
                .copied()
                .map(|known| view! {
                    <button
                        type="button"
                        role="tab"
                        id=format!("exercise-tab-{known}")
                        aria-selected=move || (tab.get() == known).to_string()
                        aria-controls="exercise-panel"
                        tabindex=move || if tab.get() == known { "0" } else { "-1" }
                        on:click=move |_| tab.set(known)
                    >
                        {move || i18n.text(&format!("exercise-tab-{known}"))}
                    </button>
                })
                .collect_view()}
        </div>
        <div
            class="pane-body exercise"
            role="tabpanel"
            id="exercise-panel"
            tabindex="0"
            aria-labelledby=move || format!("exercise-tab-{}", tab.get())
        >
            {move || attempt.map(|attempt| match tab.get() {
                "data" => view! { <DictionaryTab attempt /> }.into_any(),
                "deliverables" => view! { <DeliverablesTab attempt /> }.into_any(),
                "score" => view! { <ScoreTab attempt /> }.into_any(),
                _ => view! { <BriefTab attempt /> }.into_any(),
            })}
        </div>
    }
}
