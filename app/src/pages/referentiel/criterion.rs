//! A criterion: who decides, where the candidate stands, what exercises it and whether that can be opened.

use leptos::prelude::*;
use pack::referentiel::{Criterion, Status};
use protocol::Arg;

use super::Study;
use crate::components::icon::{Glyph, Icon};
use crate::components::status_badge::StatusBadge;
use crate::i18n::use_i18n;
use crate::state::criteria::is_available;
use crate::state::route::Route;
use crate::state::standing::{Standing, Verdict};

/// One criterion under one of its competences.
#[component]
pub fn CriterionItem(study: Study, key: String, under: String) -> impl IntoView {
    let i18n = use_i18n();
    let Some(criterion) = study.all.with_value(|all| all.criterion(&key).cloned()) else { return ().into_any() };
    let Criterion { name, label, status, remark, .. } = criterion.clone();
    let others: Vec<String> = criterion.competences.iter().filter(|one| **one != under).cloned().collect();
    let others = move || {
        let args = [("competences", Arg::List(others.clone()))];
        (!others.is_empty()).then(|| i18n.text_with("ref-also", &args))
    };
    let exercises = criterion.exercises.iter().map(|share| {
        view! { <ExerciseLine study id=share.id.clone() points=share.points /> }
    });
    let exercises = exercises.collect_view();
    view! {
        <li class="criterion">
            <h4>
                <span class="code">{name}</span>
                " "
                {move || i18n.words(&label)}
            </h4>
            <p class="chips">
                <StatusBadge status />
                <StandingBadge study criterion />
            </p>
            {move || others().map(|text| view! { <p class="hint">{text}</p> })}
            {remark.map(|remark| view! { <p class="hint remark">{move || i18n.words(&remark)}</p> })}
            <ul class="exercises">{exercises}</ul>
        </li>
    }
    .into_any()
}

/// Where the candidate stands; what cannot be practised yet is said so.
#[component]
fn StandingBadge(study: Study, criterion: Criterion) -> impl IntoView {
    let i18n = use_i18n();
    let Standing { verdict, level } = study.standings.with_value(|standings| standings.criterion(&criterion.key));
    let can = study.available.with_value(|available| is_available(&criterion, available));
    let absent = verdict == Verdict::NotStarted && !can;
    let glyph = match verdict {
        Verdict::Acquired => Glyph::Check,
        Verdict::NotAcquired | Verdict::ToConsolidate => Glyph::Warning,
        Verdict::ToConfirm => Glyph::Person,
        Verdict::NotStarted if absent => Glyph::Pause,
        Verdict::NotStarted | Verdict::Started => Glyph::Play,
    };
    let proposed = criterion.status == Status::AutoJury;
    let said = move || {
        if absent {
            return i18n.text("ref-absent");
        }
        let word = i18n.text(verdict.key());
        match level {
            None => word,
            Some(level) => {
                let key = if proposed { "ref-level-proposed" } else { "ref-level" };
                i18n.text_with(key, &[("verdict", Arg::from(word)), ("level", Arg::from(level.round()))])
            }
        }
    };
    let kind = if absent { "absent" } else { verdict.key() };
    view! { <span class="chip" data-kind=kind><Icon glyph />{said}</span> }
}

/// An exercise by name, with what it gives to the criterion and whether it can be opened.
#[component]
fn ExerciseLine(
    study: Study,
    id: String,
    /// Of its 100.
    points: u32,
) -> impl IntoView {
    let i18n = use_i18n();
    let can = study.available.with_value(|available| available.contains(&id));
    let title = study.all.with_value(|all| all.exercise(&id).map(|exercise| exercise.title.clone()));
    let title = move || title.as_ref().map(|title| i18n.words(title));
    let href = Route::Exercise { id: id.clone() }.href();
    let said = move || i18n.text(if can { "ref-exercise-open" } else { "ref-exercise-absent" });
    let worth = move || i18n.text_with("ref-points", &[("points", Arg::from(u64::from(points)))]);
    view! {
        <li>
            <span class="code">{id}</span>
            " "
            {if can {
                view! { <a class="exercise-title" href=href>{title}</a> }.into_any()
            } else {
                view! { <span class="exercise-title">{title}</span> }.into_any()
            }}
            " "
            <span class="hint">{worth} " · " {said}</span>
        </li>
    }
}
