//! Checks: each has its criterion and its columns, and the points of each criterion add up (to nothing as long as it
//! is not scored).

use protocol::{Code, Diagnostic};
use serde_json::{Map, Value};

use super::exercise::ROUNDING;
use super::{Findings, Opened};
use crate::fault::Fault;
use crate::file::checks::Check;
use crate::file::deliverables::Deliverable;
use crate::file::exercise::ExerciseKind;
use crate::load::School;

/// The key of a parameter that stands for a figure of the school.
const THRESHOLD: &str = "threshold";

pub(super) fn hold(all: &Opened<'_>, school: &School, faults: &mut Vec<Fault>) -> Vec<Check> {
    let exercise = &all.exercise.content;
    let mut checks = Vec::new();
    if let Some(file) = &all.checks {
        let mut findings = Findings::new(&file.document, faults);
        findings.ids("checks", "id", file.content.checks.iter().map(|check| check.id.as_str()));
        let tables = all.deliverables.as_ref().map_or(&[][..], |file| &file.content.tables);
        for (index, check) in file.content.checks.iter().enumerate() {
            let path = format!("checks/{index}");
            match (check.criterion.as_str(), exercise.kind) {
                ("", ExerciseKind::WarmUp) => {}
                ("", ExerciseKind::Exercise) => {
                    findings.add(&path, Diagnostic::new(Code::PackKeyMissing).with("key", "criterion"));
                }
                (key, _) => {
                    let own = exercise.criteria.iter().map(|one| one.key.as_str());
                    findings.known(&format!("{path}/criterion"), Code::PackCriterion, "key", key, own);
                }
            }
            findings.points(&format!("{path}/points"), check.points);
            findings.words(&format!("{path}/label"), &check.label);
            subject(&path, check, tables, &mut findings);
            let params = resolved(&format!("{path}/params"), &check.params, school, &mut findings);
            checks.push(Check { params, ..check.clone() });
        }
    }
    let mut findings = Findings::new(&all.exercise.document, faults);
    for (index, criterion) in exercise.criteria.iter().enumerate() {
        let own = checks.iter().filter(|check| check.criterion == criterion.key);
        // From a positive zero: that of the empty sum is negative.
        let sum = own.fold(0.0, |sum, check| sum + check.points);
        let expected = if criterion.scored { criterion.points } else { 0.0 };
        if (sum - expected).abs() > ROUNDING {
            let wrong = Diagnostic::new(Code::PackPoints).with("key", criterion.key.as_str());
            let wrong = wrong.with("points", expected).with("sum", sum);
            findings.add(&format!("criteria/{index}/points"), wrong);
        }
    }
    checks
}

/// The deliverable that a check looks at, and the columns that it names there.
fn subject(path: &str, check: &Check, tables: &[Deliverable], findings: &mut Findings<'_, '_, '_>) {
    let Some(name) = &check.table else {
        if !check.columns.is_empty() {
            findings.add(path, Diagnostic::new(Code::PackKeyMissing).with("key", "table"));
        }
        return;
    };
    let known = tables.iter().map(|table| table.table.as_str());
    findings.known(&format!("{path}/table"), Code::PackDeliverable, "table", name, known);
    let Some(table) = tables.iter().find(|table| table.table == *name) else { return };
    for (role, column) in &check.columns {
        let known = table.columns.iter().map(|column| column.name.as_str());
        findings.known(&format!("{path}/columns/{role}"), Code::ColumnUnknown, "column", column, known);
    }
}

/// Parameters in which the school's figures stand in the place of their keys.
fn resolved(
    path: &str,
    params: &Map<String, Value>,
    school: &School,
    findings: &mut Findings<'_, '_, '_>,
) -> Map<String, Value> {
    let entries = params.iter();
    entries.map(|(key, value)| (key.clone(), figure(&format!("{path}/{key}"), value, school, findings))).collect()
}

fn figure(path: &str, value: &Value, school: &School, findings: &mut Findings<'_, '_, '_>) -> Value {
    match value {
        Value::Object(object) => match object.get(THRESHOLD) {
            Some(Value::String(key)) if object.len() == 1 => match school.thresholds.value(key) {
                Some(found) => Value::from(found),
                None => {
                    let known = school.thresholds.values.iter().map(|one| one.key.as_str());
                    findings.known(&format!("{path}/{THRESHOLD}"), Code::PackThreshold, "key", key, known);
                    Value::Null
                }
            },
            _ => Value::Object(resolved(path, object, school, findings)),
        },
        Value::Array(values) => {
            let values = values.iter().enumerate();
            values.map(|(index, value)| figure(&format!("{path}/{index}"), value, school, findings)).collect()
        }
        other => other.clone(),
    }
}
