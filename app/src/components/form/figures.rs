//! Figures of the engine: asked for after each run, for the tables that there are.

use std::collections::BTreeMap;

use form::{Figures, Kind, Shape};
use leptos::prelude::*;
use leptos::task::spawn_local;
use pack::file::deliverables::FormDeliverable;

use crate::attempt::Attempt;
use crate::state::forms::{query, read};

/// Rows of an answer that are read: the engine gives no more at once.
const MOST: u32 = 1_000;
/// Characters of the hash of a recipe that are shown.
const SHOWN_HASH: usize = 12;

/// The figures of a form, by field.
pub fn follow(
    attempt: Attempt,
    deliverable: FormDeliverable,
    kind: &'static Kind,
) -> Signal<BTreeMap<String, Figures>> {
    let figures = RwSignal::new(BTreeMap::new());
    let round = StoredValue::new(0_u32);
    let room = attempt.room;
    Effect::new(move |_| {
        let made: Vec<String> = room.report.with(|report| {
            report.iter().flat_map(|report| &report.tables).map(|info| info.table.to_string()).collect()
        });
        round.update_value(|round| *round += 1);
        let now = round.get_value();
        let run: String = room.recipe_now().hash().chars().take(SHOWN_HASH).collect();
        let wanted = deliverable.figures.iter().filter(|one| made.contains(&one.table)).cloned().collect::<Vec<_>>();
        spawn_local(async move {
            let mut found: BTreeMap<String, Figures> = BTreeMap::new();
            for one in wanted {
                let Some(Shape::Figure { by }) = kind.field(&one.field).map(|field| &field.shape) else { continue };
                let Some(sql) = query(&one) else { continue };
                // A table that is not as the contract says has no figures; the contract says what is wrong with it.
                let Ok(answer) = room.glance(sql, MOST).await else { continue };
                let entry = found.entry(one.field.clone()).or_default();
                entry.run.clone_from(&run);
                entry.values.extend(read(&one, by, &answer));
            }
            if round.try_get_value() == Some(now) {
                figures.try_set(found);
            }
        });
    });
    figures.into()
}
