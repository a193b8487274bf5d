//! Fields that are typed: text, numbers, names of columns and tables, lists of lines, raw JSON.

use leptos::prelude::*;
use serde_json::Value;

use super::state::FormState;
use crate::components::workspace::context::use_workspace;
use crate::components::workspace::dom;
use crate::state::schema::{Field, FieldKind, read_input};

/// An input, or a text area where a value has several lines.
pub fn view(form: FormState, field: &Field, pointer: &str) -> AnyView {
    let id = form.id(pointer);
    let kind = StoredValue::new(field.kind.clone());
    let nullable = field.nullable;
    let pointer = StoredValue::new(pointer.to_owned());
    let shown = move || kind.with_value(|kind| pointer.with_value(|pointer| written(kind, &form.value(pointer))));
    let typed = move |event: web_sys::Event| {
        let text = dom::value_of(&event);
        let value = kind.with_value(|kind| match kind {
            _ if nullable && text.is_empty() => Value::Null,
            FieldKind::Text { max_chars: Some(1) } => Value::from(unwritten(&text)),
            kind => read_input(kind, &text),
        });
        pointer.with_value(|pointer| form.set(pointer, value));
    };
    let invalid = move || {
        let found = pointer.with_value(|pointer| form.problems_at(pointer));
        (!found.is_empty()).then_some("true")
    };
    let described = format!("{id}-problem");
    if matches!(field.kind, FieldKind::Texts | FieldKind::Raw) {
        return view! {
            <textarea
                class="input data"
                id=id
                rows="3"
                aria-invalid=invalid
                aria-describedby=described
                prop:value=shown
                on:change=typed
            ></textarea>
        }
        .into_any();
    }
    let is_number = matches!(field.kind, FieldKind::Integer { .. } | FieldKind::Number { .. });
    let mode = match field.kind {
        FieldKind::Integer { .. } => Some("numeric"),
        FieldKind::Number { .. } => Some("decimal"),
        _ => None,
    };
    let choices = format!("{id}-choices");
    let (port, is_column, is_table) =
        (field.port.clone(), field.kind == FieldKind::Column, field.kind == FieldKind::Table);
    let names = move || {
        if is_column {
            form.columns_of(port.as_deref()).into_iter().map(|column| column.name).collect()
        } else if is_table {
            use_workspace().tables.get().into_iter().map(|version| version.info.table.to_string()).collect()
        } else {
            Vec::<String>::new()
        }
    };
    let offers = is_column || is_table;
    view! {
        <input
            class="input"
            class:data=is_number || is_column
            id=id
            type="text"
            inputmode=mode
            autocomplete="off"
            spellcheck="false"
            list=offers.then(|| choices.clone())
            required=field.required
            aria-invalid=invalid
            aria-describedby=described
            prop:value=shown
            on:input=typed
        />
        {offers.then(|| view! {
            <datalist id=choices>
                {move || names().into_iter().map(|name| view! { <option value=name></option> }).collect_view()}
            </datalist>
        })}
    }
    .into_any()
}

/// How a value stands in its field.
fn written(kind: &FieldKind, value: &Value) -> String {
    match (kind, value) {
        (_, Value::Null) => String::new(),
        (FieldKind::Texts, Value::Array(lines)) => {
            lines.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n")
        }
        // A tab cannot be seen, nor typed in a field.
        (FieldKind::Text { max_chars: Some(1) }, Value::String(text)) => text.replace('\t', "\\t"),
        (_, Value::String(text)) => text.clone(),
        (_, other) => other.to_string(),
    }
}

fn unwritten(text: &str) -> String {
    text.replace("\\t", "\t")
}
