//! F-ANOMALIES: which anomalies there are, by kind and column, how each was found, and what is done about it.
//!
//! Counts and p-values are those of the engine. An action is held against the business rule that the row names, a
//! mechanism against the test that it names; whether either is right of the data is not asked here.

use std::collections::BTreeSet;

use protocol::{Code, Diagnostic};
use serde_json::Value;

use crate::check::{Findings, Sheet};
use crate::document::Row;
use crate::kind::{Field, Kind, Shape, Target};
use crate::value::key;

/// Of kinds that the exercise marks so, values are missing: they have a mechanism.
const MISSING: &str = "missing";
/// Kinds that the exercise marks so are of the record as a whole: they have no column.
const RECORD: &str = "record";

/// Group of the operations that detect.
const DETECTING: &str = "quality";
/// The operation that declares mechanisms and tests them.
const TESTING: &str = "missingness";

const COUNTED_BY: &[&str] = &["table", "column", "kind"];
const MISSED_BY: &[&str] = &["column", "kind"];

/// The kind.
pub const KIND: Kind = Kind {
    name: "anomalies",
    code: "F-ANOMALIES",
    version: 1,
    fields: &[
        Field::required("table", Shape::link(Target::Table)),
        Field::optional("column", Shape::Link { to: Target::Column, within: Some("table"), most: 1 }),
        Field::required("kind", Shape::Listed { tags: &[MISSING, RECORD] }),
        Field::optional("count", Shape::Figure { by: COUNTED_BY }),
        Field::optional("missing", Shape::Figure { by: MISSED_BY }),
        Field::required("found", Shape::link(Target::Step)),
        Field::optional("mechanism", Shape::Choice(&["mcar", "mar", "mnar"])).or_unknown(),
        Field::optional("test", Shape::link(Target::Step)),
        Field::optional("p_value", Shape::Figure { by: &["column", "mechanism"] }),
        Field::required("action", Shape::Choice(&["fix", "impute", "reject", "escalate", "keep"])),
        Field::required("rule", Shape::link(Target::BusinessRule)),
        Field::optional("escalation", Shape::Text),
        Field::required("severity", Shape::Choice(&["minor", "major", "blocking"])),
        Field::optional("note", Shape::LongText),
    ],
    key: COUNTED_BY,
    rules: &[columns, counts, uncounted, detection, mechanisms, tests, actions, escalations],
};

fn operation<'a>(step: Option<&'a crate::Linkable>, key: &str) -> &'a str {
    step.and_then(|step| step.about.get(key)).and_then(Value::as_str).unwrap_or_default()
}

/// A kind of cells names its column; a kind of records names none.
fn columns(sheet: &Sheet<'_>, findings: &mut Findings) {
    for row in &sheet.form.rows {
        let Some(kind) = sheet.term(row, "kind") else { continue };
        match (kind.is(RECORD), row.cell("column").is_some()) {
            (true, true) => findings.at(row, "column", Diagnostic::new(Code::FormCellUnused)),
            (false, false) => findings.at(row, "column", Diagnostic::new(Code::FormCellEmpty)),
            _ => {}
        }
    }
}

/// What a row is about has been found at least once.
fn counts(sheet: &Sheet<'_>, findings: &mut Findings) {
    for row in &sheet.form.rows {
        let Some(kind) = sheet.term(row, "kind") else { continue };
        let field = if kind.is(MISSING) { "missing" } else { "count" };
        let is_computed = sheet.known.figures.contains_key(field);
        if is_computed && sheet.figure(row, field).is_none_or(|count| count == 0.0) {
            findings.at(row, field, Diagnostic::new(Code::FormCountZero));
        }
    }
}

/// What the engine has counted stands in a row.
fn uncounted(sheet: &Sheet<'_>, findings: &mut Findings) {
    for (field, by) in [("count", COUNTED_BY), ("missing", MISSED_BY)] {
        let Some(figures) = sheet.known.figures.get(field) else { continue };
        let rows: BTreeSet<Vec<String>> = sheet.form.rows.iter().map(|row| key(row, by)).collect();
        let left = figures.values.iter().filter(|(counted, count)| **count > 0.0 && !rows.contains(*counted));
        for (counted, count) in left {
            let Some((kind, place)) = counted.split_last() else { continue };
            let kind = sheet.known.term("kind", kind).map_or(kind.as_str(), |term| &term.label);
            let place: Vec<&str> = place.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
            let wrong = Diagnostic::new(Code::FormCountUncovered).with("count", *count).with("kind", kind);
            findings.form(wrong.with("place", place.join(".")));
        }
    }
}

/// It was found by a step that detects.
fn detection(sheet: &Sheet<'_>, findings: &mut Findings) {
    for row in &sheet.form.rows {
        let step = sheet.link(row, "found");
        if step.is_some() && operation(step, "group") != DETECTING {
            findings.at(row, "found", Diagnostic::new(Code::FormStepOther).with("operation", operation(step, "op")));
        }
    }
}

/// Where values are missing a mechanism is declared, elsewhere none.
fn mechanisms(sheet: &Sheet<'_>, findings: &mut Findings) {
    for row in &sheet.form.rows {
        let Some(kind) = sheet.term(row, "kind") else { continue };
        for field in ["mechanism", "test"] {
            match (kind.is(MISSING), row.cell(field).is_some()) {
                (false, true) => findings.at(row, field, Diagnostic::new(Code::FormCellUnused)),
                (true, false) if field == "mechanism" => {
                    findings.at(row, field, Diagnostic::new(Code::FormCellEmpty));
                }
                (true, false) if is_declared(row) => findings.at(row, field, Diagnostic::new(Code::FormCellEmpty)),
                _ => {}
            }
        }
    }
}

/// Whether a row says by which mechanism values are missing, rather than that it is not known.
fn is_declared(row: &Row) -> bool {
    !row.written("mechanism").is_empty()
}

/// The test that is named is one of that column, and was made for that mechanism.
fn tests(sheet: &Sheet<'_>, findings: &mut Findings) {
    for row in &sheet.form.rows {
        let Some(step) = sheet.link(row, "test") else { continue };
        let op = operation(Some(step), "op");
        if op != TESTING {
            findings.at(row, "test", Diagnostic::new(Code::FormStepOther).with("operation", op));
            continue;
        }
        let declarations = step.about.pointer("/params/declarations").and_then(Value::as_array);
        let of_column = |one: &&Value| one.get("column").and_then(Value::as_str) == Some(row.written("column"));
        let Some(declared) = declarations.into_iter().flatten().find(of_column) else {
            findings.at(row, "test", Diagnostic::new(Code::FormTestOther).with("column", row.written("column")));
            continue;
        };
        let declared = declared.get("mechanism").and_then(Value::as_str).unwrap_or("mcar");
        if is_declared(row) && row.written("mechanism") != declared {
            findings.at(row, "mechanism", Diagnostic::new(Code::FormMechanismDiffers).with("expected", declared));
        }
    }
}

/// The action is the one that the rule allows.
fn actions(sheet: &Sheet<'_>, findings: &mut Findings) {
    for row in sheet.form.rows.iter().filter(|row| !row.written("action").is_empty()) {
        let allowed = operation(sheet.link(row, "rule"), "action");
        if !allowed.is_empty() && allowed != row.written("action") {
            findings.at(row, "action", Diagnostic::new(Code::FormActionRefused).with("expected", allowed));
        }
    }
}

/// What is escalated goes to someone; nothing else does.
fn escalations(sheet: &Sheet<'_>, findings: &mut Findings) {
    for row in &sheet.form.rows {
        match (row.written("action"), row.cell("escalation").is_some()) {
            ("escalate", false) => findings.at(row, "escalation", Diagnostic::new(Code::FormCellEmpty)),
            ("escalate", true) | (_, false) => {}
            (_, true) => findings.at(row, "escalation", Diagnostic::new(Code::FormCellUnused)),
        }
    }
}
