//! Column headers: name, type, distribution, share of nulls, and the menu of operations that suit.

use leptos::prelude::*;
use protocol::table::ColumnInfo;
use wasm_bindgen::JsCast;
use web_sys::PointerEvent;

use super::body::{kept_width, moving_columns, width};
use super::model::{Grid, Place};
use crate::components::icon::{Glyph, Icon};
use crate::components::workspace::histogram::sparkline;
use crate::i18n::{I18n, use_i18n};

/// The row of headers.
pub fn view(grid: Grid) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="grid-header" role="rowgroup" style:width=move || format!("{}px", width(grid))>
            <div class="grid-header-row" role="row" aria-rowindex="1">
                <div class="grid-kept" role="presentation" style:width=move || kept_width(grid)>
                    <div
                        class="grid-index"
                        role="columnheader"
                        aria-colindex="1"
                        style:width=move || format!("{}px", grid.edges.with(|edges| edges[0]))
                    >
                        <span aria-hidden="true">"#"</span>
                        <span class="visually-hidden">{move || i18n.text("ws-grid-row-number")}</span>
                    </div>
                    <For
                        each=move || with_infos(grid, (0..grid.kept_count.get()).collect())
                        key=|(column, info)| (*column, info.name.clone(), info.kind)
                        children=move |(column, info)| column_view(grid, i18n, column, info)
                    />
                </div>
                <For
                    each=move || with_infos(grid, moving_columns(grid))
                    key=|(column, info)| (*column, info.name.clone(), info.kind)
                    children=move |(column, info)| column_view(grid, i18n, column, info)
                />
            </div>
        </div>
    }
}

fn with_infos(grid: Grid, columns: Vec<usize>) -> Vec<(usize, ColumnInfo)> {
    let infos = grid.columns.get();
    columns.into_iter().filter_map(|column| Some((column, infos.get(column)?.clone()))).collect()
}

fn column_view(grid: Grid, i18n: I18n, column: usize, info: ColumnInfo) -> impl IntoView {
    let place = Place { row: None, column };
    let is_active = Memo::new(move |_| grid.active.get() == place);
    let name = StoredValue::new(info.name.clone());
    let is_selected = move || {
        grid.operations
            && grid
                .workspace
                .room
                .selection
                .with(|selection| name.with_value(|name| selection.column.as_ref() == Some(name)))
    };
    let order = Memo::new(move |_| name.with_value(|name| order_of(grid, name)));
    let open = move || {
        grid.active.set(place);
        if grid.operations {
            grid.menu.set(Some(column));
        }
    };
    view! {
        <div
            class="grid-column"
            role="columnheader"
            id=grid.place_id(place)
            aria-colindex=(column + 2).to_string()
            aria-sort=move || order.get().map(|ascending| if ascending { "ascending" } else { "descending" })
            aria-haspopup=grid.operations.then_some("menu")
            tabindex=move || if is_active.get() { "0" } else { "-1" }
            data-selected=move || is_selected().then_some("")
            title=info.name.clone()
            style:left=move || grid.edges.with(|edges| format!("{}px", edges.get(column).copied().unwrap_or(0.0)))
            style:width=move || grid.edges.with(|edges| match (edges.get(column), edges.get(column + 1)) {
                (Some(start), Some(end)) => format!("{}px", end - start),
                _ => "0".to_owned(),
            })
            on:focus=move |_| {
                if grid.active.get_untracked() != place {
                    grid.active.set(place);
                }
            }
            on:click=move |_| {
                grid.active.set(place);
                if grid.operations {
                    name.with_value(|name| grid.workspace.profile(name));
                }
            }
            on:contextmenu=move |event| {
                event.prevent_default();
                open();
            }
        >
            <div class="grid-column-top">
                <span class="grid-column-name">{move || name.with_value(|name| grid.label(i18n, name))}</span>
                <span class="grid-column-sort" aria-hidden="true">
                    {move || order.get().map(|ascending| if ascending { "↑" } else { "↓" })}
                </span>
                {grid.operations.then(|| view! {
                    <button
                        type="button"
                        class="grid-menu-button"
                        tabindex="-1"
                        aria-haspopup="menu"
                        aria-label=move || name.with_value(|name| i18n.text_with("ws-column-menu", &[("column", name.as_str().into())]))
                        on:click=move |event| {
                            event.stop_propagation();
                            open();
                        }
                    >
                        <Icon glyph=Glyph::Chevron />
                    </button>
                })}
            </div>
            <div class="grid-column-type">{move || i18n.text(type_key(info.kind))}</div>
            {grid.operations.then(|| figures(grid, i18n, name))}
            <div
                class="grid-resize"
                aria-hidden="true"
                on:click=move |event| event.stop_propagation()
                on:pointerdown=move |event| {
                    event.prevent_default();
                    event.stop_propagation();
                    if let Some(handle) = event.current_target() {
                        let handle: web_sys::Element = handle.unchecked_into();
                        let _ = handle.set_pointer_capture(event.pointer_id());
                    }
                }
                on:pointermove=move |event: PointerEvent| {
                    if event.buttons() & 1 == 1 {
                        grid.widen(column, f64::from(event.movement_x()));
                    }
                }
            ></div>
        </div>
    }
}

/// Distribution and share of nulls, once the engine has said.
fn figures(grid: Grid, i18n: I18n, name: StoredValue<String>) -> impl IntoView {
    let summary =
        Memo::new(move |_| grid.summaries.with(|summaries| name.with_value(|name| summaries.get(name).cloned())));
    let share = move || {
        // Figures are those of the whole table, whatever facets leave of it.
        let rows = grid.source.with(|source| source.as_ref()?.version().map(|(version, _)| version.info.rows))?;
        summary.get().filter(|_| rows > 0).map(|summary| (summary.nulls, summary.nulls as f64 / rows as f64))
    };
    let percent = move |share: f64| {
        let rounded = (share * 1_000.0).round() / 10.0;
        // A single null among many rows is not "0 %".
        let shown = if share > 0.0 && rounded == 0.0 { 0.1 } else { rounded };
        i18n.number(shown)
    };
    view! {
        <div class="sparkline">
            {move || summary.get().map(|summary| sparkline(&summary.bins))}
            {move || share().map(|(nulls, share)| view! {
                <span
                    class="null-share"
                    data-some=(nulls > 0).then_some("")
                    title=i18n.text_with("ws-null-title", &[("nulls", nulls.into())])
                >
                    <span class="visually-hidden">{i18n.text_with("ws-null-title", &[("nulls", nulls.into())])}</span>
                    <span aria-hidden="true">
                        {i18n.text_with("ws-null-share", &[("share", percent(share).into())])}
                    </span>
                </span>
            })}
        </div>
    }
}

/// Whether the step that made this table sorted it by this column first, and which way.
fn order_of(grid: Grid, column: &str) -> Option<bool> {
    let source = grid.source.get()?;
    let (version, _) = source.version()?;
    if !version.info.ordered {
        return None;
    }
    let recipe = grid.workspace.room.recipe.get();
    let step = recipe.step(&version.maker)?;
    let key = step.params.get("keys").filter(|_| step.op == "sort")?.get(0)?;
    let is_first = key.get("column")?.as_str()? == column;
    is_first.then(|| key.get("direction").and_then(|way| way.as_str()) != Some("descending"))
}

/// Key of the word for a type.
pub fn type_key(kind: protocol::table::ColumnType) -> &'static str {
    use protocol::table::ColumnType::*;
    match kind {
        Boolean => "ws-type-boolean",
        Integer => "ws-type-integer",
        Number => "ws-type-number",
        Decimal => "ws-type-decimal",
        Text => "ws-type-text",
        Date => "ws-type-date",
        Datetime => "ws-type-datetime",
        Time => "ws-type-time",
        Duration => "ws-type-duration",
        Other => "ws-type-other",
    }
}
