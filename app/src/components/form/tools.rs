//! The tools above a form: rows, undo, views, versions, files.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use super::desk::{Desk, View, use_desk};
use crate::components::icon::{Glyph, Icon};
use crate::platform::download;
use crate::room::Notice;

/// The tools.
#[component]
pub fn Tools(
    /// How the form is shown now.
    view: Memo<View>,
) -> impl IntoView {
    let desk = use_desk();
    let i18n = desk.i18n;
    let travels = Memo::new(move |_| desk.attempt.form_travels(&desk.id()));
    let rows = Memo::new(move |_| desk.form.with(|form| form.rows.len()));
    let is_fixed = move || desk.is_read_only();
    let at = move || desk.cursor.get_untracked().row;
    let chosen = move |known: View| (view.get() == known).to_string();
    let file = NodeRef::<html::Input>::new();
    let read = move |_| {
        let Some(input) = file.get_untracked() else { return };
        let chosen = input.files().and_then(|files| files.get(0));
        input.set_value("");
        let Some(chosen) = chosen else { return };
        spawn_local(async move {
            let text = JsFuture::from(chosen.text()).await.ok().and_then(|text| text.as_string()).unwrap_or_default();
            import(desk, &text);
        });
    };
    let tool = move |glyph: Glyph, key: &'static str, off: Signal<bool>, act: Callback<()>| {
        view! {
            <button
                type="button"
                class="tool"
                aria-disabled=move || off.get().then_some("true")
                on:click=move |_| if !off.get_untracked() { act.run(()) }
            >
                <Icon glyph />
                {move || i18n.text(key)}
            </button>
        }
    };
    let no_row = Signal::derive(move || is_fixed() || rows.get() == 0);
    let fixed = Signal::derive(is_fixed);
    view! {
        <div class="sheet-tools" role="group" aria-label=move || i18n.text("form-tools")>
            <button
                type="button"
                class="button"
                id="form-add"
                aria-disabled=move || is_fixed().then_some("true")
                on:click=move |_| if !desk.attempt.room.read_only.get_untracked() {
                    desk.insert(rows.get_untracked());
                }
            >
                <Icon glyph=Glyph::Plus />
                {move || i18n.text("form-add")}
            </button>
            {tool(Glyph::Bin, "form-remove", no_row, Callback::new(move |()| desk.remove(at())))}
            {tool(Glyph::Up, "form-up", no_row, Callback::new(move |()| desk.shift(at(), false)))}
            {tool(Glyph::Down, "form-down", no_row, Callback::new(move |()| desk.shift(at(), true)))}
            {tool(Glyph::Undo, "form-undo", Signal::derive(move || is_fixed() || !travels.get().0), Callback::new(move |()| desk.undo()))}
            {tool(Glyph::Redo, "form-redo", Signal::derive(move || is_fixed() || !travels.get().1), Callback::new(move |()| desk.redo()))}
            <span class="sheet-views" role="group" aria-label=move || i18n.text("form-views")>
                {[(View::Table, "form-view-table"), (View::Cards, "form-view-cards"), (View::Print, "form-view-print")]
                    .into_iter()
                    .map(|(known, key)| view! {
                        <button type="button" class="tool" aria-pressed=move || chosen(known) on:click=move |_| desk.view.set(known)>
                            {move || i18n.text(key)}
                        </button>
                    })
                    .collect_view()}
            </span>
            <button type="button" class="tool" on:click=move |_| desk.lists_versions.set(true)>{move || i18n.text("form-versions")}</button>
            {tool(Glyph::Open, "form-import", fixed, Callback::new(move |()| if let Some(input) = file.get_untracked() { input.click() }))}
            <button type="button" class="tool" on:click=move |_| export(desk)>
                <Icon glyph=Glyph::Export />
                {move || i18n.text("form-export")}
            </button>
            <input
                node_ref=file
                type="file"
                hidden
                accept=".csv,.tsv,.txt,text/csv"
                aria-label=move || i18n.text("form-import")
                on:change=read
            />
        </div>
    }
}

/// Puts the rows of a file in the place of those that stand.
fn import(desk: Desk, text: &str) {
    let form = desk.form.get_untracked();
    match untrack(|| desk.read(|reading| form::sheet::import(&form, reading, text))) {
        Ok((made, placed)) => {
            if desk.attempt.replace_form(&desk.id(), desk.kind, "edit-form-import", made) {
                desk.say_placed("form-said-imported", placed);
            }
        }
        Err(refusal) => {
            let said = untrack(|| desk.i18n.diagnostic(&refusal));
            desk.attempt.room.say(Notice::assertive("form-said").with("sentence", said));
        }
    }
}

fn export(desk: Desk) {
    let text = untrack(|| desk.read(|reading| desk.form.with(|form| form::sheet::export(form, reading))));
    let name = format!("{}.csv", desk.id());
    download::save_text(&format!("\u{feff}{text}"), &name, "text/csv");
    desk.attempt.room.say(Notice::polite("ws-exported").with("name", name));
}
