//! Text files: decoded slice by slice for all text formats, and as documents, one a row.

pub mod charset;
mod detect;
mod documents;
pub mod sample;
pub mod slices;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use detect::detect;
pub use documents::{TextImport, start};

use super::csv::options::CsvEncoding;

/// Parameters of the operation `import_text`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct TextOptions {
    /// Name of the attached file.
    #[schemars(extend("x-widget" = "file"))]
    pub file: String,
    /// What becomes a row.
    pub unit: TextUnit,
    /// Whether blank lines become rows.
    pub keep_blank: bool,
    /// Character encoding.
    pub encoding: CsvEncoding,
}

impl Default for TextOptions {
    fn default() -> Self {
        Self { file: String::new(), unit: TextUnit::Line, keep_blank: false, encoding: CsvEncoding::Auto }
    }
}

/// What becomes a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum TextUnit {
    /// Each line.
    Line,
    /// Lines up to the next blank one.
    Paragraph,
    /// All lines of the file.
    File,
}
