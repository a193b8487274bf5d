//! An exercise before the work: what it is, what it counts for, who does it, and how to begin or go on.

mod about;
mod before;
mod begin;
mod identity;

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::Arg;

use crate::components::reading::Coming;
use crate::components::refused::Faults;
use crate::i18n::use_i18n;
use crate::library::Opened;
use crate::shell::{focus_later, use_shell};
use crate::state::reading::Lack;
use crate::state::route::Route;
use about::About;
use begin::Begin;

/// The page.
#[component]
pub fn ExercisePage(
    /// Its id.
    id: String,
) -> impl IntoView {
    view! { <WithPack exercise=id show=|opened| view! { <Start opened /> }.into_any() /> }
}

#[component]
fn Start(opened: Opened) -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    let (title, summary) = (opened.pack.exercise.title.clone(), opened.pack.exercise.summary.clone());
    let title = Memo::new(move |_| i18n.words(&title));
    Effect::new(move |_| shell.title.set(title.get()));
    view! {
        <div class="page study exercise-start">
            <h1 id="page-heading" tabindex="-1">{title}</h1>
            <p class="lead">{move || i18n.words(&summary)}</p>
            <Begin opened=opened.clone() />
            <About opened />
        </div>
    }
}

/// A page over an open pack; what keeps it from opening is said, and concerns no other.
#[component]
pub fn WithPack(
    /// Id of the exercise.
    exercise: String,
    /// The page.
    show: fn(Opened) -> AnyView,
) -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    let state = RwSignal::new(None::<Result<Option<Opened>, Lack>>);
    let id = StoredValue::new(exercise);
    let ask = move || {
        state.set(None);
        spawn_local(async move {
            let result = shell.library.open(&id.get_value()).await;
            if state.try_set(Some(result)).is_none() {
                focus_later("page-heading");
            }
        });
    };
    ask();
    let frame = move |content: AnyView| {
        let title = move || i18n.text_with("exercise-named", &[("id", Arg::from(id.get_value()))]);
        Effect::new(move |_| shell.title.set(title()));
        view! {
            <div class="page study">
                <h1 id="page-heading" tabindex="-1">{title}</h1>
                {content}
            </div>
        }
        .into_any()
    };
    move || match state.get() {
        None => frame(view! { <Coming /> }.into_any()),
        Some(Ok(Some(opened))) => show(opened),
        Some(Ok(None)) => frame(
            view! {
                <p class="lead">{move || i18n.text("exercise-unknown")}</p>
                <p><a class="button" href=Route::Home.href()>{move || i18n.text("page-home")}</a></p>
            }
            .into_any(),
        ),
        Some(Err(lack)) => {
            let (key, args) = match &lack {
                Lack::Faulty { .. } => ("exercise-refused", Vec::new()),
                other => (other.key(), other.args()),
            };
            let faults = match lack {
                Lack::Faulty { faults, .. } => faults,
                Lack::Unreachable { .. } | Lack::Refused { .. } => Vec::new(),
            };
            frame(
                view! {
                    <div class="lacking" role="alert">
                        <p class="problem">{move || i18n.text_with(key, &args)}</p>
                        <Faults faults />
                        <button type="button" class="button" on:click=move |_| ask()>
                            {move || i18n.text("file-try-again")}
                        </button>
                        <a class="button" href=Route::Home.href()>{move || i18n.text("page-home")}</a>
                    </div>
                }
                .into_any(),
            )
        }
    }
}
