//! What the school decides: from which level on something counts as acquired.
//!
//! The référentiel gives no figure; these are proposals, to be edited in one file.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::finding::{Finding, Findings, Mistake, parse};

/// Every threshold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// From which level on a criterion is what.
    pub criterion: CriterionThresholds,
    /// What a competence needs.
    pub competence: CompetenceThresholds,
}

/// Levels of a criterion, from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CriterionThresholds {
    /// At or above: acquired.
    pub acquired: f64,
    /// At or above, and below `acquired`: to consolidate. Below: not acquired.
    pub consolidate: f64,
}

/// What a competence needs of its criteria, from 0 to 100. A bloc needs all its competences.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CompetenceThresholds {
    /// The mean of its criteria is at or above.
    pub mean: f64,
    /// No criterion is below.
    pub floor: f64,
}

/// Reads `exercises/thresholds.toml`.
///
/// # Errors
/// Everything that is wrong, with its line.
pub fn read(text: &str) -> Result<Thresholds, Vec<Finding>> {
    let thresholds: Thresholds = parse(text).map_err(|finding| vec![finding])?;
    let mut findings = Findings::of(text);
    let Thresholds { criterion, competence } = thresholds.clone();
    for (name, value) in [
        ("criterion.acquired", criterion.acquired),
        ("criterion.consolidate", criterion.consolidate),
        ("competence.mean", competence.mean),
        ("competence.floor", competence.floor),
    ] {
        if !(0.0..=100.0).contains(&value) {
            findings.note(Mistake::Range, name);
        }
    }
    if criterion.consolidate > criterion.acquired {
        findings.note(Mistake::Inconsistent, "criterion.consolidate");
    }
    if competence.floor > competence.mean {
        findings.note(Mistake::Inconsistent, "competence.floor");
    }
    findings.end(thresholds)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str = include_str!("../../../exercises/thresholds.toml");

    #[test]
    fn ours_read() {
        assert_eq!(
            read(OURS).unwrap(),
            Thresholds {
                criterion: CriterionThresholds { acquired: 60.0, consolidate: 40.0 },
                competence: CompetenceThresholds { mean: 60.0, floor: 40.0 },
            }
        );
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for (before, after, mistake) in [
            ("acquired = 60", "acquired = 160", Mistake::Range),
            ("acquired = 60", "acquired = 30", Mistake::Inconsistent),
            ("floor = 40", "floor = 80", Mistake::Inconsistent),
            ("floor = 40", "flor = 40", Mistake::Malformed),
            ("mean = 60", "mean = \"60\"", Mistake::Malformed),
        ] {
            assert!(OURS.contains(before), "{before}");
            let found = read(&OURS.replacen(before, after, 1)).unwrap_err();
            assert_eq!(found.iter().map(|one| one.mistake).collect::<Vec<_>>(), [mistake], "{after}");
        }
    }
}
