//! Hints and business rules.

use protocol::{Code, Diagnostic};

use super::{Findings, Opened};
use crate::fault::Fault;
use crate::file::exercise::ExerciseKind;

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
        }
    }
}
