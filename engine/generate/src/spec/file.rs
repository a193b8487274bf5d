//! Files as they are declared: which table, in which bytes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A file in which the candidate finds a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileSpec {
    /// Name of the file, with its extension.
    pub name: String,
    /// The table.
    pub table: String,
    /// Format.
    pub format: Format,
    /// Which of its rows, as a condition over the clean columns; all if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// Which columns, in which order and under which names; all that are not hidden if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<FileColumn>,
    /// How values and records are written.
    #[serde(default)]
    pub dialect: Dialect,
}

/// Format of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Fields with a delimiter between them.
    Csv,
    /// Fields of a fixed width.
    Fixed,
    /// One JSON document a line.
    Jsonl,
    /// One JSON array.
    Json,
    /// One XML document.
    Xml,
    /// Parquet, written by the engine.
    Parquet,
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileColumn {
    /// The column of the table.
    pub column: String,
    /// Its name in the file (a path with “.” in JSON and XML), where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its width in characters, in files of fixed width.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub width: Option<u16>,
    /// How its dates are written, where that is not as in the dialect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// How values and records are written. Each format takes what concerns it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Dialect {
    /// Name of the encoding, as the Encoding Standard has it.
    pub encoding: String,
    /// Whether a byte order mark stands first.
    pub bom: bool,
    /// Between two fields.
    pub delimiter: char,
    /// Around fields that need it.
    pub quote: char,
    /// Whether every field is quoted.
    pub quote_all: bool,
    /// Whether the first record names the columns.
    pub header: bool,
    /// Lines that stand above the header, as they are.
    pub preamble: Vec<String>,
    /// After each record.
    pub line_end: LineEnd,
    /// What stands between whole and part of a number.
    pub decimal: Decimal,
    /// Between groups of three digits; none if empty.
    pub thousands: String,
    /// How dates are written, in the letters of `strftime`.
    pub date: String,
    /// How times are written, in the letters of `strftime`.
    pub datetime: String,
    /// What stands for true.
    pub yes: String,
    /// What stands for false.
    pub no: String,
    /// What stands where there is no value.
    pub null: String,
    /// Element around all records of an XML document.
    pub root: String,
    /// Element of a record of an XML document.
    pub record: String,
}

impl Default for Dialect {
    fn default() -> Self {
        Self {
            encoding: "utf-8".into(),
            bom: false,
            delimiter: ',',
            quote: '"',
            quote_all: false,
            header: true,
            preamble: Vec::new(),
            line_end: LineEnd::Lf,
            decimal: Decimal::Point,
            thousands: String::new(),
            date: "%Y-%m-%d".into(),
            datetime: "%Y-%m-%dT%H:%M:%S".into(),
            yes: "true".into(),
            no: "false".into(),
            null: String::new(),
            root: "records".into(),
            record: "record".into(),
        }
    }
}

/// End of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LineEnd {
    /// Line feed.
    Lf,
    /// Carriage return and line feed.
    Crlf,
}

/// What stands between whole and part of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Decimal {
    /// A point.
    Point,
    /// A comma.
    Comma,
}
