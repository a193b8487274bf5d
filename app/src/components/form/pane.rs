//! A form in the place of the table: its heading, its tools, its rows, what is found.

use leptos::prelude::*;
use protocol::Arg;

use super::cards::Cards;
use super::desk::{Desk, View, use_desk};
use super::figures;
use super::findings::Findings;
use super::printed::Printed;
use super::table::Table;
use super::tools::Tools;
use super::versions::VersionsDialog;
use crate::attempt::Attempt;
use crate::components::icon::{Glyph, Icon};
use crate::components::workspace::{Pane, dom, use_workspace};
use crate::i18n::use_i18n;

/// Width of the window below which rows are cards.
const NARROW_PX: f64 = 720.0;

/// Id of the button that opens a form.
pub fn open_id(form: &str) -> String {
    format!("form-open-{form}")
}

/// The form that the workspace has open; nothing if there is none of that id.
#[component]
pub fn FormPane(attempt: Attempt, id: String) -> impl IntoView {
    let asked = attempt.opened.with_value(|opened| opened.pack.forms.iter().find(|form| form.id == id).cloned());
    let kinds = asked.and_then(|deliverable| form::kind(&deliverable.kind).map(|kind| (deliverable, kind)));
    let Some((deliverable, kind)) = kinds else { return ().into_any() };
    let figures = figures::follow(attempt, deliverable.clone(), kind);
    provide_context(Desk::open(attempt, deliverable, kind, figures, use_i18n()));
    view! { <Sheet /> }.into_any()
}

#[component]
fn Sheet() -> impl IntoView {
    let desk = use_desk();
    let i18n = desk.i18n;
    let workspace = use_workspace();
    let close = move |_| {
        let id = desk.id();
        workspace.form.set(None);
        workspace.show(Pane::Exercise);
        dom::focus_later(open_id(&id));
    };
    let width = || window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or(NARROW_PX);
    let narrow = RwSignal::new(width() < NARROW_PX);
    let resized = window_event_listener(leptos::ev::resize, move |_| {
        let is_narrow = width() < NARROW_PX;
        if narrow.get_untracked() != is_narrow {
            narrow.set(is_narrow);
        }
    });
    on_cleanup(move || resized.remove());
    let view = Memo::new(move |_| match desk.view.get() {
        View::Fitting if narrow.get() => View::Cards,
        View::Fitting => View::Table,
        chosen => chosen,
    });
    let state = move || {
        let rows = desk.form.with(|form| form.rows.len());
        let found = desk.findings.with(Vec::len);
        let rows = i18n.text_with("form-print-rows", &[("rows", Arg::from(rows))]);
        let found = i18n.text_with("form-found", &[("count", Arg::from(found))]);
        format!("{rows} {found}")
    };
    view! {
        <section class="sheet" aria-labelledby="form-heading">
            <div class="grid-title">
                <h2 id="form-heading" tabindex="-1">{move || i18n.text(&desk.kind.key_of_name())}</h2>
                <span class="detail">{state}</span>
                <span class="push">
                    <button type="button" class="tool" on:click=close>
                        <Icon glyph=Glyph::Close />
                        {move || i18n.text("form-close")}
                    </button>
                </span>
            </div>
            <Tools view />
            <div class="sheet-body" data-print=move || (view.get() == View::Print).then_some("")>
                {move || match view.get() {
                    View::Print => view! { <Printed /> }.into_any(),
                    View::Cards => view! { <p class="field-help">{i18n.text(&summary(desk))}</p> <Cards /> <Findings /> }.into_any(),
                    View::Table | View::Fitting => view! { <p class="field-help">{i18n.text(&summary(desk))}</p> <Table /> <Findings /> }.into_any(),
                }}
            </div>
            {move || desk.lists_versions.get().then(|| view! { <VersionsDialog /> })}
        </section>
    }
}

/// Key of the line that says what the form is for.
fn summary(desk: Desk) -> String {
    format!("{}-summary", desk.kind.key_of_name())
}
