//! The exercises that can be opened, with how each stands on this device; lines that do not read are said.

use leptos::prelude::*;
use pack::file::catalog::Entry;
use protocol::Arg;

use crate::attempt;
use crate::components::reading::Lacking;
use crate::components::refused::Faults;
use crate::i18n::use_i18n;
use crate::shell::use_shell;
use crate::state::reading::{Lack, Reading};
use crate::state::route::Route;

/// The section.
#[component]
pub fn Exercises() -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    let shelf = shell.library.catalog;
    shelf.ask();
    let content = move || match shelf.get() {
        Reading::Coming => ().into_any(),
        Reading::Lacking(Lack::Refused { status: 404, .. }) => nothing().into_any(),
        Reading::Lacking(lack) => view! { <Lacking lack on_retry=move |()| shelf.ask() /> }.into_any(),
        Reading::Here(offer) if offer.catalog.exercises.is_empty() && offer.faults.is_empty() => nothing().into_any(),
        Reading::Here(offer) => {
            let faults = offer.faults.clone();
            let has_faults = !faults.is_empty();
            view! {
                <ul class="works">
                    {offer.catalog.exercises.iter().cloned().map(|entry| view! { <Line entry /> }).collect_view()}
                </ul>
                {has_faults.then(|| view! {
                    <p class="problem">{move || i18n.text("exercises-unread")}</p>
                    <Faults faults />
                })}
            }
            .into_any()
        }
    };
    view! {
        <section class="section" aria-labelledby="exercises-heading">
            <h2 id="exercises-heading">{move || i18n.text("exercises-heading")}</h2>
            {content}
        </section>
    }
}

fn nothing() -> impl IntoView {
    let i18n = use_i18n();
    view! { <p>{move || i18n.text("exercises-none")}</p> }
}

#[component]
fn Line(entry: Entry) -> impl IntoView {
    let i18n = use_i18n();
    let kept = attempt::load(&entry.id).and_then(Result::ok);
    let stands = kept.map(|kept| kept.history().first().map(|(_, level)| level.round()));
    let said = move || match stands {
        None => i18n.text("exercise-stands-new"),
        Some(None) => i18n.text("exercise-stands-begun"),
        Some(Some(level)) => i18n.text_with("exercise-stands-scored", &[("level", Arg::from(level))]),
    };
    let about = [("level", Arg::from(u64::from(entry.difficulty))), ("minutes", Arg::from(u64::from(entry.minutes)))];
    let Entry { id, title, summary, sector, .. } = entry;
    view! {
        <li class="work">
            <div class="work-text">
                <a class="work-title" href=Route::Exercise { id }.href()>{move || i18n.words(&title)}</a>
                <p>{move || i18n.words(&summary)}</p>
                <p class="hint">
                    {move || i18n.words(&sector)} " · " {move || i18n.text_with("exercise-line", &about)} " · " {said}
                </p>
            </div>
        </li>
    }
}
