//! What became of one record of a source: the steps it went through, and where it ended.

use serde::{Deserialize, Serialize};

use crate::table::ColumnType;
use crate::{StepId, TableRef};

/// The way of a record through the recipe.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RowHistory {
    /// The source, as provenance names it.
    pub source: String,
    /// One-based number of the record.
    pub record: u32,
    /// The steps that touched it, in the recipe's order; empty if the source has no such record.
    pub events: Vec<RowEvent>,
}

/// What one step did with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RowEvent {
    /// The step.
    pub step: StepId,
    /// What it did.
    pub fate: Fate,
    /// The table in which it stands afterwards, or stood before where it left.
    pub table: Option<TableRef>,
    /// Rows that carry it there.
    pub rows: u64,
    /// Cells that are others than before; all cells where it is read in.
    pub changes: Vec<CellChange>,
    /// Why it left, as far as the step tells.
    pub why: Option<Why>,
}

/// What a step does with a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It came in.
    Read,
    /// It went through, with or without changes.
    Kept,
    /// It went to another output (rejects, quarantine, duplicates).
    SetAside,
    /// It did not come out.
    Removed,
    /// The result is no longer row by row: groups, distinct rows.
    Merged,
}

/// A cell before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CellChange {
    /// Name of its column.
    pub column: String,
    /// Type of its column.
    #[serde(rename = "type")]
    pub kind: ColumnType,
    /// Canonical text before; `None` for null or where there was no column.
    pub before: Option<String>,
    /// Canonical text after; `None` for null or where there is no column any more.
    pub after: Option<String>,
}

/// Why a record left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Why {
    /// The condition of a filter did not let it through.
    Condition {
        /// The condition.
        condition: String,
        /// Whether the filter drops what matches it.
        dropped: bool,
        /// What the record has in the columns of the condition.
        cells: Vec<CellChange>,
    },
    /// It was set aside with a reason.
    Reason {
        /// The id of the code of the reason.
        code: String,
        /// The columns at fault, if they are named.
        columns: Option<String>,
    },
    /// Another row of the same keys stayed in its place.
    Survivor {
        /// Its record in the same source, if it has one.
        record: Option<u32>,
        /// The keys; all columns if there are none.
        keys: Vec<String>,
    },
}
