//! Arrow IPC: a table in record batches, as a file (Feather 2) or a stream.
//!
//! A file is a stream between two marks, with a footer for those who jump: both are read as the stream, batch
//! after batch. Types widen as those of Parquet; rejects are always empty. What a damaged file could do to the
//! decoder is checked before (see [`messages`]).

mod detect;
mod import;
mod messages;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use detect::{detect, is_arrow};
pub use import::{ArrowImport, MAX_ARROW_BYTES, start};

/// Parameters of the operation `import_arrow`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ArrowOptions {
    /// Name of the attached file.
    #[schemars(extend("x-widget" = "file"))]
    pub file: String,
    /// Columns to read, in this order; all of them where none are given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<Vec<String>>,
}
