//! Who decides the level of a criterion.

use leptos::prelude::*;
use pack::referentiel::Status;

use crate::components::icon::{Glyph, Icon};
use crate::i18n::use_i18n;

/// Who decides, as a sign and a word.
#[component]
pub fn StatusBadge(
    /// Who.
    status: Status,
) -> impl IntoView {
    let i18n = use_i18n();
    let glyphs: &[Glyph] = match status {
        Status::Auto => &[Glyph::Gauge],
        Status::AutoJury => &[Glyph::Gauge, Glyph::Person],
        Status::Jury => &[Glyph::Person],
    };
    view! {
        <span class="chip" data-kind=status.id()>
            {glyphs.iter().map(|glyph| view! { <Icon glyph=*glyph /> }).collect_view()}
            {move || i18n.text(&format!("ref-status-{}", status.id()))}
        </span>
    }
}
