//! `deliverables.toml`: the contract of what is handed in.
//!
//! A deliverable is a table of the recipe. What the contract says is what the page checks live and what checks may
//! rely on.

use std::str::FromStr;

use protocol::TableRef;
use protocol::table::ColumnType;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::reading::Kind;
use crate::words::Words;

/// The contract.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deliverables {
    /// The tables that are handed in.
    pub tables: Vec<Deliverable>,
}

/// A table that is handed in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Deliverable {
    /// Zone and name, without a batch (`staging.anomalies`).
    pub table: String,
    /// What it is for.
    pub label: Words,
    /// Whether the work is incomplete without it.
    #[serde(default = "yes")]
    pub required: bool,
    /// Whether each row must still say from which rows of the sources it comes.
    #[serde(default)]
    pub source_references: bool,
    /// Columns whose values together stand on one row only; none if any row may come twice.
    #[serde(default)]
    pub key: Vec<String>,
    /// The columns that must be there; others may be.
    pub columns: Vec<DeliverableColumn>,
}

/// A column that must be there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DeliverableColumn {
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    #[schemars(schema_with = "column_types")]
    pub kind: ColumnType,
    /// Whether cells may be empty.
    #[serde(default)]
    pub nullable: bool,
    /// The only values that it may hold, if it is a list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// What it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Words>,
}

impl Deliverable {
    /// The table's name in recipes, if it is a legal one.
    pub fn table_ref(&self) -> Option<TableRef> {
        TableRef::from_str(&self.table).ok().filter(|table| table.batch.is_none())
    }
}

fn yes() -> bool {
    true
}

fn column_types(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "enum": ["boolean", "integer", "number", "decimal", "text", "date", "datetime", "time", "duration", "other"]
    })
}

impl Kind for Deliverables {
    const FORMAT: &'static str = "creuset.deliverables";
    const SCHEMA: &'static str = "deliverables";
}
