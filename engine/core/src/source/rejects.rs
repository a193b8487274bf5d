//! The table of what a reader could not read.
//!
//! | column | type | meaning |
//! |---|---|---|
//! | `line` | integer | one-based physical line where the record starts |
//! | `record` | integer | one-based record number (header and blank lines have none) |
//! | `column` | text | the column of the cell; null where the whole record was put aside |
//! | `code` | text | id of a `reject-…` code |
//! | `value` | text | the raw piece, at most [`MAX_VALUE_CHARS`] characters |
//! | `expected` | text | the type, the number of fields or the length that was expected |
//!
//! At most [`MAX_REJECTS`] rows are kept. Where there are more, one last row says so: code `reject-more`,
//! the number of further rejects as its `value`, nulls elsewhere.

use polars::prelude::*;
use protocol::{Checked, Code};

use crate::frame;
use crate::table::{Table, provenance_name};

/// Most rejects that are kept with their text.
pub const MAX_REJECTS: usize = 100_000;

/// Longest text of a rejected piece, in characters.
pub const MAX_VALUE_CHARS: usize = 400;

/// Collects rejects, in the order in which they are to stand.
#[derive(Debug, Default)]
pub struct Rejects {
    lines: Vec<i64>,
    records: Vec<u32>,
    columns: Vec<Option<String>>,
    codes: Vec<&'static str>,
    values: Vec<String>,
    expected: Vec<Option<String>>,
    more: u64,
}

/// One piece that could not be read.
#[derive(Debug, Clone, Copy)]
pub struct Reject<'a> {
    /// One-based physical line where its record starts.
    pub line: u64,
    /// One-based number of its record.
    pub record: u32,
    /// Its column, if only a cell is concerned.
    pub column: Option<&'a str>,
    /// Why.
    pub code: Code,
    /// The raw piece, of any length.
    pub value: &'a str,
    /// What was expected instead.
    pub expected: Option<&'a str>,
}

impl Rejects {
    /// Keeps a reject, or only counts it when there are too many.
    pub fn push(&mut self, reject: Reject) {
        if self.lines.len() >= MAX_REJECTS {
            self.more += 1;
            return;
        }
        self.lines.push(i64::try_from(reject.line).unwrap_or(i64::MAX));
        self.records.push(reject.record);
        self.columns.push(reject.column.map(str::to_owned));
        self.codes.push(reject.code.id());
        self.values.push(reject.value.chars().take(MAX_VALUE_CHARS).collect());
        self.expected.push(reject.expected.map(str::to_owned));
    }

    /// How many pieces were rejected, kept or not.
    pub fn count(&self) -> u64 {
        self.lines.len() as u64 + self.more
    }

    /// The table, with the provenance of the source in its hidden column.
    ///
    /// # Errors
    /// Only an inconsistency of the engine.
    pub fn finish(self, source: &str) -> Checked<Table> {
        let (mut lines, mut records): (Vec<Option<i64>>, Vec<Option<u32>>) =
            (self.lines.into_iter().map(Some).collect(), self.records.into_iter().map(Some).collect());
        let (mut columns, mut codes, mut values, mut expected) = (self.columns, self.codes, self.values, self.expected);
        if self.more > 0 {
            lines.push(None);
            records.push(None);
            columns.push(None);
            codes.push(Code::RejectMore.id());
            values.push(self.more.to_string());
            expected.push(None);
        }
        let numbers: Vec<Option<i64>> = records.iter().map(|record| record.map(i64::from)).collect();
        DataFrame::new(vec![
            Column::new("line".into(), lines),
            Column::new("record".into(), numbers),
            Column::new("column".into(), columns),
            Column::new("code".into(), codes),
            Column::new("value".into(), values),
            Column::new("expected".into(), expected),
            Column::new(provenance_name(source).into(), records),
        ])
        .map(Table::unordered)
        .map_err(|error| frame::fault(&error))
    }
}
