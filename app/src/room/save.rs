//! Autosave: the work's document is stored in the same turn as the change that made it.

use leptos::prelude::*;

use super::{Room, SaveState};
use crate::platform::{clock, storage};
use crate::state::work::{FORMAT, KEY_PREFIX, VERSION, WorkDocument};

impl Room {
    /// The document as it stands.
    pub fn document(self) -> WorkDocument {
        let inner = self.inner();
        WorkDocument {
            format: FORMAT.to_owned(),
            version: VERSION,
            id: inner.id.clone(),
            created_ms: inner.created_ms.get(),
            updated_ms: clock::now_ms(),
            recipe: self.recipe_now(),
            selection: self.selection.get_untracked(),
            guided: self.guided.get_untracked(),
            exercise: inner.exercise.as_ref().map(|exercise| exercise.id.clone()),
        }
    }

    /// Stores the document, unless another tab writes it. A work nobody touched is not stored.
    pub(super) fn save_now(self) {
        if self.read_only.get_untracked() {
            self.cells.save.set(SaveState::ReadOnly);
            return;
        }
        let document = self.document();
        let key = format!("{KEY_PREFIX}{}", document.id);
        let state = match storage::set(&key, &document.to_json()) {
            Ok(()) => SaveState::Saved { at_ms: document.updated_ms },
            Err(problem) => SaveState::Failed(problem),
        };
        if self.cells.save.get_untracked() != state {
            self.cells.save.set(state);
        }
    }
}
