//! What a step would do, before it is applied: rows, columns, cells, examples before and after.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::report::Effect as StepEffect;
use protocol::table::WindowColumn;
use protocol::{Code, Diagnostic, Step};

use super::announce::{Wait, wait_of};
use super::context::use_workspace;
use super::small_table::{Cell, SmallTable};
use crate::i18n::{I18n, use_i18n};

/// How long the form must rest before the engine is asked.
const REST_MS: u32 = 350;

/// The effect as it is known.
#[derive(Clone, Copy)]
pub struct FollowedEffect {
    /// The last answer; stays while the next one is on its way.
    pub known: RwSignal<Option<StepEffect>>,
    /// What the engine has against the step.
    pub problem: RwSignal<Option<Diagnostic>>,
    /// Whether an answer is on its way.
    pub busy: RwSignal<bool>,
}

/// Asks for the effect of a step whenever it has changed and rests, if it is complete.
pub fn follow_effect(step: Memo<Step>, index: usize, complete: Signal<bool>) -> FollowedEffect {
    let room = use_workspace().room;
    let effect =
        FollowedEffect { known: RwSignal::new(None), problem: RwSignal::new(None), busy: RwSignal::new(false) };
    let asked = StoredValue::new(0u32);
    let timer = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |_| {
        let now = step.get();
        effect.problem.set(None);
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        if !complete.get() {
            effect.known.set(None);
            effect.busy.set(false);
            timer.set_value(None);
            return;
        }
        effect.busy.set(true);
        timer.set_value(Some(Timeout::new(REST_MS, move || {
            spawn_local(async move {
                let answer = room.preview(now, index).await;
                if asked.try_get_value() != Some(number) {
                    return;
                }
                effect.busy.try_set(false);
                match answer {
                    Ok(found) => {
                        effect.known.try_set(Some(found));
                    }
                    // The person went on, or stopped it: nothing is wrong with the step.
                    Err(reason) if matches!(reason.code, Code::Stale | Code::Cancelled) => {}
                    Err(reason) => {
                        effect.known.try_set(None);
                        effect.problem.try_set(Some(reason));
                    }
                }
            });
        })));
    });
    effect
}

/// The effect in words and in ten examples.
#[component]
pub fn EffectView(
    /// The effect as it is known.
    effect: FollowedEffect,
) -> impl IntoView {
    let i18n = use_i18n();
    let wait = wait_of(effect.busy.into());
    view! {
        <section class="effect" aria-labelledby="effect-heading">
            <h4 id="effect-heading">{move || i18n.text("ws-effect")}</h4>
            <div role="status">
                {move || match (effect.known.get(), wait.get()) {
                    (_, Wait::Words | Wait::Long) => view! { <p class="field-help">{i18n.text("ws-effect-working")}</p> }.into_any(),
                    (None, _) => view! { <p class="field-help">{i18n.text("ws-effect-none")}</p> }.into_any(),
                    (Some(known), _) => lines(i18n, &known, Tense::ToCome).into_any(),
                }}
            </div>
            {move || effect.known.get().map(|known| examples_of(i18n, &known))}
        </section>
    }
}

/// Whether an effect is to come or has been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// Before the step is applied.
    ToCome,
    /// Of a step of the recipe.
    Done,
}

/// An effect in words and examples, on its own.
#[component]
pub fn EffectLines(
    /// The effect.
    effect: StepEffect,
    /// Whether it is to come or has been.
    tense: Tense,
) -> impl IntoView {
    let i18n = use_i18n();
    view! {
        {lines(i18n, &effect, tense)}
        {examples_of(i18n, &effect)}
    }
}

fn lines(i18n: I18n, effect: &StepEffect, tense: Tense) -> impl IntoView + use<> {
    let mut lines =
        vec![i18n.text_with(
            "ws-effect-rows",
            &[("before", effect.rows_before.into()), ("after", effect.rows_after.into())],
        )];
    for (key, rows) in [("look-effect-removed", effect.rows_removed), ("look-effect-added", effect.rows_added)] {
        if let Some(rows) = rows.filter(|rows| *rows > 0) {
            lines.push(i18n.text_with(key, &[("rows", rows.into())]));
        }
    }
    if let Some(cells) = effect.cells_changed {
        let key = if tense == Tense::Done { "look-effect-cells" } else { "ws-effect-cells" };
        lines.push(i18n.text_with(key, &[("cells", cells.into())]));
    }
    for (column, cells) in &effect.changed_by_column {
        let args = [("column", column.as_str().into()), ("cells", (*cells).into())];
        lines.push(i18n.text_with("look-effect-column", &args));
    }
    if effect.rows_rejected > 0 {
        lines.push(i18n.text_with("ws-effect-rejected", &[("rows", effect.rows_rejected.into())]));
    }
    for (key, columns) in [
        ("ws-effect-added", &effect.columns_added),
        ("ws-effect-removed", &effect.columns_removed),
        ("look-effect-retyped", &effect.columns_retyped),
    ] {
        if !columns.is_empty() {
            lines.push(i18n.text_with(key, &[("columns", columns.clone().into()), ("count", columns.len().into())]));
        }
    }
    view! { <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }
}

/// The examples: rows that stay, then some of those that go.
fn examples_of(i18n: I18n, effect: &StepEffect) -> impl IntoView + use<> {
    let has_cells = |columns: &[WindowColumn]| columns.iter().any(|column| !column.cells.is_empty());
    let stay = has_cells(&effect.examples).then(|| examples(i18n, effect));
    let go = has_cells(&effect.examples_removed).then(|| {
        let columns = &effect.examples_removed;
        let height = columns.iter().map(|column| column.cells.len()).max().unwrap_or(0);
        let cell = |column: &WindowColumn, row: usize| {
            let text = column.cells.get(row).cloned().flatten().map(|text| i18n.cell(column.kind, &text));
            Cell { kind: column.kind, text, before: None }
        };
        let rows = (0..height).map(|row| columns.iter().map(|column| cell(column, row)).collect()).collect();
        let names = columns.iter().map(|column| (column.name.clone(), column.kind)).collect();
        view! { <SmallTable caption=i18n.text("look-effect-removed-examples") columns=names rows=rows /> }
    });
    view! { {stay}{go} }
}

fn examples(i18n: I18n, effect: &StepEffect) -> impl IntoView + use<> {
    let before = |column: &WindowColumn, row: usize| {
        let old = effect.examples_before.iter().find(|old| old.name == column.name)?;
        Some((old.kind, old.cells.get(row)?.clone()))
    };
    let height = effect.examples.iter().map(|column| column.cells.len()).max().unwrap_or(0);
    let rows = (0..height)
        .map(|row| {
            effect
                .examples
                .iter()
                .map(|column| {
                    let now = column.cells.get(row).cloned().flatten();
                    let old =
                        before(column, row).filter(|(kind, old)| *old != now || *kind != column.kind && old.is_some());
                    let old =
                        old.filter(|(_, old)| *old != now).map(|(kind, old)| old.map(|old| i18n.cell(kind, &old)));
                    Cell { kind: column.kind, text: now.map(|now| i18n.cell(column.kind, &now)), before: old }
                })
                .collect()
        })
        .collect::<Vec<Vec<Cell>>>();
    let columns = effect.examples.iter().map(|column| (column.name.clone(), column.kind)).collect();
    view! { <SmallTable caption=i18n.text("ws-effect-examples") columns=columns rows=rows /> }
}
