//! The right pane: the form of a step, the profile of a column, the rows set aside.

use leptos::prelude::*;

use super::column_profile::ColumnTab;
use super::context::{InspectorTab, use_workspace};
use super::dom;
use super::form::StepForm;
use super::looking::{FacetsTab, HistoryTab, StepChanges};
use super::rejects::RejectsTab;
use super::step_item::sentence;
use crate::components::icon::{Glyph, Icon};
use crate::i18n::use_i18n;

const TABS: [(InspectorTab, &str, &str); 5] = [
    (InspectorTab::Step, "tab-step", "ws-tab-step"),
    (InspectorTab::Column, "tab-column", "ws-tab-column"),
    (InspectorTab::Facets, "tab-facets", "look-tab-facets"),
    (InspectorTab::History, "tab-history", "look-tab-history"),
    (InspectorTab::Rejects, "tab-rejects", "ws-tab-rejects"),
];

/// The inspector.
#[component]
pub fn Inspector() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let tab = workspace.tab;
    let keyed = move |event: web_sys::KeyboardEvent| {
        let now = TABS.iter().position(|(known, _, _)| *known == tab.get_untracked()).unwrap_or(0);
        let next = match event.key().as_str() {
            "ArrowRight" => (now + 1) % TABS.len(),
            "ArrowLeft" => (now + TABS.len() - 1) % TABS.len(),
            "Home" => 0,
            "End" => TABS.len() - 1,
            _ => return,
        };
        event.prevent_default();
        tab.set(TABS[next].0);
        dom::focus(TABS[next].1);
    };
    // What chose a tab may be elsewhere: in a narrow pane the tab itself may be out of view.
    Effect::new(move |before: Option<InspectorTab>| {
        let now = tab.get();
        if before.is_some_and(|before| before != now) {
            TABS.iter().filter(|(known, _, _)| *known == now).for_each(|(_, id, _)| dom::reveal(id));
        }
        now
    });
    view! {
        <h2 class="visually-hidden" id="inspector-heading">{move || i18n.text("ws-inspector")}</h2>
        <div class="tabs" role="tablist" aria-labelledby="inspector-heading" on:keydown=keyed>
            {TABS
                .into_iter()
                .map(|(known, id, key)| view! {
                    <button
                        type="button"
                        role="tab"
                        id=id
                        aria-selected=move || (tab.get() == known).to_string()
                        aria-controls="inspector-panel"
                        tabindex=move || if tab.get() == known { "0" } else { "-1" }
                        on:click=move |_| tab.set(known)
                    >
                        {move || i18n.text(key)}
                    </button>
                })
                .collect_view()}
        </div>
        <div
            class="pane-body"
            role="tabpanel"
            id="inspector-panel"
            tabindex="-1"
            aria-labelledby=move || TABS.iter().find(|(known, _, _)| *known == tab.get()).map(|(_, id, _)| *id)
        >
            {move || match tab.get() {
                InspectorTab::Step => view! { <StepTab /> }.into_any(),
                InspectorTab::Column => view! { <ColumnTab /> }.into_any(),
                InspectorTab::Facets => view! { <FacetsTab /> }.into_any(),
                InspectorTab::History => view! { <HistoryTab /> }.into_any(),
                InspectorTab::Rejects => view! { <RejectsTab /> }.into_any(),
            }}
        </div>
    }
}

/// The form that is open; else what the selected step is, or how to begin.
#[component]
fn StepTab() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let room = workspace.room;
    let selected = move || {
        let id = room.selection.with(|selection| selection.step.clone())?;
        room.recipe.with(|recipe| recipe.step(&id).cloned())
    };
    move || {
        workspace.opening.track();
        if let Some(draft) = workspace.draft.get() {
            let info = untrack(|| workspace.operation(&draft.step.op));
            return match info {
                Some(info) => view! { <StepForm draft info /> }.into_any(),
                None => view! { <p class="empty">{i18n.text("ws-form-unknown")}</p> }.into_any(),
            };
        }
        match selected() {
            Some(step) => {
                let id = step.id.clone();
                let help = i18n.text_or(&format!("op-{}-help", step.op), "");
                view! {
                    <div class="form">
                        <h3>{i18n.text_or(&format!("op-{}", step.op), &step.op)}</h3>
                        <p class="form-lead">{sentence(i18n, &step)}</p>
                        <p class="field-help">{help}</p>
                        <button type="button" class="button" on:click=move |_| workspace.edit(&id)>
                            {i18n.text("ws-edit-step")}
                        </button>
                        <StepChanges step />
                    </div>
                }
                .into_any()
            }
            None => view! {
                <div class="empty">
                    <p>{i18n.text("ws-step-empty")}</p>
                    <button type="button" class="button" on:click=move |_| workspace.open_palette(workspace.next_index())>
                        <Icon glyph=Glyph::Plus />
                        {i18n.text("ws-add-step")}
                    </button>
                </div>
            }
            .into_any(),
        }
    }
}
