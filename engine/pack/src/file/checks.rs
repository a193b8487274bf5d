//! `checks.toml`: what is scored, on which data, for how many points.
//!
//! A check names its kind, which the engine knows, and gives it parameters, which the engine reads: this crate
//! passes them on as they are.

use std::collections::BTreeMap;

use protocol::score::CheckSpec;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::reading::Kind;
use crate::words::Words;

/// The checks of an exercise.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Checks {
    /// In the order in which their results are shown.
    pub checks: Vec<Check>,
}

/// One sub-score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Unique in the pack.
    pub id: String,
    /// The criterion to which its points go, of those of the exercise; none in a warm-up.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub criterion: String,
    /// The engine's kind of check.
    pub kind: String,
    /// Points, above 0; those of the checks of a criterion add up to the criterion's, those of a warm-up are shares.
    #[schemars(range(min = 0))]
    pub points: f64,
    /// On which data it is decided.
    pub basis: Basis,
    /// What is looked at, as the candidate reads it.
    pub label: Words,
    /// The deliverable that is looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// Columns of the deliverable by what they are to the check.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
    /// Parameters of the kind. `{ threshold = "key" }` stands for a value of `thresholds.toml`.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub params: Map<String, Value>,
}

/// On which data a check is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// The data of the practice seed, which the candidate has seen.
    S1,
    /// The data of the verification seed, on which the recipe is replayed.
    S2,
    /// Either: the official result is that of the verification seed.
    Both,
}

/// A check as the engine takes it.
impl From<&Check> for CheckSpec {
    fn from(check: &Check) -> Self {
        Self {
            id: check.id.clone(),
            criterion: check.criterion.clone(),
            check: check.kind.clone(),
            points: check.points,
            table: check.table.clone(),
            columns: check.columns.clone(),
            params: check.params.clone(),
        }
    }
}

impl Kind for Checks {
    const FORMAT: &'static str = "creuset.checks";
    const SCHEMA: &'static str = "checks";
}
