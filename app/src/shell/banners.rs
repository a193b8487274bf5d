//! What must be read before going on, below the header: engine lost or given up, a stopped run, a
//! work open elsewhere, a change that could not be stored. Each says what to do.

use leptos::prelude::*;
use protocol::{Arg, Code, Diagnostic};

use super::use_shell;
use crate::i18n::{I18n, use_i18n};
use crate::platform::download;
use crate::room::{EngineState, Room, SaveState};
use crate::state::work::recipe_file_name;

/// The banners.
#[component]
pub fn Banners() -> impl IntoView {
    let shell = use_shell();
    view! {
        <div class="banners">
            <EngineBanner />
            {move || shell.room.get().map(|room| view! { <WorkBanners room /> })}
        </div>
    }
}

/// The sentence, led by the number of the step where a work is open.
fn sentence(i18n: I18n, room: Option<Room>, reason: &Diagnostic) -> String {
    room.map_or_else(|| i18n.diagnostic(reason), |room| room.explain(i18n, reason))
}

#[component]
fn EngineBanner() -> impl IntoView {
    let shell = use_shell();
    let i18n = use_i18n();
    let reload = move |_| drop(window().location().reload());
    let again = move |_| match shell.room.get_untracked() {
        Some(room) => room.try_again(),
        None => shell.engine.try_again(),
    };
    move || match shell.engine.state().get() {
        EngineState::Failed(reason) => {
            let outdated = reason.code == Code::BuildMismatch;
            view! {
                <div class="banner" data-kind="danger" role="alert">
                    <p>
                        <strong>{i18n.text("engine-failed")}</strong>
                        " "
                        {sentence(i18n, shell.room.get(), &reason)}
                    </p>
                    <button type="button" class="button" on:click=reload hidden=!outdated>
                        {i18n.text("panic-reload")}
                    </button>
                    <button type="button" class="button" on:click=again hidden=outdated>
                        {i18n.text("engine-try-again")}
                    </button>
                </div>
            }
            .into_any()
        }
        EngineState::Restarting(reason) if reason.code != Code::Cancelled => view! {
            <div class="banner" data-kind="warning">
                <p>{sentence(i18n, shell.room.get(), &reason)}</p>
            </div>
        }
        .into_any(),
        _ => ().into_any(),
    }
}

#[component]
fn WorkBanners(room: Room) -> impl IntoView {
    let i18n = use_i18n();
    let stopped = move || {
        room.stopped.get().map(|stopped| {
            let place = stopped.step.as_ref().and_then(|step| room.recipe.with(|recipe| recipe.position(step)));
            let said = match place {
                Some(index) => i18n.text_with("stopped-at", &[("number", Arg::from(index + 1))]),
                None => i18n.text("stopped"),
            };
            view! {
                <div class="banner" data-kind="warning">
                    <p><strong>{said}</strong> " " {i18n.diagnostic(&stopped.reason)}</p>
                    <button type="button" class="button" on:click=move |_| room.resume()>
                        {i18n.text("stopped-resume")}
                    </button>
                </div>
            }
        })
    };
    // A stop says its reason itself; so does an engine that was lost or given up.
    let problem = move || {
        let told = room.stopped.with(Option::is_some) || room.engine.get() != EngineState::Ready;
        let problem = room.run_problem.get().filter(|_| !told)?;
        Some(view! { <div class="banner" data-kind="warning"><p>{room.explain(i18n, &problem)}</p></div> })
    };
    let read_only = move || {
        room.read_only.get().then(|| {
            view! { <div class="banner" data-kind="note"><p>{i18n.text("banner-read-only")}</p></div> }
        })
    };
    let unsaved = move || match room.save.get() {
        SaveState::Failed(problem) => Some(view! {
            <div class="banner" data-kind="danger" role="alert">
                <p><strong>{i18n.text("save-failed")}</strong> " " {i18n.text(problem.key())}</p>
                <button type="button" class="button" on:click=move |_| export(room)>
                    {i18n.text("save-export")}
                </button>
            </div>
        }),
        _ => None,
    };
    view! { {unsaved} {read_only} {problem} {stopped} }
}

fn export(room: Room) {
    let recipe = room.recipe_now();
    download::save_text(&recipe.to_pretty_json(), &recipe_file_name(&recipe.title), "application/json");
}
