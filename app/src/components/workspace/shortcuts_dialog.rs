//! The list of shortcuts, from the same table that the keys are read by.

use leptos::prelude::*;

use super::context::use_workspace;
use super::modal::Modal;
use crate::i18n::use_i18n;
use crate::state::keys::{SHORTCUTS, written};

/// Keys inside the grid: label keys, and the chords as they are printed or the keys of their words.
const GRID_KEYS: [(&str, &str); 10] = [
    ("ws-keys-arrows", "← → ↑ ↓"),
    ("ws-keys-home-end", "ws-chord-home-end"),
    ("ws-keys-corners", "ws-chord-corners"),
    ("ws-keys-pages", "ws-chord-pages"),
    ("ws-keys-card", "F2"),
    ("ws-keys-menu", "ws-chord-menu"),
    ("ws-keys-find", "Ctrl+F"),
    ("ws-keys-select", "ws-chord-select"),
    ("ws-keys-copy", "Ctrl+C"),
    ("ws-keys-widen", "ws-chord-widen"),
];

/// The dialog.
#[component]
pub fn ShortcutsDialog() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let lines = move || {
        SHORTCUTS
            .iter()
            .map(|shortcut| {
                let shift = i18n.text("ws-key-shift");
                let chord =
                    written(&shortcut.chord, "Ctrl", &shift, |key| (key == "Enter").then(|| i18n.text("ws-key-enter")));
                view! { <dt><kbd>{chord}</kbd></dt><dd>{i18n.text(shortcut.label)}</dd> }
            })
            .collect_view()
    };
    let grid_lines = move || {
        GRID_KEYS
            .into_iter()
            .map(|(key, chord)| view! { <dt><kbd>{i18n.text_or(chord, chord)}</kbd></dt><dd>{i18n.text(key)}</dd> })
            .collect_view()
    };
    view! {
        <Modal
            id="shortcuts-heading"
            title=Signal::derive(move || i18n.text("ws-shortcuts"))
            on_close=move |()| workspace.close()
        >
            <div class="dialog-body" tabindex="0" role="group" aria-labelledby="shortcuts-heading">
                <dl class="shortcut-list">{lines}</dl>
                <h3>{move || i18n.text("ws-shortcuts-grid")}</h3>
                <dl class="shortcut-list">{grid_lines}</dl>
                <p class="field-help">{move || i18n.text("ws-shortcuts-single")}</p>
            </div>
        </Modal>
    }
}
