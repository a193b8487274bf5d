//! The files of the exercise: how far they are, each to be read in or saved.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::score::MadeFile;

use super::context::{Overlay, use_workspace};
use crate::components::icon::{Glyph, Icon};
use crate::i18n::use_i18n;
use crate::platform::download;
use crate::room::Making;

/// The list; nothing in a work of one's own.
#[component]
pub fn MadeFiles() -> impl IntoView {
    let i18n = use_i18n();
    let room = use_workspace().room;
    move || match room.making.get() {
        Making::Nothing => ().into_any(),
        Making::Working => view! {
            <p class="field-help">{i18n.text("exercise-making")}</p>
            <button type="button" class="button" on:click=move |_| room.cancel()>{i18n.text("ws-cancel-work")}</button>
        }
        .into_any(),
        Making::Failed(reason) => view! {
            <div role="alert">
                <p class="field-error"><span>{i18n.text("exercise-not-made")} " " {i18n.diagnostic(&reason)}</span></p>
            </div>
            <button type="button" class="button" on:click=move |_| room.make_again()>
                {i18n.text("exercise-make-again")}
            </button>
        }
        .into_any(),
        Making::Made(files) => view! {
            <ul class="plain-list made-files">
                {files.into_iter().map(|file| view! { <MadeItem file /> }).collect_view()}
            </ul>
        }
        .into_any(),
    }
}

#[component]
fn MadeItem(file: MadeFile) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let room = workspace.room;
    let MadeFile { name, bytes, records, .. } = file;
    let name = StoredValue::new(name);
    let named = move |key: &str| i18n.text_with(key, &[("name", name.get_value().into())]);
    let save = move |_| {
        spawn_local(async move {
            let name = name.get_value();
            match room.made_file(&name).await {
                Ok(blob) => drop(download::save(&blob, &name)),
                Err(reason) => workspace.refused.set(Some((name, reason))),
            }
        });
    };
    view! {
        <li class="source-item">
            <span class="grow">
                <span class="source-name">{name.get_value()}</span>
                <span class="source-state">
                    {move || i18n.bytes(bytes)} " · " {move || i18n.text_with("exercise-records", &[("count", records.into())])}
                </span>
            </span>
            <button
                type="button"
                class="button"
                aria-label=move || named("ws-file-import")
                aria-disabled=move || room.read_only.get().then_some("true")
                on:click=move |_| {
                    if !room.read_only.get_untracked() {
                        workspace.open(Overlay::Import(name.get_value()));
                    }
                }
            >
                {move || i18n.text("exercise-import")}
            </button>
            <button
                type="button"
                class="tool"
                aria-label=move || named("exercise-save-file")
                title=move || named("exercise-save-file")
                on:click=save
            >
                <Icon glyph=Glyph::Export />
            </button>
        </li>
    }
}
