//! What a run gives back: per step and per table, never the frames themselves.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::table::{TableAt, TableInfo, WindowColumn};
use crate::{Diagnostic, StepId};

/// How a step ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Computed in this run.
    Done,
    /// Taken from the cache: nothing above it changed.
    Cached,
    /// Switched off by the person.
    Disabled,
    /// Stopped by an error of its own.
    Failed,
    /// Not run because a step above failed.
    Blocked,
    /// Not run because the run was asked to stop before it.
    Pending,
}

/// Counters of the logical recipe: the same on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Counters {
    /// Rows that went in, over all inputs.
    pub rows_in: u64,
    /// Rows that came out, over all outputs.
    pub rows_out: u64,
    /// Cells that came out (rows × visible columns).
    pub cells_out: u64,
    /// Bytes read from files.
    pub bytes_read: u64,
}

impl Counters {
    /// Adds another step's counters.
    pub fn add(&mut self, other: &Self) {
        self.rows_in += other.rows_in;
        self.rows_out += other.rows_out;
        self.cells_out += other.cells_out;
        self.bytes_read += other.bytes_read;
    }
}

/// What one step did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepReport {
    /// The step.
    pub id: StepId,
    /// How it ended.
    pub state: StepState,
    /// Findings, errors first.
    pub diagnostics: Vec<Diagnostic>,
    /// Tables it made, by output port.
    pub outputs: BTreeMap<String, TableInfo>,
    /// Its counters (also those of a cached step: they belong to the recipe, not to the run).
    pub counters: Counters,
}

/// What a run did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
pub struct RunReport {
    /// One entry a step, in the recipe's order.
    pub steps: Vec<StepReport>,
    /// The tables as they stand after the last step that ran, by name.
    pub tables: Vec<TableInfo>,
    /// Sum over the steps.
    pub counters: Counters,
}

impl RunReport {
    /// Whether every enabled step has a result.
    pub fn is_complete(&self) -> bool {
        self.steps.iter().all(|step| matches!(step.state, StepState::Done | StepState::Cached | StepState::Disabled))
    }
}

/// The content hash of one version of a table, equal natively and in the browser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableHash {
    /// Which version.
    pub at: TableAt,
    /// Lower-case hexadecimal BLAKE3, 64 characters.
    pub hash: String,
    /// Rows that were hashed.
    pub rows: u64,
    /// Whether the order of rows counts.
    pub ordered: bool,
}

/// What a step does: before it is applied, or where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Effect {
    /// Rows of the main input.
    pub rows_before: u64,
    /// Rows of the main output.
    pub rows_after: u64,
    /// Rows that come from none of the input, or not as its first, where rows can be matched by their source.
    pub rows_added: Option<u64>,
    /// Rows of the input that nothing comes from, likewise.
    pub rows_removed: Option<u64>,
    /// Columns that come.
    pub columns_added: Vec<String>,
    /// Columns that go.
    pub columns_removed: Vec<String>,
    /// Columns that stay under another type.
    pub columns_retyped: Vec<String>,
    /// Kept columns with cells whose value changes, and how many cells.
    pub changed_by_column: Vec<(String, u64)>,
    /// Cells of kept columns whose value changes, where rows can be matched by their source; else `None`.
    pub cells_changed: Option<u64>,
    /// Rows sent to the second output (rejects, quarantine).
    pub rows_rejected: u64,
    /// Up to ten rows of the result, changed ones first.
    pub examples: Vec<WindowColumn>,
    /// The same rows before, where they can be matched; else empty.
    pub examples_before: Vec<WindowColumn>,
    /// Up to five rows that nothing comes from.
    pub examples_removed: Vec<WindowColumn>,
}
