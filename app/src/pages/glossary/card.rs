//! A card: what something is, what is done with it here, who makes it, and where to read on.

use leptos::prelude::*;
use pack::cards::{Card, CardStatus};
use protocol::Arg;

use super::{Shelf, card_id};
use crate::components::disclosure::Disclosure;
use crate::components::icon::{Glyph, Icon};
use crate::i18n::use_i18n;
use crate::state::route::Route;

/// One card, opened and closed by its heading.
#[component]
pub fn CardItem(shelf: Shelf, id: String) -> impl IntoView {
    let i18n = use_i18n();
    let Some(card) = shelf.cards.with_value(|cards| cards.card(&id).cloned()) else { return ().into_any() };
    let name = card.name.clone();
    let (status, places) = (card.status, card.places.clone());
    let said = move || {
        let places: Vec<String> = places.iter().map(|place| i18n.text(&format!("place-{}", place.id()))).collect();
        i18n.text_with("glossary-places", &[("places", Arg::List(places))])
    };
    let beside = move || {
        let warned = (status != CardStatus::Active).then(|| {
            view! {
                <span class="chip" data-kind=status.id()>
                    <Icon glyph=Glyph::Warning />
                    {i18n.text(&format!("card-status-{}", status.id()))}
                </span>
                " "
            }
        });
        view! { <p class="hint">{warned} {said()}</p> }
    };
    let card = StoredValue::new(card);
    let id = StoredValue::new(id);
    view! {
        <Disclosure
            id=card_id(&id.get_value())
            level=3
            open=Signal::derive(move || shelf.opened.with(|opened| id.with_value(|id| opened.contains(id))))
            on_toggle=move |()| {
                shelf.opened.update(|opened| {
                    let id = id.get_value();
                    if !opened.remove(&id) {
                        opened.insert(id);
                    }
                });
            }
            heading=move || i18n.words(&name)
            beside
        >
            <Detail shelf card=card.get_value() />
        </Disclosure>
    }
    .into_any()
}

#[component]
fn Detail(shelf: Shelf, card: Card) -> impl IntoView {
    let i18n = use_i18n();
    let Card { what, here, editor, licence, alternatives, checked, sources, status, .. } = card.clone();
    let term = move |key: &'static str| view! { <dt>{move || i18n.text(key)}</dt> };
    view! {
        <div class="card">
            <p>{move || i18n.words(&what)}</p>
            <p>
                <strong>{move || i18n.text("card-here")}</strong>
                " "
                {move || i18n.words(&here)}
            </p>
            <dl>
                {term("card-exercises")}
                <dd><Exercises shelf ids=card.exercises.clone() /></dd>
                {term("card-competences")}
                <dd><Competences shelf keys=card.competences.clone() /></dd>
                {term("card-status")}
                <dd>{move || i18n.text(&format!("card-status-{}", status.id()))}</dd>
                {term("card-editor")}
                <dd>{move || i18n.words(&editor)}</dd>
                {term("card-licence")}
                <dd>{move || i18n.words(&licence)}</dd>
                {term("card-alternatives")}
                <dd>{move || i18n.words(&alternatives)}</dd>
                {term("card-sources")}
                <dd><Sources sources /></dd>
                {term("card-checked")}
                <dd>{checked}</dd>
            </dl>
        </div>
    }
}

/// Exercises by name, each with whether it can be opened.
#[component]
fn Exercises(shelf: Shelf, ids: Vec<String>) -> impl IntoView {
    let i18n = use_i18n();
    let line = move |id: String| {
        let title = shelf.referentiel.with_value(|all| all.exercise(&id).map(|exercise| exercise.title.clone()));
        let can = shelf.available.with_value(|available| available.contains(&id));
        view! {
            <li>
                <span class="code">{id}</span>
                " "
                {move || title.as_ref().map(|title| i18n.words(title))}
                " "
                <span class="hint">
                    {move || i18n.text(if can { "ref-exercise-open" } else { "ref-exercise-absent" })}
                </span>
            </li>
        }
    };
    view! { <ul>{ids.into_iter().map(line).collect_view()}</ul> }
}

/// Links to the competences, in the référentiel.
#[component]
fn Competences(shelf: Shelf, keys: Vec<String>) -> impl IntoView {
    let i18n = use_i18n();
    let line = move |key: String| {
        let label = shelf.referentiel.with_value(|all| all.competence(&key).map(|one| one.label.clone()));
        let href = Route::Referentiel { competence: Some(key.clone()) }.href();
        view! {
            <li>
                <a href=href>{key} " · " {move || label.as_ref().map(|label| i18n.words(label))}</a>
            </li>
        }
    };
    view! { <ul>{keys.into_iter().map(line).collect_view()}</ul> }
}

/// Official pages, elsewhere: they open in a tab of their own, so that the page stays.
#[component]
fn Sources(sources: Vec<String>) -> impl IntoView {
    let i18n = use_i18n();
    let line = move |address: String| {
        let shown = address.trim_start_matches("https://").trim_end_matches('/').to_owned();
        view! {
            <li>
                <a href=address target="_blank" rel="noopener noreferrer">
                    {shown}
                    <span class="visually-hidden">" " {move || i18n.text("link-new-tab")}</span>
                </a>
            </li>
        }
    };
    view! { <ul>{sources.into_iter().map(line).collect_view()}</ul> }
}
