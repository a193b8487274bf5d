//! How far the work of a step is, and the button that stops it.

use leptos::prelude::*;
use protocol::message::Unit;

use super::announce::{Wait, wait_of};
use super::context::use_workspace;
use crate::i18n::use_i18n;

/// Progress of what the engine is at: nothing for 100 ms, words, after a second a bar.
#[component]
pub fn StepProgress() -> impl IntoView {
    let i18n = use_i18n();
    let room = use_workspace().room;
    let wait = wait_of(Signal::stored(true));
    let figures = move || {
        let running = room.running.get()?;
        let key = match running.unit {
            Unit::Steps => "ws-progress-steps",
            Unit::Rows => "ws-progress-rows",
            Unit::Bytes => {
                let total = running.total.map(|total| i18n.bytes(total)).unwrap_or_default();
                return Some(i18n.text_with(
                    "ws-progress-bytes",
                    &[("done", i18n.bytes(running.done).into()), ("total", total.into())],
                ));
            }
        };
        let total = running.total.unwrap_or(running.done);
        Some(i18n.text_with(key, &[("done", running.done.into()), ("total", total.into())]))
    };
    move || {
        (wait.get() != Wait::Unseen).then(|| {
            view! {
                <div class="progress-line">
                    {move || (wait.get() == Wait::Long).then(|| {
                        let share = move || {
                            let running = room.running.get()?;
                            Some(running.done as f64 / running.total.filter(|total| *total > 0)? as f64)
                        };
                        view! {
                            <progress
                                max="1"
                                value=move || share().map(|share| format!("{share:.3}"))
                                aria-label=i18n.text("ws-progress")
                            ></progress>
                        }
                    })}
                    <span>{move || figures().unwrap_or_else(|| i18n.text("ws-progress"))}</span>
                    <button type="button" class="button" on:click=move |_| room.cancel()>
                        {i18n.text("ws-cancel-work")}
                    </button>
                </div>
            }
        })
    }
}
