//! Expressions. Where a branch is not taken, what could fail in it sees nulls and does not fail: a guard
//! says for which rows an expression is asked.

use std::collections::BTreeSet;

use polars::prelude::*;
use protocol::{Checked, Code};

use super::{Runner, balanced, literal, unit};
use crate::frame;
use crate::sql::functions::Arg;
use crate::sql::kernel::{cast, checked, date, text};
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{Node, Operator, Relation, Scalar, Value};

impl Runner<'_> {
    /// The expression of a scalar, asked for the rows where the guard is true.
    pub(super) fn scalar(&mut self, scalar: &Scalar, guard: Option<&Expr>) -> Checked<Expr> {
        let made = self.form(scalar, guard)?;
        let is_constant = guard.is_none() && !matches!(made, Expr::Literal(_)) && !self.reads_rows(scalar);
        if is_constant { fold(made) } else { Ok(made) }
    }

    /// Whether the value depends on the row, or on a group of rows.
    pub(super) fn reads_rows(&self, scalar: &Scalar) -> bool {
        let mut reads = BTreeSet::new();
        scalar.reads(&mut reads);
        !reads.is_empty() || scalar.aggregates()
    }

    fn form(&mut self, scalar: &Scalar, guard: Option<&Expr>) -> Checked<Expr> {
        let at = scalar.at.0;
        Ok(match &scalar.node {
            Node::Column(name) => col(name.clone()),
            Node::Constant(value) => literal(value, &scalar.kind),
            Node::Operation(operator, args) => {
                let mut args = args.iter().map(|arg| self.scalar(arg, guard)).collect::<Checked<Vec<_>>>()?;
                mask_first(&mut args, guard, scalar);
                self.operation(*operator, args, scalar)
            }
            Node::Call(function, args) => {
                let mut exprs = Vec::with_capacity(args.len());
                for (index, arg) in args.iter().enumerate() {
                    let inner = match (function.name, index) {
                        ("coalesce" | "ifnull", 1..) if arg.can_fail() => {
                            let before: Vec<Expr> =
                                exprs.iter().map(|before: &Expr| before.clone().is_null()).collect();
                            balanced(before, Expr::and).map(|missing| both(guard, missing))
                        }
                        _ => guard.cloned(),
                    };
                    exprs.push(self.scalar(arg, inner.as_ref())?);
                }
                if function.can_fail {
                    mask_first(&mut exprs, guard, scalar);
                }
                let args: Vec<Arg> =
                    exprs.into_iter().zip(args).map(|(expr, arg)| Arg { expr, ..super::probe(arg) }).collect();
                (function.build)(&args)?
            }
            Node::Cast { arg, lenient } => {
                let mut inner = vec![self.scalar(arg, guard)?];
                mask_first(&mut inner, guard, scalar);
                let inner = inner.pop().unwrap_or_else(|| lit(NULL));
                match cast::convert(inner.clone(), &arg.kind, &scalar.kind, *lenient, at) {
                    Some(made) => made,
                    // A stored type read under its kind (see `Kind::of`).
                    None => inner.cast(scalar.kind.dtype()),
                }
            }
            Node::Case { branches, otherwise } => self.case(branches, otherwise, guard)?,
            Node::Logic { all, terms } => self.logic(*all, terms, guard)?,
            Node::Among { arg, values, has_null } => {
                let arg_expr = self.scalar(arg, guard)?;
                found(arg_expr, &series(values, &arg.kind)?, *has_null)
            }
            Node::InQuery { on, .. } | Node::Subquery { on, .. } | Node::Exists { on, .. } if on.is_there() => {
                return place::unsupported("(SELECT … WHERE inner.a = outer.b)", Some(at));
            }
            Node::Exists { query, .. } => lit(self.gives_rows(query)?),
            Node::InQuery { arg, query, column, .. } => {
                let arg_expr = self.scalar(arg, guard)?;
                let values = self.values(query, column, &arg.kind)?;
                let has_null = values.null_count() > 0;
                if values.is_empty() {
                    arg_expr.is_null().and(lit(false))
                } else {
                    found(arg_expr, &values.drop_nulls(), has_null)
                }
            }
            Node::Subquery { query, column, .. } => {
                let values = self.values(query, column, &scalar.kind)?;
                if values.len() > 1 {
                    return Err(place::error(Code::SqlScalarRows, Some(at)));
                }
                match values.get(0) {
                    Ok(value) => typed(value.into_static(), &scalar.kind),
                    Err(_) => literal(&Value::Null, &scalar.kind),
                }
            }
            Node::Aggregate(aggregate) => self.measure(aggregate, at)?,
            Node::Window(_) => return place::unsupported("OVER (…)", Some(at)),
            Node::Unnest(_) => return place::unsupported("UNNEST", Some(at)),
            Node::Grouping(_) => return place::unsupported("GROUPING(…)", Some(at)),
        })
    }

    fn operation(&self, operator: Operator, args: Vec<Expr>, scalar: &Scalar) -> Expr {
        let at = scalar.at.0;
        let integers = scalar.kind == Kind::Integer;
        let mut args = args.into_iter();
        let (Some(left), right) = (args.next(), args.next()) else { return lit(NULL) };
        let right = right.unwrap_or_else(|| lit(NULL));
        match operator {
            Operator::Add if integers => checked::arithmetic(checked::Arithmetic::Add, left, right, at),
            Operator::Subtract if integers => checked::arithmetic(checked::Arithmetic::Subtract, left, right, at),
            Operator::Multiply if integers => checked::arithmetic(checked::Arithmetic::Multiply, left, right, at),
            Operator::Negate if integers => checked::negate(left, at),
            Operator::Add => left + right,
            Operator::Subtract => left - right,
            Operator::Multiply => left * right,
            Operator::Negate => lit(-0.0) - left,
            Operator::Divide => left / right,
            Operator::IntegerDivide => checked::divide(false, left, right, at),
            Operator::Modulo => checked::divide(true, left, right, at),
            Operator::Equal => left.eq(right),
            Operator::NotEqual => left.neq(right),
            Operator::Less => left.lt(right),
            Operator::LessOrEqual => left.lt_eq(right),
            Operator::Greater => left.gt(right),
            Operator::GreaterOrEqual => left.gt_eq(right),
            Operator::Distinct => left.neq_missing(right),
            Operator::NotDistinct => left.eq_missing(right),
            Operator::Not => left.not(),
            Operator::IsNull => left.is_null(),
            Operator::IsNotNull => left.is_not_null(),
            Operator::Concatenate => concat_str([left, right], "", false),
            Operator::Like { ignore_case, escape } => text::like(left, right, ignore_case, escape),
            Operator::AddDays => date::add_days(left, right, at),
            Operator::DaysBetween => {
                left.cast(DataType::Int32).cast(DataType::Int64) - right.cast(DataType::Int32).cast(DataType::Int64)
            }
            Operator::TimeBetween => left - right,
            Operator::AddInterval(by) => date::shift(left, by, at),
            Operator::OnlyOne => checked::only_one(left, right, scalar.kind.dtype(), at),
        }
    }

    fn case(&mut self, branches: &[(Scalar, Scalar)], otherwise: &Scalar, guard: Option<&Expr>) -> Checked<Expr> {
        let mut before: Option<Expr> = guard.cloned();
        let mut made = Vec::with_capacity(branches.len());
        for (condition, value) in branches {
            let asked = before.clone().filter(|_| condition.can_fail());
            let condition = self.scalar(condition, asked.as_ref())?;
            let taken = value.can_fail().then(|| both(before.as_ref(), condition.clone().fill_null(lit(false))));
            let value = self.scalar(value, taken.as_ref())?;
            before = Some(both(before.as_ref(), condition.clone().fill_null(lit(false)).not()));
            made.push((condition, value));
        }
        let rest = before.filter(|_| otherwise.can_fail());
        let mut result = self.scalar(otherwise, rest.as_ref())?;
        for (condition, value) in made.into_iter().rev() {
            result = ternary_expr(condition, value, result);
        }
        Ok(result)
    }

    /// A later term that can fail is asked only where the earlier ones leave the answer open.
    fn logic(&mut self, all: bool, terms: &[Scalar], guard: Option<&Expr>) -> Checked<Expr> {
        let join = |exprs: Vec<Expr>| balanced(exprs, if all { Expr::and } else { Expr::or });
        let mut made: Vec<Expr> = Vec::with_capacity(terms.len());
        for term in terms {
            let asked = match join(made.clone()).filter(|_| term.can_fail()) {
                Some(so_far) if all => Some(both(guard, so_far.fill_null(lit(true)))),
                Some(so_far) => Some(both(guard, so_far.fill_null(lit(false)).not())),
                None => guard.cloned(),
            };
            made.push(self.scalar(term, asked.as_ref())?);
        }
        Ok(join(made).unwrap_or_else(|| lit(all)))
    }

    fn gives_rows(&mut self, query: &Relation) -> Checked<bool> {
        let lazy = self.relation(query)?.slice(0, 1);
        Ok(frame::collect(lazy)?.height() > 0)
    }

    /// The values of a subquery of one column.
    fn values(&mut self, query: &Relation, column: &PlSmallStr, kind: &Kind) -> Checked<Series> {
        let lazy = self.relation(query)?.select([col(column.clone())]);
        let made = frame::collect(lazy)?;
        let values = made.column(column).map_err(|error| frame::fault(&error))?;
        values.as_materialized_series().cast(&kind.dtype()).map_err(|error| frame::fault(&error))
    }
}

fn both(guard: Option<&Expr>, further: Expr) -> Expr {
    match guard {
        Some(guard) => guard.clone().and(further),
        None => further,
    }
}

/// Gives nulls to an operation that can fail where it is not asked.
fn mask_first(args: &mut [Expr], guard: Option<&Expr>, scalar: &Scalar) {
    if let (Some(guard), Some(first)) = (guard.filter(|_| scalar.can_fail()), args.first_mut()) {
        let value = std::mem::replace(first, lit(NULL));
        *first = ternary_expr(guard.clone(), value, lit(NULL));
    }
}

/// Evaluates an expression that no row changes.
fn fold(expr: Expr) -> Checked<Expr> {
    let made = frame::collect(unit().lazy().select([expr.alias("value")]))?;
    let value = made.column("value").and_then(|column| {
        let dtype = column.dtype().clone();
        Ok((column.get(0)?.into_static(), dtype))
    });
    value
        .map(|(value, dtype)| Expr::Literal(LiteralValue::Scalar(polars::prelude::Scalar::new(dtype, value))))
        .map_err(|error| frame::fault(&error))
}

fn typed(value: AnyValue<'static>, kind: &Kind) -> Expr {
    Expr::Literal(LiteralValue::Scalar(polars::prelude::Scalar::new(kind.dtype(), value)))
}

/// Whether a value is in a set without nulls: unknown for null, and for what is missing beside a null.
fn found(arg: Expr, values: &Series, has_null: bool) -> Expr {
    let found = arg.is_in(lit(values.clone()).implode(), false);
    if has_null { ternary_expr(found, lit(true), lit(NULL).cast(DataType::Boolean)) } else { found }
}

fn series(values: &[Value], kind: &Kind) -> Checked<Series> {
    let any: Vec<AnyValue> = values
        .iter()
        .map(|value| match value {
            Value::Null => AnyValue::Null,
            Value::Boolean(value) => AnyValue::Boolean(*value),
            Value::Integer(value) => AnyValue::Int64(*value),
            Value::Number(value) => AnyValue::Float64(*value),
            Value::Text(value) => AnyValue::String(value),
            Value::Date(days) => AnyValue::Date(*days),
            Value::Datetime(micros) => AnyValue::Datetime(*micros, TimeUnit::Microseconds, None),
            Value::Time(nanoseconds) => AnyValue::Time(*nanoseconds),
        })
        .collect();
    Series::from_any_values_and_dtype(PlSmallStr::EMPTY, &any, &kind.dtype(), true)
        .map_err(|error| frame::fault(&error))
}
