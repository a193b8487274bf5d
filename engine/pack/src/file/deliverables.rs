//! `deliverables.toml`: the contract of what is handed in.
//!
//! A deliverable is a table of the recipe, or a form that is filled in beside it. What the contract says is what the
//! page checks live and what checks may rely on.

use std::collections::BTreeMap;
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
    #[serde(default)]
    pub tables: Vec<Deliverable>,
    /// The forms that are handed in.
    #[serde(default)]
    pub forms: Vec<FormDeliverable>,
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

/// A form that is handed in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormDeliverable {
    /// Unique in the pack.
    pub id: String,
    /// The kind of form.
    pub kind: String,
    /// What it is for.
    pub label: Words,
    /// Whether the work is incomplete without it.
    #[serde(default = "yes")]
    pub required: bool,
    /// What fields can hold of which the kind leaves the list to the exercise.
    #[serde(default)]
    pub lists: Vec<FormList>,
    /// Where the figures of computed fields come from.
    #[serde(default)]
    pub figures: Vec<FormFigures>,
}

/// What a field of a form can hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormList {
    /// The field.
    pub field: String,
    /// In the order in which they are offered.
    pub terms: Vec<FormTerm>,
}

/// One thing that a field of a form can hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormTerm {
    /// Unique in its list.
    pub id: String,
    /// What a person reads.
    pub label: Words,
    /// What it is marked as, of what the kind's rules look at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

/// Where figures of a computed field come from. A field may have them from several tables.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormFigures {
    /// The field.
    pub field: String,
    /// The table that is handed in.
    pub table: String,
    /// The column that holds the figure; without one, rows are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The columns that hold what the fields of the form must say, by field.
    #[serde(default)]
    pub by: BTreeMap<String, String>,
    /// What fields of the form must say besides, by field.
    #[serde(default)]
    pub with: BTreeMap<String, String>,
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
