//! `hints.toml`: help that costs something.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::Kind;
use crate::words::Words;

/// The hints of an exercise.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hints {
    /// From the vaguest to the plainest.
    pub hints: Vec<Hint>,
}

/// One hint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Hint {
    /// Unique in the pack.
    pub id: String,
    /// What it says.
    pub text: Words,
    /// Percent of the points of its criterion that it costs while practising; the official level is not touched.
    #[serde(default = "usual_cost")]
    #[schemars(range(min = 0, max = 100))]
    pub cost: u8,
    /// The criterion whose points it costs; none in a warm-up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub criterion: Option<String>,
    /// The task beside which it is offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
}

fn usual_cost() -> u8 {
    5
}

impl Kind for Hints {
    const FORMAT: &'static str = "creuset.hints";
    const SCHEMA: &'static str = "hints";
}
