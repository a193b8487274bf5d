//! What must hold in a référentiel beyond its types: keys, references, words, names, points.

use std::collections::BTreeMap;

use protocol::{Code, Diagnostic};

use super::{Criterion, Referentiel};
use crate::agree::Findings;

/// What the points of an exercise make up.
const POINTS: u32 = 100;

/// Notes everything that is wrong.
pub fn check(all: &Referentiel, findings: &mut Findings<'_, '_, '_>) {
    unique(all, findings);
    words(all, findings);
    references(all, findings);
    for (index, criterion) in all.criteria.iter().enumerate() {
        named(all, &format!("criteria/{index}"), criterion, findings);
    }
    places(all, findings);
    exercised(all, findings);
}

fn unique(all: &Referentiel, findings: &mut Findings<'_, '_, '_>) {
    findings.ids("blocs", "key", all.blocs.iter().map(|bloc| bloc.key.as_str()));
    findings.ids("modes", "key", all.modes.iter().map(|mode| mode.key.as_str()));
    findings.ids("exercises", "id", all.exercises.iter().map(|exercise| exercise.id.as_str()));
    findings.unique("activities", "code", all.activities.iter().map(|activity| activity.code.as_str()));
    findings.unique("competences", "key", all.competences.iter().map(|competence| competence.key.as_str()));
    findings.unique("criteria", "key", all.criteria.iter().map(|criterion| criterion.key.as_str()));
    for (index, criterion) in all.criteria.iter().enumerate() {
        let ids = criterion.exercises.iter().map(|share| share.id.as_str());
        findings.unique(&format!("criteria/{index}/exercises"), "id", ids);
    }
}

fn words(all: &Referentiel, findings: &mut Findings<'_, '_, '_>) {
    findings.words("certification", &all.certification);
    for (index, bloc) in all.blocs.iter().enumerate() {
        findings.words(&format!("blocs/{index}/label"), &bloc.label);
    }
    for (index, mode) in all.modes.iter().enumerate() {
        findings.words(&format!("modes/{index}/label"), &mode.label);
    }
    for (index, activity) in all.activities.iter().enumerate() {
        findings.words(&format!("activities/{index}/label"), &activity.label);
        for (place, line) in activity.lines.iter().enumerate() {
            findings.words(&format!("activities/{index}/lines/{place}/label"), &line.label);
        }
    }
    for (index, competence) in all.competences.iter().enumerate() {
        findings.words(&format!("competences/{index}/label"), &competence.label);
        let remark = competence.remark.iter();
        remark.for_each(|remark| findings.words(&format!("competences/{index}/remark"), remark));
    }
    for (index, criterion) in all.criteria.iter().enumerate() {
        findings.words(&format!("criteria/{index}/label"), &criterion.label);
        let remark = criterion.remark.iter();
        remark.for_each(|remark| findings.words(&format!("criteria/{index}/remark"), remark));
    }
    for (index, exercise) in all.exercises.iter().enumerate() {
        findings.words(&format!("exercises/{index}/title"), &exercise.title);
        findings.words(&format!("exercises/{index}/sector"), &exercise.sector);
        findings.range(&format!("exercises/{index}/difficulty"), exercise.difficulty.into(), 1.0, 5.0);
        findings.range(&format!("exercises/{index}/minutes"), exercise.minutes.into(), 1.0, 600.0);
    }
}

fn references(all: &Referentiel, findings: &mut Findings<'_, '_, '_>) {
    let exercises = || all.exercises.iter().map(|exercise| exercise.id.as_str());
    let mut known = |path: String, name: &str, names: &mut dyn Iterator<Item = &str>| {
        findings.known(&path, Code::PackNameUnknown, "name", name, names);
    };
    for (index, activity) in all.activities.iter().enumerate() {
        let blocs = &mut all.blocs.iter().map(|bloc| bloc.key.as_str());
        known(format!("activities/{index}/bloc"), &activity.bloc, blocs);
        for (place, line) in activity.lines.iter().enumerate() {
            for (at, id) in line.exercises.iter().enumerate() {
                known(format!("activities/{index}/lines/{place}/exercises/{at}"), id, &mut exercises());
            }
        }
    }
    for (index, competence) in all.competences.iter().enumerate() {
        let activities = &mut all.activities.iter().map(|activity| activity.code.as_str());
        known(format!("competences/{index}/activity"), &competence.activity, activities);
        let modes = &mut all.modes.iter().map(|mode| mode.key.as_str());
        known(format!("competences/{index}/mode"), &competence.mode, modes);
    }
    for (index, criterion) in all.criteria.iter().enumerate() {
        for (at, key) in criterion.competences.iter().enumerate() {
            let competences = &mut all.competences.iter().map(|competence| competence.key.as_str());
            known(format!("criteria/{index}/competences/{at}"), key, competences);
        }
        for (at, share) in criterion.exercises.iter().enumerate() {
            known(format!("criteria/{index}/exercises/{at}/id"), &share.id, &mut exercises());
        }
    }
}

/// A criterion's key, name, position and competences say the same.
fn named(all: &Referentiel, path: &str, criterion: &Criterion, findings: &mut Findings<'_, '_, '_>) {
    let Some(bloc) = all.blocs.iter().find(|bloc| bloc.key == criterion.bloc()) else {
        let blocs = all.blocs.iter().map(|bloc| bloc.key.as_str());
        findings.known(&format!("{path}/key"), Code::PackNameUnknown, "name", criterion.bloc(), blocs);
        return;
    };
    let place = criterion.key.rsplit_once(".k").map_or("", |(_, place)| place);
    let name = format!("{}-k{place}", criterion.list());
    mismatch(findings, &format!("{path}/name"), &criterion.name, &name);
    let position = format!("B{}/{}/{place}", bloc.number, criterion.list().replace('/', "+"));
    mismatch(findings, &format!("{path}/position"), &criterion.position, &position);
    if criterion.competences.is_empty() {
        findings.add(&format!("{path}/competences"), Diagnostic::new(Code::ParamRequired));
    }
    let of_bloc: Vec<&str> = all.competences_of(&bloc.key).map(|competence| competence.key.as_str()).collect();
    for (at, key) in criterion.competences.iter().enumerate() {
        if !of_bloc.contains(&key.as_str()) || !criterion.list().split('/').any(|printed| printed == key) {
            mismatch(findings, &format!("{path}/competences/{at}"), key, criterion.list());
        }
    }
}

fn mismatch(findings: &mut Findings<'_, '_, '_>, path: &str, found: &str, expected: &str) {
    if found != expected {
        let wrong = Diagnostic::new(Code::PackMismatch).with("found", found).with("expected", expected);
        findings.add(path, wrong);
    }
}

/// Lines of activities are counted through the document; criteria of a printed list stand together, counted from 1.
fn places(all: &Referentiel, findings: &mut Findings<'_, '_, '_>) {
    let mut number = 0;
    for (index, activity) in all.activities.iter().enumerate() {
        for (place, line) in activity.lines.iter().enumerate() {
            number += 1;
            let path = format!("activities/{index}/lines/{place}/number");
            mismatch(findings, &path, &line.number.to_string(), &u32::to_string(&number));
        }
    }
    let mut next: BTreeMap<&str, usize> = BTreeMap::new();
    let mut last = "";
    for (index, criterion) in all.criteria.iter().enumerate() {
        let place = next.entry(criterion.list()).or_insert(0);
        let parted = *place > 0 && last != criterion.list();
        *place += 1;
        let expected = format!("{}-k{place}", criterion.list());
        if parted || criterion.name != expected {
            let wrong = Diagnostic::new(Code::PackMismatch).with("found", criterion.name.as_str());
            findings.add(&format!("criteria/{index}/name"), wrong.with("expected", expected));
        }
        last = criterion.list();
    }
}

/// Nothing hangs in the air: blocs have competences, competences criteria, criteria exercises; points make up 100.
fn exercised(all: &Referentiel, findings: &mut Findings<'_, '_, '_>) {
    let unused = |name: &str| Diagnostic::new(Code::PackUnused).with("name", name);
    for (index, bloc) in all.blocs.iter().enumerate() {
        if all.competences_of(&bloc.key).next().is_none() {
            findings.add(&format!("blocs/{index}/key"), unused(&bloc.key));
        }
    }
    for (index, competence) in all.competences.iter().enumerate() {
        if all.criteria_of(&competence.key).next().is_none() {
            findings.add(&format!("competences/{index}/key"), unused(&competence.key));
        }
    }
    for (index, criterion) in all.criteria.iter().enumerate() {
        if criterion.exercises.is_empty() {
            findings.add(&format!("criteria/{index}/exercises"), unused(&criterion.key));
        }
        for (at, share) in criterion.exercises.iter().enumerate() {
            findings.points(&format!("criteria/{index}/exercises/{at}/points"), share.points.into());
        }
    }
    for (index, activity) in all.activities.iter().enumerate() {
        for (place, line) in activity.lines.iter().enumerate().filter(|(_, line)| line.exercises.is_empty()) {
            findings.add(&format!("activities/{index}/lines/{place}/exercises"), unused(&line.number.to_string()));
        }
    }
    for (index, exercise) in all.exercises.iter().enumerate() {
        let shares = all.criteria.iter().flat_map(|criterion| &criterion.exercises);
        let sum: u32 = shares.filter(|share| share.id == exercise.id).map(|share| share.points).sum();
        if sum != POINTS {
            let wrong = Diagnostic::new(Code::PackTotal).with("sum", u64::from(sum));
            findings.add(&format!("exercises/{index}/id"), wrong.with("expected", u64::from(POINTS)));
        }
    }
}
