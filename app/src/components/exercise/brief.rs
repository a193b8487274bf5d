//! What is asked: tasks to tick, the brief, hints.

use leptos::prelude::*;
use pack::markdown::{Frame, render};

use super::hints::{Hints, HintsOf};
use super::time_spent::TimeSpent;
use crate::attempt::Attempt;
use crate::i18n::use_i18n;

/// The tab.
#[component]
pub fn BriefTab(attempt: Attempt) -> impl IntoView {
    let i18n = use_i18n();
    let pack = attempt.opened.with_value(|opened| opened.pack.clone());
    let tasks = pack.exercise.tasks.iter().cloned().map(|task| {
        let (id, asked, hinted) = (task.id.clone(), task.id.clone(), task.id.clone());
        view! {
            <li>
                <label class="task">
                    <input
                        type="checkbox"
                        prop:checked=move || attempt.document.with(|document| document.ticks.contains(&asked))
                        disabled=move || attempt.room.read_only.get()
                        on:change=move |event| attempt.tick(&id, event_target_checked(&event))
                    />
                    <span>{move || i18n.words(&task.label)}</span>
                </label>
                <HintsOf attempt task=hinted />
            </li>
        }
    });
    let tasks = tasks.collect_view();
    let has_score = !pack.checks.is_empty();
    let html = move || {
        let (base, table_label) = (format!("exercises/{}/public/", pack.exercise.id), i18n.text("exercise-table"));
        // The heading of the pane is of the second level, that of this tab's parts of the third.
        render(&i18n.markdown(&pack.brief), &Frame { demote: 1, base: &base, table_label: &table_label })
    };
    view! {
        <h3>{move || i18n.text("exercise-tasks")}</h3>
        <ul class="plain-list tasks">{tasks}</ul>
        <div class="brief prose" inner_html=html></div>
        <Hints attempt />
        {(!has_score).then(|| view! { <TimeSpent attempt /> })}
    }
}
