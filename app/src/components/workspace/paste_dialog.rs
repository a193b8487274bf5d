//! Text pasted as a file: a table from a web page, a few lines of CSV, rows of a spreadsheet. It becomes an
//! attached file and goes on like any other, through the import dialog.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::js_sys::{Array, Reflect};
use web_sys::{DataTransfer, File};

use super::context::{Overlay, Workspace, use_workspace};
use super::dom;
use super::modal::Modal;
use super::sources::listed;
use crate::i18n::use_i18n;
use crate::state::pasted::file_name;

/// Takes what is pasted where no field takes it: files go to the import dialog, rows of text to this one.
pub fn listen(workspace: Workspace) {
    let handle = window_event_listener(leptos::ev::paste, move |event| {
        let is_busy = workspace.overlay.with_untracked(Option::is_some) || workspace.room.read_only.get_untracked();
        if is_busy || dom::is_writing(&event) {
            return;
        }
        let data = Reflect::get(&event, &"clipboardData".into()).ok();
        let Some(data) = data.and_then(|data| data.dyn_into::<DataTransfer>().ok()) else { return };
        let files = listed(data.files());
        let text = data.get_data("text/plain").unwrap_or_default();
        if !files.is_empty() {
            event.prevent_default();
            workspace.take_files(files);
        } else if text.trim().contains(['\n', '\t']) {
            event.prevent_default();
            workspace.open(Overlay::Paste(text));
        }
    });
    on_cleanup(move || handle.remove());
}

/// The dialog.
#[component]
pub fn PasteDialog(
    /// What is in it to begin with.
    text: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let text = RwSignal::new(text);
    let name = RwSignal::new(untrack(|| i18n.text("ws-paste-stem")));
    let attempted = RwSignal::new(false);
    let is_missing = move || text.with(|text| text.trim().is_empty());
    let take = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        attempted.set(true);
        if untrack(is_missing) {
            dom::focus("paste-text");
            return;
        }
        let text = text.get_untracked();
        let stem = Some(name.get_untracked()).filter(|name| !name.trim().is_empty());
        let stem = stem.unwrap_or_else(|| untrack(|| i18n.text("ws-paste-stem")));
        if let Ok(file) = File::new_with_str_sequence(&Array::of1(&text.as_str().into()), &file_name(&stem, &text)) {
            workspace.leave_overlay();
            workspace.take_files(vec![file]);
        }
    };
    view! {
        <Modal
            id="paste-heading"
            focus="paste-text"
            title=Signal::derive(move || i18n.text("ws-paste-title"))
            on_close=move |()| workspace.close()
        >
            <form class="dialog-form" novalidate on:submit=take>
                <div class="dialog-body">
                    <div class="form">
                        <div class="field">
                            <label for="paste-text">{move || i18n.text("ws-paste-text")}</label>
                            <textarea
                                class="input data"
                                id="paste-text"
                                rows="10"
                                spellcheck="false"
                                aria-describedby="paste-help paste-problem"
                                aria-invalid=move || (attempted.get() && is_missing()).then_some("true")
                                prop:value=move || text.get()
                                on:input=move |event| text.set(dom::value_of(&event))
                            ></textarea>
                            <span class="field-help" id="paste-help">{move || i18n.text("ws-paste-help")}</span>
                            <div id="paste-problem" aria-live="polite">
                                {move || (attempted.get() && is_missing()).then(|| view! {
                                    <p class="field-error"><span>{i18n.text("ws-paste-missing")}</span></p>
                                })}
                            </div>
                        </div>
                        <div class="field">
                            <label for="paste-name">{move || i18n.text("ws-paste-name")}</label>
                            <input
                                class="input"
                                id="paste-name"
                                type="text"
                                autocomplete="off"
                                spellcheck="false"
                                maxlength="80"
                                prop:value=move || name.get()
                                on:input=move |event| name.set(dom::value_of(&event))
                            />
                        </div>
                    </div>
                </div>
                <div class="dialog-foot">
                    <button type="button" class="button" on:click=move |_| workspace.close()>{move || i18n.text("ws-cancel")}</button>
                    <button type="submit" class="button primary">{move || i18n.text("ws-paste-apply")}</button>
                </div>
            </form>
        </Modal>
    }
}
