//! Rows of cells.

use leptos::html;
use leptos::prelude::*;
use protocol::table::ColumnInfo;

use super::model::{Grid, Place, ROW_PX, is_at_end};
use crate::i18n::{I18n, use_i18n};
use crate::state::pages::Seen;

/// Where rows stand that are kept for the focus but out of view.
const OUT_OF_VIEW_PX: f64 = -4_000.0;

/// The tall element, and the rows in view within it.
pub fn view(grid: Grid) -> impl IntoView {
    let i18n = use_i18n();
    let top = Memo::new(move |_| grid.viewport.get().drawn_top_px(grid.scroll.get().0));
    let first = Memo::new(move |_| grid.viewport.get().drawn(grid.scroll.get().0).start);
    let last = Memo::new(move |_| grid.viewport.get().drawn(grid.scroll.get().0).end);
    let canvas = NodeRef::<html::Div>::new();
    place_columns(grid, canvas);
    view! {
        <div
            node_ref=canvas
            class="grid-canvas"
            role="rowgroup"
            style:height=move || format!("{}px", grid.viewport.get().height_px())
            style:width=move || format!("{}px", width(grid))
        >
            <For
                each=move || grid.drawn_rows.get()
                key=|row| *row
                children=move |row| {
                    let place = move || {
                        let offset = if (first.get()..last.get()).contains(&row) {
                            top.get() + (row - first.get()) as f64 * ROW_PX
                        } else {
                            top.get() + OUT_OF_VIEW_PX
                        };
                        format!("{offset}px")
                    };
                    row_view(grid, i18n, row, place)
                }
            />
        </div>
    }
}

/// Says once, on the element around all cells, where columns stand: a cell then has nothing to follow, and scrolling
/// makes hundreds of cells.
fn place_columns(grid: Grid, canvas: NodeRef<html::Div>) {
    Effect::new(move |_| {
        let Some(canvas) = canvas.get() else { return };
        let style = web_sys::HtmlElement::style(&canvas);
        grid.edges.with(|edges| {
            for (column, ends) in edges.windows(2).enumerate() {
                for (name, value) in [("left", ends[0]), ("width", ends[1] - ends[0])] {
                    // A name of letters and digits and a length in pixels are always taken.
                    let _ = style.set_property(&format!("--{name}-{column}"), &format!("{value}px"));
                }
            }
        });
    });
}

/// Width of all columns.
pub fn width(grid: Grid) -> f64 {
    grid.edges.with(|edges| edges.last().copied().unwrap_or(0.0))
}

/// Width of the row numbers and of the columns that are kept at the left.
pub fn kept_width(grid: Grid) -> String {
    let kept = grid.kept_count.get();
    grid.edges.with(|edges| format!("{}px", edges.get(kept).copied().unwrap_or(0.0)))
}

/// Columns to draw that scroll.
pub fn moving_columns(grid: Grid) -> Vec<usize> {
    let kept = grid.kept_count.get();
    grid.drawn_columns.get().into_iter().filter(|column| *column >= kept).collect()
}

fn row_view(grid: Grid, i18n: I18n, row: u64, top: impl Fn() -> String + Send + Sync + 'static) -> impl IntoView {
    view! {
        <div class="grid-row" role="row" aria-rowindex=(row + 2).to_string() style:top=top>
            <div class="grid-kept" role="presentation" style:width=move || kept_width(grid)>
                <div
                    class="grid-index"
                    role="rowheader"
                    aria-colindex="1"
                    style:width=move || format!("{}px", grid.edges.with(|edges| edges[0]))
                >
                    {move || i18n.count(row + 1)}
                </div>
                <For
                    each=move || 0..grid.kept_count.get()
                    key=|column| *column
                    children=move |column| cell_view(grid, i18n, row, column)
                />
            </div>
            <For
                each=move || moving_columns(grid)
                key=|column| *column
                children=move |column| cell_view(grid, i18n, row, column)
            />
        </div>
    }
}

/// A cell in the reader's words. In a table of rows set aside, the codes of reasons and the types that were
/// expected are worded too.
fn worded(grid: Grid, i18n: I18n, column: &ColumnInfo, text: &str) -> String {
    if grid.is_set_aside.get() && grid.is_reasons_own(&column.name) {
        let key = match column.name.as_str() {
            "code" | "quarantine_reason" => format!("ws-reason-{text}"),
            "expected" => format!("type-{text}"),
            _ => String::new(),
        };
        if i18n.has(&key) {
            return i18n.text(&key);
        }
    }
    i18n.cell(column.kind, text)
}

/// What a cell shows.
#[derive(Clone, PartialEq)]
enum Shown {
    Pending,
    Null,
    Text(String),
}

fn cell_view(grid: Grid, i18n: I18n, row: u64, column: usize) -> impl IntoView {
    let place = Place { row: Some(row), column };
    let shown = Memo::new(move |_| {
        grid.columns.with(|columns| {
            let Some(info) = columns.get(column) else { return Shown::Pending };
            grid.pages.with(|pages| match pages.cell(row, column, &info.name) {
                Seen::Pending => Shown::Pending,
                Seen::Null => Shown::Null,
                Seen::Text(text) => Shown::Text(worded(grid, i18n, info, text)),
            })
        })
    });
    let at_end = move || grid.columns.with(|columns| columns.get(column).is_some_and(|info| is_at_end(info.kind)));
    let is_active = Memo::new(move |_| grid.active.get() == place);
    let is_selected = Memo::new(move |_| {
        let is_range = grid.anchor.with(Option::is_some);
        is_range && grid.selected().is_some_and(|(rows, columns)| rows.contains(&row) && columns.contains(&column))
    });
    view! {
        <div
            class="grid-cell"
            role="gridcell"
            id=grid.place_id(place)
            aria-colindex=(column + 2).to_string()
            tabindex=move || if is_active.get() { "0" } else { "-1" }
            aria-selected=move || is_selected.get().then_some("true")
            data-found=move || (is_active.get() && grid.finder.get()).then_some("")
            data-align=move || at_end().then_some("end")
            data-state=move || match shown.get() {
                Shown::Pending => Some("pending"),
                Shown::Null => Some("null"),
                Shown::Text(_) => None,
            }
            aria-label=move || match shown.get() {
                Shown::Pending => Some(i18n.text("ws-cell-loading")),
                Shown::Null => Some(i18n.text("ws-cell-null")),
                Shown::Text(text) => text.trim().is_empty().then(|| i18n.text("ws-cell-blank")),
            }
            style:left=format!("var(--left-{column})")
            style:width=format!("var(--width-{column})")
            on:mousedown=move |event| {
                let corner = grid.anchor.get_untracked().unwrap_or_else(|| grid.active.get_untracked());
                grid.anchor.set(event.shift_key().then_some(corner).filter(|corner| corner.row.is_some()));
                grid.active.set(place);
                grid.menu.set(None);
            }
            on:focus=move |_| {
                grid.focused_row.set(Some(row));
                if grid.active.get_untracked() != place {
                    grid.active.set(place);
                }
            }
            on:blur=move |_| grid.focused_row.set(None)
            on:dblclick=move |_| grid.card.set(true)
        >
            {move || match shown.get() {
                Shown::Pending => String::new(),
                Shown::Null => "∅".to_owned(),
                Shown::Text(text) => text,
            }}
        </div>
    }
}
