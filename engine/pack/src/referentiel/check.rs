//! What must hold in a référentiel beyond its types: keys, references, words, names, points.

use std::collections::{BTreeMap, BTreeSet};

use super::{Criterion, Referentiel};
use crate::finding::{Findings, Mistake};

/// What the points of an exercise make up.
const POINTS: u32 = 100;

/// Notes everything that is wrong.
pub fn check(all: &Referentiel, findings: &mut Findings<'_>) {
    unique(all, findings);
    words(all, findings);
    references(all, findings);
    for criterion in &all.criteria {
        named(all, criterion, findings);
    }
    places(all, findings);
    exercised(all, findings);
}

fn unique(all: &Referentiel, findings: &mut Findings<'_>) {
    findings.once(all.blocs.iter().map(|bloc| bloc.key.as_str()));
    findings.once(all.modes.iter().map(|mode| mode.key.as_str()));
    findings.once(all.activities.iter().map(|activity| activity.code.as_str()));
    findings.once(all.competences.iter().map(|competence| competence.key.as_str()));
    findings.once(all.criteria.iter().map(|criterion| criterion.key.as_str()));
    findings.once(all.criteria.iter().map(|criterion| criterion.name.as_str()));
    findings.once(all.exercises.iter().map(|exercise| exercise.id.as_str()));
    for criterion in &all.criteria {
        let ids: BTreeSet<&str> = criterion.exercises.iter().map(|share| share.id.as_str()).collect();
        if ids.len() != criterion.exercises.len() {
            findings.note_detail(Mistake::Duplicate, &criterion.key, "exercises");
        }
    }
    for (place, line) in all.activities.iter().flat_map(|activity| &activity.lines).enumerate() {
        if line.number as usize != place + 1 {
            findings.note(Mistake::Inconsistent, &line.number.to_string());
        }
    }
}

fn words(all: &Referentiel, findings: &mut Findings<'_>) {
    findings.words("certification", &all.certification);
    all.blocs.iter().for_each(|bloc| findings.words(&bloc.key, &bloc.label));
    all.modes.iter().for_each(|mode| findings.words(&mode.key, &mode.label));
    for activity in &all.activities {
        findings.words(&activity.code, &activity.label);
        activity.lines.iter().for_each(|line| findings.words(&line.number.to_string(), &line.label));
    }
    for competence in &all.competences {
        findings.words(&competence.key, &competence.label);
        competence.remark.iter().for_each(|remark| findings.words(&competence.key, remark));
    }
    for criterion in &all.criteria {
        findings.words(&criterion.key, &criterion.label);
        criterion.remark.iter().for_each(|remark| findings.words(&criterion.key, remark));
    }
    for exercise in &all.exercises {
        findings.words(&exercise.id, &exercise.title);
        findings.words(&exercise.id, &exercise.sector);
        if !(1..=5).contains(&exercise.difficulty) || exercise.minutes == 0 {
            findings.note(Mistake::Range, &exercise.id);
        }
    }
}

fn references(all: &Referentiel, findings: &mut Findings<'_>) {
    let mut known = |is_known: bool, of: &str, name: &str| {
        if !is_known {
            findings.note_detail(Mistake::Unknown, of, name);
        }
    };
    for activity in &all.activities {
        known(all.blocs.iter().any(|bloc| bloc.key == activity.bloc), &activity.code, &activity.bloc);
        for line in &activity.lines {
            line.exercises.iter().for_each(|id| known(all.exercise(id).is_some(), &line.number.to_string(), id));
        }
    }
    for competence in &all.competences {
        known(all.activity(&competence.activity).is_some(), &competence.key, &competence.activity);
        known(all.mode(&competence.mode).is_some(), &competence.key, &competence.mode);
    }
    for criterion in &all.criteria {
        criterion.competences.iter().for_each(|key| known(all.competence(key).is_some(), &criterion.key, key));
        criterion
            .exercises
            .iter()
            .for_each(|share| known(all.exercise(&share.id).is_some(), &criterion.key, &share.id));
    }
}

/// A criterion's key, name, position and competences say the same.
fn named(all: &Referentiel, criterion: &Criterion, findings: &mut Findings<'_>) {
    let mut fits = |holds: bool, what: &str| {
        if !holds {
            findings.note_detail(Mistake::Inconsistent, &criterion.key, what);
        }
    };
    let bloc = all.blocs.iter().find(|bloc| bloc.key == criterion.bloc());
    let place = criterion.key.rsplit_once(".k").map_or("", |(_, place)| place);
    fits(place.parse::<u32>().is_ok_and(|place| place > 0), "key");
    fits(criterion.name == format!("{}-k{place}", criterion.list()), "name");
    let number = bloc.map_or(0, |bloc| bloc.number);
    let position = format!("B{number}/{}/{place}", criterion.list().replace('/', "+"));
    fits(bloc.is_some() && criterion.position == position, "position");
    let printed: Vec<&str> = criterion.list().split('/').collect();
    fits(!criterion.competences.is_empty(), "competences");
    fits(criterion.competences.iter().all(|key| printed.contains(&key.as_str())), "competences");
    let in_bloc = |key: &String| all.competences_of(criterion.bloc()).any(|one| one.key == *key);
    fits(criterion.competences.iter().all(in_bloc), "bloc");
}

/// The criteria of each printed list stand together and are counted from 1.
fn places(all: &Referentiel, findings: &mut Findings<'_>) {
    let mut next: BTreeMap<&str, usize> = BTreeMap::new();
    let mut last = "";
    for criterion in &all.criteria {
        let place = next.entry(criterion.list()).or_insert(0);
        let parted = *place > 0 && last != criterion.list();
        *place += 1;
        if parted || !criterion.key.ends_with(&format!(".k{place}")) {
            findings.note_detail(Mistake::Inconsistent, &criterion.key, "place");
        }
        last = criterion.list();
    }
}

/// Nothing hangs in the air: blocs have competences, competences criteria, criteria exercises; points make up 100.
fn exercised(all: &Referentiel, findings: &mut Findings<'_>) {
    for bloc in &all.blocs {
        if all.competences_of(&bloc.key).next().is_none() {
            findings.note(Mistake::Unused, &bloc.key);
        }
    }
    for competence in &all.competences {
        if all.criteria_of(&competence.key).next().is_none() {
            findings.note(Mistake::Unused, &competence.key);
        }
    }
    for criterion in &all.criteria {
        if criterion.exercises.is_empty() {
            findings.note(Mistake::Unused, &criterion.key);
        }
        if criterion.exercises.iter().any(|share| share.points == 0) {
            findings.note(Mistake::Points, &criterion.key);
        }
    }
    for line in all.activities.iter().flat_map(|activity| &activity.lines) {
        if line.exercises.is_empty() {
            findings.note(Mistake::Unused, &line.number.to_string());
        }
    }
    for exercise in &all.exercises {
        let shares = all.criteria.iter().flat_map(|criterion| &criterion.exercises);
        let points: u32 = shares.filter(|share| share.id == exercise.id).map(|share| share.points).sum();
        if points != POINTS {
            findings.note_detail(Mistake::Points, &exercise.id, &points.to_string());
        }
    }
}
