//! The profile of a column: what a data engineer looks at first.

use serde::{Deserialize, Serialize};

use crate::table::{ColumnInfo, ColumnType};

/// Figures of one column. Text forms of values are canonical, as in a window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ColumnProfile {
    /// Name.
    pub name: String,
    /// Type.
    #[serde(rename = "type")]
    pub kind: ColumnType,
    /// Rows of the table.
    pub rows: u64,
    /// Null cells.
    pub nulls: u64,
    /// Distinct values, nulls not counted. Exact.
    pub distinct: u64,
    /// Smallest value, by the type's order (text: byte order of UTF-8).
    pub min: Option<String>,
    /// Largest value.
    pub max: Option<String>,
    /// Figures that only numbers have.
    pub numeric: Option<NumericProfile>,
    /// Figures that only text has.
    pub text: Option<TextProfile>,
    /// Equal-width bins over numbers, dates and times.
    pub histogram: Vec<HistogramBin>,
    /// Most frequent values, most frequent first, ties by value.
    pub top: Vec<ValueCount>,
}

/// Moments and quantiles of the non-null, non-NaN values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NumericProfile {
    /// Arithmetic mean.
    pub mean: f64,
    /// Sample standard deviation (divisor n − 1); `None` for fewer than two values.
    pub std_dev: Option<f64>,
    /// Quantiles at 0.05, 0.25, 0.5, 0.75, 0.95: linear interpolation (type 7 of Hyndman and Fan, 1996).
    pub quantiles: [f64; 5],
    /// Values equal to zero.
    pub zeros: u64,
    /// Values below zero.
    pub negatives: u64,
    /// NaN values.
    pub nans: u64,
}

/// Lengths and blanks of the non-null texts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TextProfile {
    /// Texts of no character or only white space.
    pub blank: u64,
    /// Texts with white space at either end.
    pub untrimmed: u64,
    /// Shortest length in characters.
    pub min_chars: u32,
    /// Longest length in characters.
    pub max_chars: u32,
}

/// One bin: lower bound included, upper bound excluded but in the last bin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HistogramBin {
    /// Lower bound, canonical text.
    pub low: String,
    /// Upper bound, canonical text.
    pub high: String,
    /// Values in it.
    pub count: u64,
}

/// A value and how often it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ValueCount {
    /// Canonical text, `None` for null.
    pub value: Option<String>,
    /// How often.
    pub count: u64,
}

/// What a column header shows: cheap figures for every column of a table at once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ColumnSummary {
    /// Name and type.
    #[serde(flatten)]
    pub column: ColumnInfo,
    /// Null cells.
    pub nulls: u64,
    /// Counts of up to 12 equal-width bins (numbers, dates), empty for the rest.
    pub bins: Vec<u64>,
}
