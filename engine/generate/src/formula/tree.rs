//! The tree of a formula, with types settled.

use super::functions::Body;
use crate::value::Type;

/// What an expression gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A number.
    Number,
    /// A text.
    Text,
    /// True or false.
    Boolean,
}

impl Kind {
    /// What a column of this type gives to a formula.
    pub fn of(kind: Type) -> Self {
        match kind {
            Type::Text => Self::Text,
            Type::Boolean => Self::Boolean,
            _ => Self::Number,
        }
    }

    /// Its name, as diagnostics show it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Text => "text",
            Self::Boolean => "boolean",
        }
    }
}

/// An expression; columns are places in the formula's list.
#[derive(Debug, Clone)]
pub(super) enum Node {
    Number(f64),
    Text(String),
    Boolean(bool),
    /// A column, and whether it must be turned into text.
    Column(usize, Kind),
    /// The number of the row, from 1.
    Row,
    /// The place of the row among those of its parent, from 1.
    Place,
    Negative(Box<Node>),
    Arithmetic(Arithmetic, Box<Node>, Box<Node>),
    Compare(Compare, Box<Node>, Box<Node>),
    Concat(Box<Node>, Box<Node>),
    Not(Box<Node>),
    And(Box<Node>, Box<Node>),
    Or(Box<Node>, Box<Node>),
    In(Box<Node>, Vec<Node>),
    If(Box<Node>, Box<Node>, Box<Node>),
    Coalesce(Box<Node>, Box<Node>),
    IsNull(Box<Node>),
    /// A number or truth value as text.
    Show(Box<Node>),
    Call(Body, Vec<Node>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Arithmetic {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compare {
    Equal,
    Unequal,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
}

impl Compare {
    pub(super) fn holds(self, order: std::cmp::Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::Unequal => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::LessEqual => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::GreaterEqual => order.is_ge(),
        }
    }
}
