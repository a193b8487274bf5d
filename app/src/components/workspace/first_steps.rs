//! The guide of the first minute: three tasks beside the work, each ticked as soon as the recipe fulfils it.

use leptos::prelude::*;
use protocol::Arg;

use super::context::use_workspace;
use super::dom;
use crate::i18n::use_i18n;
use crate::room::Notice;
use crate::state::first_steps::{Sample, done};

/// The tasks: ending of their keys.
const TASKS: [&str; 3] = ["number", "filter", "measure"];

/// The guide, in a work that has it.
#[component]
pub fn FirstSteps() -> impl IntoView {
    let room = use_workspace().room;
    move || room.guided.get().then(|| view! { <Tasks /> })
}

#[component]
fn Tasks() -> impl IntoView {
    let i18n = use_i18n();
    let room = use_workspace().room;
    let ticked = Memo::new(move |_| {
        room.recipe.with(|recipe| room.report.with(|report| report.as_ref().map(|report| done(recipe, report))))
    });
    // What was done before the guide was drawn is no news.
    Effect::new(move |before: Option<Option<[bool; 3]>>| {
        let now = ticked.get();
        if let (Some(Some(before)), Some(now)) = (before, now)
            && let Some(news) = (0..TASKS.len()).find(|task| now[*task] && !before[*task])
        {
            let said = if now == [true; 3] { "first-steps-said-all" } else { "first-steps-said" };
            room.say(Notice::polite(said).with("number", news + 1));
        }
        // While a run is under way what stands is what counts.
        now.or(before.flatten())
    });
    let is_done = move |task: usize| ticked.get().is_some_and(|ticked| ticked[task]);
    // The data keep their language when the page changes its own.
    let sample = Memo::new(move |_| room.recipe.with(Sample::of_recipe));
    let how = move |name: &str| {
        let sample = sample.get();
        let decimal = i18n.text(&format!("op-cast-param-decimal-value-{}", sample.decimal));
        let args: [(&str, Arg); 4] = [
            ("rent", sample.rent.into()),
            ("city", sample.city.into()),
            ("decimal", decimal.into()),
            ("unread", sample.unread().into()),
        ];
        i18n.text_with(&format!("first-steps-{name}-how"), &args)
    };
    let first_open = move || (0..TASKS.len()).find(|task| !is_done(*task));
    let task = move |(index, name): (usize, &'static str)| {
        view! {
            <li data-done=move || is_done(index).then_some("") aria-current=move || (first_open() == Some(index)).then_some("step")>
                <span class="first-step-sign" aria-hidden="true">
                    {move || if is_done(index) { "✓".to_owned() } else { (index + 1).to_string() }}
                </span>
                <span class="first-step-text">
                    <strong>{move || i18n.text(&format!("first-steps-{name}"))}</strong>
                    <span class="first-step-state">
                        {move || i18n.text(if is_done(index) { "first-steps-state-done" } else { "first-steps-state-open" })}
                    </span>
                    <span hidden=move || first_open() != Some(index)>
                        {move || how(name)}
                    </span>
                </span>
            </li>
        }
    };
    let hide = move |_| {
        room.hide_guide();
        dom::focus_later("pane-recipe".to_owned());
    };
    view! {
        <section class="side-section first-steps" aria-labelledby="first-steps-title">
            <h2>
                <span id="first-steps-title">{move || i18n.text("first-steps")}</span>
                <button type="button" class="tool" on:click=hide>{move || i18n.text("first-steps-hide")}</button>
            </h2>
            <p class="field-help">{move || i18n.text("first-steps-lead")}</p>
            <ol class="plain-list">{TASKS.into_iter().enumerate().map(task).collect_view()}</ol>
            {move || first_open().is_none().then(|| view! { <p class="field-help">{i18n.text("first-steps-next")}</p> })}
        </section>
    }
}
