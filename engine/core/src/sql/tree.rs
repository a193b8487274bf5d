//! The typed tree: all that a query or an expression may be.
//!
//! Every column of every relation has a plan name of its own, unique in the query, so that joins and
//! self-joins never collide; names that people read stand only in [`Field`]s and at the very end.

use std::collections::BTreeSet;

use polars::prelude::PlSmallStr;
use protocol::Span;

use super::functions::{Aggregator, Function};
use super::kind::Kind;
use super::place::At;

/// A typed expression over the columns of a relation.
#[derive(Debug, Clone, PartialEq)]
pub struct Scalar {
    /// What it is.
    pub node: Node,
    /// Its type.
    pub kind: Kind,
    /// Where it stands in the text.
    pub at: At,
}

/// The forms of an expression.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A column, by its plan name.
    Column(PlSmallStr),
    /// A value that stands in the text.
    Constant(Value),
    /// An operator; all operands have been brought to the types it takes.
    Operation(Operator, Vec<Scalar>),
    /// A function of the table of functions.
    Call(&'static Function, Vec<Scalar>),
    /// A conversion; lenient ones give null where strict ones fail.
    Cast {
        /// What is converted, to the kind of this scalar.
        arg: Box<Scalar>,
        /// `TRY_CAST`.
        lenient: bool,
    },
    /// `CASE`: the value of the first condition that holds.
    Case {
        /// Conditions and values.
        branches: Vec<(Scalar, Scalar)>,
        /// The value when none holds.
        otherwise: Box<Scalar>,
    },
    /// Conjunction (or disjunction) in three-valued logic.
    Logic {
        /// `AND`; otherwise `OR`.
        all: bool,
        /// At least two terms.
        terms: Vec<Scalar>,
    },
    /// Whether a value is among constants.
    Among {
        /// The value.
        arg: Box<Scalar>,
        /// Constants of the same kind, none null.
        values: Vec<Value>,
        /// Whether a null stands in the list: then what is not found is unknown.
        has_null: bool,
    },
    /// Whether a value is in the single column of a query.
    InQuery {
        /// The value.
        arg: Box<Scalar>,
        /// A relation of one column, by its plan name.
        query: Box<Relation>,
        /// The column.
        column: PlSmallStr,
    },
    /// The one value of a query of one column and at most one row.
    Subquery {
        /// The relation.
        query: Box<Relation>,
        /// The column.
        column: PlSmallStr,
    },
    /// A measure of a group of rows.
    Aggregate(Box<Aggregate>),
}

/// A call of an aggregate function.
#[derive(Debug, Clone, PartialEq)]
pub struct Aggregate {
    /// Which.
    pub aggregator: &'static Aggregator,
    /// What is measured; empty for `count(*)`.
    pub args: Vec<Scalar>,
    /// Constant arguments that follow (the fraction of a quantile).
    pub parameter: Option<f64>,
    /// Each different value once.
    pub distinct: bool,
}

/// Operators with strict operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `+` of two integers or two numbers.
    Add,
    /// `-`.
    Subtract,
    /// `*`.
    Multiply,
    /// `/`, of numbers.
    Divide,
    /// `//`, of integers.
    IntegerDivide,
    /// `%`.
    Modulo,
    /// Unary `-`.
    Negate,
    /// `=`.
    Equal,
    /// `<>`.
    NotEqual,
    /// `<`.
    Less,
    /// `<=`.
    LessOrEqual,
    /// `>`.
    Greater,
    /// `>=`.
    GreaterOrEqual,
    /// `IS DISTINCT FROM`.
    Distinct,
    /// `IS NOT DISTINCT FROM`.
    NotDistinct,
    /// `NOT`.
    Not,
    /// `IS NULL`.
    IsNull,
    /// `IS NOT NULL`.
    IsNotNull,
    /// `||`.
    Concatenate,
    /// `LIKE` by a constant or computed pattern.
    Like {
        /// `ILIKE`.
        ignore_case: bool,
        /// The escape character.
        escape: Option<char>,
    },
    /// Days after a date.
    AddDays,
    /// Days between two dates.
    DaysBetween,
    /// Elapsed time between two datetimes.
    TimeBetween,
    /// A date or datetime moved by an interval.
    AddInterval(Interval),
}

/// A calendar interval: months first, then days, then microseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Interval {
    /// Months, years as twelve.
    pub months: i32,
    /// Days, weeks as seven.
    pub days: i32,
    /// Microseconds.
    pub micros: i64,
}

/// A value that stands in the text.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// `NULL`.
    Null,
    /// `TRUE`, `FALSE`.
    Boolean(bool),
    /// Digits.
    Integer(i64),
    /// With a point or an exponent.
    Number(f64),
    /// In single quotes.
    Text(String),
    /// Days since 1970-01-01.
    Date(i32),
    /// Microseconds since 1970-01-01.
    Datetime(i64),
    /// Nanoseconds since midnight.
    Time(i64),
}

/// A column that people can name.
#[derive(Debug, Clone)]
pub struct Field {
    /// Table name or alias before the point.
    pub qualifier: Option<String>,
    /// Name.
    pub name: String,
    /// Name in the plan.
    pub plan: PlSmallStr,
    /// Type.
    pub kind: Kind,
    /// Where a name reaches it.
    pub reach: Reach,
}

/// How a field can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// By its name, with or without its qualifier, and by `*`.
    /// And both.
    Full,
    /// Only with its qualifier: a side of `USING`, whose merged column stands for both.
    Qualified,
    /// Never: hidden provenance.
    Hidden,
}

/// Sort key.
#[derive(Debug, Clone)]
pub struct Key {
    /// By what.
    pub by: Scalar,
    /// Largest first.
    pub descending: bool,
    /// Where nulls go.
    pub nulls_last: bool,
}

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
    /// Stable sort.
    Sort {
        /// Over what.
        input: Box<Relation>,
        /// Keys, first counts most.
        keys: Vec<SortBy>,
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

/// A sort key inside a relation.
pub type SortBy = Key;

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.by == other.by && self.descending == other.descending && self.nulls_last == other.nulls_last
    }
}

impl Scalar {
    /// A scalar at a place.
    pub fn new(node: Node, kind: Kind, at: Span) -> Self {
        Self { node, kind, at: At(at) }
    }

    /// A column.
    pub fn column(plan: PlSmallStr, kind: Kind, at: Span) -> Self {
        Self::new(Node::Column(plan), kind, at)
    }

    /// An operation.
    pub fn operation(operator: Operator, args: Vec<Scalar>, kind: Kind, at: Span) -> Self {
        Self::new(Node::Operation(operator, args), kind, at)
    }

    /// Its direct parts.
    pub fn parts(&self) -> Vec<&Scalar> {
        match &self.node {
            Node::Column(_) | Node::Constant(_) | Node::Subquery { .. } => Vec::new(),
            Node::Operation(_, args) | Node::Call(_, args) | Node::Logic { terms: args, .. } => args.iter().collect(),
            Node::Cast { arg, .. } | Node::Among { arg, .. } | Node::InQuery { arg, .. } => vec![arg],
            Node::Case { branches, otherwise } => branches
                .iter()
                .flat_map(|(condition, value)| [condition, value])
                .chain(std::iter::once(otherwise.as_ref()))
                .collect(),
            Node::Aggregate(aggregate) => aggregate.args.iter().collect(),
        }
    }

    /// Its direct parts, to change.
    pub fn parts_mut(&mut self) -> Vec<&mut Scalar> {
        match &mut self.node {
            Node::Column(_) | Node::Constant(_) | Node::Subquery { .. } => Vec::new(),
            Node::Operation(_, args) | Node::Call(_, args) | Node::Logic { terms: args, .. } => {
                args.iter_mut().collect()
            }
            Node::Cast { arg, .. } | Node::Among { arg, .. } | Node::InQuery { arg, .. } => vec![arg],
            Node::Case { branches, otherwise } => branches
                .iter_mut()
                .flat_map(|(condition, value)| [condition, value])
                .chain(std::iter::once(otherwise.as_mut()))
                .collect(),
            Node::Aggregate(aggregate) => aggregate.args.iter_mut().collect(),
        }
    }

    /// Adds the plan names of the columns it reads.
    pub fn reads(&self, names: &mut BTreeSet<PlSmallStr>) {
        if let Node::Column(name) = &self.node {
            names.insert(name.clone());
        }
        for part in self.parts() {
            part.reads(names);
        }
    }

    /// Whether any part of it, itself included, satisfies a test.
    pub fn any(&self, test: &impl Fn(&Scalar) -> bool) -> bool {
        test(self) || self.parts().into_iter().any(|part| part.any(test))
    }

    /// Whether it measures groups.
    pub fn aggregates(&self) -> bool {
        self.any(&|part| matches!(part.node, Node::Aggregate(_)))
    }

    /// Whether evaluating it can fail on some row.
    pub fn can_fail(&self) -> bool {
        self.any(&|part| match &part.node {
            Node::Operation(operator, _) => match operator {
                Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Negate => {
                    part.kind == Kind::Integer
                }
                Operator::IntegerDivide | Operator::Modulo => true,
                Operator::AddDays | Operator::AddInterval(_) => true,
                _ => false,
            },
            Node::Call(function, _) => function.can_fail,
            Node::Cast { arg, lenient } => {
                !lenient && (arg.kind == Kind::Text || (arg.kind == Kind::Number && part.kind == Kind::Integer))
            }
            _ => false,
        })
    }
}

impl Relation {
    /// Plan names of its columns.
    pub fn columns(&self) -> Vec<PlSmallStr> {
        match self {
            Self::Unit => Vec::new(),
            Self::Scan { columns, .. } => columns.iter().map(|(plan, ..)| plan.clone()).collect(),
            Self::Common { columns, .. } => columns.iter().map(|(plan, _)| plan.clone()).collect(),
            Self::Project { items, .. } => items.iter().map(|(plan, _)| plan.clone()).collect(),
            Self::Filter { input, .. }
            | Self::Sort { input, .. }
            | Self::Limit { input, .. }
            | Self::Distinct { input } => input.columns(),
            Self::Join { kind: JoinKind::Semi | JoinKind::Anti, left, .. } => left.columns(),
            Self::Join { left, right, .. } => left.columns().into_iter().chain(right.columns()).collect(),
            Self::Aggregate { keys, measures, .. } => {
                keys.iter().map(|(plan, _)| plan.clone()).chain(measures.iter().map(|(plan, _)| plan.clone())).collect()
            }
            Self::Concat { inputs } => inputs.first().map(Self::columns).unwrap_or_default(),
            Self::Members { left, .. } => left.columns(),
        }
    }
}
