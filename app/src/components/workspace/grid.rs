//! The data grid: five million rows by wheel, keyboard and screen reader, with one tab stop.
//!
//! ARIA grid pattern with a roving tab index. Only the rows in view are drawn, and always the one that
//! has the focus, so that scrolling never takes the focus away. Positions are `state::grid`'s, cells
//! are kept by `state::pages`, and fetched by `fetch`.

mod body;
mod cell_card;
mod copy;
mod empty;
mod fetch;
mod find;
mod header;
mod keyboard;
mod menu;
mod model;

use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::js_sys::Array;

pub use header::type_key;
use model::{Grid, HEADER_PX};
pub use model::{GridSource, is_at_end};

use crate::i18n::{I18n, use_i18n};
use crate::state::copy::Form;

/// A grid over a table or over the result of a query.
#[component]
pub fn DataGrid(
    /// Prefix of ids; one grid of a name stands in the page.
    id: &'static str,
    /// What is shown.
    #[prop(into)]
    source: Signal<Option<GridSource>>,
    /// Accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// Whether columns have a menu of operations, figures and a profile.
    #[prop(optional)]
    operations: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let grid = Grid::new(id, source, operations);
    fetch::follow(grid);
    keyboard::follow_focus(grid);
    let element = NodeRef::<html::Div>::new();
    watch_size(grid, element);
    follow_scroll_wishes(grid, element);

    view! {
        <div class="grid-frame">
            {find::view(grid)}
            <div
                node_ref=element
                class="grid"
                id=id
                role="grid"
                aria-label=move || label.get()
                aria-readonly="true"
                aria-multiselectable="true"
                aria-rowcount=move || (grid.rows.get() + 1).to_string()
                aria-colcount=move || (grid.columns.with(Vec::len) + 1).to_string()
                aria-busy=move || grid.is_loading.get().to_string()
                tabindex=move || if grid.columns.with(Vec::is_empty) { "0" } else { "-1" }
                on:scroll=move |_| grid.read_scroll(element.get_untracked())
                on:wheel=move |event| wheel(grid, element, &event)
                on:keydown=move |event| keyboard::pressed(grid, i18n, &event)
            >
                {header::view(grid)}
                {body::view(grid)}
            </div>
            {empty::view(grid)}
            {menu::view(grid)}
            {cell_card::view(grid)}
            <div class="grid-foot">
                <span>{move || position(grid, i18n)}</span>
                <span class="grid-wait" aria-live="polite">
                    {move || grid.is_slow.get().then(|| i18n.text("ws-grid-loading"))}
                    {move || grid.problem.get().map(|problem| i18n.diagnostic(&problem))}
                </span>
                {tools(grid, i18n)}
            </div>
        </div>
    }
}

/// Finding and copying, for who does not know the keys.
fn tools(grid: Grid, i18n: I18n) -> impl IntoView {
    let tool = move |key: &'static str, act: Callback<()>| {
        view! {
            <button type="button" class="tool" on:click=move |_| act.run(())>{move || i18n.text(key)}</button>
        }
    };
    view! {
        <span class="grid-tools" hidden=move || grid.rows.get() == 0>
            {tool("ws-find", Callback::new(move |()| find::open(grid)))}
            {tool("ws-copy-csv", Callback::new(move |()| copy::view(grid, i18n, Form::Csv)))}
            {tool("ws-copy-markdown", Callback::new(move |()| copy::view(grid, i18n, Form::Markdown)))}
        </span>
    }
}

/// "Row 12 of 30 412, column name".
fn position(grid: Grid, i18n: I18n) -> String {
    let place = grid.active.get();
    let rows = grid.rows.get();
    let Some(column) = grid.columns.with(|columns| columns.get(place.column).cloned()) else {
        return i18n.text_with("ws-grid-rows", &[("rows", rows.into())]);
    };
    match place.row.filter(|row| *row < rows) {
        Some(row) => i18n.text_with(
            "ws-grid-position",
            &[("row", (row + 1).into()), ("rows", rows.into()), ("column", grid.label(i18n, &column.name).into())],
        ),
        None => i18n.text_with(
            "ws-grid-header-position",
            &[("rows", rows.into()), ("column", grid.label(i18n, &column.name).into())],
        ),
    }
}

/// Where the element is shorter than its rows, a notch of the wheel must still mean a few rows.
fn wheel(grid: Grid, element: NodeRef<html::Div>, event: &web_sys::WheelEvent) {
    let scale = grid.viewport.get_untracked().scale();
    if scale <= 1.0 || event.ctrl_key() || event.shift_key() || event.delta_y() == 0.0 {
        return;
    }
    let Some(element) = element.get_untracked() else { return };
    event.prevent_default();
    let pixels = match event.delta_mode() {
        web_sys::WheelEvent::DOM_DELTA_LINE => event.delta_y() * model::ROW_PX,
        web_sys::WheelEvent::DOM_DELTA_PAGE => event.delta_y() * grid.viewport.get_untracked().view_px,
        _ => event.delta_y(),
    };
    grid.wheel_left.update_value(|left| *left += pixels / scale);
    let whole = grid.wheel_left.get_value();
    // Browsers keep scroll positions to a fraction of a pixel at most: what is less is saved up.
    if whole.abs() >= 0.5 {
        grid.wheel_left.set_value(0.0);
        let top = grid.scroll.get_untracked().0 + whole;
        element.set_scroll_top(top.round() as i32);
    }
}

/// Keeps the size of the visible part, through every change of the layout.
fn watch_size(grid: Grid, element: NodeRef<html::Div>) {
    let kept = StoredValue::new_local(None::<(web_sys::ResizeObserver, Closure<dyn FnMut(Array)>)>);
    Effect::new(move |_| {
        let Some(element) = element.get() else { return };
        let watched = element.clone();
        let changed = Closure::<dyn FnMut(Array)>::new(move |_| {
            let height = f64::from(watched.client_height()) - HEADER_PX;
            grid.view.try_set((height.max(model::ROW_PX), f64::from(watched.client_width())));
        });
        if let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) {
            observer.observe(&element);
            kept.set_value(Some((observer, changed)));
        }
    });
    on_cleanup(move || {
        kept.try_update_value(|kept| {
            if let Some((observer, _)) = kept.take() {
                observer.disconnect();
            }
        });
    });
}

/// Scrolls when the keyboard or a change of table asks for it.
fn follow_scroll_wishes(grid: Grid, element: NodeRef<html::Div>) {
    Effect::new(move |_| {
        let Some((top, left)) = grid.wish.get() else { return };
        if let Some(element) = element.get_untracked() {
            element.set_scroll_top(top.round() as i32);
            element.set_scroll_left(left.round() as i32);
            grid.read_scroll(Some(element));
        }
    });
}
