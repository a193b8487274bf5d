//! What the lists of the référentiel and of the tools have in common above them: the search, and how much is left.

use leptos::prelude::*;

use crate::i18n::use_i18n;

/// The field of the search.
#[component]
pub fn StudySearch(
    /// Key of its name.
    label: &'static str,
    /// What stands in it.
    #[prop(into)]
    text: Signal<String>,
    /// What is typed.
    on_input: impl Fn(String) + 'static,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <label class="field study-search">
            <span class="label">{move || i18n.text(label)}</span>
            <input
                class="input"
                type="search"
                autocomplete="off"
                prop:value=move || text.get()
                on:input=move |event| on_input(event_target_value(&event))
            />
        </label>
    }
}

/// How much is left, and what concerns the whole list.
#[component]
pub fn StudyBar(
    /// How much is left, in words.
    #[prop(into)]
    left: Signal<String>,
    /// Whether nothing is filtered.
    #[prop(into)]
    is_open: Signal<bool>,
    /// Takes every filter away.
    clear: impl Fn() + 'static,
    /// Opens every part, or closes it.
    open_all: impl Fn(bool) + Copy + 'static,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="study-bar">
            <p role="status">{move || left.get()}</p>
            <div class="actions">
                <button type="button" class="button quiet" hidden=move || is_open.get() on:click=move |_| clear()>
                    {move || i18n.text("ref-filter-clear")}
                </button>
                <button type="button" class="button quiet" on:click=move |_| open_all(true)>
                    {move || i18n.text("ref-open-all")}
                </button>
                <button type="button" class="button quiet" on:click=move |_| open_all(false)>
                    {move || i18n.text("ref-close-all")}
                </button>
            </div>
        </div>
    }
}
