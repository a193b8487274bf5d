//! A form as it is kept with an attempt, and what is remembered of its edits while the page is open.

use form::{Form, Kind, Versions, Why};
use protocol::Checked;
use serde::{Deserialize, Serialize};

use crate::state::history::History;

/// Milliseconds of work after which what stood before is kept as a version.
const KEPT_EVERY_MS: f64 = 600_000.0;

/// A form with its versions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KeptForm {
    /// The form.
    pub form: Form,
    /// What it was.
    #[serde(default)]
    pub versions: Versions,
}

impl KeptForm {
    /// An empty one.
    pub fn new(kind: &Kind) -> Self {
        Self { form: Form::new(kind), versions: Versions::default() }
    }
}

/// When an edit is made.
#[derive(Debug, Clone, PartialEq)]
pub struct Instant {
    /// Milliseconds since 1970.
    pub ms: f64,
    /// The same as versions write it.
    pub at: String,
}

/// What is remembered of the edits of one form.
#[derive(Debug, Clone, Default)]
pub struct FormWork {
    history: History<Form>,
    kept_ms: Option<f64>,
}

impl FormWork {
    /// Makes an edit under a label; whether it changed something. What is refused leaves the form as it was.
    ///
    /// # Errors
    /// Those of the edit.
    pub fn edit(
        &mut self,
        kept: &mut KeptForm,
        label: &'static str,
        now: Instant,
        make: impl FnOnce(&mut Form) -> Checked<bool>,
    ) -> Checked<bool> {
        let before = kept.form.clone();
        let changed = make(&mut kept.form);
        if !matches!(changed, Ok(true)) {
            kept.form = before;
            return changed;
        }
        let is_due = self.kept_ms.is_none_or(|last| now.ms - last >= KEPT_EVERY_MS);
        if is_due {
            self.kept_ms = Some(now.ms);
            if !before.rows.is_empty() {
                kept.versions.keep(&before, now.at, Why::Time);
            }
        }
        self.history.record(before, label);
        Ok(true)
    }

    /// Puts another form in the place of this one, which is kept as a version; whether it differs.
    pub fn replace(&mut self, kept: &mut KeptForm, label: &'static str, now: Instant, form: Form) -> bool {
        if kept.form == form {
            return false;
        }
        if !kept.form.rows.is_empty() {
            kept.versions.keep(&kept.form, now.at, Why::Replaced);
        }
        self.history.record(std::mem::replace(&mut kept.form, form), label);
        true
    }

    /// Takes the last edit back; gives its label.
    pub fn undo(&mut self, kept: &mut KeptForm) -> Option<&'static str> {
        let (form, label) = self.history.undo(kept.form.clone())?;
        kept.form = form;
        Some(label)
    }

    /// Does the last edit that was taken back again; gives its label.
    pub fn redo(&mut self, kept: &mut KeptForm) -> Option<&'static str> {
        let (form, label) = self.history.redo(kept.form.clone())?;
        kept.form = form;
        Some(label)
    }

    /// Labels of the edits that undo and redo would walk over.
    pub fn labels(&self) -> (Option<&'static str>, Option<&'static str>) {
        (self.history.undo_label(), self.history.redo_label())
    }
}

#[cfg(test)]
mod tests {
    use protocol::{Code, Diagnostic};
    use serde_json::json;

    use super::*;

    fn at(minutes: f64) -> Instant {
        Instant { ms: minutes * 60_000.0, at: format!("{minutes}") }
    }

    #[test]
    fn edits_are_taken_back_and_kept_from_time_to_time() {
        let mut kept = KeptForm::new(form::kinds::KINDS[0]);
        let mut work = FormWork::default();
        let row = form::RowId::from("r1");
        assert_eq!(work.edit(&mut kept, "add", at(0.0), |form| form.insert(0).map(|_| true)), Ok(true));
        for minutes in 1..=21 {
            let set = |form: &mut Form| Ok(form.set(&row, "note", Some(json!(minutes.to_string()))));
            assert_eq!(work.edit(&mut kept, "set", at(f64::from(minutes)), set), Ok(true));
            assert_eq!(work.edit(&mut kept, "set", at(f64::from(minutes)), set), Ok(false), "nothing changed");
        }
        let versions: Vec<(&str, &str)> =
            kept.versions.all().iter().map(|one| (one.at.as_str(), one.form.rows[0].written("note"))).collect();
        assert_eq!(versions, [("10", "9"), ("20", "19")]);
        assert_eq!(work.labels(), (Some("set"), None));
        assert_eq!(work.undo(&mut kept), Some("set"));
        assert_eq!((kept.form.rows[0].written("note"), work.labels()), ("20", (Some("set"), Some("set"))));
        assert_eq!((work.redo(&mut kept), work.redo(&mut kept)), (Some("set"), None));
        assert_eq!(kept.form.rows[0].written("note"), "21");
    }

    #[test]
    fn what_is_refused_leaves_the_form() {
        let mut kept = KeptForm::new(form::kinds::KINDS[0]);
        let mut work = FormWork::default();
        let before = kept.clone();
        let refused = work.edit(&mut kept, "add", at(0.0), |form| {
            form.insert(0)?;
            Err(Diagnostic::new(Code::FormTooLong))
        });
        assert_eq!(refused.map_err(|wrong| wrong.code), Err(Code::FormTooLong));
        assert_eq!((&kept, work.labels()), (&before, (None, None)));
    }

    #[test]
    fn what_is_replaced_is_kept() {
        let mut kept = KeptForm::new(form::kinds::KINDS[0]);
        let mut work = FormWork::default();
        let mut other = kept.form.clone();
        other.insert(0).unwrap();
        assert!(work.replace(&mut kept, "import", at(0.0), other.clone()));
        assert!(kept.versions.all().is_empty(), "nothing stood there");
        assert!(!work.replace(&mut kept, "import", at(1.0), other.clone()));
        let mut third = other.clone();
        third.insert(0).unwrap();
        assert!(work.replace(&mut kept, "import", at(2.0), third));
        assert_eq!(kept.versions.all()[0].form, other);
        assert_eq!((work.undo(&mut kept), &kept.form), (Some("import"), &other));
    }
}
