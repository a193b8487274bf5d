//! What an author declares: tables, their columns and relations, the dirt, the files.
//!
//! Boundary: serde types. What is wrong with a specification is found by [`crate::plan`]; what a kind of column or dirt
//! takes as parameters is said by its own file.

mod dirt;
mod file;
mod rows;
mod table;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use dirt::{DirtSpec, Rate};
pub use file::{Decimal, Dialect, FileColumn, FileSpec, Format, LineEnd};
pub use rows::{Count, PerParent, Rows, Scaled};
pub use table::{ColumnSpec, Copula, Dependency, TableSpec};

/// How much data is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// For learning, on any machine.
    #[default]
    Practice,
    /// For an exam.
    Exam,
    /// As much as the room can carry.
    Stress,
}

/// Tables, dirt and files of an exercise.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DataSpec {
    /// Tables; one may refer to any other as long as there is no circle.
    pub tables: Vec<TableSpec>,
    /// Dirt, in the order in which it is applied.
    #[serde(default)]
    pub dirt: Vec<DirtSpec>,
    /// Files in which the candidate finds the tables; a table without a file only helps others.
    #[serde(default)]
    pub files: Vec<FileSpec>,
}
