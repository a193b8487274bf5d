//! One step of the recipe: its sentence, its state in words, its figures, its errors, its tools.

use leptos::prelude::*;
use protocol::report::{StepReport, StepState};
use protocol::{Arg, Severity, Step, StepId};

use super::context::{InspectorTab, Pane, use_workspace};
use super::dom;
use super::note_editor::NoteEditor;
use super::step_drag::use_step_drag;
use super::step_progress::StepProgress;
use crate::components::icon::{Glyph, Icon};
use crate::i18n::{I18n, use_i18n};
use crate::state::{step_sentence, tables};

/// A step of the list.
#[component]
pub fn StepItem(id: StepId) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let room = workspace.room;
    let id = StoredValue::new(id);
    let step = Memo::new(move |_| room.recipe.with(|recipe| id.with_value(|id| recipe.step(id).cloned())));
    let index = Memo::new(move |_| room.recipe.with(|recipe| id.with_value(|id| recipe.position(id).unwrap_or(0))));
    let drag = use_step_drag();
    let count = move || room.recipe.with(|recipe| recipe.steps.len());
    let report = Memo::new(move |_| {
        room.report.with(|report| {
            let steps = &report.as_ref()?.steps;
            id.with_value(|id| steps.iter().find(|entry| &entry.id == id).cloned())
        })
    });
    let is_running = Memo::new(move |_| {
        room.running.with(|running| id.with_value(|id| running.as_ref().is_some_and(|at| at.step.as_ref() == Some(id))))
    });
    let is_selected =
        Memo::new(move |_| room.selection.with(|selection| id.with_value(|id| selection.step.as_ref() == Some(id))));
    let writes_note = RwSignal::new(false);
    let state = Memo::new(move |_| state_of(step.get().as_ref(), report.get().as_ref(), is_running.get()));
    let set_aside = Memo::new(move |_| {
        let made = room.report.with(|report| {
            report.as_ref().map(|report| id.with_value(|id| tables::set_aside(report, id))).unwrap_or_default()
        });
        made.iter().map(|table| table.rows).sum::<u64>()
    });
    let errors_id = id.with_value(|id| format!("errors-{id}"));
    let problems = move || {
        let found = report.get().map(|report| report.diagnostics).unwrap_or_default();
        found
            .into_iter()
            .map(|problem| {
                view! {
                    <li data-severity=severity(problem.severity)>{i18n.diagnostic(&problem)}</li>
                }
            })
            .collect_view()
    };
    view! {
        <li
            class="step"
            data-current=move || is_selected.get().then_some("")
            data-state=move || state.get().0
            data-dragged=move || id.with_value(|id| drag.carries(id)).then_some("")
            data-drop=move || drag.mark(index.get(), count())
            on:pointerdown=move |event| if !room.read_only.get_untracked() { id.with_value(|id| drag.press(id, &event)) }
            on:pointermove=move |event| drag.go(index.get_untracked(), &event)
            on:pointerup=move |_| {
                if let Some((id, to)) = drag.drop() {
                    room.move_step(&id, to);
                    dom::focus_later(format!("step-{id}"));
                }
            }
            on:pointercancel=move |_| drag.end()
            on:keydown=move |event| {
                let (alt, key) = (event.alt_key(), event.key());
                if !alt || dom::is_writing(&event) || !matches!(key.as_str(), "ArrowUp" | "ArrowDown") {
                    return;
                }
                event.prevent_default();
                event.stop_propagation();
                let now = index.get_untracked();
                let to = if key == "ArrowUp" { now.checked_sub(1) } else { Some(now + 1) };
                if let Some(to) = to {
                    room.move_step(&id.get_value(), to);
                    dom::focus_later(format!("step-{}", id.get_value()));
                }
            }
        >
            <span class="step-grip" aria-hidden="true" hidden=move || room.read_only.get()>"⠿"</span>
            <button
                type="button"
                class="step-main"
                id=id.with_value(|id| format!("step-{id}"))
                aria-current=move || is_selected.get().then_some("step")
                aria-describedby=errors_id.clone()
                on:click=move |_| {
                    room.select_step(Some(id.get_value()));
                    workspace.pane.set(Pane::Table);
                }
                on:dblclick=move |_| workspace.edit(&id.get_value())
            >
                <span class="step-number">{move || (index.get() + 1).to_string()}</span>
                <span class="step-sentence">{move || step.get().map(|step| sentence(i18n, &step))}</span>
                <span class="step-figures">
                    <span class="step-state" data-state=move || state.get().0>
                        <span class="glyph" aria-hidden="true">{move || state.get().1}</span>
                        {move || i18n.text(state.get().2)}
                    </span>
                    {move || report.get().and_then(|report| figures(i18n, &report)).map(|figures| format!(" · {figures}"))}
                    {move || (set_aside.get() > 0).then(|| view! {
                        " · "
                        <span class="warn">{i18n.text_with("ws-step-rejects", &[("rows", set_aside.get().into())])}</span>
                    })}
                </span>
                {move || step.get().map(|step| step.note).filter(|note| !note.is_empty()).map(|note| view! {
                    <span class="step-note">{note}</span>
                })}
            </button>
            {move || is_running.get().then(|| view! { <StepProgress /> })}
            <ul class="step-errors" id=errors_id>{problems}</ul>
            {move || (is_selected.get() && !room.read_only.get()).then(|| view! {
                <Tools id index set_aside writes_note is_disabled=step.get().is_some_and(|step| step.disabled) />
            })}
            {move || writes_note.get().then(|| view! {
                <NoteEditor id=id.get_value() note=step.get_untracked().map(|step| step.note).unwrap_or_default() open=writes_note />
            })}
        </li>
    }
}

/// What can be done with the selected step.
#[component]
fn Tools(
    id: StoredValue<StepId>,
    index: Memo<usize>,
    set_aside: Memo<u64>,
    writes_note: RwSignal<bool>,
    is_disabled: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let room = workspace.room;
    let count = move || room.recipe.with(|recipe| recipe.steps.len());
    let again = move || dom::focus_later(format!("step-{}", id.get_value()));
    let tool = move |key: &'static str, glyph: Glyph, act: Callback<()>, is_off: Signal<bool>| {
        view! {
            <button
                type="button"
                class="tool"
                aria-label=move || i18n.text_with(key, &[("number", (index.get() + 1).into())])
                title=move || i18n.text_with(key, &[("number", (index.get() + 1).into())])
                aria-disabled=move || is_off.get().then_some("true")
                on:click=move |_| if !is_off.get_untracked() { act.run(()) }
            >
                <Icon glyph />
            </button>
        }
    };
    let never = Signal::stored(false);
    let shows_rejects = move || {
        (set_aside.get() > 0).then(|| {
            view! {
                <button
                    type="button"
                    class="tool"
                    on:click=move |_| {
                        workspace.tab.set(InspectorTab::Rejects);
                        workspace.pane.set(Pane::Inspector);
                    }
                >
                    {i18n.text("ws-tool-rejects")}
                </button>
            }
        })
    };
    let toggle_key = if is_disabled { "ws-tool-enable" } else { "ws-tool-disable" };
    view! {
        <div class="step-tools" role="group" aria-label=move || i18n.text_with("ws-tools", &[("number", (index.get() + 1).into())])>
            {tool("ws-tool-edit", Glyph::Pen, Callback::new(move |()| workspace.edit(&id.get_value())), never)}
            {tool("ws-tool-up", Glyph::Up, Callback::new(move |()| {
                room.move_step(&id.get_value(), index.get_untracked().saturating_sub(1));
                again();
            }), Signal::derive(move || index.get() == 0))}
            {tool("ws-tool-down", Glyph::Down, Callback::new(move |()| {
                room.move_step(&id.get_value(), index.get_untracked() + 1);
                again();
            }), Signal::derive(move || index.get() + 1 >= count()))}
            {tool("ws-tool-before", Glyph::Before, Callback::new(move |()| workspace.open_palette(index.get_untracked())), never)}
            {tool("ws-tool-after", Glyph::After, Callback::new(move |()| workspace.open_palette(index.get_untracked() + 1)), never)}
            {tool(toggle_key, if is_disabled { Glyph::Play } else { Glyph::Pause }, Callback::new(move |()| {
                room.toggle_step(&id.get_value());
                again();
            }), never)}
            {tool("ws-tool-note", Glyph::Note, Callback::new(move |()| writes_note.update(|open| *open = !*open)), never)}
            {tool("ws-tool-delete", Glyph::Bin, Callback::new(move |()| {
                room.remove_step(&id.get_value());
                // The step is gone: the focus goes to the one now selected, or to the button that adds.
                let next = room.selection.with_untracked(|selection| selection.step.clone());
                dom::focus_later(next.map_or("add-step".to_owned(), |next| format!("step-{next}")));
            }), never)}
            {shows_rejects}
        </div>
    }
}

/// The step in one line.
pub fn sentence(i18n: I18n, step: &Step) -> String {
    let key = format!("op-{}-sentence", step.op);
    if i18n.has(&key) {
        let args = step_sentence::args(step);
        let args: Vec<(&str, Arg)> = args.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        return i18n.text_with(&key, &args);
    }
    let label = i18n.text_or(&format!("op-{}", step.op), &step.op);
    match step.outputs.values().next() {
        Some(table) => format!("{label} · {}", table.name),
        None => label,
    }
}

/// State: value of the attribute, glyph, key of the word.
fn state_of(
    step: Option<&Step>,
    report: Option<&StepReport>,
    is_running: bool,
) -> (&'static str, &'static str, &'static str) {
    if step.is_some_and(|step| step.disabled) {
        return ("disabled", "‖", "ws-state-disabled");
    }
    if is_running {
        return ("running", "▶", "ws-state-running");
    }
    match report.map(|report| report.state) {
        Some(StepState::Done | StepState::Cached) if report.is_some_and(|report| !report.diagnostics.is_empty()) => {
            ("warned", "▲", "ws-state-warned")
        }
        Some(StepState::Done) => ("done", "✓", "ws-state-done"),
        Some(StepState::Cached) => ("cached", "✓", "ws-state-done"),
        Some(StepState::Failed) => ("failed", "✕", "ws-state-failed"),
        Some(StepState::Blocked) => ("blocked", "⊘", "ws-state-blocked"),
        Some(StepState::Disabled) => ("disabled", "‖", "ws-state-disabled"),
        Some(StepState::Pending) | None => ("pending", "○", "ws-state-pending"),
    }
}

fn figures(i18n: I18n, report: &StepReport) -> Option<String> {
    if !matches!(report.state, StepState::Done | StepState::Cached) {
        return None;
    }
    let main = report.outputs.get("main").or_else(|| report.outputs.values().next())?;
    let (rows_in, columns) = (report.counters.rows_in, main.columns.len());
    let key = if rows_in == 0 { "ws-step-made" } else { "ws-step-figures" };
    Some(i18n.text_with(key, &[("in", rows_in.into()), ("out", main.rows.into()), ("columns", columns.into())]))
}

/// Value of the attribute for a severity.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
