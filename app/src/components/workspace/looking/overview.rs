//! The profile of the table as a whole, on demand: keys, duplicates, correlations, nulls.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::Diagnostic;
use protocol::overview::Overview;

use super::overview_tables::{correlations, missing};
use super::use_looking;
use crate::components::workspace::announce::{Wait, wait_of};
use crate::components::workspace::context::use_workspace;
use crate::components::workspace::table_list::short_name;
use crate::i18n::{I18n, use_i18n};

/// The view, with the button that computes it.
#[component]
pub fn TableOverview() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, looking) = (use_workspace(), use_looking());
    let answer = RwSignal::new(None::<Result<Overview, Diagnostic>>);
    let busy = RwSignal::new(false);
    let wait = wait_of(busy.into());
    let asked = StoredValue::new(0u32);
    let ask = move || {
        let Some(version) = workspace.shown.get_untracked() else { return };
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        busy.set(true);
        spawn_local(async move {
            let found = workspace.room.overview(version.at()).await;
            if asked.try_get_value() == Some(number) {
                busy.try_set(false);
                answer.try_set(Some(found));
            }
        });
    };
    // What is known is of one version of one table.
    let subject = Memo::new(move |_| workspace.shown.get().map(|version| (version.at(), workspace.epoch.get())));
    Effect::new(move |_| {
        subject.track();
        asked.update_value(|asked| *asked += 1);
        answer.set(None);
        busy.set(false);
    });
    Effect::new(move |_| {
        if looking.wants_overview.get() {
            looking.wants_overview.set(false);
            ask();
        }
    });
    let name = move || workspace.shown.with(|shown| shown.as_ref().map(|shown| short_name(&shown.info.table)));
    view! {
        {move || name().map(|name| view! {
            <h3>{i18n.text_with("look-overview-of", &[("table", name.into())])}</h3>
        })}
        {move || (subject.with(Option::is_some) && answer.with(Option::is_none)).then(|| view! {
            <p class="field-help">{i18n.text("look-overview-help")}</p>
            <div class="button-row">
                <button type="button" class="button" on:click=move |_| ask()>{i18n.text("look-overview-compute")}</button>
            </div>
        })}
        <div role="status">
            {move || (wait.get() != Wait::Unseen).then(|| view! { <p class="field-help">{i18n.text("ws-profile-working")}</p> })}
        </div>
        {move || answer.get().map(|answer| match answer {
            Ok(overview) => view! { <div class="profile">{figures(i18n, overview)}</div> }.into_any(),
            Err(reason) => view! { <p class="field-error" role="alert"><span>{i18n.diagnostic(&reason)}</span></p> }.into_any(),
        })}
    }
}

fn figures(i18n: I18n, overview: Overview) -> impl IntoView {
    let mut lines =
        vec![("ws-profile-rows", i18n.count(overview.rows)), ("look-overview-columns", i18n.count(overview.columns))];
    if let Some(rows) = overview.duplicate_rows {
        lines.push(("look-overview-duplicates", i18n.count(rows)));
    }
    let keys: Vec<String> = overview.keys.found.iter().map(|columns| columns.join(" + ")).collect();
    let left = overview.keys.pairs_left;
    view! {
        <dl class="figures">
            {lines.into_iter().map(|(key, text)| view! { <dt>{i18n.text(key)}</dt><dd>{text}</dd> }).collect_view()}
        </dl>
        <section aria-labelledby="overview-keys">
            <h4 id="overview-keys">{i18n.text("look-keys")}</h4>
            {match keys.is_empty() {
                true => view! { <p class="field-help">{i18n.text("look-keys-none")}</p> }.into_any(),
                false => view! {
                    <ul class="plain-list">{keys.into_iter().map(|key| view! { <li>{key}</li> }).collect_view()}</ul>
                }.into_any(),
            }}
            {(left > 0).then(|| view! { <p class="field-help">{i18n.text_with("look-keys-left", &[("count", left.into())])}</p> })}
        </section>
        {correlations(i18n, overview.correlations)}
        {missing(i18n, overview.missing, overview.rows)}
    }
}
