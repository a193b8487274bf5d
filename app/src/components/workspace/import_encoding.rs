//! A word beside the encoding of a file: characters of its first lines do not read in the one that was chosen.

use leptos::prelude::*;
use protocol::source::Detection;

use super::form::FormState;
use crate::i18n::use_i18n;
use crate::state::encoding::{chosen, has_lost_characters};

/// Where the encoding stands among the parameters of an import.
pub const POINTER: &str = "/encoding";

/// Warns, and offers the encoding that was detected before the person chose another.
#[component]
pub fn EncodingNotice(
    /// The form of the import.
    form: FormState,
    /// What is detected with the choices made so far.
    detection: RwSignal<Option<Detection>>,
) -> impl IntoView {
    let i18n = use_i18n();
    // The first detection knows no choice: its encoding is the detected one.
    let detected = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        let found = detection.with(|found| found.as_ref().and_then(chosen));
        if detected.with_untracked(Option::is_none) && found.is_some() {
            detected.set(found);
        }
    });
    let is_lossy = Memo::new(move |_| detection.with(|found| found.as_ref().is_some_and(has_lost_characters)));
    let now = move || form.value(POINTER).as_str().unwrap_or_default().to_owned();
    let word = move |encoding: &str| i18n.text_or(&format!("{}-value-{encoding}", form.key("encoding")), encoding);
    view! {
        <div class="field-note" role="status">
            {move || is_lossy.get().then(|| {
                let other = detected.get().filter(|detected| *detected != now());
                view! {
                    <p class="field-error" data-severity="warning">
                        <span>{i18n.text_with("ws-import-encoding-lossy", &[("encoding", word(&now()).into())])}</span>
                    </p>
                    {other.map(|detected| {
                        let label = i18n.text_with("ws-import-encoding-take", &[("encoding", word(&detected).into())]);
                        view! {
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| form.set(POINTER, detected.as_str().into())
                            >
                                {label}
                            </button>
                        }
                    })}
                }
            })}
        </div>
    }
}
