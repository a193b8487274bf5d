//! Tables as they stand after the selected step, by zone.

use leptos::prelude::*;
use protocol::{TableRef, Zone};

use super::context::{Pane, use_workspace};
use crate::i18n::use_i18n;

/// The list of tables.
#[component]
pub fn TableList() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let of_zone = move |zone: Zone| {
        workspace.tables.with(|tables| {
            let tables = tables.iter().filter(|version| version.info.table.zone == zone);
            tables.map(|version| (version.info.table.clone(), version.info.rows)).collect::<Vec<_>>()
        })
    };
    view! {
        <section class="side-section" aria-labelledby="tables-heading">
            <h2 id="tables-heading">{move || i18n.text("ws-tables")}</h2>
            {move || workspace.tables.with(Vec::is_empty).then(|| view! {
                <p class="empty">{i18n.text("ws-tables-empty")}</p>
            })}
            {Zone::ALL
                .into_iter()
                .map(|zone| view! {
                    {move || {
                        let tables = of_zone(zone);
                        (!tables.is_empty()).then(|| view! {
                            <h3 id=format!("zone-{}", zone.name())>{i18n.text(zone_key(zone))}</h3>
                            <ul class="plain-list" aria-labelledby=format!("zone-{}", zone.name())>
                                {tables.into_iter().map(|(table, rows)| view! { <TableItem table rows /> }).collect_view()}
                            </ul>
                        })
                    }}
                })
                .collect_view()}
        </section>
    }
}

#[component]
fn TableItem(table: TableRef, rows: u64) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let name = short_name(&table);
    let table = StoredValue::new(table);
    let is_shown = Memo::new(move |_| {
        workspace
            .shown
            .with(|shown| shown.as_ref().is_some_and(|version| table.with_value(|table| &version.info.table == table)))
    });
    view! {
        <li class="table-item">
            <button
                type="button"
                aria-pressed=move || is_shown.get().to_string()
                on:click=move |_| {
                    workspace.room.selection.update(|selection| {
                        selection.table = Some(table.get_value());
                        selection.column = None;
                    });
                    workspace.pane.set(Pane::Table);
                }
            >
                <span class="table-name">{name}</span>
                <span class="figure">{move || i18n.text_with("ws-rows", &[("rows", rows.into())])}</span>
            </button>
        </li>
    }
}

/// The name of a table without its zone.
pub fn short_name(table: &TableRef) -> String {
    match &table.batch {
        Some(batch) => format!("{}@{batch}", table.name),
        None => table.name.clone(),
    }
}

/// Key of the word for a zone.
pub fn zone_key(zone: Zone) -> &'static str {
    match zone {
        Zone::Raw => "ws-zone-raw",
        Zone::Staging => "ws-zone-staging",
        Zone::Warehouse => "ws-zone-warehouse",
        Zone::Quarantine => "ws-zone-quarantine",
    }
}
