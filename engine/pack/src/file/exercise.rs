//! `exercise.toml`: what an exercise is, what it counts for, and what there is to do.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::Kind;
use crate::words::Words;

/// The first file of a pack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// The name of the pack's folder.
    pub id: String,
    /// Whether it counts.
    #[serde(default)]
    pub kind: ExerciseKind,
    /// Its title.
    pub title: Words,
    /// What it is about, in a sentence or two, for lists.
    pub summary: Words,
    /// The sector in which it plays.
    pub sector: Words,
    /// The organisation of the story, if it has a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Words>,
    /// From 1 (first steps) to 5 (expert).
    #[schemars(range(min = 1, max = 5))]
    pub difficulty: u8,
    /// How long a candidate needs, in minutes.
    #[schemars(range(min = 1, max = 600))]
    pub minutes: u32,
    /// Tools of the profession that are touched: ids of their cards.
    #[serde(default)]
    pub tools: Vec<String>,
    /// Criteria of the référentiel that are exercised, with their points; none in a warm-up.
    #[serde(default)]
    pub criteria: Vec<ExercisedCriterion>,
    /// What there is to do, in order, to be ticked by the candidate.
    #[serde(default)]
    pub tasks: Vec<Task>,
}

/// A criterion that an exercise is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ExercisedCriterion {
    /// Key in the référentiel (`b3.c13.k1`).
    pub key: String,
    /// Points, above 0; those of a graded exercise add up to 100.
    #[schemars(range(min = 0))]
    pub points: f64,
    /// Whether checks decide it by now. One that is not scored yet has no check, and its points cannot be earned.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub scored: bool,
}

fn yes() -> bool {
    true
}

fn is_yes(scored: &bool) -> bool {
    *scored
}

/// Whether an exercise counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ExerciseKind {
    /// Graded, on criteria of the référentiel.
    #[default]
    Exercise,
    /// To get to know the room or an idea; nothing of it is graded.
    WarmUp,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Unique in the pack.
    pub id: String,
    /// What to do.
    pub label: Words,
    /// Criteria that it serves, of those of the exercise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criteria: Vec<String>,
}

impl Kind for Exercise {
    const FORMAT: &'static str = "creuset.exercise";
    const SCHEMA: &'static str = "exercise";
}
