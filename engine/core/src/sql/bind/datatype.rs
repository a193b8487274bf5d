//! Types that casts and typed constants name. A name that promises what our types do not hold is refused:
//! narrow integers, exact decimals, lengths of texts, zones.

use protocol::{Checked, Span};
use sqlparser::ast::{self, DataType, Expr};

use super::Binder;
use super::literal;
use super::scalar::Scope;
use crate::sql::kernel::cast;
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{Node, Scalar, Value};

/// The kind of a type by its name in the text.
///
/// # Errors
/// `sql-unsupported`.
pub fn kind(named: &DataType, at: Span) -> Checked<Kind> {
    use ast::{ExactNumberInfo as Exact, TimezoneInfo as Zone};
    Ok(match named {
        DataType::Int(None)
        | DataType::Integer(None)
        | DataType::BigInt(None)
        | DataType::Int4(None)
        | DataType::Int8(None)
        | DataType::Int64 => Kind::Integer,
        DataType::Double(Exact::None)
        | DataType::DoublePrecision
        | DataType::Float(Exact::None)
        | DataType::Float8
        | DataType::Float64
        | DataType::Real => Kind::Number,
        DataType::Varchar(None) | DataType::Text | DataType::String(None) => Kind::Text,
        DataType::Boolean | DataType::Bool => Kind::Boolean,
        DataType::Date => Kind::Date,
        DataType::Timestamp(None, Zone::None | Zone::WithoutTimeZone) | DataType::Datetime(None) => Kind::Datetime,
        DataType::Time(None, Zone::None | Zone::WithoutTimeZone) => Kind::Time,
        DataType::Array(ast::ArrayElemTypeDef::SquareBracket(inner, None)) => Kind::List(Box::new(kind(inner, at)?)),
        other => return place::unsupported(&other.to_string(), Some(at)),
    })
}

impl Binder<'_> {
    /// `CAST`, `TRY_CAST`, `::`.
    pub(super) fn cast(
        &mut self,
        expr: &Expr,
        named: &DataType,
        lenient: bool,
        scope: &Scope,
        at: Span,
    ) -> Checked<Scalar> {
        let arg = self.scalar(expr, scope)?;
        let to = kind(named, at)?;
        if arg.kind == to {
            return Ok(arg);
        }
        if cast::convert(polars::prelude::lit(0), &arg.kind, &to, lenient, at).is_none() {
            return Err(self.mismatch(&arg.kind, &to, "CAST", at));
        }
        if let Node::Constant(Value::Null) = arg.node {
            return literal::convert(&Value::Null, &to, at);
        }
        Ok(Scalar::new(Node::Cast { arg: Box::new(arg), lenient }, to, at))
    }

    /// `DATE '2026-11-23'` and its kin.
    pub(super) fn typed(&mut self, named: &DataType, value: &ast::Value, at: Span) -> Checked<Scalar> {
        let ast::Value::SingleQuotedString(text) = value else {
            return place::unsupported("DATE …", Some(at));
        };
        let to = kind(named, at)?;
        let text = Value::Text(text.clone());
        if to == Kind::Text { literal::value(value, at) } else { literal::convert(&text, &to, at) }
    }
}
