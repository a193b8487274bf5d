//! A part of a mixture.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Distribution;

/// A distribution with its weight among others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Its weight, above 0: the share is the weight by the sum of weights.
    pub weight: f64,
    /// The distribution; no mixture.
    pub distribution: Distribution,
}
