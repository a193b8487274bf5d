//! The référentiel: bloc, competence, criterion, exercises, with where the candidate stands and what can be
//! practised already.

mod activities;
mod criterion;
mod filter;
mod legend;
mod tree;

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use pack::file::thresholds::Thresholds;
use pack::referentiel::Referentiel;
use protocol::Arg;

use crate::attempt;
use crate::components::reading::{Coming, Lacking};
use crate::i18n::use_i18n;
use crate::shell::{bring, use_shell};
use crate::state::attempt::AttemptDocument;
use crate::state::criteria::{Branch, CriteriaFilter, branches};
use crate::state::reading::Reading;
use crate::state::standing::{Scored, Standings};
use filter::Filter;
use legend::Legend;
use tree::Tree;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Study {
    all: StoredValue<Arc<Referentiel>>,
    available: StoredValue<Arc<BTreeSet<String>>>,
    standings: StoredValue<Standings>,
    filter: RwSignal<CriteriaFilter>,
    shown: Memo<Vec<Branch>>,
    /// Ids of what is open.
    opened: RwSignal<BTreeSet<String>>,
}

impl Study {
    fn is_open(self, id: &str) -> bool {
        self.opened.with(|opened| opened.contains(id))
    }

    fn toggle(self, id: &str) {
        self.opened.update(|opened| {
            if !opened.remove(id) {
                opened.insert(id.to_owned());
            }
        });
    }

    /// Opens everything that is shown, or closes everything but the blocs.
    fn open_all(self, open: bool) {
        let shown = self.shown.get_untracked();
        let blocs = shown.iter().map(|branch| bloc_id(&branch.bloc));
        let competences = shown.iter().flat_map(|branch| &branch.competences).map(|(key, _)| competence_id(key));
        let ids: BTreeSet<String> = if open { blocs.chain(competences).collect() } else { blocs.collect() };
        self.opened.set(ids);
    }
}

fn bloc_id(key: &str) -> String {
    format!("bloc-{key}")
}

fn competence_id(key: &str) -> String {
    format!("competence-{key}")
}

/// The page, with a competence open or none.
#[component]
pub fn ReferentielPage(
    /// Key of the competence of the address.
    competence: Option<String>,
) -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    Effect::new(move |_| shell.title.set(i18n.text("page-referentiel")));
    let library = shell.library;
    let ask = move || {
        library.referentiel.ask();
        library.thresholds.ask();
        library.catalog.ask();
    };
    ask();
    let read = Memo::new(move |_| library.referentiel.get().and(library.available()).and(library.thresholds.get()));
    let competence = StoredValue::new(competence);
    view! {
        <div class="page study">
            <h1 id="page-heading" tabindex="-1">{move || i18n.text("page-referentiel")}</h1>
            {move || match read.get() {
                Reading::Coming => view! { <Coming /> }.into_any(),
                Reading::Lacking(lack) => view! { <Lacking lack on_retry=move |()| ask() /> }.into_any(),
                Reading::Here(here) => {
                    let (first, thresholds) = here.as_ref().clone();
                    let (all, available) = first.as_ref().clone();
                    view! { <Content all available thresholds competence=competence.get_value() /> }.into_any()
                }
            }}
        </div>
    }
}

#[component]
fn Content(
    all: Arc<Referentiel>,
    available: Arc<BTreeSet<String>>,
    thresholds: Arc<Thresholds>,
    competence: Option<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let counts = [
        ("criteria", Arg::from(all.criteria.len())),
        ("exercises", Arg::from(all.exercises.len())),
        ("open", Arg::from(all.exercises.iter().filter(|exercise| available.contains(&exercise.id)).count())),
    ];
    let (certification, certifier) = (all.certification.clone(), all.certifier.clone());
    let named = move || {
        let name = Arg::from(i18n.words(&certification));
        i18n.text_with("ref-lead", &[("certification", name), ("certifier", Arg::from(certifier.as_str()))])
    };
    let scores: Vec<Scored> = attempt::kept().iter().flat_map(AttemptDocument::standing).collect();
    let standings = Standings::of(&all, &scores, &thresholds);
    let filter = RwSignal::new(CriteriaFilter::default());
    let (all, available) = (StoredValue::new(all), StoredValue::new(available));
    let shown = Memo::new(move |_| {
        all.with_value(|all| {
            available.with_value(|available| filter.with(|filter| branches(all, available, filter, i18n.language())))
        })
    });
    let study =
        Study { all, available, standings: StoredValue::new(standings), filter, shown, opened: RwSignal::default() };
    study.open_all(false);
    if let Some(key) = competence {
        study.opened.update(|opened| opened.extend([competence_id(&key)]));
        bring(competence_id(&key));
    }
    // What is looked for is shown open; the person may close it again.
    Effect::new(move |_| {
        shown.track();
        if filter.with(|filter| !filter.is_open()) {
            study.open_all(true);
        }
    });
    view! {
        <p class="lead">{named}</p>
        <p>{move || i18n.text_with("ref-counts", &counts)}</p>
        <Legend study />
        <Filter study />
        <Tree study />
    }
}
