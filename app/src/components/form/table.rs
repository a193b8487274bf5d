//! A form as a table: one tab stop, arrows between cells, Enter or F2 to fill one in.

use form::{Field, RowId, Shape};
use leptos::prelude::*;
use protocol::Arg;
use web_sys::{ClipboardEvent, KeyboardEvent};

use super::cell::{Place, control, problem_id, problems};
use super::desk::{Desk, Editing, cell_id, use_desk};
use crate::state::forms::{Command, Cursor, command};
use crate::state::keys::Press;

/// The table.
#[component]
pub fn Table() -> impl IntoView {
    let desk = use_desk();
    let i18n = desk.i18n;
    let rows = Memo::new(move |_| desk.form.with(|form| form.rows.len()));
    let pasted = move |event: ClipboardEvent| {
        if desk.editing.with_untracked(Option::is_some) || desk.attempt.room.read_only.get_untracked() {
            return;
        }
        let block = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        event.prevent_default();
        event.stop_propagation();
        if !block.trim().is_empty() {
            desk.paste(&block);
        }
    };
    let heads = desk.kind.fields.iter().map(|field| {
        let help = format!("form-help-{}", field.name);
        view! {
            <th scope="col" role="columnheader" data-computed=field.is_computed().then_some("")>
                <span class="sheet-label">{move || desk.label(field)}</span>
                <span class="field-help" id=help>{move || i18n.text(&format!("{}-help", desk.kind.key_of(field)))}</span>
            </th>
        }
    });
    let heads = heads.collect_view();
    view! {
        <p class="field-help" id="form-keys">{move || i18n.text("form-keys")}</p>
        <div class="sheet-scroll">
            <table
                class="sheet-table"
                role="grid"
                aria-labelledby="form-heading"
                aria-describedby="form-keys"
                aria-rowcount=move || (rows.get() + 1).to_string()
                aria-colcount=(desk.kind.fields.len() + 1).to_string()
                on:keydown=move |event| keyed(desk, &event)
                on:paste=pasted
            >
                <thead>
                    <tr role="row">
                        <th scope="col" role="columnheader" class="sheet-number">{move || i18n.text("form-row")}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>
                    <For
                        each=move || desk.form.with(|form| form.rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>())
                        key=RowId::clone
                        children=move |row| view! { <Line row /> }
                    />
                </tbody>
            </table>
        </div>
        {move || (rows.get() == 0).then(|| view! { <p class="empty">{i18n.text("form-empty")}</p> })}
    }
}

#[component]
fn Line(row: RowId) -> impl IntoView {
    let desk = use_desk();
    let at = row.clone();
    let place = Memo::new(move |_| desk.form.with(|form| form.position(&at)).unwrap_or_default());
    let whole = row.clone();
    let of_row = move || {
        let found = desk.findings.with(|findings| {
            let is_here = |one: &&form::Finding| one.row.as_ref() == Some(&whole) && one.field.is_none();
            findings.iter().filter(is_here).map(|one| desk.i18n.diagnostic(&one.diagnostic)).collect::<Vec<_>>()
        });
        found.into_iter().map(|said| view! { <p class="field-error"><span>{said}</span></p> }).collect_view()
    };
    let cells =
        desk.kind.fields.iter().enumerate().map(|(column, field)| cell(desk, row.clone(), column, field, place));
    let cells = cells.collect_view();
    view! {
        <tr role="row" aria-rowindex=move || (place.get() + 2).to_string()>
            <th scope="row" role="rowheader" class="sheet-number">{move || desk.i18n.count(place.get() as u64 + 1)} {of_row}</th>
            {cells}
        </tr>
    }
}

fn cell(desk: Desk, row: RowId, column: usize, field: &'static Field, place: Memo<usize>) -> impl IntoView {
    let i18n = desk.i18n;
    let at = move || Cursor { row: place.get(), field: column };
    let is_here = Memo::new(move |_| desk.cursor.get() == at());
    let (asked, shown_row, wrong, edited, begun) = (row.clone(), row.clone(), row.clone(), row.clone(), row.clone());
    let editing = Memo::new(move |_| {
        let is_it = |editing: &Editing| editing.row == asked && editing.field == field.name;
        desk.editing.with(|editing| editing.as_ref().filter(|editing| is_it(editing)).cloned())
    });
    let shown = move || {
        let row = desk.row(&shown_row);
        row.map(|row| desk.read(|reading| reading.shown(field, &row))).unwrap_or_default()
    };
    let content = move || match editing.get() {
        Some(editing) => control(desk, &edited, field, Place::Cell(editing.typed)),
        None => {
            let shown = shown();
            if field.is_computed() && shown.is_empty() {
                view! {
                    <span class="sheet-value" aria-hidden="true">"—"</span>
                    <span class="visually-hidden">{i18n.text("form-no-figure")}</span>
                }
                .into_any()
            } else {
                view! { <span class="sheet-value">{shown}</span> }.into_any()
            }
        }
    };
    let is_end = matches!(field.shape, Shape::Number { .. } | Shape::Figure { .. });
    view! {
        <td
            role="gridcell"
            id=cell_id(&row, field.name)
            class:end=is_end
            data-computed=field.is_computed().then_some("")
            aria-readonly=field.is_computed().then_some("true")
            aria-invalid=move || (!desk.found(&wrong, field.name).is_empty()).then_some("true")
            aria-describedby=problem_id(&row, field)
            tabindex=move || if is_here.get() { "0" } else { "-1" }
            on:focus=move |_| if !is_here.get_untracked() { desk.cursor.set(untrack(at)) }
            on:dblclick=move |_| begin(desk, &begun, field, None)
        >
            {content}
            {problems(desk, row.clone(), field)}
        </td>
    }
}

/// Begins to fill a cell in, if a person may.
fn begin(desk: Desk, row: &RowId, field: &'static Field, typed: Option<String>) {
    if field.is_computed() || desk.attempt.room.read_only.get_untracked() {
        return;
    }
    if matches!(field.shape, Shape::Tick) {
        let row = row.clone();
        desk.edit("edit-form-fill", |form| {
            let on = form.row(&row).and_then(|row| row.cell(field.name)).and_then(serde_json::Value::as_bool);
            Ok(form.set(&row, field.name, Some((!on.unwrap_or_default()).into())))
        });
        return;
    }
    desk.editing.set(Some(Editing { row: row.clone(), field: field.name, typed }));
}

fn keyed(desk: Desk, event: &KeyboardEvent) {
    if desk.editing.with_untracked(Option::is_some) || event.is_composing() {
        return;
    }
    let key = event.key();
    let press = Press {
        key: &key,
        command: event.ctrl_key() || event.meta_key(),
        alt: event.alt_key(),
        shift: event.shift_key(),
        in_text: false,
    };
    let rows = desk.form.with_untracked(|form| form.rows.len());
    let at = desk.cursor.get_untracked().within(rows, desk.kind.fields.len());
    let Some(asked) = command(&press, at, rows, desk.kind.fields.len()) else { return };
    event.prevent_default();
    event.stop_propagation();
    let field = &desk.kind.fields[at.field];
    let row = desk.row_id(at.row);
    match (asked, row) {
        (Command::Go(to), _) => desk.go(to),
        (Command::Undo, _) => desk.undo(),
        (Command::Redo, _) => desk.redo(),
        (Command::Insert, _) => desk.insert(at.row + 1),
        (Command::Remove, _) => desk.remove(at.row),
        (Command::MoveUp, _) => desk.shift(at.row, false),
        (Command::MoveDown, _) => desk.shift(at.row, true),
        (Command::Edit(typed), Some(row)) => {
            if field.is_computed() {
                desk.attempt.room.say(crate::room::Notice::polite("form-said-computed"));
            }
            begin(desk, &row, field, typed);
        }
        (Command::Clear, Some(row)) if !field.is_computed() => {
            let args = [("field", Arg::from(untrack(|| desk.label(field))))];
            if desk.edit("edit-form-fill", |form| Ok(form.set(&row, field.name, None))) {
                let [(name, value)] = args;
                desk.attempt.room.say(crate::room::Notice::polite("form-said-cleared").with(name, value));
            }
        }
        (Command::Edit(_) | Command::Clear, _) => {}
    }
}
