//! The works of this device, last changed first: open, rename, duplicate, delete.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::Arg;

use crate::components::dialog::Dialog;
use crate::components::icon::{Glyph, Icon};
use crate::i18n::{I18n, use_i18n};
use crate::platform::{clock, download, files, storage};
use crate::room::Notice;
use crate::shell::{Shell, focus_later, use_shell};
use crate::state::format;
use crate::state::route::Route;
use crate::state::work::{KEY_PREFIX, WorkDocument, WorkSummary, new_id, recipe_file_name, summaries};

/// A question about a work.
#[derive(Debug, Clone, PartialEq)]
enum Asking {
    Rename(WorkSummary),
    Delete(WorkSummary),
}

fn read() -> Vec<WorkSummary> {
    let texts = storage::texts(KEY_PREFIX);
    summaries(texts.iter().map(String::as_str))
}

fn document_of(id: &str) -> Option<WorkDocument> {
    WorkDocument::parse(&storage::get(&format!("{KEY_PREFIX}{id}"))?).ok()
}

fn title_of(i18n: I18n, work: &WorkSummary) -> String {
    if work.title.is_empty() { i18n.text("work-untitled") } else { work.title.clone() }
}

/// The list. It is read again when the person comes back to the tab.
#[component]
pub fn Works() -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    let works = RwSignal::new(read());
    let asking = RwSignal::new(None::<Asking>);
    let returned = window_event_listener(leptos::ev::focus, move |_| works.set(read()));
    on_cleanup(move || returned.remove());
    view! {
        <section class="section" aria-labelledby="works-heading" hidden=move || works.with(Vec::is_empty)>
            <h2 id="works-heading">{move || i18n.text("works-heading")}</h2>
            <ul class="works">
                <For each=move || works.get() key=|work| (work.id.clone(), work.updated_ms as u64) let:work>
                    <WorkCard work works asking />
                </For>
            </ul>
        </section>
        {move || match asking.get()? {
            Asking::Rename(work) => Some(view! { <RenameDialog work works asking /> }.into_any()),
            Asking::Delete(work) => Some(view! { <DeleteDialog shell work works asking /> }.into_any()),
        }}
    }
}

#[component]
fn WorkCard(work: WorkSummary, works: RwSignal<Vec<WorkSummary>>, asking: RwSignal<Option<Asking>>) -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    let href = Route::Sandbox { work: work.id.clone() }.href();
    let offset = clock::offset_minutes(work.updated_ms);
    let (date, time) = (format::date(work.updated_ms, offset), format::time_of_day(work.updated_ms, offset));
    let (files, steps) = (work.files.clone(), work.steps);
    let about = move || {
        i18n.text_with(
            "work-about",
            &[("steps", Arg::from(steps)), ("date", Arg::from(date.as_str())), ("time", Arg::from(time.as_str()))],
        )
    };
    let work = StoredValue::new(work);
    let title = move || work.with_value(|work| title_of(i18n, work));
    let named = move |key: &str| i18n.text_with(key, &[("title", Arg::from(title()))]);
    let duplicate = move |_| {
        if let Some(title) = work.with_value(|work| duplicate(i18n, &work.id)) {
            works.set(read());
            shell.say(Notice::polite("work-duplicated").with("title", title));
        }
    };
    view! {
        <li class="work">
            <div class="work-text">
                <a class="work-title" href=href>{title}</a>
                <p class="hint">{about}</p>
                <p class="hint">{files.join(", ")}</p>
            </div>
            <div class="work-tools">
                <button
                    type="button"
                    class="tool"
                    aria-label=move || named("work-rename")
                    title=move || i18n.text("rename")
                    on:click=move |_| asking.set(Some(Asking::Rename(work.get_value())))
                >
                    <Icon glyph=Glyph::Pen />
                </button>
                <button
                    type="button"
                    class="tool"
                    aria-label=move || named("work-duplicate")
                    title=move || i18n.text("duplicate")
                    on:click=duplicate
                >
                    <Icon glyph=Glyph::Copy />
                </button>
                <button
                    type="button"
                    class="tool"
                    aria-label=move || named("work-delete")
                    title=move || i18n.text("delete")
                    on:click=move |_| asking.set(Some(Asking::Delete(work.get_value())))
                >
                    <Icon glyph=Glyph::Bin />
                </button>
            </div>
        </li>
    }
}

/// Copies a work and the files kept for it; gives the copy's title.
fn duplicate(i18n: I18n, id: &str) -> Option<String> {
    let mut copy = document_of(id)?;
    let from = std::mem::replace(&mut copy.id, new_id(clock::now_ms(), clock::random()));
    copy.created_ms = clock::now_ms();
    copy.updated_ms = copy.created_ms;
    let title = title_of(i18n, &copy.summary());
    copy.recipe.title = i18n.text_with("work-copy-title", &[("title", Arg::from(title))]);
    storage::set(&format!("{KEY_PREFIX}{}", copy.id), &copy.to_json()).ok()?;
    let title = copy.recipe.title.clone();
    spawn_local(async move {
        for entry in copy.recipe.files {
            if let Some(file) = files::load(&from, &entry.name).await {
                // Without room for a copy, the file is asked for when the work is opened.
                let _ = files::save(&copy.id, &entry.name, &file).await;
            }
        }
    });
    Some(title)
}

#[component]
fn RenameDialog(
    work: WorkSummary,
    works: RwSignal<Vec<WorkSummary>>,
    asking: RwSignal<Option<Asking>>,
) -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    let close = Callback::new(move |()| asking.set(None));
    let title = RwSignal::new(work.title.clone());
    let rename = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if let Some(mut document) = document_of(&work.id) {
            title.get_untracked().trim().clone_into(&mut document.recipe.title);
            if let Err(problem) = storage::set(&format!("{KEY_PREFIX}{}", work.id), &document.to_json()) {
                shell.say(Notice::assertive(problem.key()));
            }
        }
        works.set(read());
        close.run(());
    };
    view! {
        <Dialog id="rename-heading" title=Signal::derive(move || i18n.text("rename-heading")) on_close=close>
            <form on:submit=rename>
                <label class="field">
                    <span>{move || i18n.text("work-title")}</span>
                    <input
                        type="text"
                        maxlength="120"
                        autocomplete="off"
                        autofocus
                        prop:value=move || title.get()
                        on:input=move |event| title.set(event_target_value(&event))
                    />
                </label>
                <div class="actions">
                    <button type="button" class="button" on:click=move |_| close.run(())>
                        {move || i18n.text("cancel")}
                    </button>
                    <button type="submit" class="button primary">{move || i18n.text("rename")}</button>
                </div>
            </form>
        </Dialog>
    }
}

#[component]
fn DeleteDialog(
    shell: Shell,
    work: WorkSummary,
    works: RwSignal<Vec<WorkSummary>>,
    asking: RwSignal<Option<Asking>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let close = Callback::new(move |()| asking.set(None));
    let title = title_of(i18n, &work);
    let (steps, file_count) = (work.steps, work.files.len());
    let id = StoredValue::new(work.id);
    let lost = {
        let title = title.clone();
        move || {
            i18n.text_with(
                "delete-text",
                &[("title", Arg::from(title.as_str())), ("steps", Arg::from(steps)), ("files", Arg::from(file_count))],
            )
        }
    };
    let export = move |_| {
        if let Some(document) = document_of(&id.get_value()) {
            let name = recipe_file_name(&document.recipe.title);
            download::save_text(&document.recipe.to_pretty_json(), &name, "application/json");
        }
    };
    let delete = move |_| {
        let id = id.get_value();
        storage::remove(&format!("{KEY_PREFIX}{id}"));
        spawn_local(async move { files::remove_work(&id).await });
        works.set(read());
        close.run(());
        shell.say(Notice::polite("work-deleted").with("title", title.as_str()));
        focus_later("page-heading");
    };
    view! {
        <Dialog id="delete-heading" title=Signal::derive(move || i18n.text("delete-heading")) on_close=close>
            <p>{lost}</p>
            <div class="actions">
                <button type="button" class="button" on:click=export>{move || i18n.text("delete-export")}</button>
                <button type="button" class="button" on:click=move |_| close.run(())>
                    {move || i18n.text("cancel")}
                </button>
                <button type="button" class="button danger" on:click=delete>
                    {move || i18n.text("delete-confirm")}
                </button>
            </div>
        </Dialog>
    }
}
