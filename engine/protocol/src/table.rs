//! What the page sees of a table: its shape, and a window of its cells.

use serde::{Deserialize, Serialize};

use crate::{StepId, TableRef};

/// The type of a column, as the page and the documents name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    /// True, false.
    Boolean,
    /// Signed 64-bit integer (narrower integers widen to it).
    Integer,
    /// 64-bit IEEE 754 number.
    Number,
    /// Exact decimal (only from files that carry it).
    Decimal,
    /// Unicode text.
    Text,
    /// Calendar date, no time, no zone.
    Date,
    /// Date and time, microseconds, with or without a zone.
    Datetime,
    /// Time of day.
    Time,
    /// Elapsed time, microseconds.
    Duration,
    /// Anything else a file may carry (lists, structures, bytes): shown, not computed with.
    Other,
}

/// Name and type of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnInfo {
    /// Name, unique in its table.
    pub name: String,
    /// Type.
    #[serde(rename = "type")]
    pub kind: ColumnType,
}

/// Shape of one version of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TableInfo {
    /// Its name.
    pub table: TableRef,
    /// Number of rows.
    pub rows: u64,
    /// Its visible columns, in order.
    pub columns: Vec<ColumnInfo>,
    /// Whether the step that made it declared an order of rows.
    pub ordered: bool,
    /// Memory it holds, in bytes (estimate).
    pub bytes: u64,
}

/// One version of a table: the table as it stands after a step (after the last, if none is named).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableAt {
    /// The table.
    pub table: TableRef,
    /// The step after which it is looked at.
    pub after: Option<StepId>,
}

/// A rectangle of cells in canonical text: integers in decimal, numbers in their shortest form that
/// reads back equal, dates and times in ISO 8601, `true`/`false`. The page formats them by locale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
pub struct Window {
    /// Index of the first row.
    pub offset: u64,
    /// Rows of the whole table.
    pub total_rows: u64,
    /// Columns with their cells, all of one length.
    pub columns: Vec<WindowColumn>,
    /// Per row: where it comes from (one entry for each source that travels with the table).
    pub provenance: Vec<RowSource>,
}

/// A column of a window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WindowColumn {
    /// Name.
    pub name: String,
    /// Type.
    #[serde(rename = "type")]
    pub kind: ColumnType,
    /// Cells, `None` where null. A text cell longer than [`MAX_CELL_CHARS`] is cut there with an ellipsis.
    pub cells: Vec<Option<String>>,
}

/// Longest text of one cell in a window, in characters.
pub const MAX_CELL_CHARS: usize = 400;

/// For one source: the one-based record of each row of the window, `None` where the row has none
/// (the outer side of a join).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RowSource {
    /// Name of the source (the table that an import made).
    pub source: String,
    /// One-based record numbers.
    pub records: Vec<Option<u32>>,
}
