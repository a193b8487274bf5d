//! Which tables a step reads and writes.

use leptos::prelude::*;
use protocol::recipe::is_legal_name;
use protocol::{Step, TableRef, Zone};

use crate::components::workspace::dom;
use crate::components::workspace::table_list::{short_name, zone_key};
use crate::i18n::{I18n, use_i18n};
use crate::state::draft::toggle_input as toggle;

/// How the tables that a step reads come to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reads {
    /// One for each port, chosen from a list.
    ByPort,
    /// Those that its query names; they are only shown.
    ByQuery,
    /// As many as one likes, ticked.
    Any,
}

/// The tables of a step, to be chosen and named.
#[component]
pub fn Ports(
    /// The step in the form.
    step: RwSignal<Step>,
    /// Tables that exist above it.
    tables: Signal<Vec<TableRef>>,
    /// How it comes to what it reads.
    reads: Reads,
    /// Whether reading is worth showing first: several tables go in.
    open: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let inputs: Vec<String> = step.with_untracked(|step| step.inputs.keys().cloned().collect());
    let outputs: Vec<String> = step.with_untracked(|step| step.outputs.keys().cloned().collect());
    let free_inputs =
        move || step.with(|step| step.inputs.values().map(ToString::to_string).collect::<Vec<_>>().join(", "));
    view! {
        <details open=open>
            <summary>{move || i18n.text("ws-ports")}</summary>
            <div class="form">
                {match reads {
                    Reads::ByPort => {
                        inputs.into_iter().map(|port| input(i18n, step, tables, port)).collect_view().into_any()
                    }
                    Reads::ByQuery => view! {
                        <p class="field-help">
                            {move || i18n.text_with("ws-ports-open", &[("tables", free_inputs().into())])}
                        </p>
                    }.into_any(),
                    Reads::Any => any_inputs(i18n, step, tables).into_any(),
                }}
                {outputs.into_iter().map(|port| output(i18n, step, port)).collect_view()}
            </div>
        </details>
    }
}

fn port_label(i18n: I18n, key: &str, port: &str) -> String {
    let name = i18n.text_or(&format!("ws-port-{port}"), port);
    i18n.text_with(key, &[("port", name.into())])
}

fn input(i18n: I18n, step: RwSignal<Step>, tables: Signal<Vec<TableRef>>, port: String) -> impl IntoView {
    let id = format!("port-in-{port}");
    let port = StoredValue::new(port);
    let chosen = Memo::new(move |_| {
        step.with(|step| port.with_value(|port| step.inputs.get(port).map(ToString::to_string).unwrap_or_default()))
    });
    let offered = move || {
        let mut names: Vec<String> = tables.get().iter().map(ToString::to_string).collect();
        // A table that no step above makes any more is still what the step reads.
        if !names.contains(&chosen.get()) {
            names.insert(0, chosen.get());
        }
        names
    };
    view! {
        <div class="field">
            <label for=id.clone()>{move || port.with_value(|port| port_label(i18n, "ws-port-reads", port))}</label>
            <select
                class="input"
                id=id
                on:change=move |event| {
                    if let Ok(table) = dom::value_of(&event).parse::<TableRef>() {
                        step.update(|step| {
                            step.inputs.insert(port.get_value(), table);
                        });
                    }
                }
            >
                {move || offered()
                    .into_iter()
                    .map(|name| {
                        let (value, label) = (name.clone(), named(i18n, &name));
                        view! { <option value=value selected=move || chosen.with(|chosen| *chosen == name)>{label}</option> }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}

/// Every table above, to be ticked; one that no step above makes any more stays in sight as long as it is read.
fn any_inputs(i18n: I18n, step: RwSignal<Step>, tables: Signal<Vec<TableRef>>) -> impl IntoView {
    let offered = Memo::new(move |_| {
        let mut offered = tables.get();
        step.with(|step| offered.extend(step.inputs.values().cloned()));
        offered.sort();
        offered.dedup();
        offered
    });
    view! {
        <fieldset class="field">
            <legend>{move || i18n.text("ws-ports-any")}</legend>
            <div class="column-list">
                <For
                    each=move || offered.get()
                    key=|table| table.clone()
                    children=move |table| {
                        let full = table.to_string();
                        let table = StoredValue::new(table);
                        let is_read = move || step.with(|step| table.with_value(|table| step.inputs.values().any(|known| known == table)));
                        view! {
                            <label class="choice">
                                <input
                                    type="checkbox"
                                    prop:checked=is_read
                                    on:change=move |_| step.update(|step| table.with_value(|table| toggle(step, table)))
                                />
                                <span>{move || named(i18n, &full)}</span>
                            </label>
                        }
                    }
                />
            </div>
        </fieldset>
    }
}

/// "tenants (raw)".
fn named(i18n: I18n, full: &str) -> String {
    match full.parse::<TableRef>() {
        Ok(table) => {
            let zone = i18n.text(zone_key(table.zone));
            i18n.text_with("ws-table-in-zone", &[("table", short_name(&table).into()), ("zone", zone.into())])
        }
        Err(_) => full.to_owned(),
    }
}

fn output(i18n: I18n, step: RwSignal<Step>, port: String) -> impl IntoView {
    let (name_id, zone_id, problem_id) =
        (format!("port-out-{port}"), format!("port-zone-{port}"), format!("port-problem-{port}"));
    let port = StoredValue::new(port);
    let table = Memo::new(move |_| step.with(|step| port.with_value(|port| step.outputs.get(port).cloned())));
    // What is typed may not be a name yet: only legal names reach the step.
    let typed = RwSignal::new(table.get_untracked().map(|table| table.name).unwrap_or_default());
    let is_bad = move || !is_legal_name(&typed.get());
    let change = move |edit: &dyn Fn(&mut TableRef)| {
        step.update(|step| {
            if let Some(table) = port.with_value(|port| step.outputs.get_mut(port)) {
                edit(table);
            }
        });
    };
    let zone_name = move || table.get().map_or("staging", |table| table.zone.name());
    view! {
        <div class="field">
            <label for=name_id.clone()>{move || port.with_value(|port| port_label(i18n, "ws-port-writes", port))}</label>
            <div class="port-out">
                <input
                    class="input data"
                    id=name_id
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    aria-invalid=move || is_bad().then_some("true")
                    aria-describedby=problem_id.clone()
                    prop:value=move || typed.get()
                    on:input=move |event| {
                        let name = dom::value_of(&event);
                        typed.set(name.clone());
                        if is_legal_name(&name) {
                            change(&|table| name.clone_into(&mut table.name));
                        }
                    }
                />
                <select
                    class="input"
                    id=zone_id
                    aria-label=move || port.with_value(|port| port_label(i18n, "ws-port-zone", port))
                    on:change=move |event| {
                        let name = dom::value_of(&event);
                        if let Some(zone) = Zone::ALL.into_iter().find(|zone| zone.name() == name) {
                            change(&|table| table.zone = zone);
                        }
                    }
                >
                    {Zone::ALL
                        .into_iter()
                        .map(|zone| view! {
                            <option value=zone.name() selected=move || zone_name() == zone.name()>
                                {move || i18n.text(zone_key(zone))}
                            </option>
                        })
                        .collect_view()}
                </select>
            </div>
            <div id=problem_id aria-live="polite">
                {move || is_bad().then(|| view! { <p class="field-error"><span>{i18n.text("ws-port-name-bad")}</span></p> })}
            </div>
        </div>
    }
}
