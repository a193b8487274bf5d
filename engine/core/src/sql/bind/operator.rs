//! Operators: which types they take, and how operands are brought to them.

use protocol::{Checked, Code, Diagnostic, Span};
use sqlparser::ast::{self, BinaryOperator, Expr, UnaryOperator};

use super::scalar::{Scope, negate};
use super::{Binder, literal};
use crate::sql::functions;
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{Interval, Node, Operator, Scalar, Value};

impl Binder<'_> {
    /// `sql-type-mismatch`.
    pub(super) fn mismatch(&self, left: &Kind, right: &Kind, operator: &str, at: Span) -> Box<Diagnostic> {
        place::error(Code::SqlTypeMismatch, Some(at))
            .with("left", left.word())
            .with("right", right.word())
            .with("operator", operator)
    }

    /// The kind in which a kind and a scalar meet; a constant text takes the other's kind.
    pub(super) fn common(&self, kind: &Kind, scalar: &Scalar, operator: &str) -> Checked<Kind> {
        if let Some(common) = kind.common(&scalar.kind) {
            return Ok(common);
        }
        if matches!(scalar.node, Node::Constant(Value::Text(_))) && literal::reads(kind) {
            return Ok(kind.clone());
        }
        Err(self.mismatch(kind, &scalar.kind, operator, scalar.at.0))
    }

    /// Brings a scalar to a kind that it can stand in without loss (see [`Kind::common`]).
    pub(super) fn coerce(&mut self, scalar: Scalar, to: &Kind) -> Checked<Scalar> {
        if scalar.kind == *to {
            return Ok(scalar);
        }
        let at = scalar.at.0;
        if let Node::Constant(value) = &scalar.node {
            return literal::convert(value, to, at);
        }
        Ok(Scalar::new(Node::Cast { arg: Box::new(scalar), lenient: false }, to.clone(), at))
    }

    /// Brings a scalar to a kind, or refuses it.
    pub(super) fn expect(&mut self, scalar: Scalar, to: &Kind, operator: &str) -> Checked<Scalar> {
        let common = self.common(to, &scalar, operator)?;
        if common == *to {
            self.coerce(scalar, to)
        } else {
            Err(self.mismatch(to, &scalar.kind, operator, scalar.at.0))
        }
    }

    pub(super) fn unary(&mut self, op: UnaryOperator, expr: &Expr, scope: &Scope, at: Span) -> Checked<Scalar> {
        match (op, expr) {
            (UnaryOperator::Minus, Expr::Value(ast::ValueWithSpan { value: ast::Value::Number(digits, _), .. })) => {
                literal::number(&format!("-{digits}"), at)
            }
            (UnaryOperator::Plus | UnaryOperator::Minus, _) => {
                let arg = self.scalar(expr, scope)?;
                let kind = if arg.kind == Kind::Null { Kind::Integer } else { arg.kind.clone() };
                if !kind.is_numeric() {
                    return Err(self.mismatch(&Kind::Number, &kind, &op.to_string(), at));
                }
                let arg = self.coerce(arg, &kind)?;
                let is_minus = op == UnaryOperator::Minus;
                Ok(if is_minus { Scalar::operation(Operator::Negate, vec![arg], kind, at) } else { arg })
            }
            (UnaryOperator::Not, _) => {
                let arg = self.condition(expr, scope)?;
                Ok(negate(arg, true, at))
            }
            (other, _) => place::unsupported(&other.to_string(), Some(at)),
        }
    }

    pub(super) fn binary(
        &mut self,
        left: &Expr,
        op: &BinaryOperator,
        right: &Expr,
        scope: &Scope,
        at: Span,
    ) -> Checked<Scalar> {
        use BinaryOperator as Op;
        match op {
            Op::And | Op::Or => self.logic(left, op, right, scope, at),
            Op::Eq => self.compare(Operator::Equal, left, right, scope, at),
            Op::NotEq => self.compare(Operator::NotEqual, left, right, scope, at),
            Op::Lt => self.compare(Operator::Less, left, right, scope, at),
            Op::LtEq => self.compare(Operator::LessOrEqual, left, right, scope, at),
            Op::Gt => self.compare(Operator::Greater, left, right, scope, at),
            Op::GtEq => self.compare(Operator::GreaterOrEqual, left, right, scope, at),
            Op::Plus | Op::Minus => self.add(left, op == &Op::Minus, right, scope, at),
            Op::Multiply => self.arithmetic(Operator::Multiply, left, right, scope, at),
            Op::Divide => {
                let (left, right) = (self.scalar(left, scope)?, self.scalar(right, scope)?);
                let (left, right) = (self.expect(left, &Kind::Number, "/")?, self.expect(right, &Kind::Number, "/")?);
                Ok(Scalar::operation(Operator::Divide, vec![left, right], Kind::Number, at))
            }
            Op::DuckIntegerDivide => {
                let (left, right) = (self.scalar(left, scope)?, self.scalar(right, scope)?);
                let (left, right) =
                    (self.expect(left, &Kind::Integer, "//")?, self.expect(right, &Kind::Integer, "//")?);
                Ok(Scalar::operation(Operator::IntegerDivide, vec![left, right], Kind::Integer, at))
            }
            Op::Modulo => {
                let made = self.arithmetic(Operator::Modulo, left, right, scope, at)?;
                match (made.kind == Kind::Number, functions::scalar("mod"), made.node) {
                    (true, Some(function), Node::Operation(_, args)) => {
                        Ok(Scalar::new(Node::Call(function, args), Kind::Number, at))
                    }
                    (_, _, node) => Ok(Scalar::new(node, made.kind, at)),
                }
            }
            Op::StringConcat => self.concatenate(left, right, scope, at),
            other => place::unsupported(&other.to_string(), Some(at)),
        }
    }

    /// Chains of `AND` (or of `OR`) become one flat node, so that long ones stay shallow.
    fn logic(&mut self, left: &Expr, op: &BinaryOperator, right: &Expr, scope: &Scope, at: Span) -> Checked<Scalar> {
        let mut pending = vec![right, left];
        let mut terms = Vec::new();
        while let Some(expr) = pending.pop() {
            match expr {
                Expr::BinaryOp { left, op: inner, right } if inner == op => pending.extend([&**right, &**left]),
                other => terms.push(self.condition(other, scope)?),
            }
        }
        Ok(Scalar::new(Node::Logic { all: op == &BinaryOperator::And, terms }, Kind::Boolean, at))
    }

    pub(super) fn compare(
        &mut self,
        operator: Operator,
        left: &Expr,
        right: &Expr,
        scope: &Scope,
        at: Span,
    ) -> Checked<Scalar> {
        let (left, right) = (self.scalar(left, scope)?, self.scalar(right, scope)?);
        let (left, right) = self.alike(left, right, operator.sign())?;
        Ok(Scalar::operation(operator, vec![left, right], Kind::Boolean, at))
    }

    /// Two scalars brought to one kind that can be compared.
    pub(super) fn alike(&mut self, left: Scalar, right: Scalar, operator: &str) -> Checked<(Scalar, Scalar)> {
        let kind = match self.common(&left.kind, &right, operator) {
            Ok(kind) => kind,
            // The constant text may stand on the left.
            Err(finding) => match self.common(&right.kind, &left, operator) {
                Ok(kind) => kind,
                Err(_) => return Err(finding),
            },
        };
        if !kind.is_plain() {
            return Err(self.mismatch(&left.kind, &right.kind, operator, left.at.0));
        }
        Ok((self.coerce(left, &kind)?, self.coerce(right, &kind)?))
    }

    fn arithmetic(
        &mut self,
        operator: Operator,
        left: &Expr,
        right: &Expr,
        scope: &Scope,
        at: Span,
    ) -> Checked<Scalar> {
        let (left, right) = (self.scalar(left, scope)?, self.scalar(right, scope)?);
        self.compute(operator, left, right, at)
    }

    fn compute(&mut self, operator: Operator, left: Scalar, right: Scalar, at: Span) -> Checked<Scalar> {
        let kind = match left.kind.common(&right.kind) {
            Some(Kind::Null) => Kind::Integer,
            Some(kind) if kind.is_numeric() => kind,
            _ => return Err(self.mismatch(&left.kind, &right.kind, operator.sign(), at)),
        };
        let args = vec![self.coerce(left, &kind)?, self.coerce(right, &kind)?];
        Ok(Scalar::operation(operator, args, kind, at))
    }

    /// `+` and `-`: of numbers, of dates and days, of dates and intervals, between dates.
    fn add(&mut self, left: &Expr, minus: bool, right: &Expr, scope: &Scope, at: Span) -> Checked<Scalar> {
        if let Some(interval) = interval(right)? {
            let arg = self.scalar(left, scope)?;
            return self.shift(arg, if minus { interval.opposite() } else { interval }, at);
        }
        if let Some(interval) = interval(left)?.filter(|_| !minus) {
            let arg = self.scalar(right, scope)?;
            return self.shift(arg, interval, at);
        }
        let (left, right) = (self.scalar(left, scope)?, self.scalar(right, scope)?);
        match (&left.kind, &right.kind, minus) {
            (Kind::Date, Kind::Integer, _) => {
                let days =
                    if minus { Scalar::operation(Operator::Negate, vec![right], Kind::Integer, at) } else { right };
                Ok(Scalar::operation(Operator::AddDays, vec![left, days], Kind::Date, at))
            }
            (Kind::Integer, Kind::Date, false) => {
                Ok(Scalar::operation(Operator::AddDays, vec![right, left], Kind::Date, at))
            }
            (Kind::Date, Kind::Date, true) => {
                Ok(Scalar::operation(Operator::DaysBetween, vec![left, right], Kind::Integer, at))
            }
            (from, to, true) if from.is_temporal() && to.is_temporal() => {
                let args = vec![self.coerce(left, &Kind::Datetime)?, self.coerce(right, &Kind::Datetime)?];
                Ok(Scalar::operation(Operator::TimeBetween, args, Kind::Duration, at))
            }
            _ => self.compute(if minus { Operator::Subtract } else { Operator::Add }, left, right, at),
        }
    }

    fn shift(&mut self, arg: Scalar, by: Interval, at: Span) -> Checked<Scalar> {
        if !arg.kind.is_temporal() {
            return Err(self.mismatch(&arg.kind, &Kind::Duration, "+", at));
        }
        let arg = self.coerce(arg, &Kind::Datetime)?;
        Ok(Scalar::operation(Operator::AddInterval(by), vec![arg], Kind::Datetime, at))
    }

    /// `||`: one side is text, the other is brought to text.
    fn concatenate(&mut self, left: &Expr, right: &Expr, scope: &Scope, at: Span) -> Checked<Scalar> {
        let (left, right) = (self.scalar(left, scope)?, self.scalar(right, scope)?);
        if let (Kind::List(_), Kind::List(_)) = (&left.kind, &right.kind) {
            return self.call("list_concat", vec![left, right], at);
        }
        if left.kind != Kind::Text && right.kind != Kind::Text {
            return Err(self.mismatch(&left.kind, &right.kind, "||", at));
        }
        let args = vec![self.as_text(left, "||")?, self.as_text(right, "||")?];
        Ok(Scalar::operation(Operator::Concatenate, args, Kind::Text, at))
    }

    fn as_text(&mut self, scalar: Scalar, operator: &str) -> Checked<Scalar> {
        let at = scalar.at.0;
        match scalar.kind {
            Kind::Text => Ok(scalar),
            Kind::List(_) | Kind::Opaque(_) | Kind::Duration => {
                Err(self.mismatch(&Kind::Text, &scalar.kind, operator, at))
            }
            _ => Ok(Scalar::new(Node::Cast { arg: Box::new(scalar), lenient: false }, Kind::Text, at)),
        }
    }

    pub(super) fn like(
        &mut self,
        arg: &Expr,
        pattern: &Expr,
        escape: Option<&ast::Value>,
        (negated, ignore_case): (bool, bool),
        scope: &Scope,
        at: Span,
    ) -> Checked<Scalar> {
        let sign = if ignore_case { "ILIKE" } else { "LIKE" };
        let (arg, pattern) = (self.scalar(arg, scope)?, self.scalar(pattern, scope)?);
        let args = vec![self.expect(arg, &Kind::Text, sign)?, self.expect(pattern, &Kind::Text, sign)?];
        let escape = match escape {
            None => None,
            Some(ast::Value::SingleQuotedString(text)) => {
                let mut chars = text.chars();
                match (chars.next(), chars.next()) {
                    (one, None) => one,
                    _ => {
                        let bad = place::error(Code::SqlBadLiteral, Some(at));
                        return Err(bad.with("value", text.as_str()).with("type", "escape"));
                    }
                }
            }
            Some(_) => return place::unsupported("ESCAPE", Some(at)),
        };
        let made = Scalar::operation(Operator::Like { ignore_case, escape }, args, Kind::Boolean, at);
        Ok(negate(made, negated, at))
    }
}

impl Operator {
    /// The sign in the text.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Modulo => "%",
            Self::Equal => "=",
            Self::NotEqual => "<>",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
            Self::Distinct => "IS DISTINCT FROM",
            Self::NotDistinct => "IS NOT DISTINCT FROM",
            Self::Divide => "/",
            Self::IntegerDivide => "//",
            Self::Concatenate => "||",
            Self::Like { ignore_case: false, .. } => "LIKE",
            Self::Like { ignore_case: true, .. } => "ILIKE",
            Self::AddDays => "+",
            Self::DaysBetween | Self::TimeBetween => "-",
            _ => "",
        }
    }
}

impl Interval {
    /// As far the other way.
    pub fn opposite(self) -> Self {
        Self {
            months: self.months.saturating_neg(),
            days: self.days.saturating_neg(),
            micros: self.micros.saturating_neg(),
        }
    }
}

/// An interval that stands in the text, perhaps in brackets.
fn interval(expr: &Expr) -> Checked<Option<Interval>> {
    match expr {
        Expr::Nested(inner) => interval(inner),
        Expr::Interval(interval) => literal::interval(interval).map(Some),
        _ => Ok(None),
    }
}
