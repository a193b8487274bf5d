//! The ways to the référentiel and to the glossary.

use leptos::prelude::*;

use crate::components::icon::{Glyph, Icon};
use crate::i18n::use_i18n;
use crate::state::route::Route;

/// Both, with a sentence on each.
#[component]
pub fn Study() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <section class="section" aria-labelledby="study-heading">
            <h2 id="study-heading">{move || i18n.text("home-study")}</h2>
            <p>{move || i18n.text("home-study-text")}</p>
            <div class="actions">
                <a class="button" href=Route::Referentiel { competence: None }.href()>
                    <Icon glyph=Glyph::Tree />
                    {move || i18n.text("home-study-referentiel")}
                </a>
                <a class="button" href=Route::Glossary { card: None }.href()>
                    <Icon glyph=Glyph::Book />
                    {move || i18n.text("home-study-glossary")}
                </a>
            </div>
        </section>
    }
}
