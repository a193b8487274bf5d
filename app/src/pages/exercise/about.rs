//! What an exercise is: where it plays, how hard and long it is, what it counts for, what is handed in.

use leptos::prelude::*;
use protocol::Arg;

use crate::components::icon::{Glyph, Icon};
use crate::components::status_badge::StatusBadge;
use crate::i18n::use_i18n;
use crate::library::Opened;

/// The section.
#[component]
pub fn About(opened: Opened) -> impl IntoView {
    let i18n = use_i18n();
    let exercise = opened.pack.exercise.clone();
    let (difficulty, minutes) = (u64::from(exercise.difficulty), u64::from(exercise.minutes));
    let sector = exercise.sector.clone();
    let organisation = exercise.organisation.clone();
    let criteria = exercise.criteria.iter().map(|share| {
        let criterion = opened.referentiel.criterion(&share.key).cloned();
        let (points, unscored) = ([("points", Arg::from(share.points))], !share.scored);
        view! {
            <li>
                {criterion.map(|criterion| view! {
                    <span class="code">{criterion.name}</span>
                    " "
                    {move || i18n.words(&criterion.label)}
                    " "
                    <StatusBadge status=criterion.status />
                })}
                " "
                <span class="hint">{move || i18n.text_with("exercise-points", &points)}</span>
                {unscored.then(|| view! { " " <span class="chip" data-kind="absent"><Icon glyph=Glyph::Pause /> {move || i18n.text("exercise-unscored")}</span> })}
            </li>
        }
    });
    let criteria = criteria.collect_view();
    let graded = !exercise.criteria.is_empty();
    let has_unscored = exercise.criteria.iter().any(|share| !share.scored);
    let hands_in = !opened.pack.deliverables.is_empty();
    let deliverables = opened.pack.deliverables.iter().map(|deliverable| {
        let (table, label) = (deliverable.table.clone(), deliverable.label.clone());
        view! { <li><code>{table}</code> " : " {move || i18n.words(&label)}</li> }
    });
    let deliverables = deliverables.collect_view();
    view! {
        <section class="section" aria-labelledby="about-exercise">
            <h2 id="about-exercise">{move || i18n.text("exercise-about")}</h2>
            <dl class="facts">
                <div>
                    <dt>{move || i18n.text("exercise-sector")}</dt>
                    <dd>
                        {move || i18n.words(&sector)}
                        {organisation.map(|name| view! { ", " {move || i18n.words(&name)} })}
                    </dd>
                </div>
                <div>
                    <dt>{move || i18n.text("exercise-difficulty")}</dt>
                    <dd>{move || i18n.text_with("exercise-difficulty-of", &[("level", Arg::from(difficulty))])}</dd>
                </div>
                <div>
                    <dt>{move || i18n.text("exercise-time")}</dt>
                    <dd>{move || i18n.text_with("exercise-minutes", &[("minutes", Arg::from(minutes))])}</dd>
                </div>
            </dl>
            <h3>{move || i18n.text("exercise-criteria")}</h3>
            {if graded {
                view! {
                    <ul class="exercises">{criteria}</ul>
                    {has_unscored.then(|| view! { <p class="hint">{move || i18n.text("exercise-unscored-hint")}</p> })}
                }
                .into_any()
            } else {
                view! { <p>{move || i18n.text("exercise-ungraded")}</p> }.into_any()
            }}
            {hands_in.then(|| view! {
                <h3>{move || i18n.text("exercise-handed-in")}</h3>
                <ul class="exercises">{deliverables}</ul>
            })}
        </section>
    }
}
