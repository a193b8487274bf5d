//! Constants: as they stand, and brought to the type that is wanted of them.

use protocol::{Checked, Code, Diagnostic, Span};
use sqlparser::ast::{self, DateTimeField, Expr};

use crate::cell;
use crate::sql::kernel::{cast, date};
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{Interval, Node, Scalar, Value};

/// A constant of the text.
///
/// # Errors
/// `sql-bad-literal`, `sql-unsupported`.
pub fn value(value: &ast::Value, at: Span) -> Checked<Scalar> {
    match value {
        ast::Value::Number(digits, false) => number(digits, at),
        ast::Value::SingleQuotedString(text) => Ok(constant(Value::Text(text.clone()), at)),
        ast::Value::Boolean(value) => Ok(constant(Value::Boolean(*value), at)),
        ast::Value::Null => Ok(constant(Value::Null, at)),
        ast::Value::Placeholder(_) => place::unsupported("?", Some(at)),
        _ => place::unsupported("E'…', $$…$$", Some(at)),
    }
}

/// Digits are an integer; with a point or an exponent, a number.
///
/// # Errors
/// `sql-bad-literal`.
pub fn number(digits: &str, at: Span) -> Checked<Scalar> {
    let is_integer = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let value =
        if is_integer { digits.parse().ok().map(Value::Integer) } else { cast::decimal(digits).map(Value::Number) };
    let expected = if is_integer { "integer" } else { "number" };
    value.map(|value| constant(value, at)).ok_or_else(|| bad(digits, expected, at))
}

fn bad(value: &str, kind: &str, at: Span) -> Box<Diagnostic> {
    let value: String = value.chars().take(80).collect();
    place::error(Code::SqlBadLiteral, Some(at)).with("value", value).with("type", kind)
}

fn constant(value: Value, at: Span) -> Scalar {
    let kind = match &value {
        Value::Null => Kind::Null,
        Value::Boolean(_) => Kind::Boolean,
        Value::Integer(_) => Kind::Integer,
        Value::Number(_) => Kind::Number,
        Value::Text(_) => Kind::Text,
        Value::Date(_) => Kind::Date,
        Value::Datetime(_) => Kind::Datetime,
        Value::Time(_) => Kind::Time,
    };
    Scalar::new(Node::Constant(value), kind, at)
}

/// Whether a constant text can stand for a value of a kind.
pub fn reads(kind: &Kind) -> bool {
    matches!(kind, Kind::Boolean | Kind::Integer | Kind::Number | Kind::Text | Kind::Date | Kind::Datetime | Kind::Time)
}

/// A constant brought to a kind.
///
/// # Errors
/// `sql-bad-literal` where the text is not of the kind.
pub fn convert(value: &Value, to: &Kind, at: Span) -> Checked<Scalar> {
    let made = match (value, to) {
        (Value::Null, _) => return Ok(Scalar::new(Node::Constant(Value::Null), to.clone(), at)),
        (Value::Integer(value), Kind::Number) => Some(Value::Number(*value as f64)),
        (Value::Date(days), Kind::Datetime) => Some(Value::Datetime(i64::from(*days) * date::DAY)),
        (Value::Text(text), to) => match to {
            Kind::Boolean => cast::boolean(text).map(Value::Boolean),
            Kind::Integer => cast::integer(text).map(Value::Integer),
            Kind::Number => cast::decimal(text).map(Value::Number),
            Kind::Date => cast::day(text).map(Value::Date),
            Kind::Datetime => cast::moment(text).map(Value::Datetime),
            Kind::Time => cell::parse_time(text).map(Value::Time),
            _ => None,
        },
        _ => None,
    };
    match (made, value) {
        (Some(made), _) => Ok(constant(made, at)),
        (None, Value::Text(text)) => Err(bad(text, to.word(), at)),
        (None, _) => Err(bad("", to.word(), at)),
    }
}

/// An interval: `INTERVAL 3 DAY`, `INTERVAL '3' DAY`, `INTERVAL '1 month 3 days'`.
///
/// # Errors
/// `sql-bad-literal`, `sql-unsupported`.
pub fn interval(parsed: &ast::Interval) -> Checked<Interval> {
    let at = place::of(parsed.value.as_ref()).unwrap_or_default();
    let ast::Interval { value, leading_field, leading_precision, last_field, fractional_seconds_precision } = parsed;
    if leading_precision.is_some() || last_field.is_some() || fractional_seconds_precision.is_some() {
        return place::unsupported("INTERVAL … TO …", Some(at));
    }
    let text = digits(value, at)?;
    let made = match leading_field {
        Some(field) => text.trim().parse().ok().and_then(|count| add(Interval::default(), count, &field.to_string())),
        None => written(&text),
    };
    made.ok_or_else(|| bad(&text, "interval", at))
}

fn digits(value: &Expr, at: Span) -> Checked<String> {
    match value {
        Expr::Value(value) => match &value.value {
            ast::Value::Number(text, _) | ast::Value::SingleQuotedString(text) => Ok(text.clone()),
            _ => place::unsupported("INTERVAL (…)", Some(at)),
        },
        Expr::Nested(inner) => digits(inner, at),
        Expr::UnaryOp { op: ast::UnaryOperator::Minus, expr } => digits(expr, at).map(|digits| format!("-{digits}")),
        _ => place::unsupported("INTERVAL (…)", Some(at)),
    }
}

/// Pairs of a count and a unit.
fn written(text: &str) -> Option<Interval> {
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() || !words.len().is_multiple_of(2) {
        return None;
    }
    words.chunks_exact(2).try_fold(Interval::default(), |sum, pair| add(sum, pair[0].parse().ok()?, pair[1]))
}

fn add(sum: Interval, count: i64, unit: &str) -> Option<Interval> {
    let unit = unit.to_lowercase();
    let small = i32::try_from(count).ok();
    let months = |each: i32| Some(Interval { months: sum.months.checked_add(small?.checked_mul(each)?)?, ..sum });
    let days = |each: i32| Some(Interval { days: sum.days.checked_add(small?.checked_mul(each)?)?, ..sum });
    let micros = |each: i64| Some(Interval { micros: sum.micros.checked_add(count.checked_mul(each)?)?, ..sum });
    match unit.strip_suffix('s').unwrap_or(&unit) {
        "year" => months(12),
        "quarter" => months(3),
        "month" => months(1),
        "week" => days(7),
        "day" => days(1),
        "hour" => micros(3_600_000_000),
        "minute" => micros(60_000_000),
        "second" => micros(1_000_000),
        "millisecond" => micros(1_000),
        "microsecond" => micros(1),
        _ => None,
    }
}

/// The name of a part of the calendar, as functions take it.
pub fn field(field: &DateTimeField) -> String {
    field.to_string().trim_matches('\'').to_lowercase()
}
