//! The table functions that are allowed: numbers and moments at even steps, of constant bounds.

use protocol::{Checked, Code, Span};
use sqlparser::ast::{self, Expr};

use super::names::path;
use super::scalar::Scope;
use super::{Binder, Bound, literal};
use crate::sql::kernel::date;
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{Field, Node, Offset, Reach, Relation, Value};

/// Most rows of one series.
const MAX_ROWS: usize = 1_000_000;

/// A bound or a step.
enum Given {
    Integer(i64),
    Moment(i64),
    Interval(Offset),
}

impl Binder<'_> {
    /// `range(…)` without its end, `generate_series(…)` with it; any other function is refused.
    pub(super) fn series(&mut self, name: &ast::ObjectName, args: &ast::TableFunctionArgs, at: Span) -> Checked<Bound> {
        let parts = path(name)?;
        let known = ["range", "generate_series"];
        let found = known.iter().find(|known| matches!(parts.as_slice(), [only] if only.to_lowercase() == **known));
        let (Some(name), None) = (found, &args.settings) else { return place::unsupported("FROM f(…)", Some(at)) };
        let mut given = Vec::with_capacity(args.args.len());
        for arg in &args.args {
            let ast::FunctionArg::Unnamed(ast::FunctionArgExpr::Expr(expr)) = arg else {
                return place::unsupported("f(a := …)", Some(at));
            };
            given.push(self.given(expr, name)?);
        }
        let (kind, first, last, step) = match given.as_slice() {
            [Given::Integer(last)] => (Kind::Integer, 0, *last, Offset::Integer(1)),
            [Given::Integer(first), Given::Integer(last)] => (Kind::Integer, *first, *last, Offset::Integer(1)),
            [Given::Integer(first), Given::Integer(last), Given::Integer(step)] => {
                (Kind::Integer, *first, *last, Offset::Integer(*step))
            }
            [Given::Moment(first), Given::Moment(last), Given::Interval(step)] => {
                (Kind::Datetime, *first, *last, *step)
            }
            others => {
                return Err(place::error(Code::SqlArgumentCount, Some(at))
                    .with("function", *name)
                    .with("found", others.len())
                    .with("expected", "1–3"));
            }
        };
        if date::step(first, &step) == Some(first) {
            return Err(place::error(Code::SqlBadLiteral, Some(at)).with("value", "0").with("type", "interval"));
        }
        let count = counted(first, last, &step, *name == "generate_series");
        let Some(count) = count else {
            return Err(place::error(Code::SqlTooComplex, Some(at)).with("limit", MAX_ROWS));
        };
        let column = self.fresh();
        let field = Field {
            qualifier: Some((*name).to_owned()),
            name: (*name).to_owned(),
            plan: column.clone(),
            kind: kind.clone(),
            reach: Reach::Full,
        };
        Ok(Bound { relation: Relation::Steps { column, kind, first, step, count }, fields: vec![field] })
    }

    fn given(&mut self, expr: &Expr, name: &str) -> Checked<Given> {
        if let Expr::Interval(interval) = expr {
            return Ok(Given::Interval(Offset::Interval(literal::interval(interval)?)));
        }
        let made = self.scalar(expr, &Scope::plain(&[]))?;
        match made.node {
            Node::Constant(Value::Integer(value)) => Ok(Given::Integer(value)),
            Node::Constant(Value::Date(days)) => Ok(Given::Moment(i64::from(days) * date::DAY)),
            Node::Constant(Value::Datetime(micros)) => Ok(Given::Moment(micros)),
            _ => place::unsupported(&format!("{name}(x)"), Some(made.at.0)),
        }
    }
}

/// How many steps lead from the first to the last; `None` for more than a series may have.
fn counted(first: i64, last: i64, step: &Offset, with_last: bool) -> Option<usize> {
    let Some(second) = date::step(first, step) else { return Some(0) };
    let upwards = second > first;
    let is_in = |value: i64| {
        let before = if upwards { value < last } else { value > last };
        before || (with_last && value == last)
    };
    if let Offset::Integer(step) = step {
        let span = i128::from(last) - i128::from(first);
        if !is_in(first) {
            return Some(0);
        }
        let steps = (span / i128::from(*step)) as u128;
        let exact = span % i128::from(*step) == 0;
        let count = steps + u128::from(!exact || with_last);
        return usize::try_from(count).ok().filter(|count| *count <= MAX_ROWS);
    }
    let values = std::iter::successors(Some(first), |value| date::step(*value, step));
    let count = values.take_while(|value| is_in(*value)).take(MAX_ROWS + 1).count();
    (count <= MAX_ROWS).then_some(count)
}
