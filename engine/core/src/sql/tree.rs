//! The typed tree: all that a query or an expression may be.
//!
//! Every column of every relation has a plan name of its own, unique in the query, so that joins and
//! self-joins never collide; names that people read stand only in [`Field`]s and at the very end.

mod relation;
mod window;

use std::collections::BTreeSet;

use polars::prelude::PlSmallStr;
use protocol::Span;

use super::functions::{Aggregator, Function};
use super::kind::Kind;
use super::place::At;

pub use relation::{JoinKind, Membership, Relation};
pub use window::{Bound, Frame, Offset, Unit, Window, Windowed};

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
        /// Which of its rows belong to a row of the query around.
        on: Correlation,
    },
    /// Whether a query gives a row.
    Exists {
        /// The relation.
        query: Box<Relation>,
        /// Which of its rows belong to a row of the query around.
        on: Correlation,
    },
    /// The one value of a query of one column and at most one row.
    Subquery {
        /// The relation.
        query: Box<Relation>,
        /// The column.
        column: PlSmallStr,
        /// Which of its rows belong to a row of the query around.
        on: Correlation,
        /// Its value over the columns of the relation, where that measures all rows of no group: what a row
        /// sees to which no row belongs.
        of_none: Option<Box<Scalar>>,
    },
    /// A measure of a group of rows.
    Aggregate(Box<Aggregate>),
    /// A value of the rows around each row.
    Window(Box<Window>),
    /// A row for each cell of a list.
    Unnest(Box<Scalar>),
    /// `GROUPING`: which keys the set of a group does not have, as bits.
    Grouping(Vec<Scalar>),
}

/// How rows of a subquery belong to rows of the query around it; nothing where all belong to all.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Correlation {
    /// Values that are equal: of the subquery, and of the query around.
    pub equal: Vec<(Scalar, Scalar)>,
    /// A further condition over columns of both.
    pub residual: Option<Box<Scalar>>,
}

impl Correlation {
    /// Whether rows belong to rows at all.
    pub fn is_there(&self) -> bool {
        !self.equal.is_empty() || self.residual.is_some()
    }

    fn parts(&self) -> impl Iterator<Item = &Scalar> {
        self.equal.iter().map(|(_, outer)| outer).chain(self.residual.as_deref())
    }

    fn parts_mut(&mut self) -> impl Iterator<Item = &mut Scalar> {
        self.equal.iter_mut().map(|(_, outer)| outer).chain(self.residual.as_deref_mut())
    }
}

/// A call of an aggregate function.
#[derive(Debug, Clone, PartialEq)]
pub struct Aggregate {
    /// Which.
    pub aggregator: &'static Aggregator,
    /// What is measured; empty for `count(*)`.
    pub args: Vec<Scalar>,
    /// A constant argument that follows (the fraction of a quantile, a separator).
    pub parameter: Option<Value>,
    /// Each different value once.
    pub distinct: bool,
    /// The order in which values are taken; none: that of the rows.
    pub order: Vec<Key>,
    /// For which rows, of a measure that keeps nulls; the others see nulls for the rest.
    pub filter: Option<Box<Scalar>>,
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
    /// The second value, unless the first, a count of rows, is more than one: then an error.
    OnlyOne,
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

impl Aggregate {
    /// Whether our own kernels measure it: Polars has no such measure, no such order, or no such values.
    pub fn is_ours(&self) -> bool {
        self.aggregator.measure.is_ours()
            || !self.order.is_empty()
            || self.filter.is_some()
            || self.args.iter().any(|arg| matches!(arg.kind, Kind::List(_)))
    }

    /// Its arguments, what they are ordered by, and its filter.
    pub fn parts(&self) -> Vec<&Scalar> {
        self.args.iter().chain(self.order.iter().map(|key| &key.by)).chain(self.filter.as_deref()).collect()
    }

    /// The same, to change.
    pub fn parts_mut(&mut self) -> Vec<&mut Scalar> {
        self.args
            .iter_mut()
            .chain(self.order.iter_mut().map(|key| &mut key.by))
            .chain(self.filter.as_deref_mut())
            .collect()
    }
}

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
            Node::Column(_) | Node::Constant(_) => Vec::new(),
            Node::Operation(_, args) | Node::Call(_, args) | Node::Logic { terms: args, .. } | Node::Grouping(args) => {
                args.iter().collect()
            }
            Node::Cast { arg, .. } | Node::Among { arg, .. } | Node::Unnest(arg) => vec![arg],
            Node::InQuery { arg, on, .. } => std::iter::once(arg.as_ref()).chain(on.parts()).collect(),
            Node::Subquery { on, .. } | Node::Exists { on, .. } => on.parts().collect(),
            Node::Case { branches, otherwise } => branches
                .iter()
                .flat_map(|(condition, value)| [condition, value])
                .chain(std::iter::once(otherwise.as_ref()))
                .collect(),
            Node::Aggregate(aggregate) => aggregate.parts(),
            Node::Window(window) => window.parts(),
        }
    }

    /// Its direct parts, to change.
    pub fn parts_mut(&mut self) -> Vec<&mut Scalar> {
        match &mut self.node {
            Node::Column(_) | Node::Constant(_) => Vec::new(),
            Node::Operation(_, args) | Node::Call(_, args) | Node::Logic { terms: args, .. } | Node::Grouping(args) => {
                args.iter_mut().collect()
            }
            Node::Cast { arg, .. } | Node::Among { arg, .. } | Node::Unnest(arg) => vec![arg],
            Node::InQuery { arg, on, .. } => std::iter::once(arg.as_mut()).chain(on.parts_mut()).collect(),
            Node::Subquery { on, .. } | Node::Exists { on, .. } => on.parts_mut().collect(),
            Node::Case { branches, otherwise } => branches
                .iter_mut()
                .flat_map(|(condition, value)| [condition, value])
                .chain(std::iter::once(otherwise.as_mut()))
                .collect(),
            Node::Aggregate(aggregate) => aggregate.parts_mut(),
            Node::Window(window) => window.parts_mut(),
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
        self.any(&|part| matches!(part.node, Node::Aggregate(_) | Node::Grouping(_)))
    }

    /// Whether it makes a row for each cell of a list.
    pub fn unnests(&self) -> bool {
        self.any(&|part| matches!(part.node, Node::Unnest(_)))
    }

    /// Whether evaluating it can fail on some row.
    pub fn can_fail(&self) -> bool {
        self.any(&|part| match &part.node {
            Node::Operation(operator, _) => match operator {
                Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Negate => {
                    part.kind == Kind::Integer
                }
                Operator::IntegerDivide | Operator::Modulo => true,
                Operator::AddDays | Operator::AddInterval(_) | Operator::OnlyOne => true,
                _ => false,
            },
            Node::Call(function, _) => function.can_fail,
            Node::Cast { arg, lenient } => !lenient && arg.kind.may_not_convert(&part.kind),
            _ => false,
        })
    }
}
