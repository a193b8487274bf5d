//! JSON Lines and JSON documents: records of nested fields as rows of flat ones.
//!
//! ```text
//! lines ─────────────────┐
//! document ─▶ array at a path, element after element ─▶ value ─▶ flatten ─▶ rows
//! ```
//! Fields of nested objects become columns under their paths (`a.b`); lists are kept as JSON text, or one list
//! is exploded to rows. A field that a record does not have is null. Of two fields with one path the last
//! counts. What is no JSON goes to the rejects; a column that first turns up after the sample is text.

mod detect;
mod document;
mod flatten;
mod import;
mod records;
mod value;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use detect::{detect, is_json};
pub use import::{JsonImport, start};

use super::csv::options::{ColumnChoice, CsvEncoding};

/// Parameters of the operation `import_json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct JsonOptions {
    /// Name of the attached file.
    #[schemars(extend("x-widget" = "file"))]
    pub file: String,
    /// How records stand in the file.
    pub layout: JsonLayout,
    /// Path of the array of records in a document, such as `data.items`; empty for the document itself.
    pub records: String,
    /// What becomes of nested objects.
    pub nested: Nested,
    /// Levels of nested objects that become columns; what is deeper is kept as JSON text.
    #[schemars(range(min = 1, max = 32))]
    pub depth: u32,
    /// Path of a list in each record whose elements become rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explode: Option<String>,
    /// Character encoding.
    pub encoding: CsvEncoding,
    /// Types of columns by name; those of other columns are inferred from samples.
    pub columns: Vec<ColumnChoice>,
}

impl Default for JsonOptions {
    fn default() -> Self {
        Self {
            file: String::new(),
            layout: JsonLayout::Lines,
            records: String::new(),
            nested: Nested::Flatten,
            depth: 8,
            explode: None,
            encoding: CsvEncoding::Auto,
            columns: Vec::new(),
        }
    }
}

/// How records stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum JsonLayout {
    /// One record a line.
    Lines,
    /// One document, with an array of records.
    Document,
}

/// What becomes of nested objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Nested {
    /// Their fields become columns.
    Flatten,
    /// They are kept as JSON text.
    Text,
}
