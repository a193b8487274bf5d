//! The files that authors and schools write: one module a file, types only.
//!
//! All refuse unknown keys. Ids, references and sums are looked at by `crate::agree`, over all files of a pack.

pub mod catalog;
pub mod checks;
pub mod deliverables;
pub mod dictionary;
pub mod exercise;
pub mod hints;
pub mod players;
pub mod rules;
pub mod thresholds;
pub mod wrong;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Points of a criterion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CriterionPoints {
    /// Key in the référentiel (`b3.c13.k1`).
    pub key: String,
    /// Points.
    #[schemars(range(min = 0))]
    pub points: f64,
}

/// Letters without accents, digits and `-`, a letter first, at most 64 characters: what an id is made of.
pub fn is_legal_id(id: &str) -> bool {
    let mut bytes = id.bytes();
    bytes.next().is_some_and(|first| first.is_ascii_alphabetic())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && id.len() <= 64
}
