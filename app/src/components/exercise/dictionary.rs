//! What the data mean: tables and columns, searchable, and the rules of the organisation.

use leptos::prelude::*;
use pack::described;
use pack::file::dictionary::ColumnEntry;

use crate::attempt::Attempt;
use crate::components::workspace::MadeFiles;
use crate::i18n::{I18n, use_i18n};
use crate::state::search::fold;

fn matches(i18n: I18n, column: &ColumnEntry, words: &str) -> bool {
    words.is_empty() || fold(&format!("{} {}", column.name, i18n.words(&column.label))).contains(words)
}

/// The tab.
#[component]
pub fn DictionaryTab(attempt: Attempt) -> impl IntoView {
    let i18n = use_i18n();
    let pack = attempt.opened.with_value(|opened| opened.pack.clone());
    let search = RwSignal::new(String::new());
    let (tables, rules) = (described(&pack.dictionary, pack.data.as_ref()), pack.rules.clone());
    let shown = move || {
        let words = fold(search.get().trim());
        let tables = tables.iter().filter_map(|table| {
            let columns: Vec<ColumnEntry> =
                table.columns.iter().filter(|column| matches(i18n, column, &words)).cloned().collect();
            let whole = words.is_empty() || !columns.is_empty();
            whole.then(|| (table.names.join(", "), i18n.words(&table.label), columns))
        });
        tables.collect::<Vec<_>>()
    };
    let is_empty = {
        let shown = shown.clone();
        move || shown().is_empty()
    };
    let has_rules = !rules.is_empty();
    view! {
        <h3>{move || i18n.text("exercise-files")}</h3>
        <MadeFiles />
        <h3>{move || i18n.text("exercise-dictionary")}</h3>
        <label class="field">
            <span>{move || i18n.text("exercise-dictionary-search")}</span>
            <input
                type="search"
                class="input"
                prop:value=move || search.get()
                on:input=move |event| search.set(event_target_value(&event))
            />
        </label>
        <div role="status">{move || is_empty().then(|| view! { <p class="empty">{i18n.text("exercise-dictionary-nothing")}</p> })}</div>
        {move || shown().into_iter().map(|(name, label, columns)| view! {
            <h4><code>{name}</code></h4>
            <p class="field-help">{label}</p>
            <dl class="dictionary">
                {columns
                    .into_iter()
                    .map(|column| view! {
                        <div>
                            <dt><code>{column.name}</code></dt>
                            <dd>{i18n.words(&column.label)} {column.unit.map(|unit| format!(" ({unit})"))}</dd>
                        </div>
                    })
                    .collect_view()}
            </dl>
        }).collect_view()}
        {has_rules.then(|| view! {
            <h3>{move || i18n.text("exercise-rules")}</h3>
            <ul class="rules">
                {rules.into_iter().map(|rule| view! { <li>{move || i18n.words(&rule.text)}</li> }).collect_view()}
            </ul>
        })}
    }
}
