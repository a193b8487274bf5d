//! The tab of the way of a row: a record of a source, by its number, and what each step did with it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::Diagnostic;
use protocol::history::RowHistory;

use super::history_events::events;
use super::use_looking;
use crate::components::workspace::announce::{Wait, wait_of};
use crate::components::workspace::context::use_workspace;
use crate::components::workspace::dom;
use crate::i18n::use_i18n;

/// Operations that read a file begin so; their main table names the source.
const IMPORT: &str = "import_";

/// The tab of the inspector.
#[component]
pub fn HistoryTab() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, looking) = (use_workspace(), use_looking());
    let room = workspace.room;
    let answer = RwSignal::new(None::<Result<RowHistory, Diagnostic>>);
    let busy = RwSignal::new(false);
    let wait = wait_of(busy.into());
    let asked = StoredValue::new(0u32);
    let refused = RwSignal::new(false);
    let sources = Memo::new(move |_| {
        room.recipe.with(|recipe| {
            let imports = recipe.steps.iter().filter(|step| step.op.starts_with(IMPORT));
            imports.filter_map(|step| Some(step.outputs.get("main")?.name.clone())).collect::<Vec<_>>()
        })
    });
    let source = RwSignal::new(String::new());
    let number = RwSignal::new(String::new());
    Effect::new(move |_| {
        if let Some((of, record)) = looking.record.get() {
            source.set(of);
            number.set(record.to_string());
        } else if source.with_untracked(String::is_empty) {
            source.set(sources.with(|sources| sources.first().cloned()).unwrap_or_default());
        }
    });
    Effect::new(move |_| {
        workspace.epoch.track();
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        let Some((source, record)) = looking.record.get() else { return };
        busy.set(true);
        spawn_local(async move {
            let found = room.history(source, record).await;
            if asked.try_get_value() == Some(number) {
                busy.try_set(false);
                answer.try_set(Some(found));
            }
        });
    });
    let follow = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match number.get_untracked().trim().parse::<u32>() {
            Ok(record) if record > 0 => {
                refused.set(false);
                looking.record.set(Some((source.get_untracked(), record)));
            }
            _ => refused.set(true),
        }
    };
    view! {
        <div class="profile">
            {move || sources.with(Vec::is_empty).then(|| view! { <p class="empty">{i18n.text("look-history-empty")}</p> })}
            <form class="form" on:submit=follow hidden=move || sources.with(Vec::is_empty)>
                <p class="form-lead">{move || i18n.text("look-history-lead")}</p>
                <div class="field">
                    <label for="history-source">{move || i18n.text("look-history-source")}</label>
                    <select class="input" id="history-source" on:change=move |event| source.set(dom::value_of(&event))>
                        {move || sources.get().into_iter().map(|name| {
                            let (value, label) = (name.clone(), name.clone());
                            view! { <option value=value selected=move || source.get() == name>{label}</option> }
                        }).collect_view()}
                    </select>
                </div>
                <div class="field">
                    <label for="history-record">{move || i18n.text("look-history-record")}</label>
                    <input
                        class="input"
                        id="history-record"
                        type="text"
                        inputmode="numeric"
                        autocomplete="off"
                        aria-invalid=move || refused.get().then_some("true")
                        aria-describedby="history-problem"
                        prop:value=move || number.get()
                        on:input=move |event| number.set(dom::value_of(&event))
                    />
                    <div id="history-problem" role="alert">
                        {move || refused.get().then(|| view! {
                            <p class="field-error"><span>{i18n.text("look-history-refused")}</span></p>
                        })}
                    </div>
                </div>
                <div class="button-row">
                    <button type="submit" class="button primary">{move || i18n.text("look-history-follow")}</button>
                </div>
            </form>
            <div role="status">
                {move || (wait.get() != Wait::Unseen).then(|| view! { <p class="field-help">{i18n.text("look-history-working")}</p> })}
            </div>
            {move || answer.get().map(|answer| match answer {
                Ok(history) => events(i18n, workspace, history).into_any(),
                Err(reason) => view! { <p class="field-error" role="alert"><span>{i18n.diagnostic(&reason)}</span></p> }.into_any(),
            })}
        </div>
    }
}
