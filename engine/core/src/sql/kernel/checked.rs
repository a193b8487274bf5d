//! Integer arithmetic that says when it leaves 64 bits.
//!
//! The extremes of the operands usually prove that no row can; only otherwise each row is checked.

use polars::prelude::*;
use protocol::{Code, Diagnostic, Span};

use super::{fail, many, unary};

/// `+`, `-` or `*`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arithmetic {
    /// `+`.
    Add,
    /// `-`.
    Subtract,
    /// `*`.
    Multiply,
}

impl Arithmetic {
    fn wide(self, left: i64, right: i64) -> i128 {
        let (left, right) = (i128::from(left), i128::from(right));
        match self {
            Self::Add => left + right,
            Self::Subtract => left - right,
            Self::Multiply => left * right,
        }
    }

    fn checked(self, left: i64, right: i64) -> Option<i64> {
        match self {
            Self::Add => left.checked_add(right),
            Self::Subtract => left.checked_sub(right),
            Self::Multiply => left.checked_mul(right),
        }
    }

    /// Whether no pair of values within the extremes can overflow.
    fn is_safe(self, left: &Int64Chunked, right: &Int64Chunked) -> bool {
        let (Some((low_left, high_left)), Some((low_right, high_right))) = (left.min_max(), right.min_max()) else {
            return true;
        };
        [(low_left, low_right), (low_left, high_right), (high_left, low_right), (high_left, high_right)]
            .into_iter()
            .all(|(left, right)| i64::try_from(self.wide(left, right)).is_ok())
    }
}

/// The sum, difference or product of two integer columns; null where either is.
///
/// Errors while running: `sql-overflow` at the place.
pub fn arithmetic(operation: Arithmetic, left: Expr, right: Expr, at: Span) -> Expr {
    many(vec![left, right], DataType::Int64, move |columns, _| {
        let (left, right) = (columns[0].i64()?, columns[1].i64()?);
        if operation.is_safe(left, right) {
            return Ok(match operation {
                Arithmetic::Add => left + right,
                Arithmetic::Subtract => left - right,
                Arithmetic::Multiply => left * right,
            }
            .into_series());
        }
        let rows = if left.len() == 1 { right.len() } else { left.len() };
        let (left, right) = (super::At::new(left), super::At::new(right));
        let made: PolarsResult<Int64Chunked> = (0..rows)
            .map(|row| match (left.get(row), right.get(row)) {
                (Some(left), Some(right)) => operation.checked(left, right).map(Some).ok_or_else(|| overflow(at)),
                _ => Ok(None),
            })
            .collect();
        Ok(made?.into_series())
    })
}

/// The opposite of an integer column.
pub fn negate(arg: Expr, at: Span) -> Expr {
    each(arg, at, i64::checked_neg)
}

/// The absolute value of an integer column.
pub fn absolute(arg: Expr, at: Span) -> Expr {
    each(arg, at, i64::checked_abs)
}

fn each(arg: Expr, at: Span, f: fn(i64) -> Option<i64>) -> Expr {
    unary(arg, DataType::Int64, move |column| {
        let made = column.i64()?.try_apply_nonnull_values_generic(|value| f(value).ok_or_else(|| overflow(at)));
        made.map(|made: Int64Chunked| made.into_series())
    })
}

/// Quotient or remainder of two integer columns, rounded towards zero; null where either is null.
///
/// Errors while running: `sql-division-by-zero`, `sql-overflow` at the place.
pub fn divide(remainder: bool, left: Expr, right: Expr, at: Span) -> Expr {
    many(vec![left, right], DataType::Int64, move |columns, rows| {
        let (left, right) = (super::Integers::of(&columns[0])?, super::Integers::of(&columns[1])?);
        let made: PolarsResult<Int64Chunked> = (0..rows)
            .map(|row| match (left.get(row), right.get(row)) {
                (Some(_), Some(0)) => Err(fail(Diagnostic::new(Code::SqlDivisionByZero).at_span(at))),
                (Some(left), Some(right)) if remainder => Ok(Some(left.wrapping_rem(right))),
                (Some(left), Some(right)) => left.checked_div(right).map(Some).ok_or_else(|| overflow(at)),
                _ => Ok(None),
            })
            .collect();
        Ok(made?.into_series())
    })
}

/// Whether no sum of some of these integers can leave 64 bits: their extremes prove it.
pub fn sum_is_safe(values: &Int64Chunked) -> bool {
    let rows = i128::try_from(values.len()).unwrap_or(i128::MAX);
    values.min_max().is_none_or(|(low, high)| {
        let largest = i128::from(low.unsigned_abs().max(high.unsigned_abs()));
        i64::try_from(largest.saturating_mul(rows)).is_ok()
    })
}

/// The sum of integers whose extremes do not exclude overflow: halves of 32 bits are summed apart, where no
/// number of rows can overflow, and put together exactly.
pub fn sum(arg: Expr, at: Span) -> Expr {
    let part = |f: fn(i64) -> i64| {
        let arg = arg.clone();
        unary(arg, DataType::Int64, move |column| Ok(column.i64()?.apply_values(f).into_series())).sum()
    };
    many(vec![part(|value| value >> 32), part(|value| value & 0xffff_ffff)], DataType::Int64, move |columns, rows| {
        let (high, low) = (super::Integers::of(&columns[0])?, super::Integers::of(&columns[1])?);
        let made: PolarsResult<Int64Chunked> = (0..rows)
            .map(|row| match (high.get(row), low.get(row)) {
                (Some(high), Some(low)) => {
                    let sum = (i128::from(high) << 32) + i128::from(low);
                    i64::try_from(sum).map(Some).map_err(|_| overflow(at))
                }
                _ => Ok(None),
            })
            .collect();
        Ok(made?.into_series())
    })
}

/// The values of rows to which at most one row belongs.
///
/// Errors while running: `sql-scalar-rows` at the place.
pub fn only_one(counts: Expr, values: Expr, to: DataType, at: Span) -> Expr {
    many(vec![counts, values], to, move |columns, _| {
        if columns[0].i64()?.iter().flatten().any(|count| count > 1) {
            return Err(fail(Diagnostic::new(Code::SqlScalarRows).at_span(at)));
        }
        Ok(columns[1].clone())
    })
}

/// `sql-overflow` at a place.
pub fn overflow(at: Span) -> PolarsError {
    fail(Diagnostic::new(Code::SqlOverflow).at_span(at))
}
