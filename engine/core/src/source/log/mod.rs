//! Logs: lines that fit a pattern, its captures as columns.
//!
//! ```text
//! lines ─▶ gathered to records (continuations) ─▶ pattern ─▶ rows
//!                                                    └─ what does not fit ─▶ rejects
//! ```
//! A pattern is a regular expression with named groups, in which `%{NAME}`, `%{NAME:field}` and
//! `%{NAME:field:type}` stand for the patterns of [`patterns`]. It must fit a record from end to end.

mod detect;
mod import;
mod pattern;
pub mod patterns;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use detect::{detect, known_pattern};
pub use import::{LogImport, start};

use super::csv::options::{ColumnChoice, CsvEncoding};

/// Parameters of the operation `import_log`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct LogOptions {
    /// Name of the attached file.
    #[schemars(extend("x-widget" = "file"))]
    pub file: String,
    /// Pattern of a record.
    #[schemars(length(max = 10_000))]
    pub pattern: String,
    /// `strftime` format of dates with times, such as `%d/%b/%Y:%H:%M:%S %z`; ISO 8601 without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_format: Option<String>,
    /// Which lines continue the record above them.
    pub continuation: Continuation,
    /// Pattern that lines begin with which continue the record above, where continuation is by pattern.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub continuation_pattern: Option<String>,
    /// Texts that stand for a missing value.
    pub null_tokens: Vec<String>,
    /// Character encoding.
    pub encoding: CsvEncoding,
    /// Types of columns by name; those of other columns come from the pattern, or are inferred from samples.
    pub columns: Vec<ColumnChoice>,
}

impl Default for LogOptions {
    fn default() -> Self {
        Self {
            file: String::new(),
            pattern: String::new(),
            time_format: None,
            continuation: Continuation::None,
            continuation_pattern: None,
            null_tokens: vec![String::new(), "-".to_owned()],
            encoding: CsvEncoding::Auto,
            columns: Vec::new(),
        }
    }
}

/// Which lines continue the record above them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum Continuation {
    /// Each line is a record.
    None,
    /// Those that begin with white space.
    Indented,
    /// Those that begin with a pattern.
    Pattern,
}
