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

/// A detection with what else could be chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// The file that was looked at: a name, or a member of an archive.
    pub file: String,
    /// What was found.
    pub detection: Detection,
    /// Members of the archive that the file is, if it is one.
    #[serde(default)]
    pub members: Vec<String>,
    /// Import operations that can be tried on the file.
    #[serde(default)]
    pub ops: Vec<String>,
}

/// Between the name of an archive and the path of a member.
const MEMBER: &str = "!/";

/// The name of the attached file in a reference: `sales.zip` in `sales.zip!/2024/may.csv`.
pub fn attached_name(reference: &str) -> &str {
    reference.split_once(MEMBER).map_or(reference, |(name, _)| name)
}

/// The path of the member in a reference, if it has one.
pub fn member_name(reference: &str) -> Option<&str> {
    reference.split_once(MEMBER).map(|(_, member)| member)
}

/// The reference to a member of an archive.
pub fn member_reference(name: &str, member: &str) -> String {
    format!("{name}{MEMBER}{member}")
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
        /// Whether texts that a spreadsheet would take for a formula are put behind an apostrophe.
        #[serde(default)]
        neutralise: bool,
    },
    /// JSON Lines: one object a row.
    JsonLines,
    /// Apache Parquet, zstd-compressed.
    Parquet,
    /// Arrow IPC file.
    Arrow,
}

impl ExportFormat {
    /// Usual ending of the file's name, without the dot.
    pub fn extension(&self) -> &'static str {
        match self {
            Self::Csv { .. } => "csv",
            Self::JsonLines => "jsonl",
            Self::Parquet => "parquet",
            Self::Arrow => "arrow",
        }
    }
}
