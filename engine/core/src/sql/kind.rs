//! The types that expressions compute with, and how they combine.
//!
//! Storage types of a table are wider than these: narrow integers widen, categories read as text, instants
//! read in UTC; decimals read as numbers; structures and bytes only travel.

use polars::prelude::*;

/// Type of an expression.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// The bare `NULL`: takes the type of its surroundings.
    Null,
    /// Three-valued logic.
    Boolean,
    /// 64-bit signed, checked.
    Integer,
    /// 64-bit IEEE 754.
    Number,
    /// UTF-8, compared by bytes.
    Text,
    /// Calendar date.
    Date,
    /// Date and time of day in microseconds, without a zone.
    Datetime,
    /// Time of day.
    Time,
    /// Elapsed time in microseconds.
    Duration,
    /// Values of one kind in an order.
    List(Box<Kind>),
    /// A type of a file that is carried and not computed with.
    Opaque(DataType),
}

impl Kind {
    /// The kind under which a stored column is read.
    pub fn of(dtype: &DataType) -> Self {
        match dtype {
            DataType::Null => Self::Null,
            DataType::Boolean => Self::Boolean,
            DataType::UInt64 | DataType::Int128 => Self::Number,
            dtype if dtype.is_integer() => Self::Integer,
            DataType::Float32 | DataType::Float64 | DataType::Decimal(..) => Self::Number,
            DataType::String | DataType::Categorical(..) | DataType::Enum(..) => Self::Text,
            DataType::Date => Self::Date,
            DataType::Datetime(..) => Self::Datetime,
            DataType::Time => Self::Time,
            DataType::Duration(..) => Self::Duration,
            DataType::List(inner) => Self::List(Box::new(Self::of(inner))),
            other => Self::Opaque(other.clone()),
        }
    }

    /// The Polars type that holds it.
    pub fn dtype(&self) -> DataType {
        match self {
            Self::Null => DataType::Null,
            Self::Boolean => DataType::Boolean,
            Self::Integer => DataType::Int64,
            Self::Number => DataType::Float64,
            Self::Text => DataType::String,
            Self::Date => DataType::Date,
            Self::Datetime => DataType::Datetime(TimeUnit::Microseconds, None),
            Self::Time => DataType::Time,
            Self::Duration => DataType::Duration(TimeUnit::Microseconds),
            Self::List(inner) => DataType::List(Box::new(inner.dtype())),
            Self::Opaque(dtype) => dtype.clone(),
        }
    }

    /// The word for it in diagnostics, as the page's column types are named.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Text => "text",
            Self::Date => "date",
            Self::Datetime => "datetime",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::List(_) => "list",
            Self::Opaque(_) => "other",
        }
    }

    /// Whether it is an integer or a number.
    pub fn is_numeric(&self) -> bool {
        matches!(self, Self::Integer | Self::Number)
    }

    /// Whether it is a date or a datetime.
    pub fn is_temporal(&self) -> bool {
        matches!(self, Self::Date | Self::Datetime)
    }

    /// Whether values are compared, sorted and joined.
    pub fn is_plain(&self) -> bool {
        !matches!(self, Self::List(_) | Self::Opaque(_))
    }

    /// Whether equal values are one group: lists are, cell by cell.
    pub fn is_groupable(&self) -> bool {
        match self {
            Self::List(inner) => inner.is_groupable(),
            other => other.is_plain(),
        }
    }

    /// Whether a strict conversion can fail on some value.
    pub fn may_not_convert(&self, to: &Self) -> bool {
        match (self, to) {
            (Self::List(from), Self::List(to)) => from.may_not_convert(to),
            (Self::Text, _) | (Self::Number, Self::Integer) => true,
            _ => false,
        }
    }

    /// The kind in which values of both kinds can stand, if there is one: integers among numbers are
    /// numbers, dates among datetimes are datetimes, a bare null is anything.
    pub fn common(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (left, right) if left == right => Some(left.clone()),
            (Self::Null, kind) | (kind, Self::Null) => Some(kind.clone()),
            (Self::List(left), Self::List(right)) => left.common(right).map(|kind| Self::List(Box::new(kind))),
            (left, right) if left.is_numeric() && right.is_numeric() => Some(Self::Number),
            (left, right) if left.is_temporal() && right.is_temporal() => Some(Self::Datetime),
            _ => None,
        }
    }
}
