//! `thresholds.toml` beside the packs: the figures that are the school's to decide.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::Kind;
use crate::words::Words;

/// All figures that decide a level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Thresholds {
    /// Levels of a criterion.
    pub levels: Levels,
    /// When a competence is acquired.
    pub competence: CompetenceRule,
    /// The replay on another seed.
    pub verification: Verification,
    /// What a pack must prove before it is used.
    pub packs: PackGates,
    /// Figures that checks refer to by their key.
    #[serde(default)]
    pub values: Vec<NamedValue>,
}

/// Levels of a criterion, in percent of its points.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Levels {
    /// Acquired from here on.
    #[schemars(range(min = 0, max = 100))]
    pub acquired: f64,
    /// To consolidate from here on, not acquired below.
    #[schemars(range(min = 0, max = 100))]
    pub consolidate: f64,
}

/// When a competence is acquired.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CompetenceRule {
    /// The mean of its criteria is at least this.
    #[schemars(range(min = 0, max = 100))]
    pub mean: f64,
    /// None of its criteria is below this.
    #[schemars(range(min = 0, max = 100))]
    pub floor: f64,
}

/// The replay on another seed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Verification {
    /// A fall by more points than this is flagged: the work fits its sample.
    #[schemars(range(min = 0, max = 100))]
    pub drop: f64,
}

/// What a pack must prove before it is used, in points of 100.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PackGates {
    /// The model solution scores at least this.
    #[schemars(range(min = 0, max = 100))]
    pub solution: f64,
    /// The model solution loses less than this over secret seeds.
    #[schemars(range(min = 0, max = 100))]
    pub solution_spread: f64,
    /// Players that do no work score less than this.
    #[schemars(range(min = 0, max = 100))]
    pub player: f64,
    /// The player that applies everything everywhere scores less than this.
    #[schemars(range(min = 0, max = 100))]
    pub autopilot: f64,
}

/// A figure that checks refer to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NamedValue {
    /// What checks call it.
    pub key: String,
    /// The figure.
    pub value: f64,
    /// What it decides.
    pub label: Words,
}

impl Thresholds {
    /// The figure of a key.
    pub fn value(&self, key: &str) -> Option<f64> {
        self.values.iter().find(|one| one.key == key).map(|one| one.value)
    }
}

impl Kind for Thresholds {
    const FORMAT: &'static str = "creuset.thresholds";
    const SCHEMA: &'static str = "thresholds";
}
