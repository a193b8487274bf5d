//! The work on an exercise: the workspace over its data, with the exercise beside it.

use leptos::prelude::*;

use crate::attempt::{self, Attempt};
use crate::components::workspace::WorkspaceLayout;
use crate::i18n::use_i18n;
use crate::library::Opened;
use crate::pages::exercise::WithPack;
use crate::room::{Exercise, Room, load};
use crate::shell::use_shell;
use crate::state::route::Route;

/// The page.
#[component]
pub fn AttemptPage(
    /// Id of the exercise.
    exercise: String,
) -> impl IntoView {
    view! { <WithPack exercise show=|opened| view! { <Open opened /> }.into_any() /> }
}

/// Opens the attempt. Without one, or with one on another version of the pack, the start page says what to do.
#[component]
fn Open(opened: Opened) -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    let id = opened.pack.exercise.id.clone();
    let kept = attempt::load(&id).and_then(Result::ok).filter(|kept| kept.pack == opened.pack.hash);
    let work = kept.as_ref().and_then(|kept| load(&kept.work).ok());
    let (Some(document), Some(work)) = (kept, work) else {
        Effect::new(move |_| shell.go(&Route::Exercise { id: id.clone() }));
        return ().into_any();
    };
    let exercise = Exercise { id, instance: document.instance(&opened.pack) };
    let title = opened.pack.exercise.title.clone();
    let key = work.id.clone();
    let room = Room::open(shell.engine, work, Vec::new(), Some(exercise));
    provide_context(room);
    provide_context(Attempt::open(shell.engine, room, opened, document));
    shell.room.set(Some(room));
    on_cleanup(move || shell.room.set(None));
    let title = Memo::new(move |_| i18n.words(&title));
    Effect::new(move |_| shell.title.set(title.get()));
    view! {
        <h1 id="page-heading" class="visually-hidden" tabindex="-1">{title}</h1>
        <div class="sandbox" data-work=key>
            <WorkspaceLayout />
        </div>
    }
    .into_any()
}
