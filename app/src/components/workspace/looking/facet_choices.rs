//! Facets that are lists of boxes: states of cells, values, patterns, duplicates.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use protocol::facet::{CellState, Condition};
use protocol::profile::ValueCount;

use super::facets::Subject;
use crate::components::workspace::context::{InspectorTab, Workspace};
use crate::components::workspace::dom;
use crate::i18n::use_i18n;
use crate::state::facets::{states, toggled};

/// How long the search must rest before values are asked for.
const REST_MS: u32 = 250;

/// Missing, blank, filled.
#[component]
pub fn States(subject: Subject) -> impl IntoView {
    let i18n = use_i18n();
    let like = Condition::States { states: Vec::new() };
    let chosen = Memo::new(move |_| match subject.get(&like) {
        Some(Condition::States { states }) => states,
        _ => Vec::new(),
    });
    let count = move |state: CellState| {
        subject.figures.with(|figures| {
            figures.as_ref().map(|figures| match state {
                CellState::Missing => figures.missing,
                CellState::Blank => figures.blank,
                CellState::Filled => figures.considered.saturating_sub(figures.missing + figures.blank),
            })
        })
    };
    view! {
        <fieldset class="field facet">
            <legend>{move || i18n.text("look-states")}</legend>
            {states(subject.kind)
                .iter()
                .map(|state| {
                    let (state, key) = (*state, state_key(*state));
                    view! {
                        <label class="choice">
                            <input
                                type="checkbox"
                                prop:checked=move || chosen.with(|chosen| chosen.contains(&state))
                                on:change=move |_| subject.set(Condition::States { states: toggled(chosen.get_untracked(), state) })
                            />
                            <span class="grow">{move || i18n.text(key)}</span>
                            <span class="figure">{move || count(state).map(|count| i18n.count(count))}</span>
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}

fn state_key(state: CellState) -> &'static str {
    match state {
        CellState::Missing => "look-state-missing",
        CellState::Blank => "look-state-blank",
        CellState::Filled => "look-state-filled",
    }
}

/// Chosen entries of a list, and whether it is all but these.
type Choice = (Vec<Option<String>>, bool);

/// The most frequent values, those that contain a text, and "all but these".
#[component]
pub fn Values(subject: Subject) -> impl IntoView {
    let i18n = use_i18n();
    let like = Condition::Values { values: Vec::new(), invert: false };
    let chosen = Memo::new(move |_| match subject.get(&like) {
        Some(Condition::Values { values, invert }) => (values, invert),
        _ => Choice::default(),
    });
    let listed = Memo::new(move |_| {
        let found = subject.figures.with(|figures| figures.as_ref().map(|found| found.values.clone()));
        with_chosen(found.unwrap_or_default(), &chosen.read().0)
    });
    let timer = StoredValue::new_local(None::<Timeout>);
    let more = Signal::derive(move || {
        let distinct = subject.figures.with(|figures| figures.as_ref().map(|figures| figures.distinct))?;
        let shown = listed.with(|listed| listed.iter().filter(|entry| entry.value.is_some()).count() as u64);
        (distinct > shown).then(|| i18n.text_with("look-values-more", &[("count", (distinct - shown).into())]))
    });
    view! {
        <fieldset class="field facet">
            <legend>{move || i18n.text("look-values")}</legend>
            <label class="visually-hidden" for="facet-search">{move || i18n.text("look-values-search")}</label>
            <input
                class="input"
                id="facet-search"
                type="search"
                autocomplete="off"
                placeholder=move || i18n.text("look-values-search")
                on:input=move |event| {
                    let text = dom::value_of(&event);
                    timer.set_value(Some(Timeout::new(REST_MS, move || {
                        subject.search.try_set(text);
                    })));
                }
            />
            <Boxes
                listed
                chosen
                said=move |value: &str| i18n.cell(subject.kind, value)
                set=move |(values, invert)| subject.set(Condition::Values { values, invert })
                more
                invert="look-values-invert"
            />
        </fieldset>
    }
}

/// Shapes of texts.
#[component]
pub fn Patterns(subject: Subject) -> impl IntoView {
    let i18n = use_i18n();
    let like = Condition::Patterns { patterns: Vec::new(), invert: false };
    let chosen = Memo::new(move |_| match subject.get(&like) {
        Some(Condition::Patterns { patterns, invert }) => (patterns.into_iter().map(Some).collect(), invert),
        _ => Choice::default(),
    });
    let listed = Memo::new(move |_| {
        let found = subject.figures.with(|figures| figures.as_ref().map(|found| found.patterns.clone()));
        with_chosen(found.unwrap_or_default(), &chosen.read().0)
    });
    let more = Signal::derive(move || {
        let distinct = subject.figures.with(|figures| figures.as_ref().map(|figures| figures.distinct_patterns))?;
        let shown = listed.with(Vec::len) as u64;
        (distinct > shown).then(|| i18n.text_with("look-patterns-more", &[("count", (distinct - shown).into())]))
    });
    view! {
        <fieldset class="field facet patterns" aria-describedby="facet-patterns-help">
            <legend>{move || i18n.text("look-patterns")}</legend>
            <p class="field-help" id="facet-patterns-help">{move || i18n.text("look-patterns-help")}</p>
            <Boxes
                listed
                chosen
                said=|pattern: &str| pattern.to_owned()
                set=move |(patterns, invert): Choice| {
                    subject.set(Condition::Patterns { patterns: patterns.into_iter().flatten().collect(), invert });
                }
                more
                invert="look-patterns-invert"
            />
        </fieldset>
    }
}

/// A chosen entry stays in the list, whatever the search or the other facets leave.
fn with_chosen(mut listed: Vec<ValueCount>, chosen: &[Option<String>]) -> Vec<ValueCount> {
    for value in chosen.iter().rev() {
        if listed.iter().all(|entry| &entry.value != value) {
            listed.insert(0, ValueCount { value: value.clone(), count: 0 });
        }
    }
    listed
}

/// A box an entry with its rows, what is not listed, and the box of "all but these".
#[component]
fn Boxes(
    listed: Memo<Vec<ValueCount>>,
    chosen: Memo<Choice>,
    /// An entry that is not blank, in words.
    said: impl Fn(&str) -> String + Copy + Send + Sync + 'static,
    set: impl Fn(Choice) + Copy + Send + Sync + 'static,
    more: Signal<Option<String>>,
    /// Key of the last box.
    invert: &'static str,
) -> impl IntoView {
    let i18n = use_i18n();
    let label = move |value: &Option<String>| match value {
        None => i18n.text("ws-cell-null"),
        Some(text) if text.trim().is_empty() => i18n.text("ws-cell-blank"),
        Some(text) => said(text),
    };
    view! {
        <div class="facet-list">
            <For
                each=move || listed.get()
                key=|entry| (entry.value.clone(), entry.count)
                children=move |entry| {
                    let (value, count) = (StoredValue::new(entry.value), entry.count);
                    view! {
                        <label class="choice">
                            <input
                                type="checkbox"
                                prop:checked=move || chosen.with(|(values, _)| value.with_value(|value| values.contains(value)))
                                on:change=move |_| {
                                    let (values, invert) = chosen.get_untracked();
                                    set((toggled(values, value.get_value()), invert));
                                }
                            />
                            <span class="grow value">{move || value.with_value(label)}</span>
                            // What is listed only because it is chosen was not counted.
                            <span class="figure">{move || (count > 0).then(|| i18n.count(count))}</span>
                        </label>
                    }
                }
            />
        </div>
        <p class="field-help" role="status">{move || more.get()}</p>
        <label class="choice">
            <input
                type="checkbox"
                disabled=move || chosen.with(|(values, _)| values.is_empty())
                prop:checked=move || chosen.with(|(_, invert)| *invert)
                on:change=move |_| {
                    let (values, invert) = chosen.get_untracked();
                    set((values, !invert));
                }
            />
            {move || i18n.text(invert)}
        </label>
    }
}

/// Rows whose value stands more than once; and the operation that removes them.
#[component]
pub fn Duplicates(subject: Subject, workspace: Workspace) -> impl IntoView {
    let i18n = use_i18n();
    let is_chosen = Memo::new(move |_| subject.get(&Condition::Duplicated).is_some());
    let count = move || subject.figures.with(|figures| figures.as_ref().map(|figures| figures.duplicated));
    view! {
        <fieldset class="field facet">
            <legend>{move || i18n.text("look-duplicates")}</legend>
            <label class="choice">
                <input
                    type="checkbox"
                    prop:checked=move || is_chosen.get()
                    on:change=move |_| match is_chosen.get_untracked() {
                        true => subject.clear(&Condition::Duplicated),
                        false => subject.set(Condition::Duplicated),
                    }
                />
                <span class="grow">{move || i18n.text("look-duplicates-only")}</span>
                <span class="figure">{move || count().map(|count| i18n.count(count))}</span>
            </label>
            {move || count().is_some_and(|count| count > 0).then(|| view! {
                <button type="button" class="tool" on:click=move |_| {
                    let column = subject.column.get_value();
                    workspace.begin("deduplicate", workspace.next_index(), Some(&column), Default::default());
                    workspace.tab.set(InspectorTab::Step);
                }>
                    {i18n.text("look-duplicates-remove")}
                </button>
            })}
        </fieldset>
    }
}
