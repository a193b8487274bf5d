//! A list of columns: tick boxes in the order of the table, with all and none.

use leptos::prelude::*;
use serde_json::Value;

use super::field::{findings, help, optional};
use super::state::FormState;
use crate::components::workspace::grid::type_key;
use crate::i18n::use_i18n;
use crate::state::schema::Field;

/// The field.
pub fn view(form: FormState, field: Field, pointer: String) -> impl IntoView {
    let i18n = use_i18n();
    let id = form.id(&pointer);
    let at = StoredValue::new(pointer.clone());
    let port = StoredValue::new(field.port.clone());
    let chosen = Memo::new(move |_| {
        let value = at.with_value(|pointer| form.value(pointer));
        let names = value.as_array().map(Vec::as_slice).unwrap_or_default();
        names.iter().filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>()
    });
    // A name that the table does not have stays in sight: it is what must be unticked.
    let offered = Memo::new(move |_| {
        let columns = port.with_value(|port| form.columns_of(port.as_deref()));
        let mut offered: Vec<(String, Option<&'static str>)> =
            columns.into_iter().map(|column| (column.name, Some(type_key(column.kind)))).collect();
        for name in chosen.get() {
            if offered.iter().all(|(known, _)| *known != name) {
                offered.push((name, None));
            }
        }
        offered
    });
    let set = move |names: Vec<String>| at.with_value(|pointer| form.set(pointer, names.into()));
    let toggle = move |name: String| {
        let mut names = chosen.get_untracked();
        match names.iter().position(|known| *known == name) {
            Some(index) => drop(names.remove(index)),
            None => names.push(name),
        }
        set(names);
    };
    let (path, name) = (field.path.clone(), field.name.clone());
    let described = format!("{id}-problem");
    view! {
        <fieldset class="field" id=id aria-describedby=described tabindex="-1">
            <legend>{move || form.label(i18n, &path, &name)}{optional(i18n, &field)}</legend>
            <div class="column-tools">
                <button type="button" class="tool" on:click=move |_| set(offered.get_untracked().into_iter().filter(|(_, kind)| kind.is_some()).map(|(name, _)| name).collect())>
                    {move || i18n.text("ws-columns-all")}
                </button>
                <button type="button" class="tool" on:click=move |_| set(Vec::new())>
                    {move || i18n.text("ws-columns-none")}
                </button>
                <span class="field-help" aria-live="polite">
                    {move || i18n.text_with("ws-columns-chosen", &[("count", chosen.with(Vec::len).into())])}
                </span>
            </div>
            <div class="column-list">
                <For
                    each=move || offered.get()
                    key=|entry| entry.clone()
                    children=move |(name, kind)| {
                        let (shown, name) = (name.clone(), StoredValue::new(name));
                        view! {
                            <label class="choice">
                                <input
                                    type="checkbox"
                                    prop:checked=move || chosen.with(|chosen| name.with_value(|name| chosen.contains(name)))
                                    on:change=move |_| toggle(name.get_value())
                                />
                                <span>{shown}</span>
                                <span class="type">{move || i18n.text(kind.unwrap_or("ws-column-missing"))}</span>
                            </label>
                        }
                    }
                />
            </div>
            {help(form, i18n, &field.path)}
            {findings(form, i18n, pointer)}
        </fieldset>
    }
}
