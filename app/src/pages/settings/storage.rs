//! What is stored on this device, and how to erase all of it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::Arg;

use crate::attempt;
use crate::components::dialog::Dialog;
use crate::i18n::use_i18n;
use crate::platform::{download, files, storage};
use crate::room::Notice;
use crate::shell::look::use_settings;
use crate::shell::use_shell;
use crate::state::attempt::KEY_PREFIX as ATTEMPTS;
use crate::state::settings::Settings;
use crate::state::templates::KEY as TEMPLATES;
use crate::state::work::{KEY_PREFIX, WorkSummary, summaries};

fn works() -> Vec<WorkSummary> {
    let texts = storage::texts(KEY_PREFIX);
    summaries(texts.iter().map(String::as_str))
}

/// The section.
#[component]
pub fn StorageSection() -> impl IntoView {
    let i18n = use_i18n();
    let asking = RwSignal::new(false);
    let count = RwSignal::new(works().len());
    let usage = RwSignal::new(None);
    spawn_local(async move {
        let found = files::usage().await;
        usage.try_set(found);
    });
    let used = move || {
        let (used, allowed) = usage.get()?;
        let args = [("used", Arg::from(i18n.bytes(used))), ("allowed", Arg::from(i18n.bytes(allowed)))];
        Some(view! { <p>{i18n.text_with("storage-usage", &args)}</p> })
    };
    view! {
        <section aria-labelledby="storage-heading" class="section">
            <h2 id="storage-heading">{move || i18n.text("storage-heading")}</h2>
            <p>
                {move || {
                    let key = if storage::is_available() { "storage-text" } else { "storage-unavailable" };
                    i18n.text(key)
                }}
            </p>
            <p>{move || i18n.text_with("storage-works", &[("count", Arg::from(count.get()))])}</p>
            {used}
            <button
                type="button"
                class="button danger"
                disabled=move || count.get() == 0 && attempt::kept().is_empty()
                on:click=move |_| asking.set(true)
            >
                {move || i18n.text("storage-erase")}
            </button>
            {move || asking.get().then(|| view! { <EraseDialog asking count /> })}
        </section>
    }
}

#[component]
fn EraseDialog(asking: RwSignal<bool>, count: RwSignal<usize>) -> impl IntoView {
    let (shell, i18n, settings) = (use_shell(), use_i18n(), use_settings());
    let close = Callback::new(move |()| asking.set(false));
    let names = works()
        .into_iter()
        .map(|work| if work.title.is_empty() { i18n.text("work-untitled") } else { work.title })
        .map(|title| view! { <li>{title}</li> })
        .collect_view();
    let export = move |_| {
        let documents = storage::texts(KEY_PREFIX).join(",\n");
        download::save_text(&format!("[\n{documents}\n]\n"), "creuset.json", "application/json");
    };
    let erase = move |_| {
        let attempts = attempt::kept();
        let ids: Vec<String> = works().into_iter().map(|work| work.id).collect();
        for id in &ids {
            storage::remove(&format!("{KEY_PREFIX}{id}"));
        }
        for attempt in attempts {
            storage::remove(&format!("{}{}", KEY_PREFIX, attempt.work));
            storage::remove(&format!("{ATTEMPTS}{}", attempt.exercise));
        }
        storage::remove(TEMPLATES);
        // The language stays: the page that says that all is gone must be readable.
        let language = settings.value.with_untracked(|settings| settings.language);
        settings.value.set(Settings { language, ..Settings::default() });
        count.set(works().len());
        close.run(());
        shell.say(Notice::polite("storage-erased"));
        spawn_local(async move {
            for id in ids {
                files::remove_work(&id).await;
            }
        });
    };
    view! {
        <Dialog id="erase-heading" title=Signal::derive(move || i18n.text("storage-erase-title")) on_close=close>
            <p>{move || i18n.text("storage-erase-text")}</p>
            <ul>{names}</ul>
            <div class="actions">
                <button type="button" class="button" on:click=export>{move || i18n.text("storage-export")}</button>
                <button type="button" class="button" on:click=move |_| close.run(())>
                    {move || i18n.text("cancel")}
                </button>
                <button type="button" class="button danger" on:click=erase>
                    {move || i18n.text("storage-erase-confirm")}
                </button>
            </div>
        </Dialog>
    }
}
