//! Two live regions, empty until something is said. A sentence goes away after a while, so that the
//! same sentence can be said again, and stands where it does not cover what has the focus.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::use_shell;
use crate::i18n::{I18n, use_i18n};
use crate::room::{Notice, Urgency};
use protocol::Arg;

/// How long a sentence stands in its region, in milliseconds.
const STAYS_MS: u32 = 8_000;
/// Height of the foot of the window in which sentences stand, in pixels.
const FOOT_PX: f64 = 96.0;

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

/// Whether what got the focus reaches into the foot of the window.
fn is_in_foot(event: &web_sys::FocusEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(f64::MAX);
    element.is_some_and(|element| element.get_bounding_client_rect().bottom() > height - FOOT_PX)
}

/// The regions.
#[component]
pub fn LiveRegions() -> impl IntoView {
    let shell = use_shell();
    let i18n = use_i18n();
    let polite = RwSignal::new(String::new());
    let assertive = RwSignal::new(String::new());
    let on_top = RwSignal::new(false);
    let listener = window_event_listener(leptos::ev::focusin, move |event| on_top.set(is_in_foot(&event)));
    on_cleanup(move || listener.remove());
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
        <div class="said" class:on-top=on_top role="status" aria-live="polite">{move || polite.get()}</div>
        <div class="said" class:on-top=on_top role="alert" aria-live="assertive">{move || assertive.get()}</div>
    }
}
