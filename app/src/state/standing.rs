//! Where a candidate stands: levels of criteria, competences and blocs, from scores of exercises.
//!
//! A level is a proposal. What a jury decides does not come from scores: such criteria stay to confirm, and a
//! competence or bloc that rests on one stays so too.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use pack::file::thresholds::Thresholds;
use pack::referentiel::{Criterion, Referentiel, Status};

/// What one exercise gave for one criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct Scored {
    /// Id of the exercise.
    pub exercise: String,
    /// Key of the criterion.
    pub criterion: String,
    /// What the exercise weighs in the criterion.
    pub points: f64,
    /// From 0 to 100.
    pub score: f64,
}

/// What is said of a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing has been scored.
    NotStarted,
    /// Something below has no score yet.
    Started,
    /// Below what is to be consolidated.
    NotAcquired,
    /// Not far from acquired.
    ToConsolidate,
    /// A jury has the word.
    ToConfirm,
    /// At or above the threshold.
    Acquired,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 6] =
        [Self::NotStarted, Self::Started, Self::NotAcquired, Self::ToConsolidate, Self::ToConfirm, Self::Acquired];

    /// Key of its word.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotStarted => "verdict-not-started",
            Self::Started => "verdict-started",
            Self::NotAcquired => "verdict-not-acquired",
            Self::ToConsolidate => "verdict-to-consolidate",
            Self::ToConfirm => "verdict-to-confirm",
            Self::Acquired => "verdict-acquired",
        }
    }
}

/// Where something stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Standing {
    /// What is said of it.
    pub verdict: Verdict,
    /// From 0 to 100; none without a score, and none where a jury decides.
    pub level: Option<f64>,
}

/// Where a candidate stands everywhere.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Standings {
    criteria: BTreeMap<String, Standing>,
    competences: BTreeMap<String, Standing>,
    blocs: BTreeMap<String, Standing>,
}

const NOT_STARTED: Standing = Standing { verdict: Verdict::NotStarted, level: None };

impl Standings {
    /// Of scores. Where an exercise stands twice for a criterion, the later one counts; scores of exercises that do
    /// not exercise the criterion do not count.
    pub fn of(referentiel: &Referentiel, scores: &[Scored], thresholds: &Thresholds) -> Self {
        let mut all = Self::default();
        for criterion in &referentiel.criteria {
            all.criteria.insert(criterion.key.clone(), of_criterion(criterion, scores, thresholds));
        }
        for competence in &referentiel.competences {
            let criteria: Vec<Standing> =
                referentiel.criteria_of(&competence.key).map(|criterion| all.criterion(&criterion.key)).collect();
            all.competences.insert(competence.key.clone(), of_competence(&criteria, thresholds));
        }
        for bloc in &referentiel.blocs {
            let competences: Vec<Standing> =
                referentiel.competences_of(&bloc.key).map(|competence| all.competence(&competence.key)).collect();
            all.blocs.insert(bloc.key.clone(), of_bloc(&competences));
        }
        all
    }

    /// Where a criterion stands, by its key.
    pub fn criterion(&self, key: &str) -> Standing {
        self.criteria.get(key).copied().unwrap_or(NOT_STARTED)
    }

    /// Where a competence stands, by its key.
    pub fn competence(&self, key: &str) -> Standing {
        self.competences.get(key).copied().unwrap_or(NOT_STARTED)
    }

    /// Where a bloc stands, by its key.
    pub fn bloc(&self, key: &str) -> Standing {
        self.blocs.get(key).copied().unwrap_or(NOT_STARTED)
    }
}

/// The mean of the exercises that have a score, weighted by their points.
fn of_criterion(criterion: &Criterion, scores: &[Scored], thresholds: &Thresholds) -> Standing {
    let (mut sum, mut weight, mut done) = (0.0, 0.0, 0);
    for share in &criterion.exercises {
        let last = scores.iter().rev().find(|one| one.criterion == criterion.key && one.exercise == share.id);
        let Some(scored) = last.filter(|one| one.points > 0.0) else { continue };
        sum += scored.points * scored.score.clamp(0.0, 100.0);
        weight += scored.points;
        done += 1;
    }
    match (done, criterion.status) {
        (0, _) => NOT_STARTED,
        (_, Status::Jury) => Standing { verdict: Verdict::ToConfirm, level: None },
        _ => {
            let level = sum / weight;
            Standing { verdict: verdict(level, thresholds), level: Some(level) }
        }
    }
}

fn verdict(level: f64, thresholds: &Thresholds) -> Verdict {
    if level >= thresholds.levels.acquired {
        Verdict::Acquired
    } else if level >= thresholds.levels.consolidate {
        Verdict::ToConsolidate
    } else {
        Verdict::NotAcquired
    }
}

/// Acquired: the mean of its criteria reaches the threshold and none of them is below the floor.
fn of_competence(criteria: &[Standing], thresholds: &Thresholds) -> Standing {
    let levels: Vec<f64> = criteria.iter().filter_map(|standing| standing.level).collect();
    let level = (!levels.is_empty()).then(|| levels.iter().sum::<f64>() / levels.len() as f64);
    let started = criteria.iter().filter(|standing| standing.verdict != Verdict::NotStarted).count();
    let verdict = if started == 0 {
        Verdict::NotStarted
    } else if started < criteria.len() {
        Verdict::Started
    } else {
        let rule = &thresholds.competence;
        let reaches = level.is_none_or(|level| level >= rule.mean);
        let stands = levels.iter().all(|level| *level >= rule.floor);
        let open = criteria.iter().any(|standing| standing.verdict == Verdict::ToConfirm);
        match (reaches && stands, open) {
            (true, true) => Verdict::ToConfirm,
            (true, false) => Verdict::Acquired,
            // A mean that is high enough with one criterion too low is near, not acquired.
            (false, _) => match level.map(|level| verdict(level, thresholds)) {
                Some(Verdict::Acquired) => Verdict::ToConsolidate,
                Some(below) => below,
                None => Verdict::NotAcquired,
            },
        }
    };
    Standing { verdict, level }
}

/// Acquired: all its competences are.
fn of_bloc(competences: &[Standing]) -> Standing {
    let all = |verdicts: &[Verdict]| competences.iter().all(|standing| verdicts.contains(&standing.verdict));
    let verdict = if all(&[Verdict::NotStarted]) {
        Verdict::NotStarted
    } else if all(&[Verdict::Acquired]) {
        Verdict::Acquired
    } else if all(&[Verdict::Acquired, Verdict::ToConfirm]) {
        Verdict::ToConfirm
    } else if competences.iter().any(|one| matches!(one.verdict, Verdict::NotStarted | Verdict::Started)) {
        Verdict::Started
    } else if competences.iter().any(|one| one.verdict == Verdict::NotAcquired) {
        Verdict::NotAcquired
    } else {
        Verdict::ToConsolidate
    };
    Standing { verdict, level: None }
}
