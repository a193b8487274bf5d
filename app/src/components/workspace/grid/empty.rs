//! What stands in the place of the rows where there are none: why, and the way out.

use leptos::prelude::*;
use protocol::{StepId, Zone};

use super::model::{Grid, GridSource};
use crate::components::workspace::dom;
use crate::components::workspace::looking::use_looking;
use crate::i18n::use_i18n;

/// Why there are no rows.
#[derive(Debug, Clone, PartialEq)]
enum Why {
    /// The facets let none through.
    Facets,
    /// The query gave none.
    Query,
    /// Nothing was set aside.
    NothingAside,
    /// The step made none.
    Step(StepId),
}

fn why(source: &GridSource) -> Option<Why> {
    (source.info().rows == 0).then(|| match source {
        GridSource::Filtered(..) => Why::Facets,
        GridSource::Query(..) => Why::Query,
        GridSource::Table(version, _) if version.info.table.zone == Zone::Quarantine => Why::NothingAside,
        GridSource::Table(version, _) => Why::Step(version.maker.clone()),
    })
}

/// The region, empty where there are rows. What facets and queries give is said where they are asked for.
pub fn view(grid: Grid) -> impl IntoView {
    let reason = Memo::new(move |_| grid.source.with(|source| source.as_ref().and_then(why)));
    let live = move || match reason.get() {
        Some(Why::Facets | Why::Query) => "off",
        _ => "polite",
    };
    view! {
        <div class="grid-empty" aria-live=live>
            {move || reason.get().map(|reason| match reason {
                Why::Facets => view! { <WithoutFacets /> }.into_any(),
                Why::Query => words("ws-empty-query", Some("ws-empty-query-help")).into_any(),
                Why::NothingAside => words("ws-rejects-empty", None).into_any(),
                Why::Step(id) => view! { <OfStep grid id /> }.into_any(),
            })}
        </div>
    }
}

fn words(lead: &'static str, help: Option<&'static str>) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <p class="lead">{move || i18n.text(lead)}</p>
        {help.map(|help| view! { <p>{move || i18n.text(help)}</p> })}
    }
}

#[component]
fn WithoutFacets() -> impl IntoView {
    let i18n = use_i18n();
    let looking = use_looking();
    let clear = move |_| {
        looking.chosen.set(Default::default());
        dom::focus_later("pane-table".to_owned());
    };
    view! {
        {words("look-empty", Some("look-empty-help"))}
        <button type="button" class="button primary" on:click=clear>{move || i18n.text("look-empty-clear")}</button>
    }
}

#[component]
fn OfStep(grid: Grid, id: StepId) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = grid.workspace;
    let room = workspace.room;
    let id = StoredValue::new(id);
    let number = move || id.with_value(|id| room.recipe.with(|recipe| recipe.position(id))).map(|index| index + 1);
    view! {
        {words("ws-empty-table", Some("ws-empty-table-help"))}
        {move || number().filter(|_| !room.read_only.get()).map(|number| view! {
            <button type="button" class="button" on:click=move |_| workspace.edit(&id.get_value())>
                {i18n.text_with("ws-empty-table-edit", &[("number", number.into())])}
            </button>
        })}
    }
}
