//! The menu of a column: the operations that suit its type, each opening its form pre-filled.

use leptos::prelude::*;
use protocol::StepId;
use protocol::table::ColumnInfo;
use serde_json::{Map, Value, json};
use web_sys::KeyboardEvent;

use super::copy;
use super::model::{Grid, GridSource, HEADER_PX, Place};
use crate::components::workspace::dom;
use crate::components::workspace::looking::use_looking;
use crate::i18n::{I18n, use_i18n};
use crate::room::Notice;

/// Pixels that the menu makes a column wider by.
const WIDEN_PX: f64 = 48.0;

/// One line of the menu.
#[derive(Clone)]
struct Item {
    label: String,
    act: Act,
}

#[derive(Clone)]
enum Act {
    Profile,
    Facets,
    Keep,
    Widen(f64),
    UsualWidth,
    Copy,
    /// Sorts by the column too, after the keys of the sort step that made the table.
    SortThen {
        step: StepId,
        direction: &'static str,
    },
    Begin {
        operation: String,
        given: Map<String, Value>,
    },
}

/// The menu, while it is open.
pub fn view(grid: Grid) -> impl IntoView {
    let i18n = use_i18n();
    move || {
        let column = grid.menu.get()?;
        let info = grid.columns.with(|columns| columns.get(column).cloned())?;
        Some(open_menu(grid, i18n, column, info))
    }
}

fn open_menu(grid: Grid, i18n: I18n, column: usize, info: ColumnInfo) -> impl IntoView {
    let items = untrack(|| items(grid, i18n, &info));
    let count = items.len();
    let item_id = move |index: usize| format!("{}-menu-{index}", grid.id);
    let left = untrack(|| {
        let (edge, (_, scrolled), (_, width)) = (grid.edges.get()[column], grid.scroll.get(), grid.view.get());
        (edge - scrolled).clamp(0.0, (width - 240.0).max(0.0))
    });
    dom::focus_later(item_id(0));
    let close = move || {
        grid.menu.set(None);
        grid.go(Place { row: None, column });
    };
    let name = StoredValue::new(info.name.clone());
    let looking = use_looking();
    let choose = move |act: &Act| {
        grid.menu.set(None);
        dom::focus(&grid.place_id(Place { row: None, column }));
        match act {
            Act::Profile => name.with_value(|name| grid.workspace.profile(name)),
            Act::Keep => name.with_value(|name| grid.toggle_kept(name)),
            Act::Widen(by_px) => grid.widen(column, *by_px),
            Act::UsualWidth => grid.forget_width(column),
            Act::Copy => copy::column(grid, i18n, column),
            Act::SortThen { step, direction } => name.with_value(|name| sort_then(grid, step, name, direction)),
            Act::Facets => name.with_value(|name| looking.facets(grid.workspace, name)),
            Act::Begin { operation, given } => {
                let index = grid.workspace.next_index();
                name.with_value(|name| grid.workspace.begin(operation, index, Some(name), given.clone()));
            }
        }
    };
    let keyed = move |index: usize, event: &KeyboardEvent| {
        let next = match event.key().as_str() {
            "ArrowDown" => (index + 1) % count,
            "ArrowUp" => (index + count - 1) % count,
            "Home" => 0,
            "End" => count - 1,
            "Escape" | "Tab" => {
                event.prevent_default();
                event.stop_propagation();
                close();
                return;
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        dom::focus(&item_id(next));
    };
    view! {
        <div
            class="grid-menu"
            role="menu"
            aria-label=i18n.text_with("ws-column-menu", &[("column", info.name.into())])
            style:left=format!("{left}px")
            style:top=format!("{}px", HEADER_PX + 2.0)
            on:focusout=move |event| {
                use wasm_bindgen::JsCast;
                let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Element>().ok());
                let stays = to.is_some_and(|to| to.get_attribute("role").as_deref() == Some("menuitem"));
                if !stays && grid.menu.get_untracked() == Some(column) {
                    grid.menu.set(None);
                }
            }
        >
            {items
                .into_iter()
                .enumerate()
                .map(|(index, item)| {
                    let act = item.act;
                    view! {
                        <button
                            type="button"
                            role="menuitem"
                            tabindex="-1"
                            id=item_id(index)
                            on:click=move |_| choose(&act)
                            on:keydown=move |event| keyed(index, &event)
                        >
                            {item.label}
                        </button>
                    }
                })
                .collect_view()}
        </div>
    }
}

/// The sort step that made the table, if one did.
fn sorted_by(grid: Grid) -> Option<StepId> {
    let GridSource::Table(version, _) = grid.source.get()? else { return None };
    grid.workspace.room.recipe.with(|recipe| {
        let step = recipe.step(&version.maker)?;
        (step.op == "sort" && !step.disabled).then(|| step.id.clone())
    })
}

/// Adds a column to the keys of a sort step; where it is one already, it goes behind the others.
fn sort_then(grid: Grid, step: &StepId, column: &str, direction: &str) {
    let room = grid.workspace.room;
    let Some(mut step) = room.recipe_now().step(step).cloned() else { return };
    let mut keys = step.params.get("keys").and_then(Value::as_array).cloned().unwrap_or_default();
    keys.retain(|key| key.get("column").and_then(Value::as_str) != Some(column));
    keys.push(json!({"column": column, "direction": direction}));
    let count = keys.len();
    step.params.insert("keys".to_owned(), Value::Array(keys));
    room.replace_step(step);
    room.say(Notice::polite("said-sorted-then").with("column", column).with("count", count));
}

/// Sorting and renaming are asked for so often that they have lines of their own; the rest is what
/// the catalogue suggests for the type.
fn items(grid: Grid, i18n: I18n, info: &ColumnInfo) -> Vec<Item> {
    let begin = |operation: &str, given: Value| Act::Begin {
        operation: operation.to_owned(),
        given: given.as_object().cloned().unwrap_or_default(),
    };
    let suggested: Vec<String> = grid.workspace.room.catalogue.with(|catalogue| {
        let operations = catalogue.as_ref().map(|catalogue| catalogue.operations.as_slice()).unwrap_or_default();
        operations
            .iter()
            .filter(|info_of| info_of.suggested_for.contains(&info.kind))
            .map(|info_of| info_of.name.clone())
            .collect()
    });
    let has = |name: &str| suggested.iter().any(|known| known == name);
    let column = info.name.as_str();
    let mut items = vec![
        Item { label: i18n.text("ws-menu-profile"), act: Act::Profile },
        Item { label: i18n.text("look-menu-facets"), act: Act::Facets },
    ];
    let mut add = |key: &str, act: Act| items.push(Item { label: i18n.text(key), act });
    if has("sort") {
        add("ws-menu-ascending", begin("sort", json!({"keys": [{"column": column, "direction": "ascending"}]})));
        add("ws-menu-descending", begin("sort", json!({"keys": [{"column": column, "direction": "descending"}]})));
    }
    if let Some(step) = sorted_by(grid) {
        add("ws-menu-then-ascending", Act::SortThen { step: step.clone(), direction: "ascending" });
        add("ws-menu-then-descending", Act::SortThen { step, direction: "descending" });
    }
    let is_kept = grid.kept.with(|kept| kept.contains(column));
    add(if is_kept { "ws-menu-let-go" } else { "ws-menu-keep" }, Act::Keep);
    add("ws-menu-wider", Act::Widen(WIDEN_PX));
    add("ws-menu-narrower", Act::Widen(-WIDEN_PX));
    if grid.chosen_widths.with(|widths| widths.contains_key(column)) {
        add("ws-menu-usual-width", Act::UsualWidth);
    }
    add("ws-menu-copy", Act::Copy);
    if has("select") {
        add(
            "ws-menu-rename",
            begin("select", json!({"mode": "rename", "columns": [{"column": column, "rename": column}]})),
        );
        add("ws-menu-drop", begin("select", json!({"mode": "drop", "columns": [{"column": column}]})));
    }
    for operation in suggested.iter().filter(|name| !matches!(name.as_str(), "sort" | "select")) {
        let label = i18n.text_or(&format!("op-{operation}"), operation);
        items.push(Item {
            label: i18n.text_with("ws-menu-operation", &[("operation", label.into())]),
            act: begin(operation, json!({})),
        });
    }
    items
}
