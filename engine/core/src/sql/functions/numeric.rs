//! Functions of integers and numbers.

use polars::prelude::*;
use protocol::Checked;

use super::text::{e, functions};
use super::{Arg, Function};
use crate::sql::kernel::{checked, number};
use crate::sql::kind::Kind;

const GROUP: &str = "numeric";

functions! {
    "abs" [] "abs(numeric) → numeric", "abs(-3)" => "3", true, abs;
    "round" [] "round(numeric, [integer]) → numeric", "round(2.345e0, 1)" => "2.3", false, round;
    "floor" [] "floor(number) → number", "floor(2.7e0)" => "2.0", false, |a| Ok(number::of_number(e(a, 0), f64::floor));
    "ceil" ["ceiling"] "ceil(number) → number", "ceil(2.1e0)" => "3.0", false, |a| Ok(number::of_number(e(a, 0), f64::ceil));
    "trunc" [] "trunc(numeric) → numeric", "trunc(-2.7e0)" => "-2.0", false, |a| whole(a, f64::trunc);
    "sign" [] "sign(numeric) → integer", "sign(-2)" => "-1", false,
        |a| Ok(number::of_number(e(a, 0).cast(DataType::Float64), number::sign).cast(DataType::Int64));
    "mod" [] "mod(numeric, numeric) → numeric", "mod(7, 3)" => "1", true, modulo;
    "sqrt" [] "sqrt(number) → number", "sqrt(9)" => "3.0", false, |a| Ok(number::of_number(e(a, 0), f64::sqrt));
    "cbrt" [] "cbrt(number) → number", "cbrt(27)" => "3.0", false, |a| Ok(number::of_number(e(a, 0), libm::cbrt));
    "exp" [] "exp(number) → number", "exp(0)" => "1.0", false, |a| Ok(number::of_number(e(a, 0), libm::exp));
    "ln" [] "ln(number) → number", "ln(1)" => "0.0", false, |a| Ok(number::of_number(e(a, 0), libm::log));
    "log10" ["log"] "log10(number) → number", "log10(1000)" => "3.0", false,
        |a| Ok(number::of_number(e(a, 0), libm::log10));
    "log2" [] "log2(number) → number", "log2(8)" => "3.0", false, |a| Ok(number::of_number(e(a, 0), libm::log2));
    "pow" ["power"] "pow(number, number) → number", "pow(2, 3)" => "8.0", false,
        |a| Ok(number::of_numbers(e(a, 0), e(a, 1), libm::pow));
    "sin" [] "sin(number) → number", "sin(0)" => "0.0", false, |a| Ok(number::of_number(e(a, 0), libm::sin));
    "cos" [] "cos(number) → number", "cos(0)" => "1.0", false, |a| Ok(number::of_number(e(a, 0), libm::cos));
    "tan" [] "tan(number) → number", "tan(0)" => "0.0", false, |a| Ok(number::of_number(e(a, 0), libm::tan));
    "asin" [] "asin(number) → number", "asin(0)" => "0.0", false, |a| Ok(number::of_number(e(a, 0), libm::asin));
    "acos" [] "acos(number) → number", "acos(1)" => "0.0", false, |a| Ok(number::of_number(e(a, 0), libm::acos));
    "atan" [] "atan(number) → number", "atan(0)" => "0.0", false, |a| Ok(number::of_number(e(a, 0), libm::atan));
    "atan2" [] "atan2(number, number) → number", "atan2(0, 1)" => "0.0", false,
        |a| Ok(number::of_numbers(e(a, 0), e(a, 1), libm::atan2));
    "degrees" [] "degrees(number) → number", "degrees(0)" => "0.0", false,
        |a| Ok(number::of_number(e(a, 0), f64::to_degrees));
    "radians" [] "radians(number) → number", "radians(0)" => "0.0", false,
        |a| Ok(number::of_number(e(a, 0), f64::to_radians));
    "sinh" [] "sinh(number) → number", "sinh(0)" => "0.0", false, |a| Ok(number::of_number(e(a, 0), libm::sinh));
    "cosh" [] "cosh(number) → number", "cosh(0)" => "1.0", false, |a| Ok(number::of_number(e(a, 0), libm::cosh));
    "tanh" [] "tanh(number) → number", "tanh(0)" => "0.0", false, |a| Ok(number::of_number(e(a, 0), libm::tanh));
    "gcd" ["greatest_common_divisor"] "gcd(integer, integer) → integer", "gcd(12, 18)" => "6", false,
        |a| Ok(number::gcd(e(a, 0), e(a, 1)));
    "pi" [] "pi() → number", "pi()" => "3.141592653589793", false, |_| Ok(lit(std::f64::consts::PI));
    "isnan" [] "isnan(number) → boolean", "isnan(1)" => "false", false, |a| Ok(e(a, 0).is_nan());
    "isinf" [] "isinf(number) → boolean", "isinf(1)" => "false", false, |a| Ok(e(a, 0).is_infinite());
    "isfinite" [] "isfinite(number) → boolean", "isfinite(1)" => "true", false, |a| Ok(e(a, 0).is_finite());
}

fn abs(args: &[Arg]) -> Checked<Expr> {
    Ok(match args[0].kind {
        Kind::Integer => checked::absolute(e(args, 0), args[0].at),
        _ => number::of_number(e(args, 0), f64::abs),
    })
}

fn round(args: &[Arg]) -> Checked<Expr> {
    let digits = args.get(1).map(|arg| arg.expr.clone());
    Ok(match (&args[0].kind, digits) {
        (Kind::Integer, None) => e(args, 0),
        (Kind::Integer, Some(digits)) => number::round_integer(e(args, 0), digits),
        (_, None) => number::of_number(e(args, 0), f64::round),
        (_, Some(digits)) => number::round(e(args, 0), digits),
    })
}

fn whole(args: &[Arg], f: fn(f64) -> f64) -> Checked<Expr> {
    Ok(if args[0].kind == Kind::Integer { e(args, 0) } else { number::of_number(e(args, 0), f) })
}

fn modulo(args: &[Arg]) -> Checked<Expr> {
    Ok(match args[0].kind {
        Kind::Integer => checked::divide(true, e(args, 0), e(args, 1), args[0].at),
        _ => number::of_numbers(e(args, 0), e(args, 1), number::remainder),
    })
}
