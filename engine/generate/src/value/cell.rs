//! One value, borrowed from its column, and the types of columns.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Type {
    /// True, false.
    Boolean,
    /// 64-bit signed integer.
    Integer,
    /// 64-bit IEEE 754 number.
    Number,
    /// Exact decimal with a fixed number of digits after the point.
    Decimal,
    /// Unicode text.
    Text,
    /// Calendar date.
    Date,
    /// Date and time of day in milliseconds, without a zone.
    Datetime,
}

/// One value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// No value.
    Null,
    /// True, false.
    Boolean(bool),
    /// An integer.
    Integer(i64),
    /// A number; never NaN.
    Number(f64),
    /// So many units of 10^−scale.
    Decimal(i64, u8),
    /// A text.
    Text(&'a str),
    /// Days since 1970-01-01.
    Date(i32),
    /// Milliseconds since 1970-01-01 00:00.
    Datetime(i64),
    /// What a file shows instead of a value of the column's type (a date of 31 February, an amount with its unit):
    /// renderers write it as it stands.
    Written(&'a str),
}

impl Cell<'_> {
    /// Whether there is no value.
    pub fn is_null(self) -> bool {
        matches!(self, Self::Null)
    }

    /// The value as a number: booleans are 0 and 1, dates days, times milliseconds; none for texts.
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Boolean(value) => Some(f64::from(u8::from(value))),
            Self::Integer(value) | Self::Datetime(value) => Some(value as f64),
            Self::Number(value) => Some(value),
            Self::Decimal(units, scale) => Some(units as f64 / ten_to(scale)),
            Self::Date(days) => Some(f64::from(days)),
            Self::Null | Self::Text(_) | Self::Written(_) => None,
        }
    }
}

/// A power of ten, exact up to 22.
pub(crate) fn ten_to(scale: u8) -> f64 {
    (0..scale).fold(1.0, |power, _| power * 10.0)
}

impl std::fmt::Display for Cell<'_> {
    /// The plain form: a point in decimals, ISO 8601 dates, nothing for null. Renderers of files have dialects of
    /// their own; formulas, templates and digests use this one.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Null => Ok(()),
            Self::Boolean(value) => write!(f, "{value}"),
            Self::Integer(value) => write!(f, "{value}"),
            Self::Number(value) => write!(f, "{value}"),
            Self::Decimal(units, 0) => write!(f, "{units}"),
            Self::Decimal(units, scale) => {
                let one = 10_u64.saturating_pow(u32::from(scale));
                let sign = if units < 0 { "-" } else { "" };
                let (whole, part) = (units.unsigned_abs() / one, units.unsigned_abs() % one);
                write!(f, "{sign}{whole}.{part:0width$}", width = usize::from(scale))
            }
            Self::Text(text) | Self::Written(text) => f.write_str(text),
            Self::Date(days) => crate::calendar::write_date(f, days),
            Self::Datetime(millis) => crate::calendar::write_datetime(f, millis),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_a_plain_form() {
        let cases = [
            (Cell::Decimal(-5, 2), "-0.05"),
            (Cell::Decimal(123_456, 2), "1234.56"),
            (Cell::Number(0.1), "0.1"),
            (Cell::Date(-1), "1969-12-31"),
            (Cell::Datetime(-1), "1969-12-31T23:59:59.999"),
            (Cell::Datetime(86_400_000), "1970-01-02T00:00:00"),
            (Cell::Null, ""),
        ];
        for (cell, text) in cases {
            assert_eq!(cell.to_string(), text);
        }
    }
}
