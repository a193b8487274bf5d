//! The SQL drawer: a query over the tables after the selected step, its result as a grid, and the
//! way to make it a step.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::recipe::legal_name;
use protocol::{Diagnostic, TableRef, Zone};
use serde_json::{Map, json};

use super::context::{Workspace, use_workspace};
use super::dom;
use super::grid::{DataGrid, GridSource};
use super::separator::{Grows, Separator};
use super::sql_field::{SqlField, completions};
use crate::i18n::use_i18n;
use crate::room::Queried;
use crate::state::draft::{Draft, named};
use crate::state::query_tables::in_preparation;
use crate::state::tables;

/// Rows of the first window: a page of the grid.
const FIRST_ROWS: u32 = 200;

/// The drawer.
#[component]
pub fn SqlDrawer() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let room = workspace.room;
    let open = workspace.drawer;
    let size = workspace.sizes.drawer;
    let text = RwSignal::new(String::new());
    let result = RwSignal::new(None::<(Queried, u64)>);
    let problem = RwSignal::new(None::<Diagnostic>);
    let serial = StoredValue::new(0u64);
    let said = RwSignal::new(String::new());
    let run = move || {
        let sql = text.get_untracked();
        if sql.trim().is_empty() {
            return;
        }
        serial.update_value(|serial| *serial += 1);
        let number = serial.get_value();
        let after = room.selection.with_untracked(|selection| selection.step.clone());
        problem.set(None);
        said.set(String::new());
        spawn_local(async move {
            let answer = room.query(sql, after, FIRST_ROWS).await;
            if serial.try_get_value() != Some(number) {
                return;
            }
            match answer {
                Ok(queried) => {
                    let rows = queried.info.rows;
                    said.try_set(i18n.text_with(
                        "ws-sql-result",
                        &[("rows", rows.into()), ("columns", queried.info.columns.len().into())],
                    ));
                    result.try_set(Some((queried, number)));
                }
                Err(reason) => {
                    problem.try_set(Some(reason));
                }
            }
        });
    };
    let schema = Signal::derive(move || {
        room.catalogue
            .with(|catalogue| workspace.tables.with(|tables| completions(i18n, catalogue.as_ref(), tables, &[])))
    });
    let toggle = move |_| {
        open.update(|open| *open = !*open);
        if open.get_untracked() {
            if text.with_untracked(String::is_empty)
                && let Some(shown) = workspace.shown.get_untracked()
            {
                text.set(format!("select * from {}", named(&shown.info.table.name)));
            }
            dom::focus_later("sql-text".to_owned());
        }
    };
    let source = Signal::derive(move || result.get().map(|(queried, number)| GridSource::Query(queried.info, number)));
    view! {
        {move || open.get().then(|| view! {
            <Separator size grows=Grows::Up label=Signal::derive(move || i18n.text("ws-resize-sql")) controls="sql-drawer" />
        })}
        <section
            class="drawer"
            id="sql-drawer"
            aria-labelledby="sql-heading"
            data-open=move || open.get().then_some("")
            style:height=move || open.get().then(|| format!("min({}px, 70vh)", size.pixels.get()))
        >
            <div class="drawer-bar">
                <h2 id="sql-heading">
                    <button
                        type="button"
                        class="drawer-toggle"
                        id="sql-toggle"
                        aria-expanded=move || open.get().to_string()
                        aria-controls="sql-body"
                        on:click=toggle
                    >
                        <span aria-hidden="true">{move || if open.get() { "▾" } else { "▸" }}</span>
                        {move || i18n.text("ws-sql")}
                    </button>
                </h2>
                {move || open.get().then(|| view! {
                    <button type="button" class="button" on:click=move |_| run()>
                        {i18n.text("ws-sql-run")}
                        <kbd aria-hidden="true">"Ctrl ↵"</kbd>
                    </button>
                    <button
                        type="button"
                        class="button"
                        aria-disabled=move || (result.with(Option::is_none) || room.read_only.get()).then_some("true")
                        on:click=move |_| {
                            if let Some((queried, _)) = result.get_untracked() {
                                make_step(workspace, &text.get_untracked(), &queried);
                            }
                        }
                    >
                        {i18n.text("ws-sql-step")}
                    </button>
                })}
                <span class="status" role="status">{move || said.get()}</span>
                {move || open.get().then(|| view! {
                    <span class="drawer-tables push">{i18n.text("ws-sql-hint")}</span>
                })}
            </div>
            <div id="sql-body" class="drawer-body" hidden=move || !open.get()>
                {move || open.get().then(|| view! {
                    <SqlField
                        id="sql-text"
                        label=Signal::derive(move || i18n.text("ws-sql-label"))
                        value=text
                        schema
                        problems=Signal::derive(move || problem.get().into_iter().collect())
                        on_edit=move |edited: String| text.set(edited)
                        on_run=move |()| run()
                    />
                    <div role="alert">
                        {move || problem.get().map(|reason| view! {
                            <p class="field-error"><span>{i18n.diagnostic(&reason)}</span></p>
                        })}
                    </div>
                    {move || if result.with(Option::is_some) {
                        view! { <DataGrid id="sql-grid" source label=Signal::derive(move || i18n.text("ws-sql-grid")) /> }.into_any()
                    } else {
                        view! { <p class="empty drawer-empty">{i18n.text("ws-sql-empty")}</p> }.into_any()
                    }}
                })}
            </div>
        </section>
    }
}

/// Opens the form of a `sql` step with the query, its tables, and a name for the result.
fn make_step(workspace: Workspace, sql: &str, queried: &Queried) {
    let Some(info) = workspace.operation("sql") else { return };
    let mut params = Map::new();
    params.insert("query".to_owned(), json!(sql));
    let mut step = workspace.new_step(&info, None, &[], None, &params);
    let above = tables::named_before(&workspace.room.recipe_now(), workspace.next_index());
    let input = |(name, table): &(String, TableRef)| {
        let table = if name.contains('.') { table.clone() } else { in_preparation(table, &above) };
        (name.clone(), table)
    };
    step.inputs = queried.tables.iter().map(input).collect();
    let first = queried.tables.first().map_or("query".to_owned(), |(_, table)| format!("{}_sql", table.name));
    if let Some(main) = step.outputs.get_mut("main") {
        *main = TableRef::new(Zone::Staging, legal_name(&first));
    }
    workspace.begin_with(Draft { step, index: workspace.next_index(), editing: false });
}
