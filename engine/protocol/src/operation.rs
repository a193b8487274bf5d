//! What an operation says of itself: enough for the page to offer it, render its form, and show its help.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::table::ColumnType;

/// One operation of the engine's catalogue. Labels come from the locales by convention:
/// `op-<name>`, `op-<name>-summary`, `op-<name>-help`, `op-<name>-param-<path>`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OperationInfo {
    /// Stable name, snake_case.
    pub name: String,
    /// Group of the palette.
    pub group: Group,
    /// Current version of the parameters' meaning.
    pub version: u32,
    /// JSON Schema (2020-12) of the parameters, with `x-widget` hints:
    /// `column`, `columns`, `expression`, `query`, `file`, `table`.
    pub schema: Value,
    /// Input ports.
    pub inputs: Vec<Port>,
    /// Whether inputs are named freely (one port for each table of a query).
    pub open_inputs: bool,
    /// Output ports; the first is the main one.
    pub outputs: Vec<Port>,
    /// Column types in whose menu the operation is offered; empty for none.
    pub suggested_for: Vec<ColumnType>,
    /// Runnable examples: help, documentation and tests at once.
    pub examples: Vec<Example>,
}

/// Groups of operations, in the order of the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Bytes to tables.
    Source,
    /// Repairs of cells and rows.
    Clean,
    /// Shape, order, combination.
    Transform,
    /// Expectations and what fails them.
    Quality,
}

/// A named place where a table goes in or comes out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Port {
    /// Name, `main` for the first.
    pub name: String,
    /// Inputs: must be connected. Outputs: always made.
    pub required: bool,
}

impl Port {
    /// A port that must be there.
    pub fn required(name: &str) -> Self {
        Self { name: name.to_owned(), required: true }
    }

    /// A port that may be there.
    pub fn optional(name: &str) -> Self {
        Self { name: name.to_owned(), required: false }
    }
}

/// A runnable example. Tables are in the text form of `engine::table_text`:
/// a header of `name:type` and rows, cells separated by `|`, null as `∅`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// Short kebab-case name; its caption is the locale key `op-<operation>-example-<name>`.
    pub name: String,
    /// Input tables by port.
    pub inputs: BTreeMap<String, String>,
    /// Parameters.
    pub params: Value,
    /// Expected output tables by port.
    pub outputs: BTreeMap<String, String>,
}

/// One function of the SQL dialect.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FunctionInfo {
    /// Name in lower case. Its one-line help is the locale key `fn-<name>` (underscores as hyphens).
    pub name: String,
    /// Group: `text`, `numeric`, `date`, `conditional`, `aggregate`.
    pub group: String,
    /// Signature, such as `round(number, integer) → number`.
    pub signature: String,
    /// An example expression and its value as text.
    pub example: (String, String),
}

/// All that the page needs to know of the engine it has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Catalogue {
    /// Operations, by group then name.
    pub operations: Vec<OperationInfo>,
    /// Functions of SQL and expressions, by name.
    pub functions: Vec<FunctionInfo>,
    /// Keywords that the SQL editor completes.
    pub keywords: Vec<String>,
}
