//! What is wrong with files that authors wrote: file, place and sentence of each mistake.

use leptos::prelude::*;
use pack::Fault;

use crate::i18n::use_i18n;

/// The list of mistakes.
#[component]
pub fn Faults(
    /// The mistakes.
    faults: Vec<Fault>,
) -> impl IntoView {
    let i18n = use_i18n();
    let line = |fault: Fault| {
        let Fault { file, diagnostic } = fault;
        view! { <li><code>{file}</code> " : " {move || i18n.diagnostic(&diagnostic)}</li> }
    };
    view! { <ul class="faults">{faults.into_iter().map(line).collect_view()}</ul> }
}
