//! Two live regions, empty until something is said. A sentence goes away after a while, so that the
//! same sentence can be said again.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

use super::use_shell;
use crate::i18n::{I18n, use_i18n};
use crate::room::{Notice, Urgency};
use protocol::Arg;

/// How long a sentence stands in its region, in milliseconds.
const STAYS_MS: u32 = 8_000;

/// The sentence of a notice. An argument named `edit` is itself the key of a text.
fn worded(i18n: I18n, notice: &Notice) -> String {
    let args: Vec<(&str, Arg)> = notice
        .args
        .iter()
        .map(|(name, value)| match (name.as_str(), value) {
            ("edit", Arg::Text(key)) => ("edit", Arg::Text(i18n.text(key))),
            (name, value) => (name, value.clone()),
        })
        .collect();
    i18n.text_with(&notice.key, &args)
}

/// The regions.
#[component]
pub fn LiveRegions() -> impl IntoView {
    let shell = use_shell();
    let i18n = use_i18n();
    let polite = RwSignal::new(String::new());
    let assertive = RwSignal::new(String::new());
    let timer = StoredValue::new_local(None::<Timeout>);
    let say = move |notice: &Notice| {
        let region = match notice.urgency {
            Urgency::Polite => polite,
            Urgency::Assertive => assertive,
        };
        region.set(untrack(|| worded(i18n, notice)));
        timer.set_value(Some(Timeout::new(STAYS_MS, move || {
            polite.set(String::new());
            assertive.set(String::new());
        })));
    };
    Effect::new(move |_| {
        if let Some(notice) = shell.notice.get() {
            say(&notice);
        }
    });
    Effect::new(move |_| {
        if let Some(notice) = shell.room.get().and_then(|room| room.notice.get()) {
            say(&notice);
        }
    });
    view! {
        <div class="said" role="status" aria-live="polite">{move || polite.get()}</div>
        <div class="said" role="alert" aria-live="assertive">{move || assertive.get()}</div>
    }
}
