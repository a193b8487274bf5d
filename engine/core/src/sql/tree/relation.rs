//! Relations of the typed tree.

use polars::prelude::PlSmallStr;

use super::{Aggregate, Key, Offset, Scalar, Window};
use crate::sql::kind::Kind;

/// Kinds of join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JoinKind {
    /// Pairs that match.
    Inner,
    /// And left rows without a match.
    Left,
    /// And right rows without a match.
    Right,
    Full,
    /// Left rows with a match, once.
    Semi,
    /// Left rows without a match.
    Anti,
}

/// Set operations that compare rows, nulls equal to nulls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Membership {
    /// Those on the right too.
    Intersect,
    /// Those not on the right.
    Except,
}

/// A relation: rows of named columns.
#[derive(Debug, Clone, PartialEq)]
pub enum Relation {
    /// One row, no column that counts.
    Unit,
    /// One column of values at even steps.
    Steps {
        /// Its plan name.
        column: PlSmallStr,
        /// Integers, or datetimes in microseconds.
        kind: Kind,
        /// The first value.
        first: i64,
        /// From one to the next.
        step: Offset,
        /// How many.
        count: usize,
    },
    /// Columns of a table given to the query.
    Scan {
        /// Index in the query's list of tables.
        table: usize,
        /// Plan name, name in the table, and kind.
        columns: Vec<(PlSmallStr, PlSmallStr, Kind)>,
    },
    /// Columns of a common table expression.
    Common {
        /// Index in the query's list of common table expressions.
        index: usize,
        /// Plan name here and plan name there.
        columns: Vec<(PlSmallStr, PlSmallStr)>,
    },
    /// Computed columns; the others fall away.
    Project {
        /// Over what.
        input: Box<Relation>,
        /// Plan names and values.
        items: Vec<(PlSmallStr, Scalar)>,
    },
    /// Rows for which a condition is true.
    Filter {
        /// Over what.
        input: Box<Relation>,
        /// The condition.
        condition: Scalar,
    },
    /// Pairs of rows.
    Join {
        /// Which.
        kind: JoinKind,
        /// Left side.
        left: Box<Relation>,
        /// Right side.
        right: Box<Relation>,
        /// Pairs of equal keys: left expression, right expression.
        on: Vec<(Scalar, Scalar)>,
        /// Further condition over both sides.
        residual: Option<Scalar>,
    },
    /// Groups and their measures.
    Aggregate {
        /// Over what.
        input: Box<Relation>,
        /// Plan names and keys; empty: one group, even of no rows.
        keys: Vec<(PlSmallStr, Scalar)>,
        /// Plan names and measures.
        measures: Vec<(PlSmallStr, Aggregate)>,
    },
    /// Rows with columns computed of the rows around each.
    Window {
        /// Over what.
        input: Box<Relation>,
        /// Plan names and calls.
        calls: Vec<(PlSmallStr, Window)>,
    },
    /// A row for each cell of lists: the columns of a row beside the first cells, the second, and so on.
    Unnest {
        /// Over what.
        input: Box<Relation>,
        /// Plan names and lists; shorter ones end in nulls.
        items: Vec<(PlSmallStr, Scalar)>,
        /// Plan name of the number of the cell, from 1.
        number: Option<PlSmallStr>,
        /// Whether a row without cells stays, with nulls.
        outer: bool,
    },
    /// Stable sort.
    Sort {
        /// Over what.
        input: Box<Relation>,
        /// Keys, first counts most.
        keys: Vec<Key>,
    },
    /// A slice of rows.
    Limit {
        /// Over what.
        input: Box<Relation>,
        /// Rows to pass over.
        skip: u64,
        /// Rows to keep at most.
        take: Option<u64>,
    },
    /// Each different row once.
    Distinct {
        /// Over what.
        input: Box<Relation>,
    },
    /// The first row for each combination of values.
    DistinctOn {
        /// Over what.
        input: Box<Relation>,
        /// The values that differ.
        on: Vec<Scalar>,
    },
    /// Rows of all inputs, one after the other; all have the same plan names.
    Concat {
        /// At least one.
        inputs: Vec<Relation>,
    },
    /// Different rows of the left that are (or are not) on the right; both have the same plan names.
    Members {
        /// Which.
        membership: Membership,
        /// Left side.
        left: Box<Relation>,
        /// Right side.
        right: Box<Relation>,
    },
}

impl Relation {
    /// Plan names of its columns.
    pub fn columns(&self) -> Vec<PlSmallStr> {
        match self {
            Self::Unit => Vec::new(),
            Self::Steps { column, .. } => vec![column.clone()],
            Self::Scan { columns, .. } => columns.iter().map(|(plan, ..)| plan.clone()).collect(),
            Self::Common { columns, .. } => columns.iter().map(|(plan, _)| plan.clone()).collect(),
            Self::Project { items, .. } => items.iter().map(|(plan, _)| plan.clone()).collect(),
            Self::Filter { input, .. }
            | Self::Sort { input, .. }
            | Self::Limit { input, .. }
            | Self::Distinct { input }
            | Self::DistinctOn { input, .. } => input.columns(),
            Self::Window { input, calls } => {
                input.columns().into_iter().chain(calls.iter().map(|(plan, _)| plan.clone())).collect()
            }
            Self::Unnest { input, items, number, .. } => {
                let made = items.iter().map(|(plan, _)| plan.clone()).chain(number.clone());
                input.columns().into_iter().chain(made).collect()
            }
            Self::Join { kind: JoinKind::Semi | JoinKind::Anti, left, .. } => left.columns(),
            Self::Join { left, right, .. } => left.columns().into_iter().chain(right.columns()).collect(),
            Self::Aggregate { keys, measures, .. } => {
                keys.iter().map(|(plan, _)| plan.clone()).chain(measures.iter().map(|(plan, _)| plan.clone())).collect()
            }
            Self::Concat { inputs } => inputs.first().map(Self::columns).unwrap_or_default(),
            Self::Members { left, .. } => left.columns(),
        }
    }

    /// The relations that it is made of.
    pub fn inputs(&self) -> Vec<&Relation> {
        match self {
            Self::Unit | Self::Steps { .. } | Self::Scan { .. } | Self::Common { .. } => Vec::new(),
            Self::Project { input, .. }
            | Self::Filter { input, .. }
            | Self::Aggregate { input, .. }
            | Self::Window { input, .. }
            | Self::Unnest { input, .. }
            | Self::Sort { input, .. }
            | Self::Limit { input, .. }
            | Self::Distinct { input }
            | Self::DistinctOn { input, .. } => vec![input],
            Self::Join { left, right, .. } | Self::Members { left, right, .. } => vec![left, right],
            Self::Concat { inputs } => inputs.iter().collect(),
        }
    }

    /// The scalars that it evaluates itself.
    pub fn scalars(&self) -> Vec<&Scalar> {
        match self {
            Self::Project { items, .. } | Self::Unnest { items, .. } => items.iter().map(|(_, value)| value).collect(),
            Self::Filter { condition, .. } => vec![condition],
            Self::Join { on, residual, .. } => on.iter().flat_map(|(one, two)| [one, two]).chain(residual).collect(),
            Self::Aggregate { keys, measures, .. } => {
                let measured = measures.iter().flat_map(|(_, measure)| measure.parts());
                keys.iter().map(|(_, key)| key).chain(measured).collect()
            }
            Self::Window { calls, .. } => calls.iter().flat_map(|(_, window)| window.parts()).collect(),
            Self::Sort { keys, .. } => keys.iter().map(|key| &key.by).collect(),
            Self::DistinctOn { on, .. } => on.iter().collect(),
            _ => Vec::new(),
        }
    }
}
