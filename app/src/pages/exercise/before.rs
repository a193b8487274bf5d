//! An attempt that was begun with another version of its pack: its data cannot be made any more, but what it came to
//! can be read and taken along.

use leptos::prelude::*;
use protocol::Arg;

use crate::components::exercise::{CriterionLine, History};
use crate::i18n::use_i18n;
use crate::library::Opened;
use crate::platform::download;
use crate::room::load;
use crate::state::attempt::AttemptDocument;
use crate::state::scorecard;
use crate::state::work::recipe_file_name;

/// Saves the recipe of a work as a file.
pub fn export_recipe(work: &str) {
    if let Ok(work) = load(work) {
        let name = recipe_file_name(&work.recipe.title);
        download::save_text(&work.recipe.to_pretty_json(), &name, "application/json");
    }
}

/// The part of the page.
#[component]
pub fn Before(
    /// The attempt.
    kept: StoredValue<AttemptDocument>,
    /// The pack as it is now.
    opened: StoredValue<Opened>,
) -> impl IntoView {
    let i18n = use_i18n();
    let steps = kept.with_value(|kept| load(&kept.work).map_or(0, |work| work.recipe.steps.len()));
    let facts = [
        ("steps", Arg::from(steps)),
        ("ticked", Arg::from(kept.with_value(|kept| kept.ticks.len()))),
        ("tasks", Arg::from(opened.with_value(|opened| opened.pack.exercise.tasks.len()))),
    ];
    let criteria = kept.with_value(|kept| {
        let last = kept.last.as_ref();
        last.map(|last| scorecard::criteria(&[], &last.card, &kept.log)).unwrap_or_default()
    });
    let criteria = criteria.into_iter().filter_map(|card| {
        let criterion = opened.with_value(|opened| opened.referentiel.criterion(&card.key).cloned())?;
        let figures = [
            ("level", Arg::from(card.level.round())),
            ("points", Arg::from(scorecard::tenths(card.points))),
            ("of", Arg::from(card.of)),
        ];
        let figure = Signal::derive(move || i18n.text_with("score-level", &figures));
        Some(view! { <CriterionLine criterion figure /> })
    });
    let criteria = criteria.collect_view();
    view! {
        <h3>{move || i18n.text("attempt-before")}</h3>
        <p>{move || i18n.text_with("attempt-before-work", &facts)}</p>
        <ul class="exercises">{criteria}</ul>
        <History scores=Signal::stored(kept.with_value(AttemptDocument::history)) />
        <p>
            <button type="button" class="button" on:click=move |_| kept.with_value(|kept| export_recipe(&kept.work))>
                {move || i18n.text("attempt-export")}
            </button>
        </p>
    }
}
