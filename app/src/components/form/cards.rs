//! A form as cards: a row is a group of labelled fields, for narrow screens and for who prefers it.

use form::{Field, RowId};
use leptos::prelude::*;
use protocol::Arg;

use super::cell::{Place, control, control_id, help_id, problem_id, problems};
use super::desk::{Desk, cell_id, use_desk};
use crate::components::icon::{Glyph, Icon};
use crate::state::forms::Cursor;

/// The cards.
#[component]
pub fn Cards() -> impl IntoView {
    let desk = use_desk();
    let i18n = desk.i18n;
    let is_empty = Memo::new(move |_| desk.form.with(|form| form.rows.is_empty()));
    view! {
        <ol class="sheet-cards">
            <For
                each=move || desk.form.with(|form| form.rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>())
                key=RowId::clone
                children=move |row| view! { <Card row /> }
            />
        </ol>
        {move || is_empty.get().then(|| view! { <p class="empty">{i18n.text("form-empty")}</p> })}
    }
}

#[component]
fn Card(row: RowId) -> impl IntoView {
    let desk = use_desk();
    let i18n = desk.i18n;
    let at = row.clone();
    let place = Memo::new(move |_| desk.form.with(|form| form.position(&at)).unwrap_or_default());
    let number = move || [("row", Arg::from(place.get() + 1))];
    let tool = move |glyph: Glyph, key: &'static str, act: Callback<usize>| {
        view! {
            <button
                type="button"
                class="tool"
                aria-disabled=move || desk.is_read_only().then_some("true")
                aria-label=move || i18n.text_with(key, &number())
                on:click=move |_| if !desk.attempt.room.read_only.get_untracked() { act.run(place.get_untracked()) }
            >
                <Icon glyph />
            </button>
        }
    };
    let fields = desk.kind.fields.iter().enumerate();
    let fields = fields.map(|(column, field)| labelled(desk, row.clone(), column, field, place)).collect_view();
    view! {
        <li>
            <fieldset class="sheet-card">
                <legend>{move || i18n.text_with("form-row-number", &number())}</legend>
                <div class="row-editor-head">
                    <span class="push"></span>
                    {tool(Glyph::Up, "form-up-row", Callback::new(move |at| desk.shift(at, false)))}
                    {tool(Glyph::Down, "form-down-row", Callback::new(move |at| desk.shift(at, true)))}
                    {tool(Glyph::Bin, "form-remove-row", Callback::new(move |at| desk.remove(at)))}
                </div>
                {fields}
            </fieldset>
        </li>
    }
}

fn labelled(desk: Desk, row: RowId, column: usize, field: &'static Field, place: Memo<usize>) -> impl IntoView {
    let i18n = desk.i18n;
    let (id, help) = (control_id(&row, field), help_id(&row, field, false));
    let shown_row = row.clone();
    let content = if field.is_computed() {
        let shown = move || {
            let row = desk.row(&shown_row);
            let shown = row.map(|row| desk.read(|reading| reading.shown(field, &row))).unwrap_or_default();
            if shown.is_empty() { i18n.text("form-no-figure") } else { shown }
        };
        view! { <output class="sheet-figure" id=id.clone() aria-describedby=problem_id(&row, field)>{shown}</output> }
            .into_any()
    } else {
        control(desk, &row, field, Place::Card)
    };
    let cell = cell_id(&row, field.name);
    view! {
        <div
            class="field"
            id=cell
            tabindex="-1"
            on:focusin=move |_| {
                let here = Cursor { row: place.get_untracked(), field: column };
                if desk.cursor.get_untracked() != here {
                    desk.cursor.set(here);
                }
            }
        >
            <label for=id>{move || desk.label(field)}</label>
            {content}
            <span class="field-help" id=help>{move || i18n.text(&format!("{}-help", desk.kind.key_of(field)))}</span>
            {problems(desk, row, field)}
        </div>
    }
}
