//! Text whose columns stand at fixed places of each line.
//!
//! Places are counted in characters, from one. Cells are cut, trimmed and read as their types; a line that ends
//! before its last column is put aside, or read with nulls, by choice. What stands beside the columns is left out.

mod detect;
mod import;
mod ruler;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use detect::detect;
pub use import::{FixedImport, start};
pub use ruler::has_ruler;

use super::csv::options::{CsvEncoding, CsvType, Mark};

/// Parameters of the operation `import_fixed`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FixedOptions {
    /// Name of the attached file.
    #[schemars(extend("x-widget" = "file"))]
    pub file: String,
    /// The columns.
    pub columns: Vec<FixedColumn>,
    /// Whether white space around cells is left out.
    pub trim: bool,
    /// What becomes of lines that end before the last column.
    pub short_lines: ShortLines,
    /// Lines to skip at the start of the file.
    #[schemars(range(max = 100_000))]
    pub skip_lines: u32,
    /// Mark before the decimals of numbers.
    pub decimal: Mark,
    /// `strftime` format of dates such as `%d/%m/%Y`; ISO 8601 without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_format: Option<String>,
    /// Texts that stand for a missing value.
    pub null_tokens: Vec<String>,
    /// Character encoding.
    pub encoding: CsvEncoding,
}

impl Default for FixedOptions {
    fn default() -> Self {
        Self {
            file: String::new(),
            columns: Vec::new(),
            trim: true,
            short_lines: ShortLines::Reject,
            skip_lines: 0,
            decimal: Mark::Point,
            date_format: None,
            null_tokens: vec![String::new()],
            encoding: CsvEncoding::Auto,
        }
    }
}

/// Where a column stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct FixedColumn {
    /// Name.
    pub name: String,
    /// Its first character, counted from one.
    #[schemars(range(min = 1, max = 100_000))]
    pub start: u32,
    /// Its characters.
    #[schemars(range(min = 1, max = 100_000))]
    pub width: u32,
    /// Type.
    #[serde(rename = "type", default = "text")]
    pub kind: CsvType,
}

fn text() -> CsvType {
    CsvType::Text
}

/// What becomes of lines that end before the last column begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum ShortLines {
    /// They go to the rejects.
    Reject,
    /// They are read as if blanks followed.
    Pad,
}
