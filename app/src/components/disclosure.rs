//! A heading that opens and closes what stands below it.

use leptos::prelude::*;

use crate::components::icon::{Glyph, Icon};

/// Heading, button, and content that is made when it is first shown.
#[component]
pub fn Disclosure(
    /// Id of the button; that of the content is made from it.
    #[prop(into)]
    id: String,
    /// Level of the heading, from 2 to 4.
    level: u8,
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// What the button does.
    #[prop(into)]
    on_toggle: Callback<()>,
    /// What stands in the button.
    #[prop(into)]
    heading: ViewFn,
    /// What stands beside the heading, always shown.
    #[prop(into, optional)]
    beside: ViewFn,
    /// The content.
    children: ChildrenFn,
) -> impl IntoView {
    let content = format!("{id}-content");
    let controls = content.clone();
    let button = view! {
        <button
            type="button"
            class="disclosure-button"
            id=id
            aria-expanded=move || open.get().to_string()
            aria-controls=controls
            on:click=move |_| on_toggle.run(())
        >
            <Icon glyph=Glyph::Chevron />
            <span>{move || heading.run()}</span>
        </button>
    };
    let heading = match level {
        2 => view! { <h2>{button}</h2> }.into_any(),
        3 => view! { <h3>{button}</h3> }.into_any(),
        _ => view! { <h4>{button}</h4> }.into_any(),
    };
    view! {
        <div class="disclosure" class:open=move || open.get()>
            <div class="disclosure-head">{heading} {move || beside.run()}</div>
            <div class="disclosure-content" id=content hidden=move || !open.get()>
                {move || open.get().then(|| children())}
            </div>
        </div>
    }
}
