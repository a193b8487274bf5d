//! Tables of chance numbers in one click, of three sizes.

use leptos::prelude::*;

use crate::i18n::use_i18n;
use crate::state::first_steps::SAMPLE_ROWS;

/// A button for each size; what is chosen is the number of rows.
#[component]
pub fn SampleSizes(
    /// What a choice does.
    #[prop(into)]
    on_choose: Callback<u32>,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <div class="sample-sizes" role="group" aria-labelledby="sample-sizes">
            <span id="sample-sizes" class="hint">{move || i18n.text("sample-sizes")}</span>
            {SAMPLE_ROWS
                .into_iter()
                .map(|rows| view! {
                    <button type="button" class="button" on:click=move |_| on_choose.run(rows)>
                        {move || i18n.text_with("ws-rows", &[("rows", u64::from(rows).into())])}
                    </button>
                })
                .collect_view()}
        </div>
    }
}
