//! What the selected step changed, below its sentence.

use leptos::prelude::*;
use protocol::report::{RunReport, StepState};
use protocol::{Code, Diagnostic, Step, StepId};

use crate::components::workspace::announce::{Wait, wait_of};
use crate::components::workspace::context::use_workspace;
use crate::components::workspace::effect::{EffectLines, Tense};
use crate::i18n::use_i18n;
use crate::room::Work;

fn state(report: &RunReport, id: &StepId) -> Option<StepState> {
    report.steps.iter().find(|step| &step.id == id).map(|step| step.state)
}

/// Rows, columns and cells that a step of the recipe touched, with examples. A step that is off changes nothing.
#[component]
pub fn StepChanges(
    /// The step.
    step: Step,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = use_workspace();
    let room = workspace.room;
    let known = RwSignal::new(None::<Result<protocol::report::Effect, Diagnostic>>);
    let busy = RwSignal::new(false);
    let wait = wait_of(busy.into());
    let asked = StoredValue::new(0u32);
    let disabled = step.disabled;
    let id = step.id.clone();
    let ended = Memo::new(move |_| room.report.with(|report| report.as_ref().and_then(|report| state(report, &id))));
    let has_failed = move || matches!(ended.get(), Some(StepState::Failed | StepState::Blocked));
    // Only of a step that is computed: a question must not begin again what was stopped or broke off.
    let is_computed = Memo::new(move |_| {
        let is_at_rest = room.running.with(|running| running.as_ref().is_none_or(|running| running.work != Work::Run))
            && room.stopped.with(Option::is_none)
            && room.run_problem.with(Option::is_none);
        is_at_rest && matches!(ended.get(), Some(StepState::Done | StepState::Cached))
    });
    Effect::new(move |_| {
        workspace.epoch.track();
        if !is_computed.get() {
            return;
        }
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        let step = step.clone();
        let index = room.recipe_now().position(&step.id).unwrap_or_default();
        busy.set(true);
        leptos::task::spawn_local(async move {
            let answer = room.preview(step, index).await;
            if asked.try_get_value() != Some(number) {
                return;
            }
            busy.try_set(false);
            match answer {
                Err(reason) if matches!(reason.code, Code::Stale | Code::Cancelled) => {}
                answer => {
                    known.try_set(Some(answer));
                }
            }
        });
    });
    view! {
        <section class="effect" aria-labelledby="changes-heading">
            <h4 id="changes-heading">{move || i18n.text("look-changes")}</h4>
            <div role="status">
                {move || (wait.get() != Wait::Unseen).then(|| view! { <p class="field-help">{i18n.text("look-changes-working")}</p> })}
            </div>
            {disabled.then(|| view! { <p class="field-help">{move || i18n.text("look-changes-disabled")}</p> })}
            {move || has_failed().then(|| view! { <p class="field-help">{i18n.text("look-changes-failed")}</p> })}
            {move || known.get().map(|known| match known {
                Ok(effect) => view! { <EffectLines effect tense=Tense::Done /> }.into_any(),
                Err(reason) => view! { <p class="field-help">{i18n.diagnostic(&reason)}</p> }.into_any(),
            })}
        </section>
    }
}
