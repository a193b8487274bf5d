//! What is found, as a list: each leads to its cell.

use form::Finding;
use leptos::prelude::*;

use super::desk::{Desk, use_desk};
use crate::state::forms::{Cursor, place, told};

/// The list.
#[component]
pub fn Findings() -> impl IntoView {
    let desk = use_desk();
    let i18n = desk.i18n;
    let line = move |finding: Finding, shown: &form::Form| {
        let said = i18n.diagnostic(&told(&finding, desk.kind, &i18n));
        let place = place(&finding, shown, desk.kind, &i18n);
        let to = cursor(desk, &finding, shown);
        view! {
            <li>
                {to.map(|to| view! {
                    <button type="button" class="tool" on:click=move |_| desk.go(to)>{place.clone()}</button>
                    " "
                })}
                <span>{said}</span>
            </li>
        }
    };
    view! {
        <section class="sheet-findings" aria-labelledby="form-findings">
            <h3 id="form-findings">{move || i18n.text("form-findings")}</h3>
            {move || desk.form.with(|form| {
                let found = desk.remarks.get().into_iter().chain(desk.findings.get()).collect::<Vec<_>>();
                if found.is_empty() {
                    return view! { <p class="field-help">{i18n.text("form-findings-none")}</p> }.into_any();
                }
                let lines = found.into_iter().map(|finding| line(finding, form)).collect_view();
                view! { <ul class="faults">{lines}</ul> }.into_any()
            })}
        </section>
    }
}

fn cursor(desk: Desk, finding: &Finding, form: &form::Form) -> Option<Cursor> {
    let row = form.position(finding.row.as_ref()?)?;
    let field = finding.field.and_then(|name| desk.kind.fields.iter().position(|field| field.name == name));
    Some(Cursor { row, field: field.unwrap_or(0) })
}
