//! Hints and business rules.

use std::collections::BTreeSet;

use generate::DataSpec;
use protocol::{Code, Diagnostic};

use super::{Findings, Opened};
use crate::fault::Fault;
use crate::file::exercise::ExerciseKind;
use crate::file::rules::BusinessRule;

pub(super) fn hold(all: &Opened<'_>, faults: &mut Vec<Fault>) {
    let exercise = &all.exercise.content;
    if let Some(file) = &all.hints {
        let mut findings = Findings::new(&file.document, faults);
        findings.ids("hints", "id", file.content.hints.iter().map(|hint| hint.id.as_str()));
        for (index, hint) in file.content.hints.iter().enumerate() {
            let path = format!("hints/{index}");
            findings.words(&format!("{path}/text"), &hint.text);
            findings.range(&format!("{path}/cost"), hint.cost.into(), 0.0, 100.0);
            match &hint.criterion {
                Some(key) => {
                    let own = exercise.criteria.iter().map(|one| one.key.as_str());
                    findings.known(&format!("{path}/criterion"), Code::PackCriterion, "key", key, own);
                }
                None if exercise.kind == ExerciseKind::Exercise => {
                    findings.add(&path, Diagnostic::new(Code::PackKeyMissing).with("key", "criterion"));
                }
                None => {}
            }
            if let Some(id) = &hint.task {
                let tasks = exercise.tasks.iter().map(|task| task.id.as_str());
                findings.known(&format!("{path}/task"), Code::PackTask, "id", id, tasks);
            }
        }
    }
    if let Some(file) = &all.business {
        let mut findings = Findings::new(&file.document, faults);
        findings.ids("rules", "id", file.content.rules.iter().map(|rule| rule.id.as_str()));
        for (index, rule) in file.content.rules.iter().enumerate() {
            findings.words(&format!("rules/{index}/text"), &rule.text);
            if let Some(data) = &all.data {
                subject(&format!("rules/{index}"), rule, &data.content, &mut findings);
            }
        }
    }
}

/// The dirt and the columns that a rule is about are those of the data.
fn subject(path: &str, rule: &BusinessRule, data: &DataSpec, findings: &mut Findings<'_, '_, '_>) {
    let kinds: BTreeSet<&str> = data.dirt.iter().map(|dirt| dirt.kind.as_str()).collect();
    for (place, kind) in rule.dirt.iter().enumerate().filter(|(_, kind)| !kinds.contains(kind.as_str())) {
        let known: Vec<String> = kinds.iter().map(|&kind| kind.to_owned()).collect();
        let wrong = Diagnostic::new(Code::DataKind).with("kind", kind.as_str()).with("known", known);
        findings.add(&format!("{path}/dirt/{place}"), wrong);
    }
    let columns: Vec<String> = data
        .tables
        .iter()
        .flat_map(|table| table.columns.iter().map(move |column| format!("{}.{}", table.name, column.name)))
        .collect();
    for (place, column) in rule.columns.iter().enumerate() {
        let known = columns.iter().map(String::as_str);
        findings.known(&format!("{path}/columns/{place}"), Code::ColumnUnknown, "column", column, known);
    }
}
