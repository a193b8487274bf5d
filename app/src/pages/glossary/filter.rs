//! Which cards are shown: words, family, competence.

use leptos::prelude::*;
use protocol::Arg;

use super::Shelf;
use crate::components::study_bar::{StudyBar, StudySearch};
use crate::i18n::use_i18n;
use crate::state::glossary::CardFilter;

/// The choices, and how many cards are left.
#[component]
pub fn Filter(shelf: Shelf) -> impl IntoView {
    let i18n = use_i18n();
    let filter = shelf.filter;
    let total = shelf.cards.with_value(|cards| cards.cards.len());
    let left = move || {
        let shown: usize = shelf.shown.with(|shown| shown.iter().map(|(_, ids)| ids.len()).sum());
        i18n.text_with("glossary-shown", &[("shown", Arg::from(shown)), ("total", Arg::from(total))])
    };
    let some = |text: String| (!text.is_empty()).then_some(text);
    let families = shelf.cards.with_value(|cards| cards.families.clone());
    // Only competences that a card serves: the others would lead to nothing.
    let competences = shelf.cards.with_value(|cards| {
        shelf.referentiel.with_value(|all| {
            let served = |key: &String| cards.cards.iter().any(|card| card.competences.contains(key));
            all.competences.iter().filter(|one| served(&one.key)).cloned().collect::<Vec<_>>()
        })
    });
    view! {
        <form class="study-filter" role="search" on:submit=|event| event.prevent_default()>
            <StudySearch
                label="glossary-search"
                text=Signal::derive(move || filter.with(|filter| filter.text.clone()))
                on_input=move |text| filter.update(|filter| filter.text = text)
            />
            <label class="field">
                <span class="label">{move || i18n.text("glossary-by-family")}</span>
                <select
                    class="input"
                    prop:value=move || filter.with(|filter| filter.family.clone().unwrap_or_default())
                    on:change=move |event| filter.update(|filter| filter.family = some(event_target_value(&event)))
                >
                    <option value="">{move || i18n.text("ref-any")}</option>
                    {families
                        .into_iter()
                        .map(|family| view! {
                            <option value=family.key>{move || i18n.words(&family.label)}</option>
                        })
                        .collect_view()}
                </select>
            </label>
            <label class="field">
                <span class="label">{move || i18n.text("glossary-by-competence")}</span>
                <select
                    class="input"
                    prop:value=move || filter.with(|filter| filter.competence.clone().unwrap_or_default())
                    on:change=move |event| {
                        filter.update(|filter| filter.competence = some(event_target_value(&event)));
                    }
                >
                    <option value="">{move || i18n.text("ref-any")}</option>
                    {competences
                        .into_iter()
                        .map(|competence| view! {
                            <option value=competence.key.clone()>
                                {competence.key.clone()} " · " {move || i18n.words(&competence.label)}
                            </option>
                        })
                        .collect_view()}
                </select>
            </label>
        </form>
        <StudyBar
            left=Signal::derive(left)
            is_open=Signal::derive(move || filter.with(|filter| *filter == CardFilter::default()))
            clear=move || filter.set(CardFilter::default())
            open_all=move |open| shelf.open_all(open)
        />
    }
}
