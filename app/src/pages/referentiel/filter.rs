//! Which criteria are shown: words, who decides, whether they can be practised.

use leptos::prelude::*;
use pack::referentiel::Status;
use protocol::Arg;

use super::Study;
use crate::components::study_bar::{StudyBar, StudySearch};
use crate::i18n::use_i18n;
use crate::state::criteria::{CriteriaFilter, count};

/// The choices, and how much is left.
#[component]
pub fn Filter(study: Study) -> impl IntoView {
    let i18n = use_i18n();
    let filter = study.filter;
    let total = study.all.with_value(|all| all.criteria.len());
    let left = move || {
        let shown = study.shown.with(|shown| count(shown));
        i18n.text_with("ref-shown", &[("shown", Arg::from(shown)), ("total", Arg::from(total))])
    };
    let status_name = move || filter.with(|filter| filter.status.map_or("", Status::id));
    let available_name = move || match filter.with(|filter| filter.available) {
        None => "",
        Some(true) => "yes",
        Some(false) => "no",
    };
    view! {
        <form class="study-filter" role="search" on:submit=|event| event.prevent_default()>
            <StudySearch
                label="ref-search"
                text=Signal::derive(move || filter.with(|filter| filter.text.clone()))
                on_input=move |text| filter.update(|filter| filter.text = text)
            />
            <label class="field">
                <span class="label">{move || i18n.text("ref-by-status")}</span>
                <select
                    class="input"
                    prop:value=status_name
                    on:change=move |event| {
                        let name = event_target_value(&event);
                        let status = Status::ALL.into_iter().find(|status| status.id() == name);
                        filter.update(|filter| filter.status = status);
                    }
                >
                    <option value="">{move || i18n.text("ref-any")}</option>
                    {Status::ALL
                        .into_iter()
                        .map(|status| view! {
                            <option value=status.id()>
                                {move || i18n.text(&format!("ref-status-{}", status.id()))}
                            </option>
                        })
                        .collect_view()}
                </select>
            </label>
            <label class="field">
                <span class="label">{move || i18n.text("ref-by-availability")}</span>
                <select
                    class="input"
                    prop:value=available_name
                    on:change=move |event| {
                        let available = match event_target_value(&event).as_str() {
                            "yes" => Some(true),
                            "no" => Some(false),
                            _ => None,
                        };
                        filter.update(|filter| filter.available = available);
                    }
                >
                    <option value="">{move || i18n.text("ref-any")}</option>
                    <option value="yes">{move || i18n.text("ref-available-yes")}</option>
                    <option value="no">{move || i18n.text("ref-available-no")}</option>
                </select>
            </label>
        </form>
        <StudyBar
            left=Signal::derive(left)
            is_open=Signal::derive(move || filter.with(CriteriaFilter::is_open))
            clear=move || filter.set(CriteriaFilter::default())
            open_all=move |open| study.open_all(open)
        />
    }
}
