//! Blocs and their competences, each opened and closed by its heading.

use leptos::prelude::*;
use pack::referentiel::{Referentiel, Status};
use protocol::Arg;

use super::activities::Activities;
use super::criterion::CriterionItem;
use super::{Study, bloc_id, competence_id};
use crate::components::disclosure::Disclosure;
use crate::i18n::use_i18n;
use crate::state::criteria::{Branch, CriteriaFilter};

/// What fits the filter; a way out where nothing does.
#[component]
pub fn Tree(study: Study) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let shown = study.shown.get();
        if shown.is_empty() {
            return view! {
                <div class="study-empty">
                    <p>{move || i18n.text("ref-nothing")}</p>
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| study.filter.set(CriteriaFilter::default())
                    >
                        {move || i18n.text("ref-filter-clear")}
                    </button>
                </div>
            }
            .into_any();
        }
        shown.into_iter().map(|branch| view! { <BlocBranch study branch /> }).collect_view().into_any()
    }
}

#[component]
fn BlocBranch(study: Study, branch: Branch) -> impl IntoView {
    let i18n = use_i18n();
    let id = bloc_id(&branch.bloc);
    let (open_id, toggle_id) = (id.clone(), id.clone());
    let Some(bloc) = study.all.with_value(|all| all.blocs.iter().find(|bloc| bloc.key == branch.bloc).cloned()) else {
        return ().into_any();
    };
    let counts = study.all.with_value(|all| counts(all, &bloc.key));
    let number = bloc.number;
    let label = bloc.label.clone();
    let heading = move || {
        view! {
            <span class="code">{i18n.text_with("ref-bloc", &[("number", Arg::from(u64::from(number)))])}</span>
            " "
            {i18n.words(&label)}
        }
    };
    let verdict = study.standings.with_value(|standings| standings.bloc(&branch.bloc)).verdict;
    let branch = StoredValue::new(branch);
    view! {
        <div class="bloc">
            <Disclosure
                id
                level=2
                open=Signal::derive(move || study.is_open(&open_id))
                on_toggle=move |()| study.toggle(&toggle_id)
                heading
                beside=move || {
                    let counts = i18n.text_with("ref-bloc-counts", &counts);
                    view! { <p class="hint">{counts} " · " {i18n.text(verdict.key())}</p> }
                }
            >
                {branch
                    .get_value()
                    .competences
                    .into_iter()
                    .map(|(key, criteria)| view! { <CompetenceBranch study key criteria /> })
                    .collect_view()}
                <Activities study bloc=branch.with_value(|branch| branch.bloc.clone()) />
            </Disclosure>
        </div>
    }
    .into_any()
}

fn counts(all: &Referentiel, bloc: &str) -> Vec<(&'static str, Arg)> {
    let of = |status| all.criteria_of_bloc(bloc).filter(|criterion| criterion.status == status).count();
    vec![
        ("competences", Arg::from(all.competences_of(bloc).count())),
        ("criteria", Arg::from(all.criteria_of_bloc(bloc).count())),
        ("auto", Arg::from(of(Status::Auto))),
        ("both", Arg::from(of(Status::AutoJury))),
        ("jury", Arg::from(of(Status::Jury))),
    ]
}

#[component]
fn CompetenceBranch(study: Study, key: String, criteria: Vec<String>) -> impl IntoView {
    let i18n = use_i18n();
    let id = competence_id(&key);
    let (open_id, toggle_id) = (id.clone(), id.clone());
    let found = study.all.with_value(|all| {
        let competence = all.competence(&key)?.clone();
        let mode = all.mode(&competence.mode)?.label.clone();
        Some((competence, mode, all.criteria_of(&key).count()))
    });
    let Some((competence, mode, count)) = found else { return ().into_any() };
    let standing = study.standings.with_value(|standings| standings.competence(&key));
    let (label, code) = (competence.label.clone(), competence.key.clone());
    let heading = move || view! { <span class="code">{code.clone()}</span> " " {i18n.words(&label)} };
    let about = move || {
        let args = [
            ("activity", Arg::from(competence.activity.as_str())),
            ("mode", Arg::from(i18n.words(&mode))),
            ("count", Arg::from(count)),
            ("verdict", Arg::from(i18n.text(standing.verdict.key()))),
        ];
        i18n.text_with("ref-competence-about", &args)
    };
    let remark = StoredValue::new(competence.remark.clone());
    let (criteria, competence_key) = (StoredValue::new(criteria), StoredValue::new(key));
    view! {
        <Disclosure
            id
            level=3
            open=Signal::derive(move || study.is_open(&open_id))
            on_toggle=move |()| study.toggle(&toggle_id)
            heading
            beside=move || view! { <p class="hint">{about()}</p> }
        >
            {move || remark.get_value().map(|remark| view! { <p class="hint remark">{i18n.words(&remark)}</p> })}
            <ul class="criteria">
                {criteria
                    .get_value()
                    .into_iter()
                    .map(|key| view! { <CriterionItem study key under=competence_key.get_value() /> })
                    .collect_view()}
            </ul>
        </Disclosure>
    }
    .into_any()
}
