//! Edits of the recipe: each is recorded for undo, saved, and run.

use leptos::prelude::*;
use protocol::recipe::EditError;
use protocol::{Diagnostic, Recipe, Step, StepId, recipe};

use super::{Notice, Room};

/// The edit that takes a file out.
pub(super) const FORGET: &str = "edit-forget";

impl Room {
    /// Puts a step before the one at `index` (at the end, if `index` is the length), and selects it.
    /// A step without an id, or whose id is taken, gets a free one. Gives the id, or `None` if this
    /// tab may not write.
    pub fn insert_step(self, mut step: Step, index: usize) -> Option<StepId> {
        let now = self.recipe_now();
        if step.id.0.is_empty() || now.position(&step.id).is_some() {
            step.id = now.free_step_id();
        }
        let id = step.id.clone();
        let index = index.min(now.steps.len());
        if !self.edit("edit-insert", |recipe| recipe.insert(index, step)) {
            return None;
        }
        self.select_step(Some(id.clone()));
        Some(id)
    }

    /// Puts several steps before the one at `index`, as one edit, and selects the last. Their ids must be free.
    /// Gives the id of the first, or `None` if this tab may not write or there is none.
    pub fn insert_steps(self, steps: Vec<Step>, index: usize) -> Option<StepId> {
        let (first, last) = (steps.first()?.id.clone(), steps.last()?.id.clone());
        let done = self.edit("edit-template", |recipe| {
            let places = index.min(recipe.steps.len())..;
            places.zip(steps).try_for_each(|(place, step)| recipe.insert(place, step))
        });
        done.then(|| {
            self.select_step(Some(last));
            first
        })
    }

    /// Replaces the step of the same id.
    pub fn replace_step(self, step: Step) {
        self.edit("edit-replace", |recipe| recipe.replace(step));
    }

    /// Takes a step out. The selection goes to the step that stood above it.
    pub fn remove_step(self, id: &StepId) {
        let above = self.recipe_now().position(id).and_then(|index| index.checked_sub(1));
        let done = self.edit("edit-remove", |recipe| recipe.remove(id).map(|_| ()));
        if done && self.selection.get_untracked().step.as_ref() == Some(id) {
            self.select_step(above.and_then(|index| Some(self.recipe_now().steps.get(index)?.id.clone())));
        }
    }

    /// Moves a step so that it stands at `new_index` of the resulting list, and says where it stands.
    pub fn move_step(self, id: &StepId, new_index: usize) {
        if self.edit("edit-move", |recipe| recipe.move_to(id, new_index)) {
            let count = self.recipe_now().steps.len();
            self.say(Notice::polite("said-step-moved").with("number", new_index + 1).with("count", count));
        }
    }

    /// Switches a step off or on.
    pub fn toggle_step(self, id: &StepId) {
        let disabled = self.recipe_now().step(id).is_some_and(|step| step.disabled);
        let label = if disabled { "edit-enable" } else { "edit-disable" };
        self.edit(label, |recipe| recipe.set_disabled(id, !disabled));
    }

    /// Writes the comment of a step. Nothing is recomputed: a note is no part of a result.
    pub fn set_note(self, id: &StepId, text: &str) {
        self.change("edit-note", |recipe| {
            let step = recipe.steps.iter_mut().find(|step| &step.id == id).ok_or(EditError::NoSuchStep)?;
            text.trim().clone_into(&mut step.note);
            Ok(())
        });
    }

    /// Writes the title of the work.
    pub fn set_title(self, text: &str) {
        self.change("edit-title", |recipe| {
            text.trim().clone_into(&mut recipe.title);
            Ok(())
        });
    }

    /// Replaces the work's steps, title and files by those of a recipe document. Undo brings back what stood.
    ///
    /// # Errors
    /// As of [`recipe::parse`]; `cancelled` if this tab may not write.
    pub fn import_recipe(self, text: &str) -> Result<(), Diagnostic> {
        let read = recipe::parse(text).map_err(|refusal| *refusal)?;
        let done = self.edit("edit-import", move |recipe| {
            *recipe = read;
            Ok(())
        });
        if !done {
            return Err(*Diagnostic::new(protocol::Code::Cancelled));
        }
        self.select_step(None);
        self.check_attached();
        Ok(())
    }

    /// Takes back the last edit.
    pub fn undo(self) {
        let back = self.inner().history.borrow_mut().undo(self.recipe_now());
        self.travel(back, "said-undone");
    }

    /// Does the last undone edit again.
    pub fn redo(self) {
        let forth = self.inner().history.borrow_mut().redo(self.recipe_now());
        self.travel(forth, "said-redone");
    }

    /// Selects a step (the last, if none) and its main table.
    pub fn select_step(self, id: Option<StepId>) {
        self.selection.update(|selection| {
            selection.step = id;
            selection.table = None;
            selection.column = None;
        });
    }

    /// An edit that changes results.
    fn edit(self, label: &'static str, make: impl FnOnce(&mut Recipe) -> Result<(), EditError>) -> bool {
        let done = self.change(label, make);
        if done {
            self.run();
        }
        done
    }

    /// Applies, records and saves; refused in a tab that may not write.
    pub(super) fn change(self, label: &'static str, make: impl FnOnce(&mut Recipe) -> Result<(), EditError>) -> bool {
        if self.read_only.get_untracked() {
            self.say(Notice::assertive("said-read-only"));
            return false;
        }
        let before = self.recipe_now();
        let mut after = before.clone();
        if make(&mut after).is_err() || after == before {
            return false;
        }
        self.inner().history.borrow_mut().record(before, label);
        self.adopt(after);
        true
    }

    /// Changes the recipe's record of its files: saved, but nothing to undo (the bytes stay where they are).
    pub(super) fn change_files(self, make: impl FnOnce(&mut Recipe)) {
        let mut after = self.recipe_now();
        make(&mut after);
        if after != self.recipe_now() {
            self.adopt(after);
        }
    }

    fn travel(self, step: Option<(Recipe, &'static str)>, said: &str) {
        if self.read_only.get_untracked() {
            return;
        }
        let Some((mut recipe, label)) = step else { return };
        // Attaching is no edit: what was attached since stays known. Forgetting is one.
        let mut gone = Vec::new();
        for entry in self.recipe_now().files {
            match recipe.files.iter_mut().find(|known| known.name == entry.name) {
                Some(known) => *known = entry,
                None if label == FORGET && self.was_forgotten(&entry.name) => gone.push(entry.name),
                None => recipe.files.push(entry),
            }
        }
        self.adopt(recipe);
        gone.iter().for_each(|name| self.let_go(name));
        self.bring_back();
        let selected = self.selection.get_untracked().step;
        if selected.is_some_and(|id| self.recipe_now().position(&id).is_none()) {
            self.select_step(None);
        }
        self.say(Notice::polite(said).with("edit", label));
        self.run();
    }

    fn adopt(self, recipe: Recipe) {
        self.cells.recipe.set(recipe);
        self.show_history();
        self.save_now();
        self.refresh_files();
    }

    pub(super) fn show_history(self) {
        let inner = self.inner();
        let history = inner.history.borrow();
        self.cells.undo_label.set(history.undo_label());
        self.cells.redo_label.set(history.redo_label());
    }
}
