//! Saving: a table in one of the formats, the recipe, and the tables' hashes to compare with a native run.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::Diagnostic;
use protocol::recipe::legal_name;
use protocol::report::TableHash;
use protocol::source::ExportFormat;

use super::context::use_workspace;
use super::dom;
use super::modal::Modal;
use super::table_list::short_name;
use crate::i18n::{Language, use_i18n};
use crate::platform::download;
use crate::room::Notice;

/// Field separators that are offered: the character, and the key of its name.
const DELIMITERS: [(char, &str); 4] = [
    (';', "ws-delimiter-semicolon"),
    (',', "ws-delimiter-comma"),
    ('\t', "ws-delimiter-tab"),
    ('|', "ws-delimiter-pipe"),
];

/// Formats of tables, by the keys of their names.
const FORMATS: [&str; 4] = ["ws-export-csv", "ws-export-json_lines", "ws-export-parquet", "ws-export-arrow"];

/// The dialog.
#[component]
pub fn ExportDialog() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let room = workspace.room;
    let tables = workspace.tables.get_untracked();
    let shown = workspace.shown.get_untracked().map(|version| version.info.table.to_string()).unwrap_or_default();
    let table = RwSignal::new(shown);
    // A spreadsheet of the reader's country opens these without asking.
    let is_french = untrack(|| i18n.language()) == Language::Fr;
    let chosen = RwSignal::new("ws-export-csv");
    let delimiter = RwSignal::new(if is_french { ';' } else { ',' });
    let decimal = RwSignal::new(if is_french { ',' } else { '.' });
    let mark = RwSignal::new(true);
    let neutralise = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<Diagnostic>);
    let format = move || match chosen.get_untracked() {
        "ws-export-json_lines" => ExportFormat::JsonLines,
        "ws-export-parquet" => ExportFormat::Parquet,
        "ws-export-arrow" => ExportFormat::Arrow,
        _ => ExportFormat::Csv {
            delimiter: delimiter.get_untracked(),
            decimal: decimal.get_untracked(),
            byte_order_mark: mark.get_untracked(),
            neutralise: neutralise.get_untracked(),
        },
    };
    let save = move || {
        let wanted = table.get_untracked();
        let versions = workspace.tables.get_untracked();
        let Some(version) = versions.into_iter().find(|version| version.info.table.to_string() == wanted) else {
            return;
        };
        let format = format();
        let name = format!("{}.{}", version.info.table.name, format.extension());
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let answer = room.export(version.at(), format).await;
            busy.try_set(false);
            match answer {
                Ok(blob) => {
                    download::save(&blob, &name);
                    room.say(Notice::polite("ws-exported").with("name", name));
                }
                Err(reason) => {
                    problem.try_set(Some(reason));
                }
            }
        });
    };
    let save_recipe = move |_| {
        let recipe = room.recipe_now();
        let title = if recipe.title.is_empty() { "recipe" } else { recipe.title.as_str() };
        let name = format!("{}.json", legal_name(title));
        download::save_text(&recipe.to_pretty_json(), &name, "application/json");
        room.say(Notice::polite("ws-exported").with("name", name));
    };
    let has_tables = !tables.is_empty();
    let radio = move |key: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="export-format"
                    prop:checked=move || chosen.get() == key
                    on:change=move |_| chosen.set(key)
                />
                <span>{move || i18n.text(key)}</span>
            </label>
        }
    };
    view! {
        <Modal
            id="export-heading"
            title=Signal::derive(move || i18n.text("ws-export-title"))
            on_close=move |()| workspace.close()
        >
            <div class="dialog-body">
                {has_tables.then(|| view! {
                    <form class="form" novalidate on:submit=move |event| {
                        event.prevent_default();
                        if !busy.get_untracked() {
                            save();
                        }
                    }>
                        <div class="field">
                            <label for="export-table">{move || i18n.text("ws-export-table")}</label>
                            <select class="input" id="export-table" on:change=move |event| table.set(dom::value_of(&event))>
                                {tables.into_iter().map(|version| {
                                    let (full, value) = (version.info.table.to_string(), version.info.table.to_string());
                                    view! { <option value=value selected=move || table.with(|table| *table == full)>{version.info.table.to_string()}</option> }
                                }).collect_view()}
                            </select>
                        </div>
                        <fieldset class="field">
                            <legend>{move || i18n.text("ws-export-format")}</legend>
                            {FORMATS.into_iter().map(radio).collect_view()}
                        </fieldset>
                        <div class="form" hidden=move || chosen.get() != "ws-export-csv">
                            <div class="field">
                                <label for="export-delimiter">{move || i18n.text("ws-export-delimiter")}</label>
                                <select class="input" id="export-delimiter" on:change=move |event| {
                                    delimiter.set(dom::value_of(&event).chars().next().unwrap_or(','));
                                }>
                                    {DELIMITERS.into_iter().map(|(char, key)| view! {
                                        <option value=char.to_string() selected=move || delimiter.get() == char>{move || i18n.text(key)}</option>
                                    }).collect_view()}
                                </select>
                            </div>
                            <div class="field">
                                <label for="export-decimal">{move || i18n.text("ws-export-decimal")}</label>
                                <select class="input" id="export-decimal" on:change=move |event| {
                                    decimal.set(dom::value_of(&event).chars().next().unwrap_or('.'));
                                }>
                                    <option value="," selected=move || decimal.get() == ','>{move || i18n.text("ws-decimal-comma")}</option>
                                    <option value="." selected=move || decimal.get() == '.'>{move || i18n.text("ws-decimal-point")}</option>
                                </select>
                            </div>
                            <label class="choice">
                                <input type="checkbox" prop:checked=move || mark.get() on:change=move |_| mark.update(|mark| *mark = !*mark) />
                                <span>{move || i18n.text("ws-export-mark")}</span>
                            </label>
                            <label class="choice">
                                <input
                                    type="checkbox"
                                    prop:checked=move || neutralise.get()
                                    on:change=move |_| neutralise.update(|neutralise| *neutralise = !*neutralise)
                                />
                                <span>{move || i18n.text("ws-export-neutralise")}</span>
                            </label>
                        </div>
                        <div role="alert">
                            {move || problem.get().map(|reason| view! { <p class="field-error"><span>{i18n.diagnostic(&reason)}</span></p> })}
                        </div>
                        <div class="button-row">
                            <button type="submit" class="button primary" aria-disabled=move || busy.get().then_some("true")>
                                {move || i18n.text(if busy.get() { "ws-export-busy" } else { "ws-export-save" })}
                            </button>
                        </div>
                    </form>
                    <Hashes />
                })}
                {(!has_tables).then(|| view! { <p class="empty">{move || i18n.text("ws-export-empty")}</p> })}
                <div class="form">
                    <h3>{move || i18n.text("ws-export-recipe")}</h3>
                    <p class="field-help">{move || i18n.text("ws-export-recipe-help")}</p>
                    <div class="button-row">
                        <button type="button" class="button" on:click=save_recipe>{move || i18n.text("ws-export-recipe-save")}</button>
                        <button type="button" class="button" on:click=move |_| {
                            workspace.close();
                            dom::click("recipe-file");
                        }>
                            {move || i18n.text("ws-command-import-recipe")}
                        </button>
                    </div>
                </div>
            </div>
        </Modal>
    }
}

/// The hashes of the final tables, computed when asked for.
#[component]
fn Hashes() -> impl IntoView {
    let i18n = use_i18n();
    let room = use_workspace().room;
    let hashes = RwSignal::new(None::<Result<Vec<TableHash>, Diagnostic>>);
    let busy = RwSignal::new(false);
    let compute = move |_| {
        busy.set(true);
        spawn_local(async move {
            let answer = room.hashes().await;
            busy.try_set(false);
            hashes.try_set(Some(answer));
        });
    };
    view! {
        <section class="form" aria-labelledby="hashes-heading">
            <h3 id="hashes-heading">{move || i18n.text("ws-hashes")}</h3>
            <p class="field-help">{move || i18n.text("ws-hashes-help")}</p>
            <div class="button-row">
                <button type="button" class="button" on:click=compute aria-disabled=move || busy.get().then_some("true")>
                    {move || i18n.text("ws-hashes-compute")}
                </button>
            </div>
            <div role="status">
                {move || match hashes.get() {
                    Some(Ok(tables)) => view! {
                        <dl class="hashes">
                            {tables.into_iter().map(|entry| {
                                let order = i18n.text(if entry.ordered { "ws-hash-ordered" } else { "ws-hash-unordered" });
                                let rows = i18n.text_with("ws-rows", &[("rows", entry.rows.into())]);
                                view! {
                                    <dt>{short_name(&entry.at.table)} " (" {entry.at.table.zone.name()} ") · " {rows} " · " {order}</dt>
                                    <dd class="hash">{entry.hash}</dd>
                                }
                            }).collect_view()}
                        </dl>
                    }.into_any(),
                    Some(Err(reason)) => view! { <p class="field-error"><span>{i18n.diagnostic(&reason)}</span></p> }.into_any(),
                    None => ().into_any(),
                }}
            </div>
        </section>
    }
}
