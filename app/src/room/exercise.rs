//! The exercise that a work is on: its data made by the engine, its files, its score.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::message::{Request, Response};
use protocol::score::{CheckSpec, Scorecard};
use protocol::{Code, Diagnostic};

use super::questions::blob;
use super::{Making, Notice, Room, Work};

impl Room {
    /// Whether the work is on an exercise: it reads the exercise's files and no others.
    pub fn is_exercise(self) -> bool {
        self.inner().exercise.is_some()
    }

    /// Makes the data of the exercise, if the work is on one that has some.
    pub(super) async fn make(self) {
        let inner = self.inner();
        let Some(instance) = inner.exercise.as_ref().and_then(|exercise| exercise.instance.clone()) else { return };
        if inner.making.get().is_some() {
            return;
        }
        self.cells.making.set(Making::Working);
        let (id, answer) = self.ask_watched(inner.engine, Work::Make, Request::Make { instance });
        inner.making.set(Some(id));
        let answer = answer.await;
        if self.is_closed() {
            return;
        }
        self.stop_watching(id);
        inner.making.set(None);
        let making = match answer.map(|answer| answer.response) {
            Ok(Response::Made { files }) => Making::Made(files),
            Ok(_) => Making::Failed(*Diagnostic::new(Code::EngineInternal).with("detail", "unexpected answer")),
            Err(reason) => Making::Failed(reason),
        };
        if let Making::Made(files) = &making {
            self.say(Notice::polite("said-data-made").with("count", files.len()));
        }
        self.cells.making.set(making);
    }

    /// As [`Room::make`], but not where the person stopped it.
    pub(super) async fn make_unless_stopped(self) {
        let stopped = |making: &Making| matches!(making, Making::Failed(reason) if reason.code == Code::Cancelled);
        if !self.cells.making.with_untracked(stopped) {
            self.make().await;
        }
    }

    /// Makes the data after they were stopped or failed; then the recipe runs.
    pub fn make_again(self) {
        spawn_local(async move {
            self.make().await;
            if !self.is_closed() {
                self.run();
            }
        });
    }

    /// A file of the exercise, ready to be saved.
    ///
    /// # Errors
    /// `file-missing`, or why the engine has no answer.
    pub async fn made_file(self, name: &str) -> Result<web_sys::Blob, Diagnostic> {
        blob(self.watch(Work::Export, Request::MadeFile { name: name.to_owned() }).await?)
    }

    /// What the recipe earns.
    ///
    /// # Errors
    /// `instance-missing`, what is wrong with the checks, or why the engine has no answer.
    pub async fn score(self, checks: Vec<CheckSpec>) -> Result<Scorecard, Diagnostic> {
        let instance = self.inner().exercise.as_ref().and_then(|exercise| exercise.instance.clone());
        let instance = instance.ok_or_else(|| *Diagnostic::new(Code::InstanceMissing).with("name", ""))?;
        let request = Request::Score { recipe: self.recipe_now().to_json(), instance, checks };
        match self.ask_shown(Work::Score, request).await? {
            Response::Scored(card) => Ok(*card),
            _ => Err(*Diagnostic::new(Code::EngineInternal).with("detail", "unexpected answer")),
        }
    }
}
