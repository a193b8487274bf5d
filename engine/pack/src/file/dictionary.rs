//! `dictionary.toml`: what the tables and columns of the data mean, as the candidate reads it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::reading::Kind;
use crate::words::Words;

/// The data dictionary.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dictionary {
    /// Tables, in the order in which they are shown.
    pub tables: Vec<TableEntry>,
}

/// A table of the data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TableEntry {
    /// Its name in `data.toml`.
    pub name: String,
    /// What a row is.
    pub label: Words,
    /// Its columns, in order.
    #[serde(default)]
    pub columns: Vec<ColumnEntry>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ColumnEntry {
    /// Its name in `data.toml`.
    pub name: String,
    /// What a cell says.
    pub label: Words,
    /// The unit, as it is written (`m²`, `€/mois`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

impl Kind for Dictionary {
    const FORMAT: &'static str = "creuset.dictionary";
    const SCHEMA: &'static str = "dictionary";
}
