//! `private/wrong.toml`: what wrong answers score, so that a scorer that is too kind or too hard is found.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::CriterionPoints;
use crate::reading::Kind;

/// Recipes in `private/wrong/` with their stated scores.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrongAnswers {
    /// At least eight, four of them between 40 and 80 points.
    pub answers: Vec<WrongAnswer>,
}

/// One wrong answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrongAnswer {
    /// Name of the recipe in `private/wrong/`.
    pub file: String,
    /// What is wrong with it, for authors.
    pub mistake: String,
    /// Points of 100 that it scores.
    #[schemars(range(min = 0, max = 100))]
    pub score: f64,
    /// By how many points the score may differ, on any seed.
    #[serde(default = "usual_tolerance")]
    #[schemars(range(min = 0, max = 100))]
    pub tolerance: f64,
    /// Points of single criteria, where they are worth stating; under the same tolerance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<CriterionPoints>,
}

fn usual_tolerance() -> f64 {
    3.0
}

impl Kind for WrongAnswers {
    const FORMAT: &'static str = "creuset.wrong";
    const SCHEMA: &'static str = "wrong";
}
