//! Rows that the selected step set aside, with their reasons.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::{Code, TableRef};

use super::context::use_workspace;
use super::dom;
use super::grid::{DataGrid, GridSource};
use super::table_list::short_name;
use crate::i18n::use_i18n;
use crate::state::tables::TableVersion;

/// Columns that tell where and why, as readers and casts name them, in the order in which they are read here.
const REASON_COLUMNS: [&str; 8] =
    ["line", "code", "quarantine_reason", "column", "quarantine_columns", "value", "expected", "record"];

/// How many rejects were kept and how many were counted, where a reader kept only the first ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Cap {
    kept: u64,
    counted: u64,
}

/// The tab of the inspector.
#[component]
pub fn RejectsTab() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let room = workspace.room;
    let asked = RwSignal::new(None::<TableRef>);
    // Without a selected step: everything set aside so far.
    let tables = Memo::new(move |_| {
        let step = room.selection.with(|selection| selection.step.clone());
        let tables = workspace.tables.get().into_iter();
        let aside = tables.filter(|version| version.port != "main");
        aside.filter(|version| step.as_ref().is_none_or(|step| &version.maker == step)).collect::<Vec<TableVersion>>()
    });
    let shown = Memo::new(move |_| {
        tables.with(|tables| {
            let wanted = asked.get();
            let found = tables.iter().find(|version| Some(&version.info.table) == wanted.as_ref());
            // An empty table is rarely what one looks for.
            found.or_else(|| tables.iter().find(|version| version.info.rows > 0)).or(tables.first()).cloned()
        })
    });
    let source = Signal::derive(move || {
        shown.get().map(|mut version| {
            // The pane is narrow: why comes before what.
            let place = |name: &str| REASON_COLUMNS.iter().position(|known| *known == name);
            version.info.columns.sort_by_key(|column| place(&column.name).unwrap_or(REASON_COLUMNS.len()));
            GridSource::Table(version, workspace.epoch.get())
        })
    });
    let cap = follow_cap(shown);
    let is_empty = move || shown.with(|shown| shown.as_ref().is_none_or(|version| version.info.rows == 0));
    view! {
        <div class="rejects">
            {move || (tables.with(Vec::len) > 1).then(|| view! {
                <div class="field">
                    <label for="rejects-table">{i18n.text("ws-rejects-table")}</label>
                    <select
                        class="input"
                        id="rejects-table"
                        on:change=move |event| asked.set(dom::value_of(&event).parse().ok())
                    >
                        {tables.get().into_iter().map(|version| {
                            let name = version.info.table.to_string();
                            let is_shown = shown.with_untracked(|shown| shown.as_ref().is_some_and(|shown| shown.info.table == version.info.table));
                            let label = i18n.text_with("ws-rejects-option", &[("table", short_name(&version.info.table).into()), ("rows", version.info.rows.into())]);
                            view! { <option value=name selected=is_shown>{label}</option> }
                        }).collect_view()}
                    </select>
                </div>
            })}
            {move || match (tables.with(Vec::is_empty), is_empty()) {
                (true, _) => Some(view! { <p class="empty">{i18n.text("ws-rejects-none")}</p> }),
                (_, true) => Some(view! { <p class="empty">{i18n.text("ws-rejects-empty")}</p> }),
                _ => None,
            }}
            {move || (!is_empty()).then(|| view! {
                <p class="field-help">
                    {move || shown.get().map(|version| i18n.text_with("ws-rejects-count", &[("rows", version.info.rows.into()), ("table", short_name(&version.info.table).into())]))}
                </p>
                {move || cap.get().map(|cap| view! {
                    <p class="field-help">
                        {i18n.text_with("ws-rejects-capped", &[("kept", cap.kept.into()), ("counted", cap.counted.into())])}
                    </p>
                })}
                <DataGrid id="rejects-grid" source label=Signal::derive(move || i18n.text("ws-rejects")) />
            })}
        </div>
    }
}

/// Reads the last row of a reader's rejects: it says how many more there were, if not all were kept.
fn follow_cap(shown: Memo<Option<TableVersion>>) -> RwSignal<Option<Cap>> {
    let room = use_workspace().room;
    let cap = RwSignal::new(None);
    Effect::new(move |_| {
        cap.set(None);
        let Some(version) = shown.get().filter(|version| version.port == "rejects" && version.info.rows > 0) else {
            return;
        };
        spawn_local(async move {
            let last = version.info.rows - 1;
            let Ok(window) = room.window(version.at(), last, 1).await else { return };
            let cell = |name: &str| {
                let column = window.columns.iter().find(|column| column.name == name)?;
                column.cells.first()?.as_deref()
            };
            let more = cell("value").filter(|_| cell("code") == Some(Code::RejectMore.id()));
            let more = more.and_then(|more| more.parse::<u64>().ok());
            if shown.try_get_untracked().flatten().as_ref() == Some(&version) {
                cap.try_set(more.map(|more| Cap { kept: last, counted: last + more }));
            }
        });
    });
    cap
}
