//! The form of the step in the draft: its fields, the effect it would have, apply and cancel.

use std::collections::{BTreeMap, BTreeSet};

use leptos::html;
use leptos::prelude::*;
use protocol::operation::OperationInfo;
use protocol::table::ColumnInfo;
use protocol::{Diagnostic, Step, TableRef};
use serde_json::{Map, Value};
use wasm_bindgen::JsCast;

use super::field::fields_view;
use super::ports::{Ports, Reads};
use super::state::FormState;
use crate::components::workspace::context::{Workspace, use_workspace};
use crate::components::workspace::dom;
use crate::components::workspace::effect::{EffectView, follow_effect};
use crate::components::workspace::sql_field::completions;
use crate::components::workspace::step_item::severity;
use crate::i18n::use_i18n;
use crate::state::draft::Draft;
use crate::state::schema::{self, Field, check, to_params};
use crate::state::{query_tables, tables};

/// The form of a draft.
#[component]
pub fn StepForm(
    /// The step, and where it goes.
    draft: Draft,
    /// Its operation.
    info: OperationInfo,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let fields = StoredValue::new(schema::read(&info.schema).fields);
    let step = RwSignal::new(draft.step.clone());
    let values = RwSignal::new(fields.with_value(|fields| filled(fields, &draft.step.params)));
    let (index, editing) = (draft.index, draft.editing);
    let tables = Memo::new(move |_| workspace.tables_before(index));
    let table_refs =
        Signal::derive(move || tables.with(|tables| tables.iter().map(|version| version.info.table.clone()).collect()));
    let first_port = info.inputs.first().map(|port| port.name.clone());
    let columns = Memo::new(move |_| columns_by_port(workspace, index, &step.get(), first_port.as_deref()));
    let written = Memo::new(move |_| {
        let mut written = step.get();
        written.params = fields.with_value(|fields| values.with(|values| params(fields, values)));
        written
    });
    let local = Memo::new(move |_| {
        fields.with_value(|fields| {
            values.with(|values| values.as_object().map(|values| check(fields, values)).unwrap_or_default())
        })
    });
    let effect = follow_effect(written, index, Signal::derive(move || local.with(Vec::is_empty)));
    let problems = Signal::derive(move || {
        let mut found = local.get();
        found.extend(effect.problem.get());
        found
    });
    let attempted = RwSignal::new(false);
    let body = NodeRef::<html::Form>::new();
    let apply = move || {
        attempted.set(true);
        if !problems.with_untracked(Vec::is_empty) {
            focus_first_problem(body);
            return;
        }
        let step = written.get_untracked();
        // A tab that may not write keeps the form: what was typed is not lost.
        let applied = match editing {
            true => (!workspace.room.read_only.get_untracked()).then(|| step.id.clone()),
            false => workspace.room.insert_step(step.clone(), index),
        };
        if editing {
            workspace.room.replace_step(step);
        }
        if applied.is_some() {
            workspace.close_form(applied);
        }
    };
    let form = FormState {
        operation: StoredValue::new(info.name.clone()),
        prefix: "field",
        values,
        problems,
        touched: RwSignal::new(BTreeSet::new()),
        attempted,
        columns: columns.into(),
        completions: Signal::derive(move || {
            let in_scope = columns.with(|columns| columns.get("").cloned().unwrap_or_default());
            workspace
                .room
                .catalogue
                .with(|catalogue| tables.with(|tables| completions(i18n, catalogue.as_ref(), tables, &in_scope)))
        }),
        submit: Callback::new(move |()| apply()),
    };
    let reads = match fields.with_value(|fields| fields.iter().any(|field| field.kind == schema::FieldKind::Query)) {
        _ if !info.open_inputs => Reads::ByPort,
        true => Reads::ByQuery,
        false => Reads::Any,
    };
    if reads == Reads::ByQuery {
        follow_query_tables(workspace, form, step, tables.into(), fields);
    }
    Effect::new(move |_| {
        if body.get().is_some() {
            focus_first_field(body);
        }
    });
    let several = info.inputs.len() > 1 || info.open_inputs;
    let operation = StoredValue::new(info.name.clone());
    // Findings that belong to no field stand above the buttons.
    let general = move || {
        let known = |problem: &Diagnostic| problem.place.field.as_deref().is_some_and(|field| !field.is_empty());
        effect.problem.get().into_iter().filter(|problem| !known(problem)).map(|problem| view! {
            <p class="field-error" data-severity=severity(problem.severity)><span>{i18n.diagnostic(&problem)}</span></p>
        }).collect_view()
    };
    view! {
        <form
            node_ref=body
            class="form"
            novalidate
            aria-labelledby="form-heading"
            on:submit=move |event| {
                event.prevent_default();
                apply();
            }
            on:keydown=move |event| match event.key().as_str() {
                "Escape" if !event.default_prevented() => {
                    event.stop_propagation();
                    workspace.close_form(None);
                }
                "Enter" if event.ctrl_key() || event.meta_key() => {
                    event.prevent_default();
                    event.stop_propagation();
                    apply();
                }
                _ => {}
            }
        >
            <h3 id="form-heading">{move || operation.with_value(|name| i18n.text_or(&format!("op-{name}"), name))}</h3>
            <p class="form-lead">
                {move || operation.with_value(|name| i18n.text_or(&format!("op-{name}-summary"), ""))}
                " "
                {move || i18n.text_with(if editing { "ws-form-edits" } else { "ws-form-place" }, &[("number", (index + 1).into())])}
            </p>
            {several.then(|| view! { <Ports step tables=table_refs reads open=true /> })}
            {fields.with_value(|fields| fields_view(form, fields, ""))}
            {(!several).then(|| view! { <Ports step tables=table_refs reads open=false /> })}
            <EffectView effect=effect />
            <div role="alert">{general}</div>
            <div class="form-foot">
                <button
                    type="submit"
                    class="button primary"
                    aria-disabled=move || workspace.room.read_only.get().then_some("true")
                >
                    {move || i18n.text(if editing { "ws-form-save" } else { "ws-form-apply" })}
                    <kbd aria-hidden="true">"↵"</kbd>
                </button>
                <button type="button" class="button" on:click=move |_| workspace.close_form(None)>
                    {move || i18n.text("ws-cancel")}
                    <kbd aria-hidden="true">{move || i18n.text("ws-key-escape")}</kbd>
                </button>
            </div>
        </form>
    }
}

/// The values a form opens with: the step's own, else the fields' initial ones.
fn filled(fields: &[Field], params: &Map<String, Value>) -> Value {
    let mut values = schema::initial(fields);
    values.extend(params.clone());
    Value::Object(values)
}

fn params(fields: &[Field], values: &Value) -> Map<String, Value> {
    values.as_object().map(|values| to_params(fields, values)).unwrap_or_default()
}

/// Columns of each input's table, under the port's name; those of the first port also under the empty one.
fn columns_by_port(
    workspace: Workspace,
    index: usize,
    step: &Step,
    first: Option<&str>,
) -> BTreeMap<String, Vec<ColumnInfo>> {
    let tables = workspace.tables_before(index);
    let columns_of = |table: &TableRef| {
        tables::meant(&tables, table).map(|version| version.info.columns.clone()).unwrap_or_default()
    };
    let mut columns: BTreeMap<String, Vec<ColumnInfo>> =
        step.inputs.iter().map(|(port, table)| (port.clone(), columns_of(table))).collect();
    if let Some(first) = first.and_then(|port| columns.get(port).cloned()) {
        columns.insert(String::new(), first);
    }
    columns
}

/// A query reads the tables that it names: inputs are the tables above whose name stands in its text.
fn follow_query_tables(
    workspace: Workspace,
    form: FormState,
    step: RwSignal<Step>,
    tables: Signal<Vec<crate::state::tables::TableVersion>>,
    fields: StoredValue<Vec<Field>>,
) {
    let query = fields.with_value(|fields| {
        fields.iter().find(|field| field.kind == schema::FieldKind::Query).map(|field| format!("/{}", field.name))
    });
    let Some(query) = query else { return };
    Effect::new(move |_| {
        let text = form.value(&query);
        let shown = workspace.shown.get_untracked().map(|version| version.info.table);
        let above: Vec<TableRef> = tables.get().into_iter().map(|version| version.info.table).collect();
        let known = step.with_untracked(|step| step.inputs.clone());
        let inputs = query_tables::inputs(text.as_str().unwrap_or_default(), &above, &known, shown.as_ref());
        if step.with_untracked(|step| step.inputs != inputs) {
            step.update(|step| step.inputs = inputs);
        }
    });
}

fn focus_first_field(body: NodeRef<html::Form>) {
    if !focus_found(body, "input:not([type=hidden]), select, textarea, sql-editor") {
        focus_found(body, "button");
    }
}

fn focus_first_problem(body: NodeRef<html::Form>) {
    // Findings are drawn after the attempt is known.
    gloo::timers::callback::Timeout::new(0, move || {
        const PROBLEMS: &str =
            "[aria-invalid=true], [data-invalid], .field:has(> div > .field-error) :is(input, select, button)";
        focus_found(body, PROBLEMS);
    })
    .forget();
}

/// Gives the focus to the first element of a selector. Says whether there is one.
fn focus_found(body: NodeRef<html::Form>, selector: &str) -> bool {
    let Some(body) = body.try_get_untracked().flatten() else { return false };
    let found = body.query_selector(selector).ok().flatten();
    let Some(found) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) else { return false };
    // What had the focus may be on its way out of the page and take it along: once more after that.
    dom::focus_element_later(found.clone());
    found.focus().is_ok()
}
