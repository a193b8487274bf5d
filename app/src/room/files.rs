//! The files of a work: attached to the engine, kept in the browser where there is room, recognised
//! by their hash.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::message::{Request, Response};
use protocol::{Code, Diagnostic, FileEntry, Severity};
use web_sys::File;

use super::edit::FORGET;
use super::{FileState, Notice, Room};
use crate::platform::{clock, files as kept};
use crate::state::work::free_file_name;

/// How long the engine must be idle before files are hashed behind the person's back.
const IDLE_MS: u32 = 400;

/// What the page knows of a file beyond its entry.
#[derive(Debug, Clone, Default)]
pub(super) struct FileNote {
    kept: bool,
    unkept_reason: Option<&'static str>,
    problem: Option<Diagnostic>,
}

impl Room {
    /// Gives the engine a new file, and records it in the recipe. Gives the name that import steps use:
    /// the file's own, or one with a number where that is taken.
    ///
    /// # Errors
    /// `file-empty`, `cancelled` in a tab that may not write, or why the engine refuses.
    pub async fn attach(self, file: File) -> Result<String, Diagnostic> {
        if self.read_only.get_untracked() {
            return Err(*Diagnostic::new(Code::Cancelled));
        }
        let own = file.name();
        let bytes = file.size() as u64;
        if bytes == 0 {
            return Err(*Diagnostic::new(Code::FileEmpty).with("name", own));
        }
        let engine = self.inner().engine;
        let known = self.recipe_now().files;
        // The same name and length as a file that is missing: it comes back.
        if known.iter().any(|entry| entry.name == own && entry.bytes == bytes && !engine.has_file(&own)) {
            self.reattach(&own, file).await?;
            return Ok(own);
        }
        let name = free_file_name(&own, |name| known.iter().any(|entry| entry.name == name));
        engine.attach(&name, file.clone()).await?;
        let entry = FileEntry { name: name.clone(), bytes, hash: None };
        self.change_files(|recipe| recipe.files.push(entry));
        self.refresh_files();
        self.look_after(name.clone(), file);
        Ok(name)
    }

    /// Gives a missing file back under the name that the recipe uses. Another content than the recipe
    /// was made with is taken too, and marked `file-changed` as soon as its hash is known.
    ///
    /// # Errors
    /// `file-empty`, or why the engine refuses.
    pub async fn reattach(self, name: &str, file: File) -> Result<(), Diagnostic> {
        if file.size() as u64 == 0 {
            return Err(*Diagnostic::new(Code::FileEmpty).with("name", name));
        }
        self.inner().engine.attach(name, file.clone()).await?;
        self.note_file(name, |note| note.problem = None);
        self.look_after(name.to_owned(), file);
        self.say(Notice::polite("said-file-attached").with("name", name));
        self.run();
        Ok(())
    }

    /// Takes the changed content of a file as the recipe's own from now on.
    pub fn accept_file(self, name: &str) {
        self.note_file(name, |note| note.problem = None);
        self.change_files(|recipe| {
            if let Some(entry) = recipe.files.iter_mut().find(|entry| entry.name == name) {
                entry.hash = None;
            }
        });
        if let Some(file) = self.inner().engine.file(name) {
            self.change_files(|recipe| {
                if let Some(entry) = recipe.files.iter_mut().find(|entry| entry.name == name) {
                    entry.bytes = file.size() as u64;
                }
            });
            self.look_after(name.to_owned(), file);
        }
    }

    /// Forgets a file that no step reads any more: its record, and the copy kept in the browser. Undo brings it
    /// back as long as the work stays open.
    pub fn forget_file(self, name: &str) {
        let done = self.change(FORGET, |recipe| {
            recipe.files.retain(|entry| entry.name != name);
            Ok(())
        });
        if done {
            self.let_go(name);
            self.say(Notice::polite("said-file-forgotten").with("name", name));
        }
    }

    /// Forgets a file from which nothing can be read: as if it had not been attached.
    pub fn discard_file(self, name: &str) {
        self.change_files(|recipe| recipe.files.retain(|entry| entry.name != name));
        self.let_go(name);
        self.inner().forgotten.borrow_mut().remove(name);
    }

    /// Whether a file was forgotten since the work was opened.
    pub(super) fn was_forgotten(self, name: &str) -> bool {
        self.inner().forgotten.borrow().contains_key(name)
    }

    /// Takes a file out of the engine and out of the browser's keeping. The page still holds it.
    pub(super) fn let_go(self, name: &str) {
        let inner = self.inner();
        if let Some(file) = inner.engine.file(name) {
            inner.forgotten.borrow_mut().insert(name.to_owned(), file);
        }
        inner.engine.detach(name);
        inner.file_notes.borrow_mut().remove(name);
        self.refresh_files();
        let (id, name) = (inner.id.clone(), name.to_owned());
        spawn_local(async move { kept::remove(&id, &name).await });
    }

    /// Attaches again the forgotten files that the recipe names.
    pub(super) fn bring_back(self) {
        for entry in self.recipe_now().files {
            let inner = self.inner();
            let file = inner.forgotten.borrow().get(&entry.name).cloned();
            let Some(file) = file.filter(|_| !inner.engine.has_file(&entry.name)) else { continue };
            spawn_local(async move {
                // A lost engine gets the file again when it is back.
                drop(self.inner().engine.attach(&entry.name, file.clone()).await);
                if !self.is_closed() {
                    self.refresh_files();
                    self.look_after(entry.name, file);
                    self.run();
                }
            });
        }
    }

    /// Brings back, one after the other, the files that are kept in the browser.
    pub(super) async fn restore_files(self) {
        for entry in self.recipe_now().files {
            let inner = self.inner();
            if inner.engine.has_file(&entry.name) {
                continue;
            }
            let Some(file) = kept::load(&inner.id, &entry.name).await else { continue };
            if self.is_closed() {
                return;
            }
            // A copy cut short by a crash is no copy.
            if file.size() as u64 != entry.bytes {
                continue;
            }
            self.note_file(&entry.name, |note| note.kept = true);
            // A lost engine gets the file again when it is back.
            drop(inner.engine.attach(&entry.name, file).await);
            if self.is_closed() {
                return;
            }
            self.check_hash(entry.name.clone());
        }
        if !self.is_closed() {
            self.refresh_files();
        }
    }

    /// Compares what is attached with what a recipe that was just opened expects.
    pub(super) fn check_attached(self) {
        self.refresh_files();
        for file in self.cells.files.get_untracked().into_iter().filter(|file| file.attached) {
            self.check_hash(file.entry.name);
        }
    }

    /// Keeps a copy if there is room, and learns the hash, both behind the person's back.
    fn look_after(self, name: String, file: File) {
        let id = self.inner().id.clone();
        let hashed = name.clone();
        spawn_local(async move {
            let outcome = kept::save(&id, &name, &file).await;
            if !self.is_closed() {
                self.note_file(&name, |note| {
                    note.kept = outcome.is_ok();
                    note.unkept_reason = outcome.err();
                });
            }
        });
        self.check_hash(hashed);
    }

    fn check_hash(self, name: String) {
        spawn_local(async move {
            loop {
                clock::sleep(IDLE_MS).await;
                if self.is_closed() {
                    return;
                }
                if self.cells.running.get_untracked().is_none() {
                    break;
                }
            }
            let asked = self.inner().engine.ask(Request::HashFile { name: name.clone() }).await;
            if self.is_closed() {
                return;
            }
            match asked {
                Ok(Response::FileHash { hash, bytes }) => self.on_hash(&name, hash, bytes),
                Ok(_) => {}
                Err(reason) if reason.code == Code::FileUnreadable => {
                    self.note_file(&name, |note| note.problem = Some(reason));
                }
                // A lost engine is told of elsewhere; the hash is asked for when the file comes back.
                Err(_) => {}
            }
        });
    }

    fn on_hash(self, name: &str, found: String, bytes: u64) {
        let expected =
            self.recipe_now().files.into_iter().find(|entry| entry.name == name).and_then(|entry| entry.hash);
        match expected {
            Some(expected) if expected != found => {
                let changed = Diagnostic::new(Code::FileChanged)
                    .with("name", name)
                    .with("expected", expected.get(..8).unwrap_or_default())
                    .with("found", found.get(..8).unwrap_or_default())
                    .severity(Severity::Warning);
                self.note_file(name, |note| note.problem = Some(*changed));
                self.say(Notice::assertive("said-file-changed").with("name", name));
            }
            Some(_) => {}
            None if self.read_only.get_untracked() => {}
            None => self.change_files(|recipe| {
                if let Some(entry) = recipe.files.iter_mut().find(|entry| entry.name == name) {
                    entry.hash = Some(found);
                    entry.bytes = bytes;
                }
            }),
        }
    }

    fn note_file(self, name: &str, change: impl FnOnce(&mut FileNote)) {
        change(self.inner().file_notes.borrow_mut().entry(name.to_owned()).or_default());
        self.refresh_files();
    }

    /// Brings the signal of files up to date with the recipe and what is known of each.
    pub(super) fn refresh_files(self) {
        let inner = self.inner();
        let notes = inner.file_notes.borrow();
        let states: Vec<FileState> = self
            .recipe_now()
            .files
            .into_iter()
            .map(|entry| {
                let note = notes.get(&entry.name).cloned().unwrap_or_default();
                let attached = inner.engine.has_file(&entry.name);
                let missing = || *Diagnostic::new(Code::FileMissing).with("name", entry.name.as_str());
                let problem = note.problem.or_else(|| (!attached).then(missing));
                FileState { entry, attached, kept: note.kept, unkept_reason: note.unkept_reason, problem }
            })
            .collect();
        if self.cells.files.get_untracked() != states {
            self.cells.files.set(states);
        }
    }
}
