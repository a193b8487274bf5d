//! The tab of facets: what is chosen on the table, and what there is to choose from in a column.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::Diagnostic;
use protocol::facet::{Condition, Facet, FacetFigures};
use protocol::table::{ColumnType, TableInfo};

use super::facet_choices::{Duplicates, Patterns, States, Values};
use super::facet_range::Range;
use super::filter::{counts, make_step};
use super::{Looking, use_looking};
use crate::components::workspace::announce::{Wait, wait_of};
use crate::components::workspace::context::use_workspace;
use crate::components::workspace::dom;
use crate::i18n::{I18n, use_i18n};
use crate::state::facets::{has_range, has_values};

/// What the facets of one column share.
#[derive(Clone, Copy)]
pub struct Subject {
    /// The column.
    pub column: StoredValue<String>,
    /// Its type.
    pub kind: ColumnType,
    /// The figures, once they are there.
    pub figures: RwSignal<Option<FacetFigures>>,
    /// The text that listed values must contain.
    pub search: RwSignal<String>,
    table: StoredValue<TableInfo>,
    looking: Looking,
}

impl Subject {
    /// The condition of a kind on the column, tracked.
    pub fn get(self, like: &Condition) -> Option<Condition> {
        self.looking.chosen.with(|chosen| self.column.with_value(|column| chosen.get(column, like).cloned()))
    }

    /// Chooses a condition.
    pub fn set(self, condition: Condition) {
        let table = self.table.with_value(|info| info.table.clone());
        self.looking.chosen.update(|chosen| self.column.with_value(|column| chosen.set(&table, column, condition)));
    }

    /// Takes the condition of a kind away.
    pub fn clear(self, like: &Condition) {
        let condition = self
            .column
            .with_value(|column| self.looking.chosen.with_untracked(|chosen| chosen.get(column, like).cloned()));
        if let Some(condition) = condition {
            let facet = Facet { column: self.column.get_value(), condition };
            self.looking.chosen.update(|chosen| chosen.remove(&facet));
        }
    }
}

/// The tab of the inspector.
#[component]
pub fn FacetsTab() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, looking) = (use_workspace(), use_looking());
    let room = workspace.room;
    let chosen_column = move || room.selection.with(|selection| selection.column.clone()).unwrap_or_default();
    let columns = Memo::new(move |_| workspace.shown.get().map(|shown| shown.info.columns).unwrap_or_default());
    // Rebuilt for another column or table only: a choice must not take the focus from its box.
    let subject = Memo::new(move |_| {
        let column = room.selection.with(|selection| selection.column.clone())?;
        let info = workspace.shown.get()?.info;
        let kind = info.columns.iter().find(|info| info.name == column)?.kind;
        Some((info.table, column, kind))
    });
    view! {
        <div class="profile facets">
            <Active />
            <div class="field">
                <label for="facet-column">{move || i18n.text("look-facet-column")}</label>
                <select
                    class="input"
                    id="facet-column"
                    on:change=move |event| {
                        let column = dom::value_of(&event);
                        room.selection.update(|selection| selection.column = (!column.is_empty()).then_some(column));
                    }
                >
                    <option value="" selected=move || chosen_column().is_empty()>{move || i18n.text("ws-profile-choose")}</option>
                    {move || columns.get().into_iter().map(|column| {
                        let (value, label) = (column.name.clone(), column.name.clone());
                        view! { <option value=value selected=move || chosen_column() == column.name>{label}</option> }
                    }).collect_view()}
                </select>
            </div>
            {move || match subject.get() {
                Some((_, column, kind)) => {
                    let info = untrack(|| workspace.shown.get()).map(|shown| shown.info);
                    info.map(|info| view! { <OfColumn column kind info looking /> }).into_any()
                }
                None => view! { <p class="empty">{i18n.text("look-facets-empty")}</p> }.into_any(),
            }}
        </div>
    }
}

/// What is chosen on the table, each to be taken away; and the step that all of it can become.
#[component]
fn Active() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, looking) = (use_workspace(), use_looking());
    let facets = Memo::new(move |_| {
        let shown = workspace.shown.get();
        shown.map(|shown| looking.chosen.with(|chosen| chosen.of(&shown.info))).unwrap_or_default()
    });
    move || {
        let list = facets.get();
        (!list.is_empty()).then(|| {
            let items = list.into_iter().map(|facet| {
                let said = sentence(i18n, &facet);
                let label = i18n.text_with("look-facet-remove", &[("facet", said.clone().into())]);
                view! {
                    <li>
                        <span class="grow">{said}</span>
                        <button type="button" class="tool" aria-label=label on:click=move |_| {
                            looking.chosen.update(|chosen| chosen.remove(&facet));
                            dom::focus_later_if_lost("facet-column".to_owned(), "inspector-panel");
                        }>
                            "✕"
                        </button>
                    </li>
                }
            });
            view! {
                <section class="facet-active" aria-labelledby="facet-active">
                    <h3 id="facet-active">{i18n.text("look-facets-active")}</h3>
                    <p class="field-help">
                        {move || counts(workspace, looking).map(|(kept, rows)| {
                            i18n.text_with("look-kept", &[("kept", kept.into()), ("rows", rows.into())])
                        })}
                    </p>
                    <ul class="plain-list">{items.collect_view()}</ul>
                    <div class="button-row">
                        <button
                            type="button"
                            class="button primary"
                            aria-disabled=move || workspace.room.read_only.get().then_some("true")
                            on:click=move |_| if !workspace.room.read_only.get_untracked() { make_step(workspace, looking) }
                        >
                            {i18n.text("look-facets-step")}
                        </button>
                    </div>
                </section>
            }
        })
    }
}

/// A facet in words.
fn sentence(i18n: I18n, facet: &Facet) -> String {
    let column = facet.column.as_str();
    let counted = |key: &str, count: usize| i18n.text_with(key, &[("column", column.into()), ("count", count.into())]);
    match &facet.condition {
        Condition::Values { values, invert: false } => counted("look-facet-values", values.len()),
        Condition::Values { values, invert: true } => counted("look-facet-values-not", values.len()),
        Condition::Patterns { patterns, invert: false } => counted("look-facet-patterns", patterns.len()),
        Condition::Patterns { patterns, invert: true } => counted("look-facet-patterns-not", patterns.len()),
        Condition::States { states } => counted("look-facet-states", states.len()),
        Condition::Duplicated => i18n.text_with("look-facet-duplicated", &[("column", column.into())]),
        Condition::Range { low, high } => {
            let bound = |bound: &Option<String>| bound.clone().unwrap_or_else(|| "…".to_owned());
            let bounds = [("column", column.into()), ("low", bound(low).into()), ("high", bound(high).into())];
            i18n.text_with("look-facet-range", &bounds)
        }
    }
}

#[component]
fn OfColumn(column: String, kind: ColumnType, info: TableInfo, looking: Looking) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let subject = Subject {
        column: StoredValue::new(column),
        kind,
        figures: RwSignal::new(None),
        search: RwSignal::new(String::new()),
        table: StoredValue::new(info),
        looking,
    };
    let problem = RwSignal::new(None::<Diagnostic>);
    let busy = RwSignal::new(false);
    let wait = wait_of(busy.into());
    follow(subject, problem, busy);
    view! {
        <p class="field-help">
            {move || {
                let rows = subject.figures.with(|figures| figures.as_ref().map(|figures| figures.considered));
                rows.map(|rows| i18n.text_with("look-facet-considered", &[("rows", rows.into())]))
            }}
        </p>
        <div role="status">
            {move || (wait.get() != Wait::Unseen).then(|| view! { <p class="field-help">{i18n.text("ws-profile-working")}</p> })}
        </div>
        <div role="alert">
            {move || problem.get().map(|reason| view! { <p class="field-error"><span>{i18n.diagnostic(&reason)}</span></p> })}
        </div>
        <States subject />
        {has_range(kind).then(|| view! { <Range subject /> })}
        {has_values(kind).then(|| view! { <Values subject /> })}
        {(kind == ColumnType::Text).then(|| view! { <Patterns subject /> })}
        {(kind != ColumnType::Other).then(|| view! { <Duplicates subject workspace /> })}
    }
}

/// Asks for the figures whenever the cells, the facets of other columns or the search change.
fn follow(subject: Subject, problem: RwSignal<Option<Diagnostic>>, busy: RwSignal<bool>) {
    let workspace = use_workspace();
    let asked = StoredValue::new(0u32);
    let question = Memo::new(move |_| {
        let shown = workspace.shown.get()?;
        let mut others = subject.looking.chosen.with(|chosen| chosen.of(&shown.info));
        subject.column.with_value(|column| others.retain(|facet| &facet.column != column));
        Some((shown.at(), others, subject.search.get(), workspace.epoch.get()))
    });
    Effect::new(move |_| {
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        let Some((at, others, search, _)) = question.get() else { return busy.set(false) };
        let column = subject.column.get_value();
        busy.set(true);
        spawn_local(async move {
            let answer = workspace.room.facets(at, column, others, search).await;
            if asked.try_get_value() != Some(number) {
                return;
            }
            busy.try_set(false);
            problem.try_set(answer.as_ref().err().cloned());
            if let Ok(figures) = answer {
                subject.figures.try_set(Some(figures));
            }
        });
    });
}
