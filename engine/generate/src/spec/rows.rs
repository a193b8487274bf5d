//! How many rows a table has.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Scale;

/// How many rows a table has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Rows {
    /// The same number at every scale.
    Fixed(u32),
    /// A number for each scale.
    Scaled(Scaled<u32>),
    /// So many for each row of another table.
    PerParent(PerParent),
}

/// One value for each scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scaled<T> {
    /// At the scale of practice.
    pub practice: T,
    /// At the scale of an exam.
    pub exam: T,
    /// At the largest scale.
    pub stress: T,
}

impl<T: Copy> Scaled<T> {
    /// The value at a scale.
    pub fn at(self, scale: Scale) -> T {
        match scale {
            Scale::Practice => self.practice,
            Scale::Exam => self.exam,
            Scale::Stress => self.stress,
        }
    }
}

/// Rows that belong to the rows of another table, in its order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PerParent {
    /// The other table.
    pub per: String,
    /// How many rows each of its rows has.
    pub count: Count,
}

/// How many rows a row has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Count {
    /// Always as many.
    Fixed(u32),
    /// As many as the scale says.
    Scaled(Scaled<u32>),
    /// Uniform between two numbers, both included.
    Between {
        /// The least.
        low: u32,
        /// The most.
        high: u32,
    },
    /// Poisson with this mean (at most 500).
    Poisson {
        /// The mean.
        mean: f64,
    },
}
