//! Runs of the recipe: after each edit, after the engine came back, and to where it can go when a
//! step was stopped.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::message::{Progress, Request, Response, Unit};
use protocol::{Code, Diagnostic, StepId};

use super::{Notice, Room, Running, Stopped, Work};
use crate::engine::Engine;

impl Room {
    /// Runs the recipe as it stands. A run in progress is no longer wanted and is told so.
    pub(super) fn run(self) {
        let inner = self.inner();
        let revision = inner.revision.get().wrapping_add(1);
        inner.revision.set(revision);
        inner.engine.set_revision(revision);
        self.cells.stopped.set(None);
        self.run_until(None);
    }

    /// Runs to the end again after a stop.
    pub fn resume(self) {
        self.run();
    }

    /// Starts another engine after it was given up; the recipe runs when it is ready.
    pub fn try_again(self) {
        self.cells.run_problem.set(None);
        self.cells.stopped.set(None);
        self.inner().engine.try_again();
    }

    /// Stops what the engine is at. A run stops at its step: what stands above stays computed.
    pub fn cancel(self) {
        if let Some(running) = self.cells.running.get_untracked() {
            self.inner().engine.cancel(running.id);
        }
    }

    /// A new worker is ready: the catalogue is asked for once, and the recipe runs again.
    pub(super) fn on_engine_ready(self) {
        if self.cells.catalogue.get_untracked().is_none() {
            let engine = self.inner().engine;
            spawn_local(async move {
                if let Ok(Response::Catalogue(catalogue)) = engine.ask(Request::Catalogue).await
                    && !self.is_closed()
                {
                    self.cells.catalogue.set(Some(catalogue));
                }
            });
        }
        // A run that waited for the engine is under way by now.
        if self.inner().run.get().is_some() {
            return;
        }
        match self.cells.stopped.get_untracked() {
            Some(stopped) => stopped.step.iter().for_each(|step| self.run_above(step)),
            None => self.run_until(None),
        }
    }

    /// Computes what stands above a step, so that it can be looked at; nothing, if it is the first.
    fn run_above(self, step: &StepId) {
        let recipe = self.recipe_now();
        let above =
            recipe.position(step).and_then(|index| index.checked_sub(1)).and_then(|index| recipe.steps.get(index));
        match above {
            Some(above) => self.run_until(Some(above.id.clone())),
            None => self.cells.report.set(None),
        }
    }

    fn run_until(self, until: Option<StepId>) {
        let inner = self.inner();
        if let Some(earlier) = inner.run.take() {
            inner.engine.cancel_softly(earlier);
        }
        // What the engine holds may be the data of another exercise: the recipe runs once these are made.
        if inner.making.get().is_some() {
            return;
        }
        let recipe = self.recipe_now();
        if recipe.steps.is_empty() {
            self.cells.report.set(Some(protocol::report::RunReport::default()));
            self.cells.running.set(None);
            // Nobody waits for the answer; but from then on the engine answers queries without tables.
            drop(inner.engine.ask_with(Request::Run { recipe: recipe.to_json(), until: None }, None));
            return;
        }
        let revision = inner.revision.get();
        let request = Request::Run { recipe: recipe.to_json(), until };
        let (id, answer) = self.ask_watched(inner.engine, Work::Run, request);
        inner.run.set(Some(id));
        spawn_local(async move {
            let answer = answer.await;
            if self.is_closed() || self.inner().run.get() != Some(id) {
                return;
            }
            let at = self.stop_watching(id).and_then(|running| running.step);
            self.inner().run.set(None);
            match answer.map(|answer| answer.response) {
                Ok(Response::Ran(report)) if self.inner().revision.get() == revision => {
                    self.cells.run_problem.set(None);
                    self.cells.report.set(Some(report));
                }
                Ok(_) => {}
                Err(reason) => self.on_run_failed(reason, at),
            }
        });
    }

    fn on_run_failed(self, reason: Diagnostic, at: Option<StepId>) {
        let step = reason.place.step.clone().or(at);
        match reason.code {
            Code::Stale => {}
            Code::Cancelled => {
                self.say(Notice::assertive("said-cancelled"));
                self.cells.stopped.set(Some(Stopped { step: step.clone(), reason }));
                // A worker that had to be stopped runs this when it is back.
                if let (true, Some(step)) = (self.engine_is_ready(), step) {
                    self.run_above(&step);
                }
            }
            Code::EngineTrap | Code::EngineMemory => {
                self.say(Notice::assertive("said-engine-restarted"));
                // The first time may be bad luck (a full memory): the whole recipe runs again. The
                // second time at the same step, only what stands above it.
                let again = self
                    .cells
                    .run_problem
                    .get_untracked()
                    .is_some_and(|earlier| step.is_some() && earlier.place.step == step);
                if again {
                    self.cells.stopped.set(Some(Stopped { step, reason: reason.clone() }));
                }
                self.cells.run_problem.set(Some(reason));
            }
            _ => self.cells.run_problem.set(Some(reason)),
        }
    }

    fn engine_is_ready(self) -> bool {
        matches!(self.engine.get_untracked(), super::EngineState::Ready)
    }

    /// Asks something that may take long: its progress is shown, and it can be cancelled.
    pub(super) fn ask_watched(
        self,
        engine: Engine,
        work: Work,
        request: Request,
    ) -> (u32, impl Future<Output = Result<crate::engine::Answer, Diagnostic>>) {
        let on_progress = Box::new(move |progress: Progress| {
            if self.is_closed() {
                return;
            }
            self.cells.running.update(|running| {
                if let Some(running) = running.as_mut().filter(|running| running.work == work) {
                    running.step = progress.step;
                    running.done = progress.done;
                    running.total = progress.total;
                    running.unit = progress.unit;
                }
            });
        });
        let (id, answer) = engine.ask_with(request, Some(on_progress));
        // A run in progress stays the one that is shown: it holds up whatever is asked after it.
        let shown = self.cells.running.get_untracked();
        if work == Work::Run || shown.is_none_or(|running| running.work != Work::Run) {
            let running = Running { id, work, step: None, done: 0, total: None, unit: Unit::Steps };
            self.cells.running.set(Some(running));
        }
        (id, answer)
    }

    /// Takes a question off the display, and gives what was shown of it.
    pub(super) fn stop_watching(self, id: u32) -> Option<Running> {
        let shown = self.cells.running.get_untracked().filter(|running| running.id == id)?;
        self.cells.running.set(None);
        Some(shown)
    }
}
