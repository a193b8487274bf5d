//! The forms among what is handed in: how each stands, and the way to it.

use leptos::prelude::*;
use pack::file::deliverables::FormDeliverable;
use protocol::Arg;

use super::pane::open_id;
use crate::attempt::Attempt;
use crate::components::workspace::{Pane, dom, use_workspace};
use crate::i18n::use_i18n;

/// The list; nothing where the exercise asks for none.
#[component]
pub fn FormList(attempt: Attempt) -> impl IntoView {
    let forms = attempt.opened.with_value(|opened| opened.pack.forms.clone());
    forms.into_iter().map(|deliverable| view! { <Line attempt deliverable /> }).collect_view()
}

#[component]
fn Line(attempt: Attempt, deliverable: FormDeliverable) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let Some(kind) = form::kind(&deliverable.kind) else { return ().into_any() };
    let (id, asked) = (deliverable.id.clone(), deliverable.id.clone());
    let rows = Memo::new(move |_| attempt.form(&asked, kind).rows.len());
    let button = open_id(&id);
    let open = move |_| {
        workspace.form.set(Some(id.clone()));
        workspace.pane.set(Pane::Table);
        dom::focus_later("form-heading".to_owned());
    };
    view! {
        <section class="contract">
            <h3>{move || i18n.text(&kind.key_of_name())} " " <span class="code">{kind.code}</span></h3>
            <p class="field-help">{move || i18n.words(&deliverable.label)}</p>
            <p class="hint">{move || i18n.text_with("form-print-rows", &[("rows", Arg::from(rows.get()))])}</p>
            <p class="hint">{move || i18n.text("form-not-scored")}</p>
            <button type="button" class="button" id=button on:click=open>{move || i18n.text("form-open")}</button>
        </section>
    }
    .into_any()
}
