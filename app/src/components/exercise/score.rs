//! What the work earns: by criterion and check, in words that give nothing away; earlier scores; time spent.

use leptos::prelude::*;
use protocol::Arg;
use protocol::Severity;

use super::criterion_line::CriterionLine;
use super::history::History;
use super::time_spent::TimeSpent;
use crate::attempt::{Attempt, Scoring};
use crate::components::status_badge::StatusBadge;
use crate::i18n::use_i18n;
use crate::state::scorecard::{Amount, CheckCard, CriterionCard, basis_key, tenths, total};

/// The tab.
#[component]
pub fn ScoreTab(attempt: Attempt) -> impl IntoView {
    let i18n = use_i18n();
    let (graded, has_checks) =
        attempt.opened.with_value(|opened| (!opened.pack.exercise.criteria.is_empty(), !opened.pack.checks.is_empty()));
    let scoring = move || match attempt.scoring.get() {
        Scoring::Idle => ().into_any(),
        Scoring::Working => view! { <p class="field-help">{i18n.text("score-working")}</p> }.into_any(),
        Scoring::Failed(reason) => {
            view! { <p class="field-error"><span>{i18n.diagnostic(&reason)}</span></p> }.into_any()
        }
    };
    let overall = move || {
        attempt.card.with(|criteria| {
            (!criteria.is_empty())
                .then(|| i18n.text_with("score-total", &[("level", Arg::from(total(criteria).round()))]))
        })
    };
    let broken = move || attempt.document.with(|document| document.log.verify().err());
    view! {
        <p class="field-help">{move || i18n.text(if graded { "score-provisional" } else { "exercise-ungraded" })}</p>
        {has_checks.then(|| view! {
            <button
                type="button"
                class="button primary"
                aria-disabled=move || (!attempt.can_score()).then_some("true")
                on:click=move |_| attempt.score()
            >
                {move || i18n.text("score-now")}
            </button>
        })}
        <div role="status">{scoring}</div>
        {move || broken().map(|broken| view! {
            <p class="field-error"><span>{i18n.text_with("attempt-broken", &[("entry", Arg::from(u64::from(broken.entry)))])}</span></p>
        })}
        {move || overall().map(|said| view! { <p class="score-total">{said}</p> })}
        {move || attempt.is_outdated().then(|| view! { <p class="field-help">{i18n.text("score-outdated")}</p> })}
        {move || attempt.card.get().into_iter().map(|card| view! { <Criterion attempt card /> }).collect_view()}
        <Unscored attempt />
        <History scores=Signal::derive(move || attempt.document.with(|document| document.history())) />
        <TimeSpent attempt />
    }
}

/// Criteria that no check decides yet: their points are not among those of the score.
#[component]
fn Unscored(attempt: Attempt) -> impl IntoView {
    let i18n = use_i18n();
    let left = attempt.opened.with_value(|opened| {
        let shares = opened.pack.exercise.criteria.iter().filter(|share| !share.scored);
        let named = shares.filter_map(|share| Some((opened.referentiel.criterion(&share.key)?.clone(), share.points)));
        named.collect::<Vec<_>>()
    });
    if left.is_empty() {
        return ().into_any();
    }
    let items = left.into_iter().map(|(criterion, points)| {
        let points = [("points", Arg::from(points))];
        let figure = Signal::derive(move || i18n.text_with("exercise-points", &points));
        view! { <CriterionLine criterion figure /> }
    });
    let items = items.collect_view();
    view! {
        <h3>{move || i18n.text("exercise-unscored")}</h3>
        <p class="field-help">{move || i18n.text("score-unscored")}</p>
        <ul class="plain-list unscored">{items}</ul>
    }
    .into_any()
}

#[component]
fn Criterion(attempt: Attempt, card: CriterionCard) -> impl IntoView {
    let i18n = use_i18n();
    let criterion = attempt.opened.with_value(|opened| opened.referentiel.criterion(&card.key).cloned());
    let figures = [
        ("level", Arg::from(card.level.round())),
        ("points", Arg::from(tenths(card.points))),
        ("of", Arg::from(card.of)),
    ];
    // A warm-up has no criteria: what it comes to is said above.
    let is_graded = criterion.is_some();
    let cost = (card.cost > 0).then(|| [("cost", Arg::from(u64::from(card.cost)))]);
    view! {
        <div class="score-criterion">
            {criterion.map(|criterion| view! {
                <h3><span class="code">{criterion.name}</span> " " {move || i18n.words(&criterion.label)}</h3>
                <p><StatusBadge status=criterion.status /></p>
            })}
            {is_graded.then(|| view! { <p class="score-level">{move || i18n.text_with("score-level", &figures)}</p> })}
            {cost.map(|cost| view! { <p class="field-help">{move || i18n.text_with("score-hints", &cost)}</p> })}
            {card.checks.into_iter().map(|check| view! { <Check check /> }).collect_view()}
        </div>
    }
}

#[component]
fn Check(check: CheckCard) -> impl IntoView {
    let i18n = use_i18n();
    let amount = check.amount();
    let points = [("points", Arg::from(tenths(check.points))), ("of", Arg::from(check.of))];
    let CheckCard { label, basis, parts, findings, .. } = check;
    let title = label.clone();
    let has_parts = !parts.is_empty();
    let rows =
        parts.into_iter().map(|(name, amount)| view! { <tr><th scope="row">{name}</th><td><Word amount /></td></tr> });
    let rows = rows.collect_view();
    let findings = findings.into_iter().map(|finding| {
        let severity = match finding.severity {
            Severity::Error | Severity::Warning => "warning",
            Severity::Note => "note",
        };
        view! { <li data-severity=severity>{move || i18n.diagnostic(&finding)}</li> }
    });
    let findings = findings.collect_view();
    view! {
        <div class="score-check">
            <h4>{move || i18n.words(&label)}</h4>
            <p><Word amount /> " · " {move || i18n.text_with("score-points", &points)} " · " {move || i18n.text(basis_key(basis))}</p>
            {has_parts.then(|| view! {
                <table class="score-parts">
                    <caption class="visually-hidden">{move || i18n.words(&title)}</caption>
                    <thead><tr>
                        <th scope="col">{move || i18n.text("score-part")}</th>
                        <th scope="col">{move || i18n.text("score-share")}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            })}
            <ul class="score-findings">{findings}</ul>
        </div>
    }
}

#[component]
fn Word(amount: Amount) -> impl IntoView {
    let i18n = use_i18n();
    view! { <span class="amount" data-amount=amount.key()>{move || i18n.text(amount.key())}</span> }
}
