//! Fields that are chosen: one of a few words, yes or no, a file.

use leptos::prelude::*;
use serde_json::Value;

use super::field::{findings, help, optional};
use super::state::FormState;
use crate::components::workspace::context::use_workspace;
use crate::components::workspace::dom;
use crate::i18n::{I18n, use_i18n};
use crate::state::schema::Field;

/// The word that the reader sees for a choice.
pub fn word_label(form: FormState, i18n: I18n, path: &str, word: &str) -> String {
    i18n.text_or(&format!("{}-value-{word}", form.key(path)), word)
}

/// Radio buttons: every word is seen at once.
pub fn radios(form: FormState, field: Field, words: Vec<String>, pointer: String) -> impl IntoView {
    let i18n = use_i18n();
    let id = form.id(&pointer);
    let at = StoredValue::new(pointer.clone());
    let (path, name) = (field.path.clone(), field.name.clone());
    let default = field.default.clone();
    let chosen = Memo::new(move |_| {
        let value = at.with_value(|pointer| form.value(pointer));
        let value = if value.is_null() { default.clone().unwrap_or(Value::Null) } else { value };
        value.as_str().map(str::to_owned)
    });
    let described = format!("{id}-problem");
    let choices = words
        .into_iter()
        .map(|word| {
            let word = StoredValue::new(word);
            let path = field.path.clone();
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name=id.clone()
                        prop:checked=move || word.with_value(|word| chosen.with(|chosen| chosen.as_ref() == Some(word)))
                        on:change=move |_| at.with_value(|pointer| form.set(pointer, word.get_value().into()))
                    />
                    <span>{move || word.with_value(|word| word_label(form, i18n, &path, word))}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field" id=id.clone() aria-describedby=described>
            <legend>{move || form.label(i18n, &path, &name)}{optional(i18n, &field)}</legend>
            <div class="choices">{choices}</div>
            {help(form, i18n, &field.path)}
            {findings(form, i18n, pointer)}
        </fieldset>
    }
}

/// A native select.
pub fn select(form: FormState, field: Field, words: Vec<String>, pointer: String) -> impl IntoView {
    let i18n = use_i18n();
    let id = form.id(&pointer);
    let at = StoredValue::new(pointer);
    let default = field.default.clone();
    let chosen = Memo::new(move |_| {
        let value = at.with_value(|pointer| form.value(pointer));
        let value = if value.is_null() { default.clone().unwrap_or(Value::Null) } else { value };
        value.as_str().unwrap_or_default().to_owned()
    });
    let path = StoredValue::new(field.path.clone());
    let described = format!("{id}-problem");
    let may_be_empty = field.nullable || !field.required && field.default.is_none();
    view! {
        <select
            class="input"
            id=id
            aria-describedby=described
            on:change=move |event| {
                let word = dom::value_of(&event);
                let value = if word.is_empty() { Value::Null } else { Value::from(word) };
                at.with_value(|pointer| form.set(pointer, value));
            }
        >
            {may_be_empty.then(|| view! {
                <option value="" selected=move || chosen.with(String::is_empty)>{move || i18n.text("ws-none")}</option>
            })}
            {words
                .into_iter()
                .map(|word| {
                    let label = word.clone();
                    let value = word.clone();
                    view! {
                        <option value=value selected=move || chosen.with(|chosen| *chosen == word)>
                            {move || path.with_value(|path| word_label(form, i18n, path, &label))}
                        </option>
                    }
                })
                .collect_view()}
        </select>
    }
}

/// A tick box.
pub fn tick(form: FormState, field: Field, pointer: String) -> impl IntoView {
    let i18n = use_i18n();
    let id = form.id(&pointer);
    let at = StoredValue::new(pointer.clone());
    let default = field.default.as_ref().and_then(Value::as_bool).unwrap_or(false);
    let (path, name) = (field.path.clone(), field.name.clone());
    view! {
        <div class="field">
            <label class="choice">
                <input
                    type="checkbox"
                    id=id
                    prop:checked=move || at.with_value(|pointer| form.value(pointer)).as_bool().unwrap_or(default)
                    on:change=move |event| {
                        use wasm_bindgen::JsCast;
                        let input = event.current_target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
                        let ticked = input.is_some_and(|input| input.checked());
                        at.with_value(|pointer| form.set(pointer, ticked.into()));
                    }
                />
                <span>{move || form.label(i18n, &path, &name)}</span>
            </label>
            {help(form, i18n, &field.path)}
            {findings(form, i18n, pointer)}
        </div>
    }
}

/// A file of the work.
pub fn files(form: FormState, pointer: String) -> impl IntoView {
    let workspace = use_workspace();
    let id = form.id(&pointer);
    let at = StoredValue::new(pointer);
    let chosen =
        Memo::new(move |_| at.with_value(|pointer| form.value(pointer)).as_str().unwrap_or_default().to_owned());
    let names = move || {
        let made = workspace.room.making.get();
        let mut names: Vec<String> = made.files().iter().map(|file| file.name.clone()).collect();
        names.extend(workspace.room.files.get().into_iter().map(|file| file.entry.name));
        let now = chosen.get();
        // A file that is missing is still the one the step names.
        if !names.contains(&now) {
            names.insert(0, now);
        }
        names
    };
    view! {
        <select
            class="input"
            id=id
            on:change=move |event| at.with_value(|pointer| form.set(pointer, dom::value_of(&event).into()))
        >
            {move || names()
                .into_iter()
                .map(|name| {
                    let (value, label) = (name.clone(), name.clone());
                    view! { <option value=value selected=move || chosen.with(|chosen| *chosen == name)>{label}</option> }
                })
                .collect_view()}
        </select>
    }
}
