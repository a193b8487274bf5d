//! The centre: which table, after which step, its shape, and its grid; or how to begin.

use leptos::prelude::*;

use super::context::use_workspace;
use super::dom;
use super::grid::{DataGrid, GridSource};
use super::looking::{FilterLine, use_looking};
use super::made_files::MadeFiles;
use super::step_item::sentence;
use super::table_list::{short_name, zone_key};
use super::work_status::WorkStatus;
use crate::components::samples::SampleSizes;
use crate::i18n::use_i18n;

/// The table.
#[component]
pub fn TablePane() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let room = workspace.room;
    let has_table = Memo::new(move |_| workspace.shown.with(Option::is_some));
    let looking = use_looking();
    let source = Signal::derive(move || {
        let all = || workspace.shown.get().map(|version| GridSource::Table(version, workspace.epoch.get()));
        looking.filtered.get().or_else(all)
    });
    let after = move || {
        let id = room.selection.with(|selection| selection.step.clone());
        room.recipe.with(|recipe| match id.and_then(|id| recipe.position(&id)) {
            Some(index) => i18n.text_with("ws-after-step", &[("number", (index + 1).into())]),
            None => i18n.text("ws-after-all"),
        })
    };
    let shape = move || {
        workspace.shown.get().map(|version| {
            i18n.text_with(
                "ws-shape",
                &[("rows", version.info.rows.into()), ("columns", version.info.columns.len().into())],
            )
        })
    };
    let name = move || workspace.shown.get().map(|version| short_name(&version.info.table)).unwrap_or_default();
    let step_line = move || {
        let id = room.selection.with(|selection| selection.step.clone())?;
        room.recipe.with(|recipe| recipe.step(&id).map(|step| sentence(i18n, step)))
    };
    view! {
        <div class="grid-title">
            <h2 id="table-heading" title=move || step_line().unwrap_or_default()>
                {move || if has_table.get() { name() } else { i18n.text("ws-no-table") }}
            </h2>
            <span class="detail">
                {move || has_table.get().then(|| view! {
                    <span class="whole">{after()}</span>
                    " · "
                    <span class="whole">{shape()}</span>
                })}
            </span>
            <span class="push">
                <WorkStatus />
                {move || has_table.get().then(|| view! {
                    <label class="visually-hidden" for="table-picker">{i18n.text("ws-table-picker")}</label>
                    <select
                        id="table-picker"
                        on:change=move |event| {
                            let table = dom::value_of(&event).parse().ok();
                            room.selection.update(|selection| {
                                selection.table = table;
                                selection.column = None;
                            });
                        }
                    >
                        {move || workspace.tables.get().into_iter().map(|version| {
                            let full = version.info.table.to_string();
                            let zone = i18n.text(zone_key(version.info.table.zone));
                            let label = i18n.text_with("ws-table-in-zone", &[("table", short_name(&version.info.table).into()), ("zone", zone.into())]);
                            let is_shown = move || workspace.shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.info.table == version.info.table));
                            view! { <option value=full selected=is_shown>{label}</option> }
                        }).collect_view()}
                    </select>
                    <button type="button" class="tool" on:click=move |_| looking.overview(workspace)>
                        {i18n.text("look-overview")}
                    </button>
                    <button type="button" class="tool" on:click=move |_| workspace.open(super::context::Overlay::Export)>
                        {i18n.text("ws-export")}
                    </button>
                })}
            </span>
        </div>
        <FilterLine />
        <Show when=move || has_table.get() fallback=move || view! { <Beginning /> }>
            <DataGrid
                id="table-grid"
                source
                label=Signal::derive(move || i18n.text_with("ws-grid-label", &[("table", name().into())]))
                operations=true
            />
        </Show>
    }
}

/// What to do first, with an example.
#[component]
fn Beginning() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let has_steps = move || workspace.room.recipe.with(|recipe| !recipe.steps.is_empty());
    view! {
        <div class="empty-centre">
            {move || if has_steps() {
                view! {
                    <p class="lead">{i18n.text("ws-begin-waiting")}</p>
                    <p>{i18n.text("ws-begin-waiting-help")}</p>
                }.into_any()
            } else if workspace.room.is_exercise() {
                view! {
                    <p class="lead">{i18n.text("exercise-begin")}</p>
                    <p>{i18n.text("exercise-begin-help")}</p>
                    <MadeFiles />
                }.into_any()
            } else {
                view! {
                    <p class="lead">{i18n.text("ws-begin")}</p>
                    <p>{i18n.text("ws-begin-help")}</p>
                    <button type="button" class="button primary" on:click=move |_| dom::click("add-file")>
                        {i18n.text("ws-begin-button")}
                    </button>
                    <SampleSizes on_choose=move |rows| workspace.add_sample(rows) />
                    <p>{i18n.text("ws-begin-private")}</p>
                }.into_any()
            }}
        </div>
    }
}
