//! Whether the page works without a network on this device, and if not, why.

use leptos::prelude::*;

use crate::components::icon::{Glyph, Icon};
use crate::i18n::use_i18n;
use crate::shell::use_shell;
use crate::state::offline::Kept;

/// The section.
#[component]
pub fn OfflineSection() -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    let glyph = move || match shell.offline.get().kept {
        Kept::Whole => Glyph::Check,
        Kept::Making => Glyph::Open,
        Kept::Lacking(_) => Glyph::Warning,
    };
    let refused = move || {
        let refused = shell.offline.get().newer_refused;
        refused.then(|| view! { <p>{move || i18n.text("newer-refused")}</p> })
    };
    view! {
        <section aria-labelledby="offline-heading" class="section">
            <h2 id="offline-heading">{move || i18n.text("offline-heading")}</h2>
            <p>
                {move || view! { <Icon glyph=glyph() /> }}
                " "
                {move || i18n.text(shell.offline.get().kept_key())}
            </p>
            {refused}
            <p class="hint">{move || i18n.text("offline-hint")}</p>
        </section>
    }
}
