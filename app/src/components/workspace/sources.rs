//! Files of the work: where each stands (attached, kept in the browser, missing), and how to add one.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::source::attached_name;
use web_sys::{File, FileList};

use super::context::{Overlay, use_workspace};
use super::made_files::MadeFiles;
use crate::components::icon::{Glyph, Icon};
use crate::i18n::use_i18n;
use crate::room::FileState;

/// The list of files, with the button that adds one.
#[component]
pub fn Sources() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let room = workspace.room;
    let input = NodeRef::<html::Input>::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    view! {
        <section class="side-section" aria-labelledby="sources-heading">
            <h2 id="sources-heading">
                {move || i18n.text("ws-sources")}
                {(!room.is_exercise()).then(|| view! {
                <button
                    type="button"
                    class="tool push"
                    id="add-file"
                    aria-disabled=move || room.read_only.get().then_some("true")
                    on:click=choose
                >
                    <Icon glyph=Glyph::Plus />
                    {move || i18n.text("ws-add-file")}
                </button>
                <button
                    type="button"
                    class="tool"
                    aria-disabled=move || room.read_only.get().then_some("true")
                    on:click=move |_| if !room.read_only.get_untracked() { workspace.open(Overlay::Paste(String::new())) }
                >
                    {move || i18n.text("ws-paste")}
                </button>
                })}
            </h2>
            <input
                node_ref=input
                type="file"
                hidden
                multiple
                aria-label=move || i18n.text("ws-add-file")
                on:change=move |_| {
                    if let Some(input) = input.get_untracked() {
                        workspace.take_files(listed(input.files()));
                        // The same file may be chosen again after it was refused.
                        input.set_value("");
                    }
                }
            />
            <MadeFiles />
            <ul class="plain-list">
                <For
                    each=move || room.files.get()
                    key=|file| (file.entry.name.clone(), file.attached, file.kept, file.problem.is_some(), file.unkept_reason)
                    children=move |file| view! { <SourceItem file /> }
                />
            </ul>
            {move || (!room.is_exercise() && room.files.with(Vec::is_empty)).then(|| view! {
                <div class="empty"><p>{i18n.text("ws-sources-empty")}</p></div>
            })}
            <div role="alert">
                {move || workspace.refused.get().map(|(name, reason)| view! {
                    <p class="field-error">
                        <span>{i18n.text_with("ws-file-refused", &[("name", name.into()), ("reason", i18n.diagnostic(&reason).into())])}</span>
                    </p>
                })}
            </div>
        </section>
    }
}

#[component]
fn SourceItem(file: FileState) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let room = workspace.room;
    let name = StoredValue::new(file.entry.name.clone());
    let state = match (&file.problem, file.attached, file.kept) {
        (Some(_), false, _) => ("missing", "ws-file-missing"),
        (Some(_), true, _) => ("problem", "ws-file-changed"),
        (None, true, true) => ("kept", "ws-file-kept"),
        (None, true, false) => ("attached", "ws-file-attached"),
        (None, false, true) => ("waiting", "ws-file-waiting"),
        (None, false, false) => ("missing", "ws-file-missing"),
    };
    let (problem, unkept) = (file.problem.clone(), file.unkept_reason.filter(|_| !file.kept));
    let bytes = file.entry.bytes;
    let changed = state.0 == "problem";
    let missing = state.0 == "missing";
    let input = NodeRef::<html::Input>::new();
    let is_used = move || {
        room.recipe.with(|recipe| {
            name.with_value(|name| {
                recipe
                    .steps
                    .iter()
                    .any(|step| step.params.values().any(|value| value.as_str().map(attached_name) == Some(name)))
            })
        })
    };
    let reattach = move |_| {
        let Some(chosen) = input.get_untracked() else { return };
        let file = listed(chosen.files()).into_iter().next();
        chosen.set_value("");
        if let Some(file) = file {
            spawn_local(async move {
                if let Err(reason) = room.reattach(&name.get_value(), file).await {
                    workspace.refused.set(Some((name.get_value(), reason)));
                }
            });
        }
    };
    view! {
        <li class="source-item">
            <span class="grow">
                <span class="source-name" title=file.entry.name.clone()>{file.entry.name.clone()}</span>
                <span class="source-state" data-state=state.0>
                    {move || i18n.bytes(bytes)} " · " {move || i18n.text(state.1)}
                    {unkept.map(|reason| view! { " · " {move || i18n.text(reason)} })}
                </span>
                {problem.map(|problem| view! {
                    <span class="field-error" data-severity="warning"><span>{move || i18n.diagnostic(&problem)}</span></span>
                })}
            </span>
            {missing.then(|| view! {
                <input
                    node_ref=input
                    type="file"
                    hidden
                    aria-label=move || i18n.text_with("ws-file-reattach", &[("name", name.get_value().into())])
                    on:change=reattach
                />
                <button
                    type="button"
                    class="button"
                    aria-label=move || i18n.text_with("ws-file-reattach", &[("name", name.get_value().into())])
                    on:click=move |_| if let Some(input) = input.get_untracked() { input.click() }
                >
                    {move || i18n.text("ws-file-reattach-short")}
                </button>
            })}
            {changed.then(|| view! {
                <button
                    type="button"
                    class="button"
                    aria-label=move || i18n.text_with("ws-file-accept", &[("name", name.get_value().into())])
                    on:click=move |_| room.accept_file(&name.get_value())
                >
                    {move || i18n.text("ws-file-accept-short")}
                </button>
            })}
            {move || (!is_used() && !missing && !room.read_only.get()).then(|| view! {
                <button
                    type="button"
                    class="tool"
                    aria-label=i18n.text_with("ws-file-import", &[("name", name.get_value().into())])
                    title=i18n.text_with("ws-file-import", &[("name", name.get_value().into())])
                    on:click=move |_| workspace.open(Overlay::Import(name.get_value()))
                >
                    <Icon glyph=Glyph::Open />
                </button>
            })}
            {move || (!is_used() && !room.read_only.get()).then(|| view! {
                <button
                    type="button"
                    class="tool"
                    aria-label=i18n.text_with("ws-file-forget", &[("name", name.get_value().into())])
                    on:click=move |_| room.forget_file(&name.get_value())
                >
                    <Icon glyph=Glyph::Close />
                </button>
            })}
        </li>
    }
}

/// The files of a list that the browser gives.
pub fn listed(files: Option<FileList>) -> Vec<File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|index| files.get(index)).collect()
}
