//! One field: label, control, help, findings.

use leptos::prelude::*;

use super::state::FormState;
use super::{choices, columns, rows, text};
use crate::components::workspace::sql_field::SqlField;
use crate::components::workspace::step_item::severity;
use crate::i18n::{I18n, use_i18n};
use crate::state::schema::{Field, FieldKind};

/// The fields of an object at a pointer, in order.
pub fn fields_view(form: FormState, fields: &[Field], pointer: &str) -> Vec<AnyView> {
    fields.iter().map(|field| field_view(form, field.clone(), format!("{pointer}/{}", field.name))).collect()
}

fn field_view(form: FormState, field: Field, pointer: String) -> AnyView {
    let i18n = use_i18n();
    match &field.kind {
        FieldKind::Columns => columns::view(form, field, pointer).into_any(),
        FieldKind::Rows { .. } => rows::view(form, field, pointer).into_any(),
        FieldKind::Enum(words) if words.len() <= 4 && !pointer[1..].contains('/') => {
            choices::radios(form, field.clone(), words.clone(), pointer).into_any()
        }
        FieldKind::Boolean => choices::tick(form, field, pointer).into_any(),
        FieldKind::Group(inner) => {
            let (path, name) = (field.path.clone(), field.name.clone());
            view! {
                <fieldset class="field">
                    <legend>{move || form.label(i18n, &path, &name)}</legend>
                    {fields_view(form, inner, &pointer)}
                </fieldset>
            }
            .into_any()
        }
        _ => single(form, i18n, field, pointer).into_any(),
    }
}

fn single(form: FormState, i18n: I18n, field: Field, pointer: String) -> impl IntoView {
    let id = form.id(&pointer);
    let (path, name) = (field.path.clone(), field.name.clone());
    let label = Signal::derive(move || form.label(i18n, &path, &name));
    let is_sql = matches!(field.kind, FieldKind::Expression | FieldKind::Query);
    let control = match &field.kind {
        FieldKind::Expression | FieldKind::Query => sql(form, &field, &pointer, label).into_any(),
        FieldKind::Enum(words) => choices::select(form, field.clone(), words.clone(), pointer.clone()).into_any(),
        FieldKind::File => choices::files(form, pointer.clone()).into_any(),
        _ => text::view(form, &field, &pointer).into_any(),
    };
    let label_view = if is_sql {
        // The editor is no native control: its name is its own attribute.
        view! { <span class="label">{move || label.get()}{optional(i18n, &field)}</span> }.into_any()
    } else {
        view! { <label for=id>{move || label.get()}{optional(i18n, &field)}</label> }.into_any()
    };
    view! {
        <div class="field">
            {label_view}
            {control}
            {help(form, i18n, &field.path)}
            {findings(form, i18n, pointer)}
        </div>
    }
}

fn sql(form: FormState, field: &Field, pointer: &str, label: Signal<String>) -> impl IntoView {
    let oneline = field.kind == FieldKind::Expression;
    let (at_value, at_problems, at_edit) = (pointer.to_owned(), pointer.to_owned(), pointer.to_owned());
    view! {
        <SqlField
            id=form.id(pointer)
            label=label
            value=Signal::derive(move || form.value(&at_value).as_str().unwrap_or_default().to_owned())
            schema=form.completions
            problems=Signal::derive(move || form.problems_at(&at_problems))
            on_edit=move |text: String| form.set(&at_edit, text.into())
            on_run=move |()| form.submit.run(())
            oneline=oneline
        />
    }
}

/// "(optional)" beside the label.
pub fn optional(i18n: I18n, field: &Field) -> impl IntoView + use<> {
    let is_optional = !field.required && field.default.is_none();
    is_optional.then(|| view! { <span class="field-help">" " {move || i18n.text("ws-optional")}</span> })
}

/// The line of help under a field, where the locale has one.
pub fn help(form: FormState, i18n: I18n, path: &str) -> impl IntoView + use<> {
    let key = format!("{}-hint", form.key(path));
    move || i18n.has(&key).then(|| view! { <span class="field-help">{i18n.text(&key)}</span> })
}

/// The findings at a field; its control names them by `aria-describedby`.
pub fn findings(form: FormState, i18n: I18n, pointer: String) -> impl IntoView {
    let id = format!("{}-problem", form.id(&pointer));
    view! {
        <div id=id aria-live="polite">
            {move || {
                form.problems_at(&pointer)
                    .into_iter()
                    .map(|problem| view! {
                        <p class="field-error" data-severity=severity(problem.severity)>
                            <span>{i18n.diagnostic(&problem)}</span>
                        </p>
                    })
                    .collect_view()
            }}
        </div>
    }
}
