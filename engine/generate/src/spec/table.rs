//! A table as it is declared.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Rows;

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableSpec {
    /// Name: letters, digits and “_”.
    pub name: String,
    /// How many rows.
    pub rows: Rows,
    /// Columns; one may read any other of the table as long as there is no circle.
    pub columns: Vec<ColumnSpec>,
    /// The columns whose values name a row of the clean table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key: Vec<String>,
    /// Functional dependencies that hold in the clean table.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dependencies: Vec<Dependency>,
    /// Groups of numeric columns with the correlations that they have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copulas: Vec<Copula>,
}

/// A column: what is common to all kinds here, the parameters of its kind beside them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ColumnSpec {
    /// Name.
    pub name: String,
    /// Its kind, as named in the registry of column kinds.
    pub kind: String,
    /// Whether it only helps other columns and is never written.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// Key of its words in the data dictionary, where that is not its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Share of rows that truly have no value; this is not dirt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub null_rate: Option<f64>,
    /// Condition on other columns under which a row truly has no value; with `null_rate`, the share of those rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub null_when: Option<String>,
    /// Parameters of the kind.
    #[serde(flatten)]
    pub params: Map<String, Value>,
}

/// Columns whose values follow from those of other columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dependency {
    /// What decides.
    pub from: Vec<String>,
    /// What follows.
    pub to: Vec<String>,
}

/// Numeric columns tied by a Gaussian copula: each keeps its distribution, pairs have these rank correlations.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Copula {
    /// The columns: kinds that draw from one distribution.
    pub columns: Vec<String>,
    /// Spearman's rank correlation of each column with those before it: one list for the second column, and so on.
    pub correlations: Vec<Vec<f64>>,
}
