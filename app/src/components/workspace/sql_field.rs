//! The SQL editor as a field of the page, with what it completes.

use leptos::prelude::*;
use protocol::operation::Catalogue;
use protocol::table::ColumnInfo;
use protocol::{Diagnostic, Severity};
use serde_json::{Value, json};

use super::dom;
use super::grid::type_key;
use crate::i18n::{I18n, use_i18n};
use crate::state::tables::TableVersion;

/// An editor of one expression or one query.
#[component]
pub fn SqlField(
    /// Its id.
    #[prop(into)]
    id: String,
    /// Accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// Its text.
    #[prop(into)]
    value: Signal<String>,
    /// What it completes, as of [`completions`].
    #[prop(into)]
    schema: Signal<String>,
    /// Findings with a place in the text, underlined there.
    #[prop(into)]
    problems: Signal<Vec<Diagnostic>>,
    /// The text was changed.
    #[prop(into)]
    on_edit: Callback<String>,
    /// Enter (one line) or Ctrl+Enter.
    #[prop(into)]
    on_run: Callback<()>,
    /// One line: an expression.
    #[prop(optional)]
    oneline: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let marks = move || {
        let marks: Vec<Value> = problems.get().iter().map(|problem| mark(i18n, problem)).collect();
        Value::Array(marks).to_string()
    };
    view! {
        <sql-editor
            id=id
            oneline=oneline.then_some("")
            data-tall=(!oneline).then_some("")
            data-invalid=move || (!problems.with(Vec::is_empty)).then_some("")
            label=move || label.get()
            hint=move || i18n.text(if oneline { "ws-sql-hint-line" } else { "ws-sql-hint" })
            schema=move || schema.get()
            diagnostics=marks
            prop:value=move || value.get()
            on:edit=move |event: web_sys::Event| on_edit.run(dom::value_of(&event))
            on:run=move |_: web_sys::Event| on_run.run(())
            on:keydown=move |event: web_sys::KeyboardEvent| {
                // In a text of several lines Esc frees the Tab key: it must not close what is around.
                if event.key() == "Escape" && (!oneline || event.default_prevented()) {
                    event.stop_propagation();
                }
                // Enter is the editor's own: it would send the form around it.
                if event.key() == "Enter" {
                    event.stop_propagation();
                }
            }
        ></sql-editor>
    }
}

fn mark(i18n: I18n, problem: &Diagnostic) -> Value {
    let span = problem.place.span.unwrap_or_default();
    let severity = if problem.severity == Severity::Error { "error" } else { "warning" };
    json!({
        "line": span.line, "column": span.column, "length": span.length,
        "message": i18n.diagnostic(problem), "severity": severity,
    })
}

/// What the editor completes: tables with their columns, columns in scope, functions, and for queries keywords.
pub fn completions(
    i18n: I18n,
    catalogue: Option<&Catalogue>,
    tables: &[TableVersion],
    columns: &[ColumnInfo],
) -> String {
    let named: serde_json::Map<String, Value> = tables
        .iter()
        .map(|version| {
            let columns: Vec<&str> = version.info.columns.iter().map(|column| column.name.as_str()).collect();
            (version.info.table.name.clone(), json!(columns))
        })
        .collect();
    let columns: Vec<Value> =
        columns.iter().map(|column| json!({"name": column.name, "type": i18n.text(type_key(column.kind))})).collect();
    let functions: Vec<Value> = catalogue
        .map(|catalogue| catalogue.functions.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|function| {
            let info = i18n.text_or(&format!("fn-{}", function.name.replace('_', "-")), "");
            json!({"name": function.name, "signature": function.signature, "info": info})
        })
        .collect();
    let keywords = catalogue.map(|catalogue| catalogue.keywords.clone()).unwrap_or_default();
    json!({"tables": named, "columns": columns, "functions": functions, "keywords": keywords}).to_string()
}
