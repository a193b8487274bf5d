//! Three steps for a first visit; hidden once the person says so, shown again from here.

use leptos::prelude::*;

use crate::i18n::use_i18n;
use crate::shell::look::use_settings;
use crate::state::route::{FIRST_TOPIC, Route};

/// The guide.
#[component]
pub fn Guide() -> impl IntoView {
    let (i18n, settings) = (use_i18n(), use_settings());
    let shown = Memo::new(move |_| settings.value.with(|settings| settings.show_guide));
    let steps = || [("guide-1", "guide-1-text"), ("guide-2", "guide-2-text"), ("guide-3", "guide-3-text")];
    view! {
        <section class="section" aria-labelledby="guide-heading">
            <div class="section-head">
                <h2 id="guide-heading">{move || i18n.text("guide-heading")}</h2>
                <button
                    type="button"
                    class="button quiet"
                    aria-expanded=move || shown.get().to_string()
                    aria-controls="guide-steps"
                    on:click=move |_| settings.value.update(|settings| settings.show_guide = !settings.show_guide)
                >
                    {move || i18n.text(if shown.get() { "guide-hide" } else { "guide-show" })}
                </button>
            </div>
            <ol id="guide-steps" class="guide" hidden=move || !shown.get()>
                {steps()
                    .map(|(title, text)| {
                        view! {
                            <li>
                                <strong>{move || i18n.text(title)}</strong>
                                <span>{move || i18n.text(text)}</span>
                            </li>
                        }
                    })
                    .into_iter()
                    .collect_view()}
            </ol>
            <p hidden=move || !shown.get()>
                <a href=Route::Help { topic: FIRST_TOPIC.to_owned() }.href()>{move || i18n.text("guide-more")}</a>
            </p>
        </section>
    }
}
