//! Beginning, going on, beginning again.

use leptos::prelude::*;
use protocol::{Arg, Recipe};

use super::before::{Before, export_recipe};
use super::identity::{IdentityFields, IdentityForm};
use crate::attempt::{self, now};
use crate::components::dialog::Dialog;
use crate::i18n::use_i18n;
use crate::library::Opened;
use crate::platform::{clock, storage};
use crate::room::{Notice, StorageProblem};
use crate::shell::look::use_settings;
use crate::shell::{Shell, focus_later, use_shell};
use crate::state::attempt::{AttemptDocument, Beginning, Identity, Scale};
use crate::state::format;
use crate::state::route::Route;
use crate::state::work::{KEY_PREFIX, Unreadable, WorkDocument, new_id};

/// The section: without an attempt who begins, else how it stands.
#[component]
pub fn Begin(opened: Opened) -> impl IntoView {
    let i18n = use_i18n();
    let id = opened.pack.exercise.id.clone();
    view! {
        <section class="section" aria-labelledby="begin-exercise">
            <h2 id="begin-exercise">{move || i18n.text("exercise-work")}</h2>
            {match attempt::load(&id) {
                Some(Ok(kept)) => view! { <Kept opened kept /> }.into_any(),
                Some(Err(Unreadable::Newer)) => view! { <p class="problem">{move || i18n.text("unopened-newer")}</p> }.into_any(),
                Some(Err(_)) => view! {
                    <p class="problem">{move || i18n.text("attempt-malformed")}</p>
                    <First opened />
                }
                .into_any(),
                None => view! { <First opened /> }.into_any(),
            }}
        </section>
    }
}

/// Stores an attempt and the empty work of its recipe, and goes there.
fn open(shell: Shell, attempt: &AttemptDocument, title: String) -> Result<(), StorageProblem> {
    let recipe = Recipe { title, ..Recipe::default() };
    let exercise = Some(attempt.exercise.clone());
    let work = WorkDocument { recipe, exercise, ..WorkDocument::new(&attempt.work, clock::now_ms()) };
    storage::set(&format!("{KEY_PREFIX}{}", work.id), &work.to_json())?;
    attempt::store(attempt)?;
    shell.go(&Route::Attempt { exercise: attempt.exercise.clone() });
    Ok(())
}

#[component]
fn First(opened: Opened) -> impl IntoView {
    let (shell, i18n, settings) = (use_shell(), use_i18n(), use_settings());
    let form = IdentityForm::new(Scale::default());
    let problem = RwSignal::new(None::<StorageProblem>);
    let begin = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(identity) = form.taken() else { return focus_later("identity-name") };
        settings.value.update(|settings| settings.candidate.clone_from(&identity.candidate));
        let work = new_id(clock::now_ms(), clock::random());
        let attempt = AttemptDocument::begin(&beginning(shell, &opened, &identity), &work);
        let title = untrack(|| i18n.words(&opened.pack.exercise.title));
        problem.set(open(shell, &attempt, title).err());
    };
    view! {
        <form class="identity" novalidate on:submit=begin>
            <IdentityFields form />
            {move || problem.get().map(|problem| view! { <p class="problem" role="alert">{i18n.text(problem.key())}</p> })}
            <button type="submit" class="button primary">{move || i18n.text("exercise-start")}</button>
        </form>
    }
}

fn beginning<'a>(shell: Shell, opened: &'a Opened, identity: &'a Identity) -> Beginning<'a> {
    Beginning {
        exercise: &opened.pack.exercise.id,
        pack: &opened.pack.hash,
        identity,
        at: now(),
        engine: shell.engine.build(),
    }
}

#[component]
fn Kept(opened: Opened, kept: AttemptDocument) -> impl IntoView {
    let (shell, i18n) = (use_shell(), use_i18n());
    let asking = RwSignal::new(false);
    let (hours, minutes) = format::hours_minutes(kept.seconds);
    let facts: [(&str, Arg); 6] = [
        ("name", Arg::from(kept.candidate.as_str())),
        ("seed", Arg::from(kept.seed.as_str())),
        ("hours", Arg::from(hours)),
        ("minutes", Arg::from(minutes)),
        ("scores", Arg::from(kept.log.attempts())),
        ("hints", Arg::from(kept.log.hints().len())),
    ];
    let last = kept.history().first().map(|(_, level)| [("level", Arg::from(level.round()))]);
    let broken = kept.log.verify().err().map(|broken| [("entry", Arg::from(u64::from(broken.entry)))]);
    let outdated = kept.pack != opened.pack.hash;
    let exercise = kept.exercise.clone();
    let (kept, opened) = (StoredValue::new(kept), StoredValue::new(opened));
    let go_on = move |_| {
        if outdated {
            let mut attempt = kept.get_value();
            opened.with_value(|opened| attempt.go_on(&opened.pack.hash, now(), shell.engine.build()));
            if let Err(problem) = attempt::store(&attempt) {
                return shell.say(Notice::assertive(problem.key()));
            }
        }
        shell.go(&Route::Attempt { exercise: exercise.clone() });
    };
    let next = if outdated { "exercise-go-on-present" } else { "exercise-go-on" };
    view! {
        <p>{move || i18n.text_with("attempt-facts", &facts)}</p>
        {last.map(|last| view! { <p>{move || i18n.text_with("attempt-last", &last)}</p> })}
        {outdated.then(|| view! { <p class="problem">{move || i18n.text("attempt-outdated")}</p> })}
        {outdated.then(|| view! { <Before kept opened /> })}
        {broken.map(|broken| view! { <p class="problem">{move || i18n.text_with("attempt-broken", &broken)}</p> })}
        <div class="actions">
            <button type="button" class="button primary" on:click=go_on>{move || i18n.text(next)}</button>
            <button type="button" class="button" on:click=move |_| asking.set(true)>
                {move || i18n.text("exercise-begin-again")}
            </button>
        </div>
        {move || asking.get().then(|| view! { <AgainDialog asking kept opened /> })}
    }
}

#[component]
fn AgainDialog(
    asking: RwSignal<bool>,
    kept: StoredValue<AttemptDocument>,
    opened: StoredValue<Opened>,
) -> impl IntoView {
    let (shell, i18n, settings) = (use_shell(), use_i18n(), use_settings());
    let close = Callback::new(move |()| asking.set(false));
    let form = IdentityForm::new(kept.with_value(|kept| kept.scale));
    let problem = RwSignal::new(None::<StorageProblem>);
    let export = move |_| kept.with_value(|kept| export_recipe(&kept.work));
    let again = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(identity) = form.taken() else { return focus_later("identity-name") };
        settings.value.update(|settings| settings.candidate.clone_from(&identity.candidate));
        let (opened, mut attempt) = (opened.get_value(), kept.get_value());
        attempt.begin_again(&beginning(shell, &opened, &identity));
        let title = untrack(|| i18n.words(&opened.pack.exercise.title));
        problem.set(open(shell, &attempt, title).err());
    };
    view! {
        <Dialog id="again-heading" title=Signal::derive(move || i18n.text("exercise-begin-again")) on_close=close>
            <p>{move || i18n.text("exercise-again-text")}</p>
            <form class="identity" novalidate on:submit=again>
                <IdentityFields form />
                {move || problem.get().map(|problem| view! { <p class="problem" role="alert">{i18n.text(problem.key())}</p> })}
                <div class="actions">
                    <button type="button" class="button" on:click=export>{move || i18n.text("exercise-again-export")}</button>
                    <button type="button" class="button" on:click=move |_| close.run(())>
                        {move || i18n.text("cancel")}
                    </button>
                    <button type="submit" class="button danger">{move || i18n.text("exercise-again-confirm")}</button>
                </div>
            </form>
        </Dialog>
    }
}
