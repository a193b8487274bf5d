//! Options of the readers and writers, and what detection proposes.

use serde::{Deserialize, Serialize};

use crate::table::{ColumnInfo, Window};

/// What detection says of a file: the operation that reads it and the parameters that fit, each a
/// guess that the person may change, with the first rows as they would be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Detection {
    /// Name of the import operation.
    pub op: String,
    /// Its parameters, JSON text (canonical form not required).
    pub params: String,
    /// Proposed name of the table.
    pub table: String,
    /// Columns as they would be read.
    pub columns: Vec<ColumnInfo>,
    /// First rows as they would be read.
    pub sample: Window,
    /// First lines as they stand in the file, decoded.
    pub raw_lines: Vec<String>,
}

/// What a table is written as.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "format", rename_all = "snake_case")]
pub enum ExportFormat {
    /// Comma-separated values, UTF-8, RFC 4180 quoting, `\n` ends of line.
    Csv {
        /// Field separator, one ASCII character.
        delimiter: char,
        /// Decimal mark, `.` or `,`.
        decimal: char,
        /// Whether a byte order mark comes first (some spreadsheets need it).
        byte_order_mark: bool,
    },
    /// Apache Parquet, zstd-compressed.
    Parquet,
}

impl ExportFormat {
    /// Usual ending of the file's name, without the dot.
    pub fn extension(&self) -> &'static str {
        match self {
            Self::Csv { .. } => "csv",
            Self::Parquet => "parquet",
        }
    }
}
