//! What is said aloud of work under way: words after 100 ms, a bar after a second.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// How long something has been going on, as far as the page shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wait {
    /// Not at all, or too short to be worth a word.
    #[default]
    Unseen,
    /// Over 100 ms: words.
    Words,
    /// Over 1 s: progress.
    Long,
}

/// Follows a condition and says how long it has held.
pub fn wait_of(busy: Signal<bool>) -> ReadSignal<Wait> {
    let (wait, set_wait) = signal(Wait::Unseen);
    let timers = StoredValue::new_local(Vec::<Timeout>::new());
    Effect::new(move |_| {
        timers.update_value(Vec::clear);
        if !busy.get() {
            set_wait.set(Wait::Unseen);
            return;
        }
        let later = |after_ms, state| {
            Timeout::new(after_ms, move || {
                set_wait.try_set(state);
            })
        };
        timers.set_value(vec![later(100, Wait::Words), later(1_000, Wait::Long)]);
    });
    wait
}
