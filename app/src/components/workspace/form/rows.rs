//! A list of rows of fields (sort keys, derived columns, measures): add, remove, move.

use leptos::prelude::*;
use serde_json::Value;

use super::choices::word_label;
use super::field::{fields_view, findings, help};
use super::state::FormState;
use crate::components::icon::{Glyph, Icon};
use crate::components::workspace::dom;
use crate::i18n::use_i18n;
use crate::state::draft::row;
use crate::state::schema::{Field, FieldKind};

/// The field.
pub fn view(form: FormState, field: Field, pointer: String) -> impl IntoView {
    let i18n = use_i18n();
    let id = form.id(&pointer);
    let fields = match &field.kind {
        FieldKind::Rows { fields, .. } => fields.clone(),
        _ => Vec::new(),
    };
    let fields = StoredValue::new(fields);
    let at = StoredValue::new(pointer.clone());
    let count = Memo::new(move |_| at.with_value(|pointer| form.value(pointer)).as_array().map_or(0, Vec::len));
    let change = move |edit: &dyn Fn(&mut Vec<Value>)| {
        let mut rows = match at.with_value(|pointer| untrack(|| form.value(pointer))) {
            Value::Array(rows) => rows,
            _ => Vec::new(),
        };
        edit(&mut rows);
        at.with_value(|pointer| form.set(pointer, Value::Array(rows)));
    };
    let add_id = format!("{id}-add");
    let row_id = {
        let id = id.clone();
        move |index: usize| format!("{id}-row-{index}")
    };
    let row_id = StoredValue::new(row_id);
    let focus_row = move |index: usize| dom::focus_later(row_id.with_value(|id| id(index)));
    let (path, name) = (StoredValue::new(field.path.clone()), StoredValue::new(field.name.clone()));
    let label = move || path.with_value(|path| name.with_value(|name| form.label(i18n, path, name)));
    let focus_after_removal = add_id.clone();
    let focus_after_removal = StoredValue::new(focus_after_removal);
    let item = move |index: usize| {
        let tool = move |key: &'static str, glyph: Glyph, is_off: Signal<bool>, act: Callback<()>| {
            let name = move || i18n.text_with(key, &[("number", (index + 1).into())]);
            view! {
                <button
                    type="button"
                    class="tool"
                    aria-label=name
                    aria-disabled=move || is_off.get().then_some("true")
                    on:click=move |_| if !is_off.get_untracked() { act.run(()) }
                >
                    <Icon glyph />
                </button>
            }
        };
        view! {
            <li id=row_id.with_value(|id| id(index)) tabindex="-1">
                <div class="row-editor-head">
                    <span>{move || i18n.text_with("ws-row-number", &[("number", (index + 1).into())])}</span>
                    <span class="push"></span>
                    {tool("ws-row-up", Glyph::Up, Signal::derive(move || index == 0), Callback::new(move |()| {
                        change(&|rows| rows.swap(index - 1, index));
                        focus_row(index - 1);
                    }))}
                    {tool("ws-row-down", Glyph::Down, Signal::derive(move || index + 1 >= count.get()), Callback::new(move |()| {
                        change(&|rows| rows.swap(index, index + 1));
                        focus_row(index + 1);
                    }))}
                    {tool("ws-row-remove", Glyph::Close, Signal::stored(false), Callback::new(move |()| {
                        change(&|rows| drop(rows.remove(index)));
                        dom::focus_later(focus_after_removal.get_value());
                    }))}
                </div>
                {fields.with_value(|fields| at.with_value(|pointer| fields_view(form, fields, &format!("{pointer}/{index}"))))}
            </li>
        }
    };
    view! {
        <fieldset class="field" id=id tabindex="-1">
            <legend>{label}</legend>
            {help(form, i18n, &field.path)}
            <ol class="row-editor">
                <For each=move || 0..count.get() key=|index| *index children=item />
            </ol>
            <button
                type="button"
                class="button"
                id=add_id
                on:click=move |_| {
                    change(&|rows| rows.push(Value::Object(fields.with_value(|fields| row(fields, None, &|path, word| word_label(form, i18n, path, word))))));
                    focus_row(count.get_untracked().saturating_sub(1));
                }
            >
                <Icon glyph=Glyph::Plus />
                {move || i18n.text_with("ws-row-add", &[("list", label().into())])}
            </button>
            {findings(form, i18n, pointer)}
        </fieldset>
    }
}
