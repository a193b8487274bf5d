//! The versions of a form: listed, kept, brought back.

use form::{Version, Why};
use leptos::prelude::*;
use protocol::Arg;

use super::desk::use_desk;
use crate::components::workspace::Modal;
use crate::room::Notice;

/// Characters of a hash that are shown.
const SHOWN_HASH: usize = 12;

/// The dialog.
#[component]
pub fn VersionsDialog() -> impl IntoView {
    let desk = use_desk();
    let i18n = desk.i18n;
    let close = Callback::new(move |()| {
        desk.lists_versions.set(false);
        desk.go(desk.cursor.get_untracked());
    });
    let keep = move |_| {
        let kept = desk.attempt.keep_form(&desk.id(), desk.kind);
        desk.attempt.room.say(Notice::polite(if kept { "form-said-kept" } else { "form-said-kept-already" }));
    };
    let restore = move |number: u32| {
        let version = desk.kept().versions.get(number).cloned();
        if let Some(version) = version {
            desk.attempt.replace_form(&desk.id(), desk.kind, "edit-form-restore", version.form);
            desk.attempt.room.say(Notice::polite("form-said-restored").with("number", u64::from(number)));
            close.run(());
        }
    };
    let line = move |version: Version| {
        let number = version.number;
        let why = match version.why {
            Why::Asked => "form-why-asked",
            Why::Time => "form-why-time",
            Why::Replaced => "form-why-replaced",
        };
        let rows = [("rows", Arg::from(version.form.rows.len()))];
        let hash: String = version.hash.chars().take(SHOWN_HASH).collect();
        let named = [("number", Arg::from(u64::from(number)))];
        view! {
            <tr>
                <th scope="row">{i18n.number(f64::from(number))}</th>
                <td>{version.at.replace('T', " ").replace('Z', "")}</td>
                <td>{i18n.text(why)}</td>
                <td>{i18n.text_with("form-print-rows", &rows)}</td>
                <td class="hash">{hash}</td>
                <td>
                    <button
                        type="button"
                        class="button"
                        aria-disabled=move || desk.is_read_only().then_some("true")
                        aria-label=i18n.text_with("form-restore-number", &named)
                        on:click=move |_| untrack(|| restore(number))
                    >
                        {i18n.text("form-restore")}
                    </button>
                </td>
            </tr>
        }
    };
    view! {
        <Modal id="form-versions-heading" title=Signal::derive(move || i18n.text("form-versions")) on_close=close>
            <div class="dialog-body">
                <p class="field-help">{move || i18n.text("form-versions-help")}</p>
                {move || {
                    let versions = desk.kept().versions;
                    if versions.all().is_empty() {
                        return view! { <p class="empty">{i18n.text("form-versions-none")}</p> }.into_any();
                    }
                    view! {
                        <div class="small-table-scroll" tabindex="0" role="group" aria-label=i18n.text("form-versions")>
                            <table class="small-table">
                                <caption>{i18n.text("form-versions")}</caption>
                                <thead>
                                    <tr>
                                        {["form-version-number", "form-version-at", "form-version-why", "form-version-rows", "form-version-hash", "form-restore"]
                                            .into_iter()
                                            .map(|key| view! { <th scope="col">{i18n.text(key)}</th> })
                                            .collect_view()}
                                    </tr>
                                </thead>
                                <tbody>{versions.all().iter().rev().cloned().map(line).collect_view()}</tbody>
                            </table>
                        </div>
                    }
                    .into_any()
                }}
            </div>
            <div class="dialog-foot">
                <button type="button" class="button primary" aria-disabled=move || desk.is_read_only().then_some("true") on:click=keep>
                    {move || i18n.text("form-keep")}
                </button>
            </div>
        </Modal>
    }
}
