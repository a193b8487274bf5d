//! The profile of a table as a whole, and small drawings of its columns.

use serde::{Deserialize, Serialize};

use crate::table::ColumnType;

/// Figures of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    /// Rows.
    pub rows: u64,
    /// Visible columns.
    pub columns: u64,
    /// Rows that are equal to an earlier one in every column; `None` where a column cannot be compared.
    pub duplicate_rows: Option<u64>,
    /// What could tell rows apart.
    pub keys: Keys,
    /// Linear and rank correlation of numeric columns.
    pub correlations: Correlations,
    /// Where nulls stand.
    pub missing: Missing,
}

/// Columns, and pairs of columns, that have no null and a different value in every row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Keys {
    /// Each alone or in a pair; pairs hold no column that is a key alone.
    pub found: Vec<Vec<String>>,
    /// Pairs that were tried.
    pub pairs_tried: u64,
    /// Pairs that might be keys and were not tried any more.
    pub pairs_left: u64,
}

/// Coefficients between columns, in rows and columns of the same order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
pub struct Correlations {
    /// The numeric columns, the first of them if there are many.
    pub columns: Vec<String>,
    /// Numeric columns beyond those.
    pub columns_left: u64,
    /// Rows that were read: all, or evenly spaced ones of a long table.
    pub rows: u64,
    /// Pearson's r over the rows where both have a finite value; `None` where it is not defined.
    pub pearson: Vec<Vec<Option<f64>>>,
    /// Spearman's ρ over the same rows: Pearson's r of average ranks.
    pub spearman: Vec<Vec<Option<f64>>>,
}

/// Nulls, column by column and together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Missing {
    /// Columns with nulls (the first of them if there are many), and how many each has.
    pub columns: Vec<(String, u64)>,
    /// Columns with nulls beyond those.
    pub columns_left: u64,
    /// Rows where two of them are null at once, in rows and columns of the same order.
    pub together: Vec<Vec<u64>>,
    /// Which columns are null together, the most frequent first; the empty list is a row without nulls.
    pub patterns: Vec<MissingPattern>,
    /// Different patterns in all.
    pub distinct_patterns: u64,
}

/// Columns that are null in the same rows, and no others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingPattern {
    /// Their names.
    pub columns: Vec<String>,
    /// Rows.
    pub count: u64,
}

/// A drawing, as the figures that it shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// Its shape.
    pub mark: Mark,
    /// Type of what stands along the axis.
    #[serde(rename = "type")]
    pub kind: ColumnType,
    /// Points from left to right.
    pub points: Vec<Point>,
    /// Rows that it stands for.
    pub rows: u64,
    /// Rows that are not in it: a value is null, or its category is not among the most frequent.
    pub rows_left: u64,
}

/// Shapes of drawings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// A bar a category: its rows, or the mean of the measured column.
    Bars,
    /// A bar a stretch of the axis: its rows.
    Histogram,
    /// A point a row, of evenly spaced rows.
    Scatter,
    /// The mean of the measured column over stretches of time.
    Line,
}

/// One mark.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// What stands along the axis, canonical text: a category, or the start of a stretch.
    pub label: Option<String>,
    /// Its place on the axis, where that is a number or a time.
    pub place: f64,
    /// Its height.
    pub value: f64,
}
