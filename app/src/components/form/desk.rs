//! What the parts of the editor share: the form, what it is read against, what is found, where one stands.

use std::collections::BTreeMap;

use form::{Field, Figures, Finding, Form, Kind, Known, Mode, Reading, Row, RowId, Words, check};
use leptos::prelude::*;
use pack::file::deliverables::FormDeliverable;
use protocol::{Arg, Diagnostic};

use super::cell::control_id;
use crate::attempt::Attempt;
use crate::components::workspace::dom;
use crate::i18n::I18n;
use crate::room::Notice;
use crate::state::attempt::Scale;
use crate::state::forms::{Cursor, KeptForm, Sources, gather, told};

impl Words for I18n {
    fn text(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.text_with(key, args)
    }

    fn number(&self, value: f64) -> String {
        Self::number(*self, value)
    }
}

/// How the form is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// A table, where there is room; else cards.
    Fitting,
    /// A table.
    Table,
    /// A card for each row.
    Cards,
    /// As it is printed.
    Print,
}

/// The cell that is filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Editing {
    /// Its row.
    pub row: RowId,
    /// Its field.
    pub field: &'static str,
    /// What was typed to begin, in place of what it holds.
    pub typed: Option<String>,
}

/// Where to go once a cell is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum After {
    /// Nowhere: the focus is elsewhere already.
    Stay,
    /// Back to the cell.
    Here,
    /// To the cell below.
    Down,
    /// To the next cell.
    Next,
    /// To the one before.
    Back,
}

/// Handle of the editor.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The attempt that the form belongs to.
    pub attempt: Attempt,
    /// What the exercise says of it.
    pub deliverable: StoredValue<FormDeliverable>,
    /// Its kind.
    pub kind: &'static Kind,
    /// The form.
    pub form: Memo<Form>,
    /// What it is read against.
    pub known: Memo<Known>,
    /// What is found.
    pub findings: Memo<Vec<Finding>>,
    /// The cell that has the focus, or had it last.
    pub cursor: RwSignal<Cursor>,
    /// The cell that is filled in.
    pub editing: RwSignal<Option<Editing>>,
    /// How the form is shown.
    pub view: RwSignal<View>,
    /// Whether versions are listed.
    pub lists_versions: RwSignal<bool>,
    /// What was said of the last block or file.
    pub remarks: RwSignal<Vec<Finding>>,
    /// Words.
    pub i18n: I18n,
}

impl Desk {
    /// Opens a form in the current owner.
    pub fn open(
        attempt: Attempt,
        deliverable: FormDeliverable,
        kind: &'static Kind,
        figures: Signal<BTreeMap<String, Figures>>,
        i18n: I18n,
    ) -> Self {
        let deliverable = StoredValue::new(deliverable);
        let form = Memo::new(move |_| deliverable.with_value(|one| attempt.form(&one.id, kind)));
        let room = attempt.room;
        let known = Memo::new(move |_| {
            let language = i18n.language();
            let rules = attempt.opened.with_value(|opened| opened.pack.rules.clone());
            let (recipe, report, catalogue) = (room.recipe.get(), room.report.get(), room.catalogue.get());
            let figures = figures.get();
            deliverable.with_value(|form| {
                gather(&Sources {
                    form,
                    rules: &rules,
                    recipe: &recipe,
                    report: report.as_ref(),
                    catalogue: catalogue.as_ref(),
                    figures: &figures,
                    words: &i18n,
                    language: language.tag(),
                })
            })
        });
        let findings = Memo::new(move |_| {
            let mode = match attempt.document.with(|document| document.scale) {
                Scale::Practice => Mode::Practice,
                Scale::Exam => Mode::Exam,
            };
            form.with(|form| known.with(|known| check(form, kind, known, mode)))
        });
        Self {
            attempt,
            deliverable,
            kind,
            form,
            known,
            findings,
            cursor: RwSignal::new(Cursor::default()),
            editing: RwSignal::new(None),
            view: RwSignal::new(View::Fitting),
            lists_versions: RwSignal::new(false),
            remarks: RwSignal::new(Vec::new()),
            i18n,
        }
    }

    /// Its id in the pack.
    pub fn id(self) -> String {
        self.deliverable.with_value(|one| one.id.clone())
    }

    /// The form with its versions, tracked.
    pub fn kept(self) -> KeptForm {
        self.attempt.kept_form(&self.id(), self.kind)
    }

    /// Reads with the kind, what is known and the words; tracked.
    pub fn read<T>(self, read: impl FnOnce(&Reading<'_>) -> T) -> T {
        self.known.with(|known| read(&Reading { kind: self.kind, known, words: &self.i18n }))
    }

    /// The label of a field.
    pub fn label(self, field: &Field) -> String {
        self.i18n.text(&self.kind.key_of(field))
    }

    /// What is found at a cell, worded; tracked.
    pub fn found(self, row: &RowId, field: &str) -> Vec<Diagnostic> {
        let is_here = |finding: &&Finding| finding.row.as_ref() == Some(row) && finding.field == Some(field);
        self.findings.with(|findings| {
            findings.iter().filter(is_here).map(|finding| told(finding, self.kind, &self.i18n)).collect()
        })
    }

    /// Makes an edit; what is refused is said.
    pub fn edit(self, label: &'static str, make: impl FnOnce(&mut Form) -> protocol::Checked<bool>) -> bool {
        match self.attempt.edit_form(&self.id(), self.kind, label, make) {
            Ok(changed) => changed,
            Err(refusal) => {
                let said = untrack(|| self.i18n.diagnostic(&refusal));
                self.attempt.room.say(Notice::assertive("form-said").with("sentence", said));
                false
            }
        }
    }

    /// Fills a cell in with what was typed.
    pub fn fill(self, row: &RowId, field: &'static Field, typed: &str) {
        let value = untrack(|| self.read(|reading| reading.read(field, typed)));
        self.edit("edit-form-fill", |form| Ok(form.set(row, field.name, value)));
    }

    /// Adds a row so that it stands at a place, and goes to it.
    pub fn insert(self, at: usize) {
        let at = at.min(self.form.with_untracked(|form| form.rows.len()));
        if self.edit("edit-form-add", |form| form.insert(at).map(|_| true)) {
            self.go_later(Cursor { row: at, field: 0 });
        }
    }

    /// Takes the row at a place out, and goes to the one that follows.
    pub fn remove(self, at: usize) {
        let row = self.row_id(at);
        if let Some(row) = row
            && self.edit("edit-form-remove", |form| Ok(form.remove(&row)))
        {
            self.attempt.room.say(Notice::polite("form-said-removed").with("row", at + 1));
            self.go_later(self.cursor.get_untracked());
        }
    }

    /// Moves the row at a place up or down, and stays with it.
    pub fn shift(self, at: usize, down: bool) {
        let to = if down { at + 1 } else { at.saturating_sub(1) };
        if let Some(row) = self.row_id(at)
            && self.edit("edit-form-move", |form| Ok(form.move_to(&row, to)))
        {
            self.attempt.room.say(Notice::polite("form-said-moved").with("row", to + 1));
            self.go_later(Cursor { row: to, ..self.cursor.get_untracked() });
        }
    }

    /// Takes the last edit back.
    pub fn undo(self) {
        self.attempt.undo_form(&self.id(), self.kind);
        self.keep_cursor();
    }

    /// Does it again.
    pub fn redo(self) {
        self.attempt.redo_form(&self.id(), self.kind);
        self.keep_cursor();
    }

    /// Puts a block of cells in, the first at the cursor.
    pub fn paste(self, block: &str) {
        let Cursor { row, field } = self.cursor.get_untracked();
        let mut placed = None;
        untrack(|| {
            self.read(|reading| {
                self.edit("edit-form-paste", |form| {
                    placed = Some(form::sheet::paste(form, reading, row, field, block)?);
                    Ok(true)
                })
            })
        });
        if let Some(placed) = placed {
            self.say_placed("form-said-pasted", placed);
            self.keep_cursor();
        }
    }

    /// Says what came of a block or a file, and lists what is wrong with it.
    pub fn say_placed(self, key: &str, placed: form::sheet::Placed) {
        let notice = Notice::polite(key).with("rows", placed.rows).with("cells", placed.cells);
        self.attempt.room.say(notice.with("findings", placed.findings.len()));
        self.remarks.set(placed.findings.into_iter().filter(|one| one.row.is_none()).collect());
    }

    /// Gives a cell the focus at once: what is typed next is meant for it.
    pub fn go(self, to: Cursor) {
        let ids = self.stand(to);
        if !ids.iter().any(|id| dom::focus(id)) {
            dom::focus_first_later(ids);
        }
    }

    /// As [`Self::go`], once rows that came, went or moved are drawn.
    fn go_later(self, to: Cursor) {
        dom::focus_first_later(self.stand(to));
    }

    /// Moves the cursor; gives the ids of what may have the focus there: the control, the cell, or the heading
    /// where no cell is shown.
    fn stand(self, to: Cursor) -> [String; 3] {
        let rows = self.form.with_untracked(|form| form.rows.len());
        let to = to.within(rows, self.kind.fields.len());
        self.cursor.set(to);
        let field = &self.kind.fields[to.field];
        let heading = "form-heading".to_owned();
        match self.row_id(to.row) {
            Some(row) => [control_id(&row, field), cell_id(&row, field.name), heading],
            None => ["form-add".to_owned(), heading, String::new()],
        }
    }

    /// Goes on from a cell of the table that was filled in.
    pub fn go_on(self, after: After) {
        let Cursor { row, field } = self.cursor.get_untracked();
        // The control that is left may still be drawn: the focus goes to the cell itself.
        let [_, cell, _] = self.stand(match after {
            After::Stay | After::Here => Cursor { row, field },
            After::Down => Cursor { row: row + 1, field },
            After::Next => Cursor { row, field: field + 1 },
            After::Back => Cursor { row, field: field.saturating_sub(1) },
        });
        dom::focus(&cell);
    }

    /// After an edit from elsewhere: the cursor stays in the table, and a focus that is lost comes back.
    fn keep_cursor(self) {
        let rows = self.form.with_untracked(|form| form.rows.len());
        let to = self.cursor.get_untracked().within(rows, self.kind.fields.len());
        self.cursor.set(to);
        if let Some(row) = self.row_id(to.row) {
            dom::focus_later_if_lost(cell_id(&row, self.kind.fields[to.field].name), "form-add");
        }
    }

    /// The id of the row at a place.
    pub fn row_id(self, at: usize) -> Option<RowId> {
        self.form.with_untracked(|form| form.rows.get(at).map(|row| row.id.clone()))
    }

    /// A row, tracked.
    pub fn row(self, id: &RowId) -> Option<Row> {
        self.form.with(|form| form.row(id).cloned())
    }

    /// Whether nothing can be changed here.
    pub fn is_read_only(self) -> bool {
        self.attempt.room.read_only.get()
    }
}

/// Id of the element of a cell.
pub fn cell_id(row: &RowId, field: &str) -> String {
    format!("form-cell-{row}-{field}")
}

/// The handle of the context.
pub fn use_desk() -> Desk {
    expect_context::<Desk>()
}
