//! Work that is not a step's own (a query, an export, a preview): words after 100 ms, a bar after a
//! second, and the button that stops it. Said in a live region.

use leptos::prelude::*;

use super::announce::{Wait, wait_of};
use super::context::use_workspace;
use crate::i18n::use_i18n;
use crate::room::Work;

/// The line of status, of a fixed height so that nothing moves.
#[component]
pub fn WorkStatus() -> impl IntoView {
    let i18n = use_i18n();
    let room = use_workspace().room;
    let busy = Signal::derive(move || room.running.with(Option::is_some));
    let wait = wait_of(busy);
    let said = move || {
        let work = room.running.with(|running| running.as_ref().map(|running| running.work))?;
        (wait.get() != Wait::Unseen).then(|| i18n.text(work_key(work)))
    };
    let share = move || {
        let running = room.running.get()?;
        Some(running.done as f64 / running.total.filter(|total| *total > 0)? as f64)
    };
    view! {
        <div class="work-status">
            <span role="status">{said}</span>
            {move || (wait.get() == Wait::Long).then(|| view! {
                <progress max="1" value=move || share().map(|share| format!("{share:.3}")) aria-label=i18n.text("ws-progress")></progress>
                <button type="button" class="tool" on:click=move |_| room.cancel()>{i18n.text("ws-cancel-work")}</button>
            })}
        </div>
    }
}

fn work_key(work: Work) -> &'static str {
    match work {
        Work::Run => "ws-work-run",
        Work::Query => "ws-work-query",
        Work::Preview => "ws-work-preview",
        Work::Profile => "ws-work-profile",
        Work::History => "look-history-working",
        Work::Export => "ws-work-export",
        Work::Detect => "ws-work-detect",
        Work::Find => "ws-work-find",
        Work::Make => "ws-work-make",
        Work::Score => "ws-work-score",
    }
}
