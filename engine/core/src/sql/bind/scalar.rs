//! Expressions.

use protocol::{Checked, Code, Span};
use sqlparser::ast::{self, Expr};

use super::names::{identifier, same};
use super::{Binder, literal};
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{Field, Node, Operator, Scalar, Value};

/// Most values of an `IN` list that are compared one by one.
const FEW: usize = 4;

/// What an expression may refer to.
#[derive(Clone, Copy)]
pub struct Scope<'s> {
    /// Columns.
    pub fields: &'s [Field],
    /// Names given in the select list, with their expressions.
    pub aliases: &'s [(String, ast::Expr)],
    /// Whether those names come before columns (`ORDER BY`) or after.
    pub aliases_first: bool,
    /// Whether aggregate functions may stand here.
    pub aggregates: bool,
    /// Whether calls with `OVER` may stand here.
    pub windows: bool,
    /// Whether `UNNEST` may stand here.
    pub unnests: bool,
    /// The windows that `WINDOW` names.
    pub named: &'s [ast::NamedWindowDefinition],
}

impl<'s> Scope<'s> {
    /// Only columns.
    pub fn plain(fields: &'s [Field]) -> Self {
        Self {
            fields,
            aliases: &[],
            aliases_first: false,
            aggregates: false,
            windows: false,
            unnests: false,
            named: &[],
        }
    }

    /// The same, of single rows: without aggregates, windows and `UNNEST`.
    pub fn of_rows(&self) -> Scope<'s> {
        Scope { aggregates: false, windows: false, unnests: false, ..*self }
    }
}

impl Binder<'_> {
    /// Binds an expression.
    pub(super) fn scalar(&mut self, expr: &Expr, scope: &Scope) -> Checked<Scalar> {
        self.deeper(|binder| binder.form(expr, scope))
    }

    /// Binds a condition: boolean, or null.
    pub(super) fn condition(&mut self, expr: &Expr, scope: &Scope) -> Checked<Scalar> {
        let made = self.scalar(expr, scope)?;
        self.expect(made, &Kind::Boolean, "condition")
    }

    fn form(&mut self, expr: &Expr, scope: &Scope) -> Checked<Scalar> {
        let at = self.at(expr);
        match expr {
            Expr::Identifier(ident) => self.name(ident, scope),
            Expr::CompoundIdentifier(path) => self.path(path, scope),
            Expr::Nested(inner) => self.scalar(inner, scope),
            Expr::Value(value) => literal::value(&value.value, at),
            Expr::TypedString(ast::TypedString { data_type, value, uses_odbc_syntax: false }) => {
                self.typed(data_type, &value.value, at)
            }
            Expr::UnaryOp { op, expr } => self.unary(*op, expr, scope, at),
            Expr::BinaryOp { left, op, right } => self.binary(left, op, right, scope, at),
            Expr::IsNull(arg) => self.is(Operator::IsNull, arg, scope, at),
            Expr::IsNotNull(arg) => self.is(Operator::IsNotNull, arg, scope, at),
            Expr::IsTrue(arg) => self.truth(arg, Operator::NotDistinct, Value::Boolean(true), scope, at),
            Expr::IsNotTrue(arg) => self.truth(arg, Operator::Distinct, Value::Boolean(true), scope, at),
            Expr::IsFalse(arg) => self.truth(arg, Operator::NotDistinct, Value::Boolean(false), scope, at),
            Expr::IsNotFalse(arg) => self.truth(arg, Operator::Distinct, Value::Boolean(false), scope, at),
            Expr::IsUnknown(arg) => self.truth(arg, Operator::NotDistinct, Value::Null, scope, at),
            Expr::IsNotUnknown(arg) => self.truth(arg, Operator::Distinct, Value::Null, scope, at),
            Expr::IsDistinctFrom(left, right) => self.compare(Operator::Distinct, left, right, scope, at),
            Expr::IsNotDistinctFrom(left, right) => self.compare(Operator::NotDistinct, left, right, scope, at),
            Expr::Between { expr, negated, low, high } => {
                let from = self.compare(Operator::GreaterOrEqual, expr, low, scope, at)?;
                let to = self.compare(Operator::LessOrEqual, expr, high, scope, at)?;
                let both = Scalar::new(Node::Logic { all: true, terms: vec![from, to] }, Kind::Boolean, at);
                Ok(negate(both, *negated, at))
            }
            Expr::InList { expr, list, negated } => self.in_list(expr, list, *negated, scope, at),
            Expr::InSubquery { expr, subquery, negated } => self.in_query(expr, subquery, *negated, scope, at),
            Expr::Subquery(query) => self.subquery(query, scope, at),
            Expr::Exists { subquery, negated } => self.exists(subquery, *negated, scope, at),
            Expr::Case { case_token: _, end_token: _, operand, conditions, else_result } => {
                self.case(operand.as_deref(), conditions, else_result.as_deref(), scope, at)
            }
            Expr::Cast { kind, expr, data_type, format: None } => {
                let lenient = match kind {
                    ast::CastKind::Cast | ast::CastKind::DoubleColon => false,
                    ast::CastKind::TryCast => true,
                    ast::CastKind::SafeCast => return place::unsupported("SAFE_CAST", Some(at)),
                };
                self.cast(expr, data_type, lenient, scope, at)
            }
            Expr::Like { negated, any: false, expr, pattern, escape_char } => {
                self.like(expr, pattern, escape_char.as_ref(), (*negated, false), scope, at)
            }
            Expr::ILike { negated, any: false, expr, pattern, escape_char } => {
                self.like(expr, pattern, escape_char.as_ref(), (*negated, true), scope, at)
            }
            Expr::Function(function) => self.function(function, scope),
            other => self.special(other, scope, at),
        }
    }

    /// A column, or a name of the select list.
    fn name(&mut self, ident: &ast::Ident, scope: &Scope) -> Checked<Scalar> {
        let at = place::span(ident.span).unwrap_or(self.here);
        let name = identifier(ident)?;
        let alias = scope.aliases.iter().rposition(|(alias, _)| same(alias, name));
        if let Some(index) = alias.filter(|_| scope.aliases_first) {
            return self.alias(index, scope);
        }
        match (self.field(None, name, scope.fields, at), alias) {
            (Err(finding), Some(index)) if finding.code != Code::SqlAmbiguousColumn => self.alias(index, scope),
            _ => {
                let field = self.reached(None, name, scope.fields, at)?;
                Ok(Scalar::column(field.plan, field.kind, at))
            }
        }
    }

    /// The expression behind a name of the select list; it may use the names before it.
    fn alias(&mut self, index: usize, scope: &Scope) -> Checked<Scalar> {
        let Some((_, expr)) = scope.aliases.get(index) else {
            return Err(place::error(Code::SqlUnknownColumn, Some(self.here)));
        };
        let inner = Scope { aliases: &scope.aliases[..index], aliases_first: false, ..*scope };
        self.scalar(expr, &inner)
    }

    fn path(&mut self, path: &[ast::Ident], scope: &Scope) -> Checked<Scalar> {
        let at = path.first().and_then(|first| place::span(first.span)).unwrap_or(self.here);
        let names = path.iter().map(identifier).collect::<Checked<Vec<_>>>()?;
        let (qualifier, name) = match names.as_slice() {
            [table, name] => (*table, *name),
            [_, table, name] => (*table, *name),
            _ => return place::unsupported("a.b[…]", Some(at)),
        };
        let field = self.reached(Some(qualifier), name, scope.fields, at)?;
        Ok(Scalar::column(field.plan, field.kind, at))
    }

    fn is(&mut self, operator: Operator, arg: &Expr, scope: &Scope, at: Span) -> Checked<Scalar> {
        let arg = self.scalar(arg, scope)?;
        Ok(Scalar::operation(operator, vec![arg], Kind::Boolean, at))
    }

    fn truth(&mut self, arg: &Expr, operator: Operator, value: Value, scope: &Scope, at: Span) -> Checked<Scalar> {
        let arg = self.condition(arg, scope)?;
        let value = Scalar::new(Node::Constant(value), Kind::Boolean, at);
        Ok(Scalar::operation(operator, vec![arg, value], Kind::Boolean, at))
    }

    fn in_list(&mut self, arg: &Expr, list: &[Expr], negated: bool, scope: &Scope, at: Span) -> Checked<Scalar> {
        let arg = self.scalar(arg, scope)?;
        let mut items = list.iter().map(|item| self.scalar(item, scope)).collect::<Checked<Vec<_>>>()?;
        let mut kind = arg.kind.clone();
        for item in &items {
            kind = self.common(&kind, item, "IN")?;
        }
        if !kind.is_plain() {
            return Err(self.mismatch(&kind, &kind, "IN", at));
        }
        let arg = self.coerce(arg, &kind)?;
        items = items.into_iter().map(|item| self.coerce(item, &kind)).collect::<Checked<_>>()?;
        let constants: Option<Vec<Value>> = items
            .iter()
            .map(|item| match &item.node {
                Node::Constant(value) => Some(value.clone()),
                _ => None,
            })
            .collect();
        let node = match constants {
            Some(values) if values.len() > FEW => {
                let has_null = values.contains(&Value::Null);
                let values = values.into_iter().filter(|value| *value != Value::Null).collect();
                Node::Among { arg: Box::new(arg), values, has_null }
            }
            _ => {
                let terms: Vec<Scalar> = items
                    .into_iter()
                    .map(|item| Scalar::operation(Operator::Equal, vec![arg.clone(), item], Kind::Boolean, at))
                    .collect();
                match <[Scalar; 1]>::try_from(terms) {
                    Ok([one]) => return Ok(negate(one, negated, at)),
                    Err(terms) => Node::Logic { all: false, terms },
                }
            }
        };
        Ok(negate(Scalar::new(node, Kind::Boolean, at), negated, at))
    }

    fn in_query(&mut self, arg: &Expr, query: &ast::Query, negated: bool, scope: &Scope, at: Span) -> Checked<Scalar> {
        let arg = self.scalar(arg, scope)?;
        let (bound, column, found) = self.single_column(query, scope, at)?;
        let same_kind = arg.kind == found || arg.kind == Kind::Null || found == Kind::Null;
        if !same_kind && arg.kind.common(&found).is_none() {
            return Err(self.mismatch(&arg.kind, &found, "IN", at));
        }
        let kind = arg.kind.common(&found).unwrap_or(found.clone());
        if matches!(kind, Kind::List(_)) {
            return Err(self.mismatch(&kind, &kind, "IN", at));
        }
        let arg = self.coerce(arg, &kind)?;
        let made = self.member(arg, bound.relation, (column, found), scope.fields, at)?;
        Ok(negate(made, negated, at))
    }

    fn subquery(&mut self, query: &ast::Query, scope: &Scope, at: Span) -> Checked<Scalar> {
        let (bound, column, kind) = self.single_column(query, scope, at)?;
        self.one_value(bound.relation, column, kind, scope.fields, at)
    }

    fn exists(&mut self, query: &ast::Query, negated: bool, scope: &Scope, at: Span) -> Checked<Scalar> {
        let bound = self.within(query, scope)?;
        let made = self.existence(bound.relation, scope.fields, at)?;
        Ok(negate(made, negated, at))
    }

    fn case(
        &mut self,
        operand: Option<&Expr>,
        conditions: &[ast::CaseWhen],
        otherwise: Option<&Expr>,
        scope: &Scope,
        at: Span,
    ) -> Checked<Scalar> {
        let mut branches = Vec::with_capacity(conditions.len());
        for ast::CaseWhen { condition, result } in conditions {
            let condition = match operand {
                Some(operand) => self.compare(Operator::Equal, operand, condition, scope, at)?,
                None => self.condition(condition, scope)?,
            };
            branches.push((condition, self.scalar(result, scope)?));
        }
        let otherwise = match otherwise {
            Some(otherwise) => self.scalar(otherwise, scope)?,
            None => Scalar::new(Node::Constant(Value::Null), Kind::Null, at),
        };
        self.choice(branches, otherwise, at)
    }

    /// A `CASE` whose values are brought to one type.
    pub(super) fn choice(&mut self, branches: Vec<(Scalar, Scalar)>, otherwise: Scalar, at: Span) -> Checked<Scalar> {
        let mut kind = otherwise.kind.clone();
        for (_, value) in &branches {
            kind = self.common(&kind, value, "CASE")?;
        }
        let otherwise = Box::new(self.coerce(otherwise, &kind)?);
        let branches = branches
            .into_iter()
            .map(|(condition, value)| Ok((condition, self.coerce(value, &kind)?)))
            .collect::<Checked<Vec<_>>>()?;
        Ok(Scalar::new(Node::Case { branches, otherwise }, kind, at))
    }
}

/// The opposite, if asked for.
pub fn negate(scalar: Scalar, negated: bool, at: Span) -> Scalar {
    if negated { Scalar::operation(Operator::Not, vec![scalar], Kind::Boolean, at) } else { scalar }
}
