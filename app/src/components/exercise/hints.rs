//! Hints: each says what it costs before it is read, and is written down once.

use leptos::prelude::*;
use pack::file::hints::Hint;
use protocol::Arg;

use crate::attempt::Attempt;
use crate::components::dialog::Dialog;
use crate::i18n::use_i18n;

/// The list; nothing where there are none.
#[component]
pub fn Hints(attempt: Attempt) -> impl IntoView {
    let i18n = use_i18n();
    let asking = RwSignal::new(None::<Hint>);
    let hints = attempt.opened.with_value(|opened| opened.pack.hints.clone());
    if hints.is_empty() {
        return ().into_any();
    }
    let items = (1_u64..).zip(hints).map(|(number, hint)| {
        let id = hint.id.clone();
        let is_read = Memo::new(move |_| attempt.document.with(|document| document.has_read(&id)));
        let (text, offered) = (hint.text.clone(), hint.clone());
        let args = [("number", Arg::from(number)), ("cost", Arg::from(u64::from(hint.cost)))];
        view! {
            <li>
                {move || if is_read.get() {
                    view! { <p>{i18n.words(&text)}</p> }.into_any()
                } else {
                    let offered = offered.clone();
                    view! {
                        <button
                            type="button"
                            class="button"
                            aria-disabled=move || attempt.room.read_only.get().then_some("true")
                            on:click=move |_| if !attempt.room.read_only.get_untracked() { asking.set(Some(offered.clone())) }
                        >
                            {i18n.text_with("hint-offer", &args)}
                        </button>
                    }
                    .into_any()
                }}
            </li>
        }
    });
    let items = items.collect_view();
    view! {
        <h3>{move || i18n.text("hints-heading")}</h3>
        <ul class="plain-list hints" aria-live="polite">{items}</ul>
        {move || asking.get().map(|hint| view! { <HintDialog attempt hint asking /> })}
    }
    .into_any()
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
