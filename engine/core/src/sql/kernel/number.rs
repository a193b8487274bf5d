//! Functions of numbers. Transcendental ones come from `libm`, so that every platform gives the same bits.

use polars::prelude::*;

use super::{Integers, Numbers, many, unary};

/// A number function of one number.
pub fn of_number(arg: Expr, f: fn(f64) -> f64) -> Expr {
    unary(arg, DataType::Float64, move |column| Ok(column.f64()?.apply_values(f).into_series()))
}

/// A number function of two numbers.
pub fn of_numbers(left: Expr, right: Expr, f: fn(f64, f64) -> f64) -> Expr {
    many(vec![left, right], DataType::Float64, move |columns, rows| {
        let (left, right) = (Numbers::of(&columns[0])?, Numbers::of(&columns[1])?);
        let made: Float64Chunked = (0..rows).map(|row| Some(f(left.get(row)?, right.get(row)?))).collect();
        Ok(made.into_series())
    })
}

/// A number rounded half away from zero to a number of decimals, which may be negative.
pub fn round(arg: Expr, digits: Expr) -> Expr {
    many(vec![arg, digits], DataType::Float64, |columns, rows| {
        let (numbers, digits) = (Numbers::of(&columns[0])?, Integers::of(&columns[1])?);
        let made: Float64Chunked = (0..rows).map(|row| Some(rounded(numbers.get(row)?, digits.get(row)?))).collect();
        Ok(made.into_series())
    })
}

fn rounded(number: f64, digits: i64) -> f64 {
    let digits = i32::try_from(digits.clamp(-400, 400)).unwrap_or(0);
    if digits == 0 {
        return number.round();
    }
    let scale = libm::pow(10.0, f64::from(digits.abs()));
    let made = if digits > 0 { (number * scale).round() / scale } else { (number / scale).round() * scale };
    // A scale beyond the range of numbers leaves the number as it is, or nothing of it.
    match (made.is_finite(), digits > 0) {
        (true, _) => made,
        (false, true) => number,
        (false, false) => 0.0,
    }
}

/// An integer rounded half away from zero to tens, hundreds…: `digits` negative. Saturates.
pub fn round_integer(arg: Expr, digits: Expr) -> Expr {
    many(vec![arg, digits], DataType::Int64, |columns, rows| {
        let (integers, digits) = (Integers::of(&columns[0])?, Integers::of(&columns[1])?);
        let made: Int64Chunked =
            (0..rows).map(|row| Some(rounded_integer(integers.get(row)?, digits.get(row)?))).collect();
        Ok(made.into_series())
    })
}

fn rounded_integer(integer: i64, digits: i64) -> i64 {
    if digits >= 0 {
        return integer;
    }
    let power = u32::try_from(digits.unsigned_abs()).ok();
    let Some(scale) = power.and_then(|power| 10_i128.checked_pow(power)) else { return 0 };
    let half = if integer < 0 { -scale / 2 } else { scale / 2 };
    let made = (i128::from(integer) + half) / scale * scale;
    i64::try_from(made).unwrap_or(if made < 0 { i64::MIN } else { i64::MAX })
}

/// Remainder with the sign of the left side.
pub fn remainder(left: f64, right: f64) -> f64 {
    libm::fmod(left, right)
}

/// −1, 0 or 1.
pub fn sign(number: f64) -> f64 {
    if number > 0.0 {
        1.0
    } else if number < 0.0 {
        -1.0
    } else {
        0.0
    }
}

/// The greatest common divisor of two integer columns, never negative; null where it leaves 64 bits.
pub fn gcd(left: Expr, right: Expr) -> Expr {
    many(vec![left, right], DataType::Int64, |columns, rows| {
        let (left, right) = (Integers::of(&columns[0])?, Integers::of(&columns[1])?);
        let common = |left: i64, right: i64| {
            let (mut one, mut two) = (left.unsigned_abs(), right.unsigned_abs());
            while two != 0 {
                (one, two) = (two, one % two);
            }
            i64::try_from(one).ok()
        };
        let made: Int64Chunked = (0..rows).map(|row| common(left.get(row)?, right.get(row)?)).collect();
        Ok(made.into_series())
    })
}
