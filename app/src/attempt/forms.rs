//! The forms of the open attempt: every edit is recorded for undo and kept with the attempt.

use form::{Form, Kind, Why};
use leptos::prelude::*;
use protocol::Checked;

use super::{Attempt, now};
use crate::platform::clock;
use crate::room::Notice;
use crate::state::forms::{FormWork, Instant, KeptForm};

impl Attempt {
    /// A form as it stands, or an empty one; tracked.
    pub fn form(self, id: &str, kind: &Kind) -> Form {
        let kept = self.document.with(|document| document.forms.get(id).map(|kept| kept.form.clone()));
        kept.unwrap_or_else(|| Form::new(kind))
    }

    /// A form with its versions, or an empty one; tracked.
    pub fn kept_form(self, id: &str, kind: &Kind) -> KeptForm {
        self.document.with(|document| document.forms.get(id).cloned()).unwrap_or_else(|| KeptForm::new(kind))
    }

    /// Makes an edit under a label; whether it changed something.
    ///
    /// # Errors
    /// Those of the edit.
    pub fn edit_form(
        self,
        id: &str,
        kind: &Kind,
        label: &'static str,
        make: impl FnOnce(&mut Form) -> Checked<bool>,
    ) -> Checked<bool> {
        let instant = Instant { ms: clock::now_ms(), at: now() };
        self.with_form(id, kind, Ok(false), |work, kept| work.edit(kept, label, instant, make))
    }

    /// Puts another form in its place, which is kept as a version; whether it differs.
    pub fn replace_form(self, id: &str, kind: &Kind, label: &'static str, form: Form) -> bool {
        let instant = Instant { ms: clock::now_ms(), at: now() };
        self.with_form(id, kind, false, |work, kept| work.replace(kept, label, instant, form))
    }

    /// Keeps the form as it is now as a version; whether it was not kept already.
    pub fn keep_form(self, id: &str, kind: &Kind) -> bool {
        self.with_form(id, kind, false, |_, kept| kept.versions.keep(&kept.form, now(), Why::Asked))
    }

    /// Takes the last edit back, and says so.
    pub fn undo_form(self, id: &str, kind: &Kind) {
        let label = self.with_form(id, kind, None, FormWork::undo);
        self.say_travel("said-undone", label);
    }

    /// Does the last edit that was taken back again, and says so.
    pub fn redo_form(self, id: &str, kind: &Kind) {
        let label = self.with_form(id, kind, None, FormWork::redo);
        self.say_travel("said-redone", label);
    }

    /// Whether there is something to take back, and to do again; tracked.
    pub fn form_travels(self, id: &str) -> (bool, bool) {
        self.document.track();
        let labels = self.forms.with_value(|forms| forms.get(id).map(FormWork::labels)).unwrap_or_default();
        (labels.0.is_some(), labels.1.is_some())
    }

    fn say_travel(self, key: &str, label: Option<&'static str>) {
        if let Some(label) = label {
            self.room.say(Notice::polite(key).with("edit", label));
        }
    }

    /// Works on a form; what changed is kept. Nothing is done in a tab that may not write.
    fn with_form<T>(
        self,
        id: &str,
        kind: &Kind,
        otherwise: T,
        make: impl FnOnce(&mut FormWork, &mut KeptForm) -> T,
    ) -> T {
        if self.room.read_only.get_untracked() {
            self.room.say(Notice::assertive("said-read-only"));
            return otherwise;
        }
        let before = untrack(|| self.kept_form(id, kind));
        let mut kept = before.clone();
        let mut work = self.forms.with_value(|forms| forms.get(id).cloned()).unwrap_or_default();
        let made = make(&mut work, &mut kept);
        self.forms.update_value(|forms| drop(forms.insert(id.to_owned(), work)));
        if kept != before {
            self.change(|document| drop(document.forms.insert(id.to_owned(), kept)));
        }
        made
    }
}
