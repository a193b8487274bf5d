//! A file that is on its way, or that did not come: said in words, with the reason and the way out.

use leptos::prelude::*;

use crate::components::icon::{Glyph, Icon};
use crate::i18n::use_i18n;
use crate::state::reading::Lack;

/// Said while a file is on its way.
#[component]
pub fn Coming() -> impl IntoView {
    let i18n = use_i18n();
    view! { <p class="hint coming" role="status">{move || i18n.text("file-coming")}</p> }
}

/// Why a file is not here, and a button to try again.
#[component]
pub fn Lacking(
    /// The reason.
    lack: Lack,
    /// Tries again.
    #[prop(into)]
    on_retry: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let lack = StoredValue::new(lack);
    let said = move || lack.with_value(|lack| i18n.text_with(lack.key(), &lack.args()));
    // One mistake is enough to find the file; the author has a command that tells all.
    let detail = move || {
        lack.with_value(|lack| match lack {
            Lack::Faulty { faults, .. } => faults.first().map(|fault| i18n.diagnostic(&fault.diagnostic)),
            Lack::Unreachable { .. } | Lack::Refused { .. } => None,
        })
    };
    view! {
        <div class="lacking" role="alert">
            <p class="problem">{said}</p>
            {move || detail().map(|detail| view! { <p class="hint">{detail}</p> })}
            <button type="button" class="button" on:click=move |_| on_retry.run(())>
                <Icon glyph=Glyph::Redo />
                {move || i18n.text("file-try-again")}
            </button>
        </div>
    }
}
