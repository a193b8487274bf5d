//! Templates of steps: some steps of this recipe kept under a name, those that are kept put in here.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::context::{Workspace, use_workspace};
use super::dom;
use super::modal::Modal;
use super::step_item::sentence;
use crate::i18n::use_i18n;
use crate::platform::storage;
use crate::room::Notice;
use crate::state::tables;
use crate::state::templates::{KEY, Template, parse, to_json};

fn stored() -> Vec<Template> {
    storage::get(KEY).map(|text| parse(&text)).unwrap_or_default()
}

/// The dialog.
#[component]
pub fn TemplatesDialog() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let kept = RwSignal::new(stored());
    let problem = RwSignal::new(None::<&'static str>);
    let keep = Callback::new(move |templates: Vec<Template>| match storage::set(KEY, &to_json(&templates)) {
        Ok(()) => {
            problem.set(None);
            kept.set(templates);
        }
        Err(reason) => problem.set(Some(reason.key())),
    });
    view! {
        <Modal
            id="templates-heading"
            title=Signal::derive(move || i18n.text("ws-templates"))
            on_close=move |()| workspace.close()
        >
            <div class="dialog-body">
                <p class="form-lead">{move || i18n.text("ws-templates-lead")}</p>
                <Kept kept keep />
                <Keeping kept keep />
                <div role="alert">
                    {move || problem.get().map(|key| view! { <p class="field-error"><span>{i18n.text(key)}</span></p> })}
                </div>
            </div>
        </Modal>
    }
}

/// The templates there are.
#[component]
fn Kept(kept: RwSignal<Vec<Template>>, keep: Callback<Vec<Template>>) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let removed = RwSignal::new(None::<Template>);
    let item = move |(index, template): (usize, Template)| {
        let name = template.name.clone();
        let (count, named) = (template.steps.len(), StoredValue::new(template.name.clone()));
        let insert = move |_| insert(workspace, &template);
        view! {
            <li class="template">
                <span class="grow">
                    <span class="source-name">{name}</span>
                    <span class="source-state">{move || i18n.text_with("ws-step-count", &[("count", count.into())])}</span>
                </span>
                <button
                    type="button"
                    class="button"
                    aria-label=move || i18n.text_with("ws-template-insert", &[("name", named.get_value().into())])
                    aria-disabled=move || workspace.room.read_only.get().then_some("true")
                    on:click=insert
                >
                    {move || i18n.text("ws-template-insert-short")}
                </button>
                <button
                    type="button"
                    class="button"
                    aria-label=move || i18n.text_with("ws-template-remove", &[("name", named.get_value().into())])
                    on:click=move |_| {
                        let mut templates = kept.get_untracked();
                        if index < templates.len() {
                            removed.set(Some(templates.remove(index)));
                            keep.run(templates);
                            dom::focus_later("template-restore".to_owned());
                        }
                    }
                >
                    {move || i18n.text("delete")}
                </button>
            </li>
        }
    };
    let restore = move |template: Template| {
        let mut templates = kept.get_untracked();
        templates.push(template);
        keep.run(templates);
        removed.set(None);
        dom::focus_later("templates-heading".to_owned());
    };
    view! {
        <section class="form" aria-labelledby="templates-kept">
            <h3 id="templates-kept">{move || i18n.text("ws-templates-kept")}</h3>
            <ul class="plain-list">{move || kept.get().into_iter().enumerate().map(item).collect_view()}</ul>
            {move || kept.with(Vec::is_empty).then(|| view! { <p class="empty">{i18n.text("ws-templates-none")}</p> })}
            <div role="status">
                {move || removed.get().map(|template| {
                    let said = i18n.text_with("ws-template-removed", &[("name", template.name.as_str().into())]);
                    view! {
                        <p class="field-help">{said}</p>
                        <button type="button" class="button" id="template-restore" on:click=move |_| restore(template.clone())>
                            {i18n.text("ws-template-restore")}
                        </button>
                    }
                })}
            </div>
        </section>
    }
}

/// Steps of this recipe to keep.
#[component]
fn Keeping(kept: RwSignal<Vec<Template>>, keep: Callback<Vec<Template>>) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let recipe = workspace.room.recipe_now();
    let chosen = RwSignal::new(BTreeSet::<usize>::new());
    let name = RwSignal::new(String::new());
    let attempted = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let lacks_name = move || name.with(|name| name.trim().is_empty());
    let lacks_steps = move || chosen.with(BTreeSet::is_empty);
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        attempted.set(true);
        if untrack(lacks_steps) || untrack(lacks_name) {
            dom::focus(if untrack(lacks_steps) { "template-steps" } else { "template-name" });
            return;
        }
        let places: Vec<usize> = chosen.get_untracked().into_iter().collect();
        let template = Template::of(&name.get_untracked(), &workspace.room.recipe_now(), &places);
        let mut templates = kept.get_untracked();
        templates.retain(|known| known.name != template.name);
        said.set(untrack(|| i18n.text_with("ws-template-kept", &[("name", template.name.as_str().into())])));
        templates.push(template);
        keep.run(templates);
        attempted.set(false);
        name.set(String::new());
        chosen.set(BTreeSet::new());
    };
    let step = move |(index, step): (usize, protocol::Step)| {
        view! {
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || chosen.with(|chosen| chosen.contains(&index))
                    on:change=move |_| chosen.update(|chosen| {
                        if !chosen.remove(&index) {
                            chosen.insert(index);
                        }
                    })
                />
                <span>{move || format!("{}. {}", index + 1, sentence(i18n, &step))}</span>
            </label>
        }
    };
    if recipe.steps.is_empty() {
        return view! { <p class="empty">{move || i18n.text("ws-templates-no-steps")}</p> }.into_any();
    }
    let steps = recipe.steps.into_iter().enumerate().map(step).collect_view();
    view! {
        <form class="form" novalidate aria-labelledby="templates-keep" on:submit=save>
            <h3 id="templates-keep">{move || i18n.text("ws-templates-keep")}</h3>
            <fieldset class="field" id="template-steps" tabindex="-1" aria-describedby="template-steps-problem">
                <legend>{move || i18n.text("ws-template-steps")}</legend>
                <div class="column-list">{steps}</div>
                <div id="template-steps-problem" aria-live="polite">
                    {move || (attempted.get() && lacks_steps()).then(|| view! {
                        <p class="field-error"><span>{i18n.text("ws-template-steps-missing")}</span></p>
                    })}
                </div>
            </fieldset>
            <div class="field">
                <label for="template-name">{move || i18n.text("ws-template-name")}</label>
                <input
                    class="input"
                    id="template-name"
                    type="text"
                    autocomplete="off"
                    maxlength="80"
                    aria-describedby="template-name-problem"
                    aria-invalid=move || (attempted.get() && lacks_name()).then_some("true")
                    prop:value=move || name.get()
                    on:input=move |event| name.set(dom::value_of(&event))
                />
                <div id="template-name-problem" aria-live="polite">
                    {move || (attempted.get() && lacks_name()).then(|| view! {
                        <p class="field-error"><span>{i18n.text("ws-template-name-missing")}</span></p>
                    })}
                </div>
            </div>
            <div class="button-row">
                <button type="submit" class="button">{move || i18n.text("ws-template-keep")}</button>
                <span class="field-help" role="status">{move || said.get()}</span>
            </div>
        </form>
    }
    .into_any()
}

/// Puts the steps after the selected one, over the table that stands there.
fn insert(workspace: Workspace, template: &Template) {
    let room = workspace.room;
    let recipe = room.recipe_now();
    let index = workspace.next_index();
    let asked = room.selection.with_untracked(|selection| selection.table.clone());
    let table = room.report.with_untracked(|report| tables::continued(report.as_ref(), &recipe, index, asked.as_ref()));
    let steps = template.steps_for(&recipe, table.as_ref());
    let count = steps.len();
    let Some(first) = room.insert_steps(steps, index) else { return };
    workspace.leave_overlay();
    workspace.close_form(Some(first));
    room.say(Notice::polite("said-template-inserted").with("name", template.name.as_str()).with("count", count));
}
