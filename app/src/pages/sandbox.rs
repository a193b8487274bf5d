//! The workspace of a work of one's own. The room stands in the context: the route opened it.

use leptos::prelude::*;

use crate::components::workspace::WorkspaceLayout;

/// The page.
#[component]
pub fn Sandbox(
    /// Id of the work: another work is another workspace.
    work: String,
) -> impl IntoView {
    view! {
        <div class="sandbox" data-work=work>
            <WorkspaceLayout />
        </div>
    }
}
