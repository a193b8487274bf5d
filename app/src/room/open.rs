//! Opening a work and leaving it: the stored document, the lock, the files, the first run.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Cells, Exercise, Inner, Making, Notice, Room, SaveState, Selection};
use crate::engine::Engine;
use crate::platform::locks::{self, Hold};
use crate::platform::{clock, storage};
use crate::state::history::History;
use crate::state::work::{KEY_PREFIX, Unreadable, WorkDocument};

/// The stored document of a work; a new one, if nothing is stored under the id.
///
/// # Errors
/// [`Unreadable`]: what is stored is left as it is.
pub fn load(id: &str) -> Result<WorkDocument, Unreadable> {
    match storage::get(&format!("{KEY_PREFIX}{id}")) {
        Some(text) => WorkDocument::parse(&text),
        None => Ok(WorkDocument::new(id, clock::now_ms())),
    }
}

impl Room {
    /// Opens a work in the current owner: leaving that owner (another route) closes it.
    /// `incoming` are files that the workspace shall read in; `exercise` is what the work is on, if it is not one's own.
    pub fn open(
        engine: Engine,
        document: WorkDocument,
        incoming: Vec<web_sys::File>,
        exercise: Option<Exercise>,
    ) -> Self {
        let cells = Cells {
            recipe: RwSignal::new(document.recipe),
            report: RwSignal::new(None),
            run_problem: RwSignal::new(None),
            stopped: RwSignal::new(None),
            running: RwSignal::new(None),
            save: RwSignal::new(SaveState::Saved { at_ms: document.updated_ms }),
            files: RwSignal::new(Vec::new()),
            catalogue: RwSignal::new(None),
            undo_label: RwSignal::new(None),
            redo_label: RwSignal::new(None),
            read_only: RwSignal::new(false),
            making: RwSignal::new(Making::default()),
            guided: RwSignal::new(document.guided),
        };
        let inner = Rc::new(Inner {
            id: document.id,
            created_ms: Cell::new(document.created_ms),
            engine,
            history: RefCell::new(History::default()),
            revision: Cell::new(0),
            run: Cell::new(None),
            file_notes: RefCell::new(BTreeMap::new()),
            forgotten: RefCell::new(BTreeMap::new()),
            lock: RefCell::new(None),
            incoming: RefCell::new(incoming),
            restored: Cell::new(false),
            exercise,
            making: Cell::new(None),
            closed: Cell::new(false),
        });
        let room = Self {
            recipe: cells.recipe.into(),
            report: cells.report.into(),
            run_problem: cells.run_problem.into(),
            stopped: cells.stopped.into(),
            selection: RwSignal::new(document.selection),
            running: cells.running.into(),
            engine: engine.state(),
            save: cells.save.into(),
            files: cells.files.into(),
            catalogue: cells.catalogue.into(),
            notice: RwSignal::new(None),
            wish: RwSignal::new(None),
            undo_label: cells.undo_label.into(),
            redo_label: cells.redo_label.into(),
            can_undo: Signal::derive(move || cells.undo_label.get().is_some()),
            can_redo: Signal::derive(move || cells.redo_label.get().is_some()),
            read_only: cells.read_only.into(),
            making: cells.making.into(),
            guided: cells.guided.into(),
            cells,
            inner: StoredValue::new_local(inner),
        };
        room.refresh_files();
        room.take_lock();
        room.follow_other_tab();
        room.save_selection();
        room.start();
        on_cleanup(move || room.close());
        room
    }

    /// Files first, then the first run; later runs follow each new worker.
    fn start(self) {
        let generation = self.inner().engine.generation();
        let follow = move |_: &u32, _: Option<&u32>, _: Option<()>| {
            if !self.is_closed() && self.inner().restored.get() {
                // The data of an exercise went with the worker before.
                spawn_local(async move {
                    self.make_unless_stopped().await;
                    if !self.is_closed() {
                        self.on_engine_ready();
                        self.refresh_files();
                    }
                });
            }
        };
        Effect::watch(move || generation.get(), follow, false);
        spawn_local(async move {
            self.restore_files().await;
            if !self.is_closed() {
                self.make().await;
            }
            if self.is_closed() {
                return;
            }
            self.inner().restored.set(true);
            if generation.get_untracked() > 0 {
                self.on_engine_ready();
            }
        });
    }

    /// What is looked at is stored with the work, so that a reload comes back to it.
    fn save_selection(self) {
        let follow = move |_: &Selection, _: Option<&Selection>, _: Option<()>| {
            if !self.read_only.get_untracked() && !self.recipe_now().steps.is_empty() {
                self.save_now();
            }
        };
        Effect::watch(move || self.selection.get(), follow, false);
    }

    /// One tab writes a work. The second reads, and takes over when the first is gone.
    fn take_lock(self) {
        let id = self.inner().id.clone();
        let lock = locks::hold(&id, move |hold| {
            if self.is_closed() {
                return;
            }
            match hold {
                Hold::Elsewhere => {
                    self.cells.read_only.set(true);
                    self.cells.save.set(SaveState::ReadOnly);
                    self.say(Notice::assertive("said-read-only"));
                }
                Hold::Mine => self.take_over(),
            }
        });
        self.inner().lock.replace(Some(lock));
    }

    /// The other tab is gone: what it stored last is the work now.
    fn take_over(self) {
        if !self.read_only.get_untracked() {
            return;
        }
        self.cells.read_only.set(false);
        if let Ok(document) = load(&self.inner().id) {
            self.cells.save.set(SaveState::Saved { at_ms: document.updated_ms });
        }
        self.read_stored();
        self.say(Notice::polite("said-took-over"));
    }

    /// While another tab writes, this one shows what it stores.
    fn follow_other_tab(self) {
        let key = format!("{KEY_PREFIX}{}", self.inner().id);
        let handle = window_event_listener(leptos::ev::storage, move |event| {
            if self.read_only.get_untracked() && event.key().as_ref() == Some(&key) {
                self.read_stored();
            }
        });
        on_cleanup(move || handle.remove());
    }

    fn read_stored(self) {
        let Ok(document) = load(&self.inner().id) else { return };
        let before = self.recipe_now();
        if document.recipe == before {
            return;
        }
        let same_steps = document.recipe.steps == before.steps;
        self.cells.recipe.set(document.recipe);
        self.refresh_files();
        spawn_local(async move {
            self.restore_files().await;
            if !self.is_closed() && !same_steps {
                self.run();
            }
        });
    }

    fn close(self) {
        let inner = self.inner();
        inner.closed.set(true);
        inner.lock.take();
        for question in [inner.run.take(), inner.making.take()].into_iter().flatten() {
            inner.engine.cancel_softly(question);
        }
        for entry in self.cells.recipe.try_get_untracked().map(|recipe| recipe.files).unwrap_or_default() {
            inner.engine.detach(&entry.name);
        }
    }
}
