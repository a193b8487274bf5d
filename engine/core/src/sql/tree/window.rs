//! Window calls: a value for each row, of the rows around it.

use super::{Aggregate, Interval, Key, Scalar};
use crate::sql::functions::WindowFunction;

/// A call with `OVER`.
#[derive(Debug, Clone, PartialEq)]
pub struct Window {
    /// What is computed.
    pub what: Windowed,
    /// Rows with the same values see one another, and no others.
    pub partition: Vec<Scalar>,
    /// Their order; ties are peers.
    pub order: Vec<Key>,
    /// Which of them are measured.
    pub frame: Frame,
}

/// What a window computes.
#[derive(Debug, Clone, PartialEq)]
pub enum Windowed {
    /// A function of its own.
    Function {
        /// Which.
        function: &'static WindowFunction,
        /// Its arguments.
        args: Vec<Scalar>,
        /// Whether rows whose first argument is null are passed over.
        ignore_nulls: bool,
    },
    /// A measure of the rows of the frame.
    Measure(Aggregate),
}

/// The rows of a partition that a row measures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// How bounds count.
    pub unit: Unit,
    /// The first.
    pub from: Bound,
    /// The last.
    pub to: Bound,
}

/// How bounds of a frame count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Rows.
    Rows,
    /// Values of the key: peers are in together.
    Range,
    /// Groups of peers.
    Groups,
}

/// A bound of a frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// `UNBOUNDED PRECEDING`.
    Start,
    /// `n PRECEDING`.
    Before(Offset),
    /// `CURRENT ROW`: with `RANGE` and `GROUPS`, it and its peers.
    Current,
    /// `n FOLLOWING`.
    After(Offset),
    /// `UNBOUNDED FOLLOWING`.
    End,
}

/// How far a bound is from the row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Offset {
    /// In rows, in groups of peers, or in integers of the key.
    Integer(i64),
    /// In numbers of the key.
    Number(f64),
    /// In time.
    Interval(Interval),
}

impl Frame {
    /// What a window without a frame has: up to the row and its peers, or all without an order.
    pub fn usual(ordered: bool) -> Self {
        Self { unit: Unit::Range, from: Bound::Start, to: if ordered { Bound::Current } else { Bound::End } }
    }
}

impl Window {
    /// The name of what is called.
    pub fn name(&self) -> &'static str {
        match &self.what {
            Windowed::Function { function, .. } => function.name,
            Windowed::Measure(aggregate) => aggregate.aggregator.name,
        }
    }

    /// Arguments, then what partitions, then what orders.
    pub fn parts(&self) -> Vec<&Scalar> {
        let args = match &self.what {
            Windowed::Function { args, .. } => args.iter().collect(),
            Windowed::Measure(aggregate) => aggregate.parts(),
        };
        args.into_iter().chain(&self.partition).chain(self.order.iter().map(|key| &key.by)).collect()
    }

    /// The same, to change.
    pub fn parts_mut(&mut self) -> Vec<&mut Scalar> {
        let args: Vec<&mut Scalar> = match &mut self.what {
            Windowed::Function { args, .. } => args.iter_mut().collect(),
            Windowed::Measure(aggregate) => aggregate.parts_mut(),
        };
        args.into_iter().chain(&mut self.partition).chain(self.order.iter_mut().map(|key| &mut key.by)).collect()
    }
}
