//! Edits of the list of steps: pure, so that undo is a matter of keeping the document before.

use serde::{Deserialize, Serialize};

use super::{Recipe, Step, StepId};

/// Why an edit was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum EditError {
    /// No step of that id.
    NoSuchStep,
    /// A step of that id stands already.
    IdTaken,
    /// The place is beyond the end of the list.
    OutOfRange,
}

impl Recipe {
    /// Puts a step before the one that stands at `index` (at the end, if `index` is the length).
    pub fn insert(&mut self, index: usize, step: Step) -> Result<(), EditError> {
        if self.position(&step.id).is_some() {
            return Err(EditError::IdTaken);
        }
        if index > self.steps.len() {
            return Err(EditError::OutOfRange);
        }
        self.steps.insert(index, step);
        Ok(())
    }

    /// Replaces the step of the same id.
    pub fn replace(&mut self, step: Step) -> Result<(), EditError> {
        let slot = self.steps.iter_mut().find(|old| old.id == step.id).ok_or(EditError::NoSuchStep)?;
        *slot = step;
        Ok(())
    }

    /// Takes a step out and gives it back.
    pub fn remove(&mut self, id: &StepId) -> Result<Step, EditError> {
        let index = self.position(id).ok_or(EditError::NoSuchStep)?;
        Ok(self.steps.remove(index))
    }

    /// Moves a step so that it stands at `index` of the resulting list.
    pub fn move_to(&mut self, id: &StepId, index: usize) -> Result<(), EditError> {
        let from = self.position(id).ok_or(EditError::NoSuchStep)?;
        if index >= self.steps.len() {
            return Err(EditError::OutOfRange);
        }
        let step = self.steps.remove(from);
        self.steps.insert(index, step);
        Ok(())
    }

    /// Switches a step off or on.
    pub fn set_disabled(&mut self, id: &StepId, disabled: bool) -> Result<(), EditError> {
        let step = self.steps.iter_mut().find(|step| &step.id == id).ok_or(EditError::NoSuchStep)?;
        step.disabled = disabled;
        Ok(())
    }
}
