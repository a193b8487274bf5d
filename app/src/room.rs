//! The open work: its recipe and what is known of it, edited, run, saved, asked about.
//!
//! [`Room`] is a copyable handle of signals, put into the context by the route of a work. Every
//! edit is recorded for undo, saved at once, and runs the recipe; the engine's cache recomputes only
//! what lies below the change. Nothing here draws anything.

mod edit;
mod exercise;
mod files;
mod open;
mod questions;
mod run;
mod save;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use leptos::prelude::*;
use protocol::operation::Catalogue;
use protocol::report::RunReport;
use protocol::score::Instance;
use protocol::{Arg, Diagnostic, Recipe};

use crate::engine::Engine;
use crate::i18n::I18n;
use crate::platform::locks::WorkLock;
use crate::state::history::History;
use crate::state::keys::Action;
pub use open::load;
pub use questions::Queried;

pub use crate::state::session::{
    EngineState, FileState, Making, Notice, Running, SaveState, Selection, Stopped, StorageProblem, Urgency, Work,
};

/// The exercise that a work is on.
#[derive(Debug, Clone)]
pub struct Exercise {
    /// Its id.
    pub id: String,
    /// Its data, if it has any.
    pub instance: Option<Instance>,
}

/// What is not a signal.
struct Inner {
    id: String,
    created_ms: Cell<f64>,
    engine: Engine,
    history: RefCell<History<Recipe>>,
    /// Counts changes of the recipe.
    revision: Cell<u32>,
    /// The question of the run in progress.
    run: Cell<Option<u32>>,
    /// What the page tried to do with each file, beyond the entry in the recipe.
    file_notes: RefCell<BTreeMap<String, files::FileNote>>,
    /// Files that were forgotten while the work is open: undo brings them back.
    forgotten: RefCell<BTreeMap<String, web_sys::File>>,
    lock: RefCell<Option<WorkLock>>,
    /// Files that came with the opening of the work (dropped on the home page).
    incoming: RefCell<Vec<web_sys::File>>,
    /// Set when the files kept in the browser are back: the recipe may run.
    restored: Cell<bool>,
    /// The exercise that the work is on, and the data that it is about.
    exercise: Option<Exercise>,
    /// The question that makes the data, while it is under way.
    making: Cell<Option<u32>>,
    /// Set when the page leaves the work: what still arrives is dropped.
    closed: Cell<bool>,
}

/// The open work.
///
/// Signals are read-only but `selection` and `notice`; the work changes only through the methods.
#[derive(Clone, Copy)]
pub struct Room {
    /// The recipe.
    pub recipe: Signal<Recipe>,
    /// What the last run gave; stays while the next one is at work.
    pub report: Signal<Option<RunReport>>,
    /// Why the recipe as a whole could not be run (build mismatch, engine lost), if so.
    pub run_problem: Signal<Option<Diagnostic>>,
    /// Where the run was stopped, if it was: [`Room::resume`] goes on.
    pub stopped: Signal<Option<Stopped>>,
    /// What is looked at.
    pub selection: RwSignal<Selection>,
    /// What the engine is at.
    pub running: Signal<Option<Running>>,
    /// The engine's health.
    pub engine: Signal<EngineState>,
    /// Whether the last change is safe.
    pub save: Signal<SaveState>,
    /// The recipe's files and whether their bytes are at hand.
    pub files: Signal<Vec<FileState>>,
    /// What the engine can do; `None` until it has said so.
    pub catalogue: Signal<Option<Catalogue>>,
    /// Something to say once in a live region.
    pub notice: RwSignal<Option<Notice>>,
    /// A command of the frame that the workspace carries out (the palette button of the header).
    pub wish: RwSignal<Option<Action>>,
    /// Message key of the edit that undo takes back.
    pub undo_label: Signal<Option<&'static str>>,
    /// Message key of the edit that redo does again.
    pub redo_label: Signal<Option<&'static str>>,
    /// Whether there is something to take back.
    pub can_undo: Signal<bool>,
    /// Whether there is something to do again.
    pub can_redo: Signal<bool>,
    /// Whether another tab has this work for writing: edits do nothing here.
    pub read_only: Signal<bool>,
    /// The data of the exercise, and its files.
    pub making: Signal<Making>,
    /// Whether the guide of the first minute stands beside the work.
    pub guided: Signal<bool>,
    cells: Cells,
    inner: StoredValue<Rc<Inner>, LocalStorage>,
}

/// The writable ends of the signals.
#[derive(Clone, Copy)]
struct Cells {
    recipe: RwSignal<Recipe>,
    report: RwSignal<Option<RunReport>>,
    run_problem: RwSignal<Option<Diagnostic>>,
    stopped: RwSignal<Option<Stopped>>,
    running: RwSignal<Option<Running>>,
    save: RwSignal<SaveState>,
    files: RwSignal<Vec<FileState>>,
    catalogue: RwSignal<Option<Catalogue>>,
    undo_label: RwSignal<Option<&'static str>>,
    redo_label: RwSignal<Option<&'static str>>,
    read_only: RwSignal<bool>,
    making: RwSignal<Making>,
    guided: RwSignal<bool>,
}

impl Room {
    fn inner(self) -> Rc<Inner> {
        self.inner.get_value()
    }

    /// The id of the work, as in its address.
    pub fn id(self) -> String {
        self.inner().id.clone()
    }

    /// The recipe as it stands, without tracking.
    pub fn recipe_now(self) -> Recipe {
        self.cells.recipe.get_untracked()
    }

    /// The files that were dropped on the home page to be read in here: given once.
    pub fn take_incoming(self) -> Vec<web_sys::File> {
        self.inner().incoming.take()
    }

    /// Takes the guide of the first minute away for good.
    pub fn hide_guide(self) {
        self.cells.guided.set(false);
        self.save_now();
    }

    /// Says something once in a live region.
    pub fn say(self, notice: Notice) {
        self.notice.set(Some(notice));
    }

    /// The sentence of a diagnostic, led by the number of the step that caused it.
    pub fn explain(self, i18n: I18n, diagnostic: &Diagnostic) -> String {
        let said = i18n.diagnostic(diagnostic);
        let step = diagnostic.place.step.as_ref();
        match step.and_then(|step| self.recipe.with(|recipe| recipe.position(step))) {
            Some(index) => {
                i18n.text_with("at-step", &[("number", Arg::from(index + 1)), ("sentence", Arg::from(said))])
            }
            None => said,
        }
    }

    fn is_closed(self) -> bool {
        self.inner.try_get_value().is_none_or(|inner| inner.closed.get())
    }
}

/// The open work of the context.
pub fn use_room() -> Room {
    expect_context::<Room>()
}
