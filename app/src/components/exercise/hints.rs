//! Hints: each says what it costs before it is read, and is written down once.

use leptos::prelude::*;
use pack::file::hints::Hint;
use pack::markdown::{Frame, render};
use protocol::Arg;

use crate::attempt::Attempt;
use crate::components::dialog::Dialog;
use crate::i18n::use_i18n;
use crate::shell::focus_later;

/// Hints that belong to no task; nothing where there are none.
#[component]
pub fn Hints(attempt: Attempt) -> impl IntoView {
    let i18n = use_i18n();
    let hints = numbered(attempt, |hint| hint.task.is_none());
    (!hints.is_empty()).then(|| {
        view! {
            <h3>{move || i18n.text("hints-heading")}</h3>
            <List attempt hints />
        }
    })
}

/// Hints for a task, beside it; nothing where there are none.
#[component]
pub fn HintsOf(attempt: Attempt, task: String) -> impl IntoView {
    let hints = numbered(attempt, |hint| hint.task.as_ref() == Some(&task));
    (!hints.is_empty()).then(|| view! { <List attempt hints /> })
}

/// Hints with their numbers, which count from the first task to those that belong to none.
fn numbered(attempt: Attempt, is_wanted: impl Fn(&Hint) -> bool) -> Vec<(u64, Hint)> {
    let pack = attempt.opened.with_value(|opened| opened.pack.clone());
    let place = |hint: &Hint| {
        let tasks = &pack.exercise.tasks;
        tasks.iter().position(|task| hint.task.as_ref() == Some(&task.id)).unwrap_or(tasks.len())
    };
    let mut hints = pack.hints.clone();
    hints.sort_by_key(place);
    (1_u64..).zip(hints).filter(|(_, hint)| is_wanted(hint)).collect()
}

#[component]
fn List(attempt: Attempt, hints: Vec<(u64, Hint)>) -> impl IntoView {
    let i18n = use_i18n();
    let asking = RwSignal::new(None::<Hint>);
    let items = hints.into_iter().map(|(number, hint)| {
        let (id, shown) = (hint.id.clone(), hint.id.clone());
        let is_read = Memo::new(move |_| attempt.document.with(|document| document.has_read(&id)));
        let (text, offered) = (hint.text.clone(), hint.clone());
        let cost = u64::from(hint.cost);
        let key = if cost > 0 { "hint-offer" } else { "hint-offer-free" };
        let args = [("number", Arg::from(number)), ("cost", Arg::from(cost))];
        view! {
            <li>
                {move || if is_read.get() {
                    let html = render(&i18n.words(&text), &Frame { demote: 1, base: "", table_label: "" });
                    view! {
                        <div class="hint-text" id=element_id(&shown) tabindex="-1">
                            <strong>{i18n.text_with("hint-named", &[("number", Arg::from(number))])}</strong>
                            <div inner_html=html></div>
                        </div>
                    }
                    .into_any()
                } else {
                    let offered = offered.clone();
                    view! {
                        <button
                            type="button"
                            class="button"
                            aria-disabled=move || attempt.room.read_only.get().then_some("true")
                            on:click=move |_| if !attempt.room.read_only.get_untracked() { asking.set(Some(offered.clone())) }
                        >
                            {i18n.text_with(key, &args)}
                        </button>
                    }
                    .into_any()
                }}
            </li>
        }
    });
    let items = items.collect_view();
    view! {
        <ul class="plain-list hints" aria-live="polite">{items}</ul>
        {move || asking.get().map(|hint| view! { <HintDialog attempt hint asking /> })}
    }
}

fn element_id(hint: &str) -> String {
    format!("hint-text-{hint}")
}

#[component]
fn HintDialog(attempt: Attempt, hint: Hint, asking: RwSignal<Option<Hint>>) -> impl IntoView {
    let i18n = use_i18n();
    let close = Callback::new(move |()| asking.set(None));
    let criterion = hint.criterion.as_ref().and_then(|key| {
        attempt.opened.with_value(|opened| opened.referentiel.criterion(key).map(|criterion| criterion.name.clone()))
    });
    let key = if criterion.is_some() { "hint-cost" } else { "hint-free" };
    let args = [("cost", Arg::from(u64::from(hint.cost))), ("criterion", Arg::from(criterion.unwrap_or_default()))];
    let read = move |_| {
        attempt.read(&hint);
        close.run(());
        // The button that opened the dialog is gone: what it offered stands in its place.
        focus_later(element_id(&hint.id));
    };
    view! {
        <Dialog id="hint-heading" title=Signal::derive(move || i18n.text("hint-title")) on_close=close>
            <p>{move || i18n.text_with(key, &args)}</p>
            <div class="actions">
                <button type="button" class="button" on:click=move |_| close.run(())>{move || i18n.text("cancel")}</button>
                <button type="button" class="button primary" on:click=read>{move || i18n.text("hint-read")}</button>
            </div>
        </Dialog>
    }
}
