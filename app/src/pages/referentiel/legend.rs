//! Who decides the level of a criterion, and how many criteria each has.

use leptos::prelude::*;
use pack::referentiel::Status;
use protocol::Arg;

use super::Study;
use crate::components::status_badge::StatusBadge;
use crate::i18n::use_i18n;

/// The three statuses, explained.
#[component]
pub fn Legend(study: Study) -> impl IntoView {
    let i18n = use_i18n();
    let lines = Status::ALL.map(|status| {
        let count = study.all.with_value(|all| all.criteria.iter().filter(|one| one.status == status).count());
        let args = [("count", Arg::from(count))];
        view! {
            <div>
                <dt><StatusBadge status /></dt>
                <dd>
                    {move || i18n.text(&format!("ref-status-{}-text", status.id()))} " "
                    <span class="hint">{move || i18n.text_with("ref-criteria", &args)}</span>
                </dd>
            </div>
        }
    });
    view! {
        <section class="study-legend" aria-labelledby="legend-heading">
            <h2 id="legend-heading">{move || i18n.text("ref-legend")}</h2>
            <dl>{lines.into_iter().collect_view()}</dl>
            <p class="hint">{move || i18n.text("ref-legend-levels")}</p>
        </section>
    }
}
