//! The recipe: its steps in order, and the one next action where there is none.

use leptos::prelude::*;

use super::context::{Overlay, use_workspace};
use super::step_drag::provide_step_drag;
use super::step_item::StepItem;
use crate::components::icon::{Glyph, Icon};
use crate::i18n::use_i18n;

/// The list of steps.
#[component]
pub fn RecipeList() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let room = workspace.room;
    provide_step_drag();
    let ids = Memo::new(move |_| {
        room.recipe.with(|recipe| recipe.steps.iter().map(|step| step.id.clone()).collect::<Vec<_>>())
    });
    view! {
        <section class="side-section" aria-labelledby="recipe-heading">
            <h2 id="recipe-heading">
                <span>{move || i18n.text("ws-recipe")}</span>
                {move || room.selection.with(|selection| selection.step.is_some()).then(|| view! {
                    <button type="button" class="tool push" on:click=move |_| room.select_step(None)>{i18n.text("ws-show-end")}</button>
                })}
                <span class="badge">
                    <span aria-hidden="true">{move || ids.with(Vec::len).to_string()}</span>
                    <span class="visually-hidden">
                        {move || i18n.text_with("ws-step-count", &[("count", ids.with(Vec::len).into())])}
                    </span>
                </span>
            </h2>
            {move || ids.with(Vec::is_empty).then(|| view! {
                <div class="empty">
                    <p>{i18n.text("ws-recipe-empty")}</p>
                    <p>{i18n.text("ws-recipe-empty-example")}</p>
                </div>
            })}
            <ol class="plain-list steps">
                <For each=move || ids.get() key=|id| id.clone() children=move |id| view! { <StepItem id /> } />
            </ol>
            <button
                type="button"
                class="button block"
                id="add-step"
                aria-disabled=move || room.read_only.get().then_some("true")
                on:click=move |_| workspace.open_palette(workspace.next_index())
            >
                <Icon glyph=Glyph::Plus />
                {move || i18n.text("ws-add-step")}
                <kbd aria-hidden="true">"Ctrl K"</kbd>
            </button>
            <button type="button" class="tool templates" on:click=move |_| workspace.open(Overlay::Templates)>
                {move || i18n.text("ws-templates-open")}
            </button>
        </section>
    }
}
