//! Scores of before, at the time that the person's clock showed.

use leptos::prelude::*;
use protocol::Arg;

use crate::i18n::use_i18n;
use crate::platform::clock;
use crate::state::format;

/// The list, the newest first; nothing where there are none.
#[component]
pub fn History(
    /// Instants as the log has them, each with its points of 100.
    #[prop(into)]
    scores: Signal<Vec<(String, f64)>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let entry = move |(at, level): (String, f64)| {
        let at = clock::ms_of(&at);
        let offset = clock::offset_minutes(at);
        let args = [
            ("date", Arg::from(format::date(at, offset))),
            ("time", Arg::from(format::time_of_day(at, offset))),
            ("level", Arg::from(level.round())),
        ];
        view! { <li>{i18n.text_with("score-entry", &args)}</li> }
    };
    view! {
        {move || scores.with(|scores| !scores.is_empty()).then(|| view! {
            <h3>{i18n.text("score-history")}</h3>
            <ol class="plain-list">{scores.get().into_iter().map(entry).collect_view()}</ol>
        })}
    }
}
