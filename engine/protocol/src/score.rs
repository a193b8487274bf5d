//! Exercises as they cross to the engine: which data to make, which checks to score, and what came of them.
//!
//! A check is data of a pack; its kind and parameters are the engine's to read. A score is a pure function of the
//! checks, the evidence (the replayed recipe) and the truth: no time, no language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::Diagnostic;

/// The data of one candidate for one exercise. Equal instances give equal bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instance {
    /// The data specification of the pack, JSON text.
    pub spec: String,
    /// The seed.
    pub seed: String,
    /// The scale: `practice`, `exam` or `stress`.
    pub scale: String,
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeFile {
    /// The name that import steps use.
    pub name: String,
    /// Its length.
    pub bytes: u64,
    /// Its records.
    pub records: u64,
    /// Lower-case hexadecimal BLAKE3.
    pub hash: String,
}

/// One check, its thresholds resolved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckSpec {
    /// Unique in the pack.
    pub id: String,
    /// Key of the criterion to which its points go.
    pub criterion: String,
    /// The engine's kind of check.
    pub check: String,
    /// Its points.
    pub points: f64,
    /// The deliverable that is looked at (`staging.anomalies`).
    #[serde(default)]
    pub table: Option<String>,
    /// Columns of the deliverable by what they are to the check.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
    /// Parameters of the kind.
    #[serde(default)]
    pub params: Map<String, Value>,
}

/// One figure under a check, from 0 (nothing) to 1 (all).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// What it is about, in words of the pack: a kind of anomaly, a column.
    pub name: String,
    /// How well it was done, 0 to 1.
    pub share: f64,
    /// What was counted, by name (`found`, `expected`, `wrong` …), for who may see it.
    pub counts: BTreeMap<String, f64>,
}

/// What a check came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckResult {
    /// The check.
    pub id: String,
    /// Its criterion.
    pub criterion: String,
    /// Points earned, 0 to `of`.
    pub points: f64,
    /// Points there are.
    pub of: f64,
    /// Figures behind the points.
    pub parts: Vec<Part>,
    /// What a candidate may be told while practising: codes that never give the truth away.
    pub findings: Vec<Diagnostic>,
}

/// The points of one criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CriterionScore {
    /// Key of the criterion.
    pub criterion: String,
    /// Points earned.
    pub points: f64,
    /// Points there are.
    pub of: f64,
}

/// Everything that a replayed recipe earns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
pub struct Scorecard {
    /// In the order of the checks.
    pub checks: Vec<CheckResult>,
}

impl Scorecard {
    /// Sums by criterion, in the order in which criteria first come.
    pub fn criteria(&self) -> Vec<CriterionScore> {
        let mut criteria: Vec<CriterionScore> = Vec::new();
        for check in &self.checks {
            let known = criteria.iter().position(|one| one.criterion == check.criterion);
            let place = known.unwrap_or_else(|| {
                criteria.push(CriterionScore { criterion: check.criterion.clone(), points: 0.0, of: 0.0 });
                criteria.len() - 1
            });
            criteria[place].points += check.points;
            criteria[place].of += check.of;
        }
        criteria
    }

    /// Points of 100 over all checks; 0 where there are none.
    pub fn percent(&self) -> f64 {
        let of: f64 = self.checks.iter().map(|check| check.of).sum();
        let points: f64 = self.checks.iter().map(|check| check.points).sum();
        if of > 0.0 { 100.0 * points / of } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(criterion: &str, points: f64, of: f64) -> CheckResult {
        let (parts, findings) = (Vec::new(), Vec::new());
        CheckResult { id: "c".into(), criterion: criterion.into(), points, of, parts, findings }
    }

    #[test]
    fn points_are_summed_by_criterion() {
        let card = Scorecard { checks: vec![result("b", 3.0, 10.0), result("a", 1.0, 5.0), result("b", 2.0, 5.0)] };
        let sums: Vec<_> = card.criteria().into_iter().map(|one| (one.criterion, one.points, one.of)).collect();
        assert_eq!(sums, [("b".to_owned(), 5.0, 15.0), ("a".to_owned(), 1.0, 5.0)]);
        assert!((card.percent() - 30.0).abs() < 1e-9);
        assert_eq!(Scorecard::default().percent(), 0.0);
    }
}
