//! The form as it is printed, and the button that prints it.

use form::print::{Page, print};
use leptos::prelude::*;

use super::desk::use_desk;
use crate::state::forms::{place, told};

/// The page.
#[component]
pub fn Printed() -> impl IntoView {
    let desk = use_desk();
    let i18n = desk.i18n;
    let html = move || {
        let remarks: Vec<String> = desk.form.with(|form| {
            let worded = desk.findings.get().into_iter().map(|finding| {
                let said = i18n.diagnostic(&told(&finding, desk.kind, &i18n));
                let place = place(&finding, form, desk.kind, &i18n);
                [place, said].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
            });
            worded.collect()
        });
        let title = desk.deliverable.with_value(|one| i18n.words(&one.label));
        let page = Page { language: i18n.language().tag(), title: &title, remarks: &remarks };
        desk.read(|reading| desk.form.with(|form| print(form, reading, &page)))
    };
    view! {
        <p class="button-row">
            <button type="button" class="button primary" on:click=move |_| drop(window().print())>
                {move || i18n.text("form-print")}
            </button>
        </p>
        <div class="sheet-print" inner_html=html></div>
    }
}
