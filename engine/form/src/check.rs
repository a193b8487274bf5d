//! Consistency: what fields ask for, and the rules of the kind. Findings say what is wrong and where.
//!
//! In an exam nothing that is found says what would be right.

use std::collections::BTreeMap;

use protocol::{Code, Diagnostic};
use serde_json::Value;

use crate::document::{Form, MAX_TEXT, Row, RowId};
use crate::kind::{Field, Kind, Shape, Target};
use crate::known::{Known, Linkable, Term};
use crate::value::{date, key, links, text, unknown};

/// A rule of a kind.
pub type Rule = fn(&Sheet<'_>, &mut Findings);

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The row; none for the form as a whole.
    pub row: Option<RowId>,
    /// The field; none for the row as a whole.
    pub field: Option<&'static str>,
    /// What.
    pub diagnostic: Box<Diagnostic>,
}

/// How much findings may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// What is wrong, and what the rule asks for.
    Practice,
    /// Only what is wrong.
    Exam,
}

/// Arguments that say what would be right.
const TELLING: [&str; 2] = ["expected", "candidates"];

/// Findings as they are made.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Something is wrong with a field of a row.
    pub fn at(&mut self, row: &Row, field: &'static str, diagnostic: Box<Diagnostic>) {
        self.0.push(Finding { row: Some(row.id.clone()), field: Some(field), diagnostic });
    }

    /// Something is wrong with a row.
    pub fn row(&mut self, row: &Row, diagnostic: Box<Diagnostic>) {
        self.0.push(Finding { row: Some(row.id.clone()), field: None, diagnostic });
    }

    /// Something is wrong with the form.
    pub fn form(&mut self, diagnostic: Box<Diagnostic>) {
        self.0.push(Finding { row: None, field: None, diagnostic });
    }

    /// All of them, as they were made.
    pub(crate) fn into_list(self) -> Vec<Finding> {
        self.0
    }
}

/// A form beside what is known, as rules look at it.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The form.
    pub form: &'a Form,
    /// Its kind.
    pub kind: &'a Kind,
    /// What is known.
    pub known: &'a Known,
}

impl<'a> Sheet<'a> {
    /// What the single link of a field leads to.
    pub fn link(&self, row: &Row, field: &str) -> Option<&'a Linkable> {
        let Shape::Link { to, within, .. } = self.kind.field(field)?.shape else { return None };
        self.known.link(to, within.map(|within| row.written(within)), row.written(field))
    }

    /// The entry of the exercise's list that a field names.
    pub fn term(&self, row: &Row, field: &str) -> Option<&'a Term> {
        self.known.term(field, row.written(field))
    }

    /// The figure of a computed field.
    pub fn figure(&self, row: &Row, field: &str) -> Option<f64> {
        let Shape::Figure { by } = self.kind.field(field)?.shape else { return None };
        self.known.figure(field, &key(row, by))
    }
}

/// Everything that is wrong with a form: first the form as a whole, then row by row in the order of fields.
pub fn check(form: &Form, kind: &Kind, known: &Known, mode: Mode) -> Vec<Finding> {
    let sheet = Sheet { form, kind, known };
    let mut findings = Findings::default();
    repeated(&sheet, &mut findings);
    for row in &form.rows {
        for field in kind.fields {
            if let Some(wrong) = cell(&sheet, row, field) {
                findings.at(row, field.name, wrong);
            }
        }
    }
    kind.rules.iter().for_each(|rule| rule(&sheet, &mut findings));
    let mut findings = findings.into_list();
    if mode == Mode::Exam {
        let telling =
            |finding: &mut Finding| finding.diagnostic.args.retain(|name, _| !TELLING.contains(&name.as_str()));
        findings.iter_mut().for_each(telling);
    }
    findings.sort_by_key(|finding| {
        let row = finding.row.as_ref().and_then(|row| form.position(row));
        let field = finding.field.and_then(|name| kind.fields.iter().position(|field| field.name == name));
        (row, field)
    });
    findings
}

/// Rows that say the same as one above.
fn repeated(sheet: &Sheet<'_>, findings: &mut Findings) {
    let mut seen: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for (place, row) in sheet.form.rows.iter().enumerate() {
        let key = key(row, sheet.kind.key);
        if key.iter().all(String::is_empty) {
            continue;
        }
        let first = *seen.entry(key).or_insert(place);
        if first != place {
            findings.row(row, Diagnostic::new(Code::FormRowRepeated).with("row", first + 1));
        }
    }
}

/// What is wrong with a cell by its field alone.
pub(crate) fn cell(sheet: &Sheet<'_>, row: &Row, field: &Field) -> Option<Box<Diagnostic>> {
    if field.is_computed() {
        return None;
    }
    let Some(value) = row.cell(field.name) else {
        return field.required.then(|| Diagnostic::new(Code::FormCellEmpty));
    };
    if let Some(reason) = unknown(value) {
        return match (field.may_be_unknown, reason.trim().is_empty()) {
            (false, _) => Some(Diagnostic::new(Code::FormUnknownRefused)),
            (true, true) => Some(Diagnostic::new(Code::FormUnknownReason)),
            (true, false) => None,
        };
    }
    let typed = text(value);
    match &field.shape {
        Shape::Text | Shape::LongText => {
            let length = typed.chars().count();
            let long = || Diagnostic::new(Code::FormTextLong).with("count", length).with("limit", MAX_TEXT);
            (length > MAX_TEXT).then(long)
        }
        Shape::Number { low, high } => match value.as_f64() {
            None => Some(Diagnostic::new(Code::FormNumber).with("text", typed)),
            Some(number) if !(*low..=*high).contains(&number) => {
                let wrong = Diagnostic::new(Code::ParamRange).with("value", number);
                Some(wrong.with("low", *low).with("high", *high))
            }
            Some(_) => None,
        },
        Shape::Date => {
            let is_day = date(&typed).is_some_and(|day| day == typed);
            (!is_day).then(|| Diagnostic::new(Code::FormDate).with("text", typed))
        }
        Shape::Choice(choices) => {
            let known = choices.contains(&typed.as_str());
            (!known).then(|| Diagnostic::new(Code::FormChoice).with("text", typed))
        }
        Shape::Listed { .. } => {
            let unknown = sheet.known.listed.contains_key(field.name) && sheet.known.term(field.name, &typed).is_none();
            unknown.then(|| Diagnostic::new(Code::FormChoice).with("text", typed))
        }
        Shape::Tick => (!value.is_boolean()).then(|| Diagnostic::new(Code::FormChoice).with("text", typed)),
        Shape::Link { to, within, most } => {
            let within = within.map(|within| row.written(within));
            link(sheet, *to, within, *most, value)
        }
        Shape::Figure { .. } => None,
    }
}

fn link(sheet: &Sheet<'_>, to: Target, within: Option<&str>, most: usize, value: &Value) -> Option<Box<Diagnostic>> {
    let ids = links(value);
    if ids.len() > most {
        return Some(Diagnostic::new(Code::FormLinksMany).with("count", ids.len()).with("limit", most));
    }
    let leads = |id: &str| match to {
        Target::Row => sheet.form.row(&RowId::from(id)).is_some(),
        _ => !sheet.known.links.contains_key(&to) || sheet.known.link(to, within, id).is_some(),
    };
    let lost = ids.into_iter().find(|id| !leads(id))?;
    Some(Diagnostic::new(Code::FormLinkLost).with("name", lost))
}
