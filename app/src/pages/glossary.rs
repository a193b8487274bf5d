//! The glossary: the tools, methods and texts that the référentiel names, one card each.

mod card;
mod filter;

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use pack::cards::Cards;
use pack::referentiel::Referentiel;
use protocol::Arg;

use crate::components::reading::{Coming, Lacking};
use crate::i18n::use_i18n;
use crate::shell::{bring, use_shell};
use crate::state::glossary::{CardFilter, families};
use crate::state::reading::Reading;
use card::CardItem;
use filter::Filter;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Shelf {
    cards: StoredValue<Arc<Cards>>,
    referentiel: StoredValue<Arc<Referentiel>>,
    available: StoredValue<Arc<BTreeSet<String>>>,
    filter: RwSignal<CardFilter>,
    shown: Memo<Vec<(String, Vec<String>)>>,
    /// Ids of the cards that are open.
    opened: RwSignal<BTreeSet<String>>,
}

impl Shelf {
    /// Opens every card that is shown, or closes all.
    fn open_all(self, open: bool) {
        let shown = self.shown.get_untracked();
        self.opened.set(if open { shown.into_iter().flat_map(|(_, ids)| ids).collect() } else { BTreeSet::new() });
    }
}

fn card_id(id: &str) -> String {
    format!("card-{id}")
}

/// The page, with a card open or none.
#[component]
pub fn Glossary(
    /// Id of the card of the address.
    card: Option<String>,
) -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    Effect::new(move |_| shell.title.set(i18n.text("page-glossary")));
    let library = shell.library;
    let ask = move || {
        library.cards.ask();
        library.referentiel.ask();
        library.catalog.ask();
    };
    ask();
    let read = Memo::new(move |_| library.cards.get().and(library.referentiel.get()).and(library.available()));
    let card = StoredValue::new(card);
    view! {
        <div class="page study">
            <h1 id="page-heading" tabindex="-1">{move || i18n.text("page-glossary")}</h1>
            <p class="lead">{move || i18n.text("glossary-lead")}</p>
            {move || match read.get() {
                Reading::Coming => view! { <Coming /> }.into_any(),
                Reading::Lacking(lack) => view! { <Lacking lack on_retry=move |()| ask() /> }.into_any(),
                Reading::Here(here) => {
                    let (first, available) = here.as_ref().clone();
                    let (cards, referentiel) = first.as_ref().clone();
                    view! { <Content cards referentiel available card=card.get_value() /> }.into_any()
                }
            }}
        </div>
    }
}

#[component]
fn Content(
    cards: Arc<Cards>,
    referentiel: Arc<Referentiel>,
    available: Arc<BTreeSet<String>>,
    card: Option<String>,
) -> impl IntoView {
    let i18n = use_i18n();
    let filter = RwSignal::new(CardFilter::default());
    let (cards, referentiel) = (StoredValue::new(cards), StoredValue::new(referentiel));
    let shown =
        Memo::new(move |_| cards.with_value(|cards| filter.with(|filter| families(cards, filter, i18n.language()))));
    let available = StoredValue::new(available);
    let shelf = Shelf { cards, referentiel, available, filter, shown, opened: RwSignal::default() };
    if let Some(id) = card {
        shelf.opened.update(|opened| opened.extend([id.clone()]));
        bring(card_id(&id));
    }
    view! {
        <Filter shelf />
        {move || {
            let shown = shown.get();
            if shown.is_empty() {
                return view! {
                    <div class="study-empty">
                        <p>{move || i18n.text("glossary-nothing")}</p>
                        <button type="button" class="button" on:click=move |_| filter.set(CardFilter::default())>
                            {move || i18n.text("ref-filter-clear")}
                        </button>
                    </div>
                }
                .into_any();
            }
            shown.into_iter().map(|(key, ids)| view! { <FamilySection shelf key ids /> }).collect_view().into_any()
        }}
    }
}

#[component]
fn FamilySection(shelf: Shelf, key: String, ids: Vec<String>) -> impl IntoView {
    let i18n = use_i18n();
    let label = shelf.cards.with_value(|cards| cards.family(&key).map(|family| family.label.clone()));
    let heading = format!("family-{key}");
    let labelled = heading.clone();
    let count = [("count", Arg::from(ids.len()))];
    view! {
        <section class="family" aria-labelledby=labelled>
            <div class="section-head">
                <h2 id=heading>{move || label.as_ref().map(|label| i18n.words(label))}</h2>
                <p class="hint">{move || i18n.text_with("glossary-cards", &count)}</p>
            </div>
            {ids.into_iter().map(|id| view! { <CardItem shelf id /> }).collect_view()}
        </section>
    }
}
