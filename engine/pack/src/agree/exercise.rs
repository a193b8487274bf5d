//! `exercise.toml` in itself, and against the référentiel.

use protocol::{Code, Diagnostic};

use super::{File, Findings};
use crate::fault::Fault;
use crate::file::exercise::{Exercise, ExerciseKind};
use crate::load::School;

/// Points of a graded exercise.
const TOTAL: f64 = 100.0;
/// What sums of points in decimal fractions may differ by.
pub(super) const ROUNDING: f64 = 1e-6;

pub(super) fn hold(folder: &str, file: &File<'_, Exercise>, school: &School, faults: &mut Vec<Fault>) {
    let exercise = &file.content;
    let mut findings = Findings::new(&file.document, faults);
    if exercise.id != folder {
        let wrong = Diagnostic::new(Code::PackFolder).with("id", exercise.id.as_str()).with("folder", folder);
        findings.add("id", wrong);
    } else if !crate::file::is_legal_id(&exercise.id) {
        findings.add("id", Diagnostic::new(Code::PackId).with("id", exercise.id.as_str()));
    }
    for (path, words) in [("title", &exercise.title), ("summary", &exercise.summary), ("sector", &exercise.sector)] {
        findings.words(path, words);
    }
    if let Some(organisation) = &exercise.organisation {
        findings.words("organisation", organisation);
    }
    findings.range("difficulty", exercise.difficulty.into(), 1.0, 5.0);
    findings.range("minutes", exercise.minutes.into(), 1.0, 600.0);
    for (index, tool) in exercise.tools.iter().enumerate() {
        if !crate::file::is_legal_id(tool) {
            findings.add(&format!("tools/{index}"), Diagnostic::new(Code::PackId).with("id", tool.as_str()));
        }
    }
    findings.unique("tools", "", exercise.tools.iter().map(String::as_str));
    criteria(exercise, school, &mut findings);
    findings.ids("tasks", "id", exercise.tasks.iter().map(|task| task.id.as_str()));
    for (index, task) in exercise.tasks.iter().enumerate() {
        findings.words(&format!("tasks/{index}/label"), &task.label);
        for (place, key) in task.criteria.iter().enumerate() {
            let own = exercise.criteria.iter().map(|one| one.key.as_str());
            findings.known(&format!("tasks/{index}/criteria/{place}"), Code::PackCriterion, "key", key, own);
        }
    }
}

fn criteria(exercise: &Exercise, school: &School, findings: &mut Findings<'_, '_, '_>) {
    let criteria = &exercise.criteria;
    for (index, criterion) in criteria.iter().enumerate() {
        let known = school.criteria.iter().map(String::as_str);
        findings.known(&format!("criteria/{index}/key"), Code::PackCriterion, "key", &criterion.key, known);
        findings.points(&format!("criteria/{index}/points"), criterion.points);
    }
    findings.unique("criteria", "key", criteria.iter().map(|criterion| criterion.key.as_str()));
    shares(exercise, school, findings);
    let sum: f64 = criteria.iter().map(|criterion| criterion.points).sum();
    let expected = match exercise.kind {
        ExerciseKind::Exercise => TOTAL,
        ExerciseKind::WarmUp => 0.0,
    };
    if (sum - expected).abs() > ROUNDING {
        findings.add("criteria", Diagnostic::new(Code::PackTotal).with("sum", sum).with("expected", expected));
    }
}

/// An exercise that the référentiel names gives each criterion what it says there.
fn shares(exercise: &Exercise, school: &School, findings: &mut Findings<'_, '_, '_>) {
    let Some(shares) = school.shares.get(&exercise.id) else { return };
    let differs = |key: &str, points: f64, expected: f64| {
        let wrong = Diagnostic::new(Code::PackShare).with("key", key);
        wrong.with("points", points).with("expected", expected)
    };
    for (index, criterion) in exercise.criteria.iter().enumerate() {
        let expected = shares.get(&criterion.key).copied().unwrap_or_default();
        if (criterion.points - expected).abs() > ROUNDING {
            findings.add(&format!("criteria/{index}/points"), differs(&criterion.key, criterion.points, expected));
        }
    }
    for (key, expected) in shares {
        if !exercise.criteria.iter().any(|criterion| criterion.key == *key) {
            findings.add("criteria", differs(key, 0.0, *expected));
        }
    }
}
