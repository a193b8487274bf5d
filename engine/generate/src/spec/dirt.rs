//! Dirt as it is declared.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// One dirt: what is common to all kinds here, the parameters of its kind beside them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DirtSpec {
    /// Its kind, as named in the registry of dirt kinds.
    pub kind: String,
    /// The table.
    pub table: String,
    /// The columns; none for kinds that touch whole rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// How many of the eligible rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<Rate>,
    /// An exact number of rows in place of a rate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Condition over the clean columns of the table, hidden ones included: other rows are not eligible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Parameters of the kind.
    #[serde(flatten)]
    pub params: Map<String, Value>,
}

/// How many of the eligible rows are dirtied.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Rate {
    /// This share of them, rounded to a whole number of rows.
    Share(f64),
    /// Each row with a probability of its own, a formula over the clean columns.
    Formula(String),
}
