//! The activities of a bloc: what the document says is done, and where each line is practised.

use leptos::prelude::*;
use pack::referentiel::{Activity, ActivityLine};
use protocol::Arg;

use super::Study;
use crate::components::disclosure::Disclosure;
use crate::i18n::use_i18n;

/// The activities, closed at first.
#[component]
pub fn Activities(study: Study, bloc: String) -> impl IntoView {
    let i18n = use_i18n();
    let activities: Vec<Activity> =
        study.all.with_value(|all| all.activities.iter().filter(|one| one.bloc == bloc).cloned().collect());
    let lines: usize = activities.iter().map(|activity| activity.lines.len()).sum();
    let args = [("activities", Arg::from(activities.len())), ("lines", Arg::from(lines))];
    let id = format!("activities-{bloc}");
    let (open_id, toggle_id) = (id.clone(), id.clone());
    let activities = StoredValue::new(activities);
    view! {
        <Disclosure
            id
            level=3
            open=Signal::derive(move || study.is_open(&open_id))
            on_toggle=move |()| study.toggle(&toggle_id)
            heading=move || i18n.text_with("ref-activities", &args)
        >
            {activities.get_value().into_iter().map(|activity| view! { <OneActivity activity /> }).collect_view()}
        </Disclosure>
    }
}

#[component]
fn OneActivity(activity: Activity) -> impl IntoView {
    let i18n = use_i18n();
    let Activity { code, label, lines, .. } = activity;
    let line = move |line: ActivityLine| {
        let codes = Arg::List(line.exercises.clone());
        let place = move || i18n.text_with("ref-practised-in", &[("exercises", codes.clone())]);
        view! { <li>{move || i18n.words(&line.label)} " " <span class="hint">{place}</span></li> }
    };
    view! {
        <div class="activity">
            <h4>
                <span class="code">{code}</span>
                " "
                {move || i18n.words(&label)}
            </h4>
            <ul>{lines.into_iter().map(line).collect_view()}</ul>
        </div>
    }
}
