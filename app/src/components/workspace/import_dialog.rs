//! The import of a file: what was detected, every guess to be changed, the first rows as they would
//! be read beside the lines as they stand.

use std::collections::{BTreeMap, BTreeSet};

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::recipe::is_legal_name;
use protocol::source::{Detection, Proposal, attached_name, member_name, member_reference};
use protocol::{Code, Diagnostic, Step};
use serde_json::{Map, Value};

use super::announce::{Wait, wait_of};
use super::context::{Workspace, use_workspace};
use super::dom;
use super::form::{FormState, fields_view};
use super::import_encoding::EncodingNotice;
use super::modal::Modal;
use super::small_table::{Cell, SmallTable};
use crate::i18n::{I18n, use_i18n};
use crate::state::schema::{self, Field, FieldKind, to_params};

/// How long a choice rests before the file is looked at again.
const REST_MS: u32 = 300;

/// The dialog for an attached file.
#[component]
pub fn ImportDialog(
    /// Its name.
    name: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let name = StoredValue::new(name);
    let detection = RwSignal::new(None::<Detection>);
    let choice = Choice::new(&name.get_value());
    let problem = RwSignal::new(None::<Diagnostic>);
    let busy = RwSignal::new(true);
    let wait = wait_of(busy.into());
    let values = RwSignal::new(Value::Object(Map::new()));
    let operation = RwSignal::new(String::new());
    let table = RwSignal::new(String::new());
    let proposed = StoredValue::new(String::new());
    let form = FormState {
        operation: StoredValue::new(String::new()),
        prefix: "import",
        values,
        problems: Signal::derive(move || {
            problem.get().into_iter().filter(|found| found.place.field.is_some()).collect()
        }),
        touched: RwSignal::new(BTreeSet::new()),
        attempted: RwSignal::new(true),
        columns: Signal::derive(move || {
            let columns = detection.with(|found| found.as_ref().map(|found| found.columns.clone()).unwrap_or_default());
            BTreeMap::from([(String::new(), columns)])
        }),
        completions: Signal::stored(String::new()),
        submit: Callback::new(|()| {}),
    };
    let asked = StoredValue::new(0u32);
    let look = move |chosen: Option<String>| {
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        busy.set(true);
        spawn_local(async move {
            // Parameters were chosen for the format that is shown.
            let shown = chosen.is_some().then(|| operation.get_untracked()).filter(|op| !op.is_empty());
            let (reference, op) = (choice.reference.get_untracked(), choice.op.get_untracked().or(shown));
            let answer = workspace.room.detect(reference, op, chosen).await;
            if asked.try_get_value() != Some(number) {
                return;
            }
            busy.try_set(false);
            match answer {
                Ok(proposal) => {
                    problem.try_set(None);
                    let found = choice.take(proposal);
                    let guessed = serde_json::from_str(&found.params).unwrap_or(Value::Object(Map::new()));
                    form.operation.try_set_value(found.op.clone());
                    values.try_set(guessed);
                    // A name that the person wrote stays.
                    if table.with_untracked(|table| proposed.with_value(|proposed| table == proposed)) {
                        let name = workspace.free_table_name(&found.table);
                        proposed.set_value(name.clone());
                        table.try_set(name);
                    }
                    operation.try_set(found.op.clone());
                    detection.try_set(Some(found));
                }
                Err(reason) if reason.code == Code::Stale => {}
                Err(reason) => {
                    problem.try_set(Some(reason));
                }
            }
        });
    };
    look(None);
    follow_choices(form, look);
    // Another member or format begins anew: what was chosen was about the one before.
    let look_anew = Callback::new(move |()| {
        form.touched.set(BTreeSet::new());
        look(None);
    });

    // The reader's own fields; which file is known already.
    let fields = Memo::new(move |_| {
        let info = workspace.operation(&operation.get());
        let fields = info.map(|info| schema::read(&info.schema).fields).unwrap_or_default();
        fields.into_iter().filter(|field| field.kind != FieldKind::File).collect::<Vec<Field>>()
    });
    let ready = move || detection.with(Option::is_some) && problem.with(Option::is_none) && is_legal_name(&table.get());
    let close = move || {
        let unread = detection.with_untracked(Option::is_none) && problem.with_untracked(Option::is_some);
        if unread && !is_used(workspace, &name.get_value()) {
            // Nothing can be read from it: it would only stay in the way.
            workspace.room.discard_file(&name.get_value());
        }
        workspace.close();
    };
    let import = move || {
        if untrack(ready) && !busy.get_untracked() {
            let fields = fields.get_untracked();
            insert(workspace, &operation.get_untracked(), &fields, &values.get_untracked(), &table.get_untracked());
        }
    };
    view! {
        <Modal
            id="import-heading"
            class="wide"
            title=Signal::derive(move || i18n.text_with("ws-import", &[("name", name.get_value().into())]))
            on_close=move |()| close()
        >
            <form
                class="dialog-form"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    import();
                }
            >
                <div class="dialog-body">
                    <div role="status">
                        {move || (wait.get() != Wait::Unseen).then(|| view! { <p class="field-help">{i18n.text("ws-import-looking")}</p> })}
                    </div>
                    <div role="alert">
                        {move || problem.get().map(|reason| view! {
                            <p class="field-error"><span>{i18n.diagnostic(&reason)}</span></p>
                            <p class="field-help">{i18n.text("ws-import-refused")}</p>
                        })}
                    </div>
                    <div class="import-layout">
                        <div class="form">
                            {move || detection.with(Option::is_some).then(|| view! {
                                <p class="form-lead">
                                    {i18n.text_with("ws-import-found", &[("format", i18n.text_or(&format!("op-{}", operation.get()), &operation.get()).into())])}
                                </p>
                                <TableName table />
                            })}
                            <Choices choice operation look_anew />
                            {move || fields.with(|fields| {
                                let place = fields.iter().position(|field| field.name == "encoding");
                                let (before, after) = fields.split_at(place.map_or(0, |place| place + 1));
                                view! {
                                    {fields_view(form, before, "")}
                                    {place.map(|_| view! { <EncodingNotice form detection /> })}
                                    {fields_view(form, after, "")}
                                }
                            })}
                        </div>
                        <div class="form">
                            {move || detection.get().map(|found| preview(i18n, &found))}
                        </div>
                    </div>
                </div>
                <div class="dialog-foot">
                    <button type="button" class="button" on:click=move |_| close()>{move || i18n.text("ws-cancel")}</button>
                    <button
                        type="submit"
                        class="button primary"
                        aria-disabled=move || (!ready() || busy.get()).then_some("true")
                    >
                        {move || i18n.text("ws-import-apply")}
                    </button>
                </div>
            </form>
        </Modal>
    }
}

/// What is read, and as what: beyond the parameters of the reader.
#[derive(Clone, Copy)]
struct Choice {
    /// The file, or a member of the archive that it is.
    reference: RwSignal<String>,
    /// The operation, if the person chose it.
    op: RwSignal<Option<String>>,
    members: RwSignal<Vec<String>>,
    ops: RwSignal<Vec<String>>,
}

impl Choice {
    fn new(name: &str) -> Self {
        Self {
            reference: RwSignal::new(name.to_owned()),
            op: RwSignal::new(None),
            members: RwSignal::new(Vec::new()),
            ops: RwSignal::new(Vec::new()),
        }
    }

    /// Takes over what can be chosen.
    fn take(self, proposal: Proposal) -> Detection {
        self.reference.try_set(proposal.file);
        self.members.try_set(proposal.members);
        self.ops.try_set(proposal.ops);
        proposal.detection
    }
}

/// The member of the archive and the format, where there is a choice.
#[component]
fn Choices(choice: Choice, operation: RwSignal<String>, look_anew: Callback<()>) -> impl IntoView {
    let i18n = use_i18n();
    let member = Memo::new(move |_| choice.reference.with(|file| member_name(file).unwrap_or_default().to_owned()));
    view! {
        {move || choice.members.with(|members| members.len() > 1).then(|| view! {
            <div class="field">
                <label for="import-member">{move || i18n.text("ws-import-member")}</label>
                <select class="input" id="import-member" on:change=move |event| {
                    let chosen = dom::value_of(&event);
                    choice.reference.update(|file| *file = member_reference(attached_name(file), &chosen));
                    choice.op.set(None);
                    look_anew.run(());
                }>
                    {choice.members.get().into_iter().map(|name| {
                        let (value, label) = (name.clone(), name.clone());
                        view! { <option value=value selected=move || member.with(|member| *member == name)>{label}</option> }
                    }).collect_view()}
                </select>
            </div>
        })}
        {move || choice.ops.with(|ops| ops.len() > 1).then(|| view! {
            <div class="field">
                <label for="import-format">{move || i18n.text("ws-import-format")}</label>
                <select class="input" id="import-format" on:change=move |event| {
                    choice.op.set(Some(dom::value_of(&event)));
                    look_anew.run(());
                }>
                    {choice.ops.get().into_iter().map(|op| {
                        let (value, label) = (op.clone(), op.clone());
                        view! {
                            <option value=value selected=move || operation.with(|operation| *operation == op)>
                                {move || i18n.text_or(&format!("op-{label}"), &label)}
                            </option>
                        }
                    }).collect_view()}
                </select>
            </div>
        })}
    }
}

#[component]
fn TableName(table: RwSignal<String>) -> impl IntoView {
    let i18n = use_i18n();
    let is_bad = move || !is_legal_name(&table.get());
    view! {
        <div class="field">
            <label for="import-table">{move || i18n.text("ws-import-table")}</label>
            <input
                class="input data"
                id="import-table"
                type="text"
                autocomplete="off"
                spellcheck="false"
                aria-invalid=move || is_bad().then_some("true")
                aria-describedby="import-table-problem"
                prop:value=move || table.get()
                on:input=move |event| table.set(dom::value_of(&event))
            />
            <div id="import-table-problem" aria-live="polite">
                {move || is_bad().then(|| view! { <p class="field-error"><span>{i18n.text("ws-port-name-bad")}</span></p> })}
            </div>
        </div>
    }
}

/// Looks at the file again with what the person chose, once the choice rests.
fn follow_choices(form: FormState, look: impl Fn(Option<String>) + Copy + 'static) {
    let timer = StoredValue::new_local(None::<Timeout>);
    let last = StoredValue::new(String::new());
    Effect::new(move |_| {
        let touched = form.touched.get();
        let values = form.values.get();
        let mut chosen = Map::new();
        for name in touched.iter().filter_map(|pointer| pointer.split('/').nth(1)) {
            if let Some(value) = values.get(name) {
                chosen.insert(name.to_owned(), value.clone());
            }
        }
        let text = Value::Object(chosen).to_string();
        if touched.is_empty() {
            // Another file or format: what rested was about the one before.
            last.set_value(String::new());
            timer.set_value(None);
            return;
        }
        if last.get_value() == text {
            return;
        }
        last.set_value(text.clone());
        timer.set_value(Some(Timeout::new(REST_MS, move || look(Some(text)))));
    });
}

fn preview(i18n: I18n, found: &Detection) -> impl IntoView + use<> {
    let columns: Vec<_> = found.columns.iter().map(|column| (column.name.clone(), column.kind)).collect();
    let height = found.sample.columns.iter().map(|column| column.cells.len()).max().unwrap_or(0);
    let rows = (0..height)
        .map(|row| {
            let cells = found.sample.columns.iter().map(|column| {
                let text = column.cells.get(row).cloned().flatten().map(|text| i18n.cell(column.kind, &text));
                Cell { kind: column.kind, text, before: None }
            });
            cells.collect()
        })
        .collect::<Vec<Vec<Cell>>>();
    let raw = found.raw_lines.join("\n");
    let has_raw = !raw.is_empty();
    view! {
        <SmallTable caption=i18n.text("ws-import-preview") columns=columns rows=rows />
        {has_raw.then(|| view! {
            <div class="field">
                <h3 id="raw-heading">{i18n.text("ws-import-raw")}</h3>
                <pre class="raw-lines" tabindex="0" role="group" aria-labelledby="raw-heading">{raw}</pre>
            </div>
        })}
    }
}

fn is_used(workspace: Workspace, file: &str) -> bool {
    let recipe = workspace.room.recipe_now();
    recipe.steps.iter().any(|step| step.params.values().any(|value| value.as_str().map(attached_name) == Some(file)))
}

/// Adds the import step after the imports that stand at the head of the recipe.
fn insert(workspace: Workspace, operation: &str, fields: &[Field], values: &Value, table: &str) {
    let Some(info) = workspace.operation(operation) else { return };
    let params = values.as_object().map(|values| to_params(fields, values)).unwrap_or_default();
    let step = Step { params: params.clone(), ..workspace.source_step(&info, table, &params) };
    workspace.leave_overlay();
    let id = workspace.room.insert_step(step, workspace.source_index());
    workspace.close_form(id);
}
