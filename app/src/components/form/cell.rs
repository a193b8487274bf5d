//! The control of a cell, by the shape of its field.

use form::{Field, RowId, Shape};
use leptos::prelude::*;

use super::combo::Combo;
use super::desk::{After, Desk};
use super::plain::{Control, Line, Lines, Tick};

/// Where a control stands.
pub enum Place {
    /// In a cell of the table, with what was typed to begin.
    Cell(Option<String>),
    /// In a card, under its label.
    Card,
}

/// The control of a cell that is not computed.
pub fn control(desk: Desk, row: &RowId, field: &'static Field, place: Place) -> AnyView {
    let id = control_id(row, field);
    let (first, is_cell) = match place {
        Place::Cell(first) => (first, true),
        Place::Card => (None, false),
    };
    let described = described(row, field, is_cell);
    let (at, filled, chosen, found) = (row.clone(), row.clone(), row.clone(), row.clone());
    let is_tick = matches!(field.shape, Shape::Tick);
    let value = Signal::derive(move || {
        let Some(row) = desk.row(&at) else { return String::new() };
        if is_tick {
            row.cell(field.name).map(form::value::text).unwrap_or_default()
        } else {
            desk.read(|reading| reading.typed(field, &row))
        }
    });
    let done = Callback::new(move |(typed, after): (String, After)| {
        if typed != value.get_untracked() {
            desk.fill(&filled, field, &typed);
        }
        if is_cell {
            desk.editing.set(None);
            if after != After::Stay {
                desk.go_on(after);
            }
        }
    });
    let leave = Callback::new(move |()| {
        desk.editing.set(None);
        desk.go_on(After::Stay);
    });
    let control = Control {
        id,
        value,
        first,
        is_cell,
        is_fixed: Signal::derive(move || desk.is_read_only()),
        is_invalid: Signal::derive(move || !desk.found(&found, field.name).is_empty()),
        label: is_cell.then(|| untrack(|| desk.label(field))),
        described,
        done,
        leave,
    };
    let choices = Signal::derive(move || {
        let row = desk.row(&chosen);
        row.map(|row| desk.read(|reading| reading.choices(field, &row))).unwrap_or_default()
    });
    match field.shape {
        Shape::LongText => view! { <Lines control /> }.into_any(),
        Shape::Tick => view! { <Tick control /> }.into_any(),
        Shape::Choice(_) | Shape::Listed { .. } => view! { <Combo control choices several=false /> }.into_any(),
        Shape::Link { most, .. } => view! { <Combo control choices several=most != 1 /> }.into_any(),
        Shape::Text | Shape::Number { .. } | Shape::Date | Shape::Figure { .. } => {
            view! { <Line control /> }.into_any()
        }
    }
}

/// Id of a control.
pub fn control_id(row: &RowId, field: &Field) -> String {
    format!("form-field-{row}-{}", field.name)
}

/// Id of what is found at a cell.
pub fn problem_id(row: &RowId, field: &Field) -> String {
    format!("form-problem-{row}-{}", field.name)
}

/// Id of what the field of a cell asks for: a table says it once, cards each.
pub fn help_id(row: &RowId, field: &Field, is_cell: bool) -> String {
    if is_cell { format!("form-help-{}", field.name) } else { format!("form-help-{row}-{}", field.name) }
}

/// Ids of what is said of a cell: what its field asks for, and what is found.
fn described(row: &RowId, field: &Field, is_cell: bool) -> String {
    format!("{} {}", help_id(row, field, is_cell), problem_id(row, field))
}

/// What is found at a cell, beside it. A cell that is only still empty says so in a word.
pub fn problems(desk: Desk, row: RowId, field: &'static Field) -> impl IntoView {
    let id = problem_id(&row, field);
    view! {
        <div class="sheet-problems" id=id>
            {move || desk.found(&row, field.name).into_iter().map(|found| {
                if found.code == protocol::Code::FormCellEmpty {
                    view! { <p class="sheet-due">{desk.i18n.text("form-due")}</p> }.into_any()
                } else {
                    view! { <p class="field-error"><span>{desk.i18n.diagnostic(&found)}</span></p> }.into_any()
                }
            }).collect_view()}
        </div>
    }
}
