//! The three panes, what lies over them, and where files may be dropped.

use leptos::prelude::*;
use web_sys::DragEvent;

use super::context::{Overlay, Pane, provide_workspace};
use super::export_dialog::ExportDialog;
use super::first_steps::FirstSteps;
use super::import_dialog::ImportDialog;
use super::inspector::Inspector;
use super::palette::Palette;
use super::paste_dialog::{self, PasteDialog};
use super::recipe_file::RecipeFile;
use super::recipe_list::RecipeList;
use super::separator::{Grows, Separator};
use super::shortcuts;
use super::shortcuts_dialog::ShortcutsDialog;
use super::sources::{Sources, listed};
use super::sql_drawer::SqlDrawer;
use super::table_list::TableList;
use super::table_pane::TablePane;
use super::templates_dialog::TemplatesDialog;
use crate::attempt::use_attempt;
use crate::components::exercise::ExercisePane;
use crate::components::form::FormPane;
use crate::i18n::use_i18n;

const PANES: [(Pane, &str); 4] = [
    (Pane::Exercise, "ws-pane-exercise"),
    (Pane::Recipe, "ws-pane-recipe"),
    (Pane::Table, "ws-pane-table"),
    (Pane::Inspector, "ws-inspector"),
];

/// The workspace of the room of the context.
#[component]
pub fn WorkspaceLayout() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = provide_workspace();
    let room = workspace.room;
    shortcuts::listen(workspace);
    paste_dialog::listen(workspace);
    let incoming = room.take_incoming();
    if !incoming.is_empty() {
        workspace.take_files(incoming);
    }
    Effect::new(move |_| {
        if workspace.overlay.get().is_none() && workspace.waiting.with(|waiting| !waiting.is_empty()) {
            workspace.show_next_import();
        }
    });
    let (left, right) = (workspace.sizes.left, workspace.sizes.right);
    let hovered = RwSignal::new(false);
    let pane = workspace.pane;
    let attempt = use_attempt().is_some();
    let side = move || if workspace.side.get() == Pane::Exercise { "exercise" } else { "recipe" };
    let shown = move |known: Pane| (pane.get() == known).then_some("");
    let carries_files =
        |event: &DragEvent| event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0));
    view! {
        <div
            class="workspace"
            style:--left-width=move || format!("{}px", left.pixels.get())
            style:--right-width=move || format!("{}px", right.pixels.get())
            on:dragover=move |event| {
                if carries_files(&event) {
                    event.prevent_default();
                    hovered.set(true);
                }
            }
            on:dragleave=move |event| if event.related_target().is_none() { hovered.set(false) }
            on:drop=move |event| {
                if carries_files(&event) {
                    event.prevent_default();
                    hovered.set(false);
                    workspace.take_files(listed(event.data_transfer().and_then(|data| data.files())));
                }
            }
        >
            <nav class="pane-switch" aria-label=move || i18n.text("ws-panes")>
                {PANES
                    .into_iter()
                    .filter(|(known, _)| attempt || *known != Pane::Exercise)
                    .map(|(known, key)| view! {
                        <button
                            type="button"
                            class="tool"
                            aria-pressed=move || (pane.get() == known).to_string()
                            on:click=move |_| workspace.show(known)
                        >
                            {move || i18n.text(key)}
                        </button>
                    })
                    .collect_view()}
            </nav>
            <div class="left-column" data-side=move || attempt.then(side)>
            {attempt.then(|| view! {
                <nav class="left-switch" aria-label=move || i18n.text("ws-left-panes")>
                    {PANES[..2]
                        .iter()
                        .map(|(known, key)| view! {
                            <button
                                type="button"
                                class="tool"
                                aria-pressed=move || (workspace.side.get() == *known).to_string()
                                on:click=move |_| workspace.show(*known)
                            >
                                {move || i18n.text(key)}
                            </button>
                        })
                        .collect_view()}
                </nav>
                <section
                    class="pane pane-exercise"
                    id="pane-exercise"
                    tabindex="-1"
                    aria-label=move || i18n.text("ws-pane-exercise")
                    data-shown=move || shown(Pane::Exercise)
                >
                    <ExercisePane />
                </section>
            })}
            <section
                class="pane pane-left"
                id="pane-recipe"
                tabindex="-1"
                aria-label=move || i18n.text("ws-pane-recipe")
                data-shown=move || shown(Pane::Recipe)
            >
                <h2 class="visually-hidden">{move || i18n.text("ws-pane-recipe")}</h2>
                <div class="pane-body">
                    <FirstSteps />
                    <Sources />
                    <RecipeList />
                    <TableList />
                </div>
            </section>
            </div>
            <Separator size=left grows=Grows::Right label=Signal::derive(move || i18n.text("ws-resize-left")) controls="pane-recipe" />
            <section
                class="pane pane-centre"
                id="pane-table"
                tabindex="-1"
                aria-label=move || i18n.text("ws-pane-table")
                data-shown=move || shown(Pane::Table)
            >
                <div class="centre-table" hidden=move || workspace.form.with(Option::is_some)>
                    <TablePane />
                    <SqlDrawer />
                </div>
                {move || use_attempt().zip(workspace.form.get()).map(|(attempt, id)| view! { <FormPane attempt id /> })}
            </section>
            <Separator size=right grows=Grows::Left label=Signal::derive(move || i18n.text("ws-resize-right")) controls="pane-inspector" />
            <section
                class="pane pane-right"
                id="pane-inspector"
                tabindex="-1"
                aria-label=move || i18n.text("ws-inspector")
                data-shown=move || shown(Pane::Inspector)
            >
                <Inspector />
            </section>
            <RecipeFile />
            // Keyed: a dialog that follows another is a new one, which asks for the focus itself.
            <For
                each=move || workspace.overlay.get()
                key=Overlay::clone
                children=|overlay| match overlay {
                    Overlay::Palette(index) => view! { <Palette index /> }.into_any(),
                    Overlay::Import(name) => view! { <ImportDialog name /> }.into_any(),
                    Overlay::Paste(text) => view! { <PasteDialog text /> }.into_any(),
                    Overlay::Templates => view! { <TemplatesDialog /> }.into_any(),
                    Overlay::Export => view! { <ExportDialog /> }.into_any(),
                    Overlay::Shortcuts => view! { <ShortcutsDialog /> }.into_any(),
                }
            />
            {move || hovered.get().then(|| view! { <div class="drop-veil">{i18n.text("ws-drop")}</div> })}
        </div>
    }
}
