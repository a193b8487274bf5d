//! Apache Parquet: a table in column chunks, read row group by row group.
//!
//! Types widen to those of the engine (see [`widen`]); rejects are always empty, for a Parquet file is
//! either readable or not. What a damaged file could do to the decoder is checked before (see [`file`]).

mod detect;
pub mod file;
mod flat;
mod import;
mod pages;
pub mod widen;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use detect::detect;
pub use file::is_parquet;
pub use import::{MAX_PARQUET_BYTES, ParquetImport};

/// Parameters of the operation `import_parquet`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ParquetOptions {
    /// Name of the attached file.
    #[schemars(extend("x-widget" = "file"))]
    pub file: String,
    /// Columns to read, in this order; all of them where none are given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<Vec<String>>,
}
