//! `UNNEST`: a row for each cell of a list, of a select list or in `FROM`, where it may read the tables before it.

use polars::prelude::PlSmallStr;
use protocol::{Checked, Code, Span};
use sqlparser::ast::{self, Expr, JoinConstraint, JoinOperator, TableFactor};

use super::call::wrong;
use super::from::renamed;
use super::names::path;
use super::scalar::Scope;
use super::{Binder, Bound};
use crate::sql::functions::Unnest;
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{Field, Node, Reach, Relation, Scalar};

/// The name of the function, and of its column.
const NAME: &str = "unnest";
/// The name of the number of the cell.
const NUMBER: &str = "ordinality";

/// Whether what stands in `FROM` is a call of `UNNEST`.
pub fn is_one(factor: &TableFactor) -> bool {
    let TableFactor::Table { name, args: Some(_), .. } = factor else { return false };
    path(name).is_ok_and(|path| matches!(path.as_slice(), [only] if only.eq_ignore_ascii_case(NAME)))
}

impl Binder<'_> {
    /// A call in a select list: the cells of a list, or the pieces of a text.
    pub(super) fn unnest(&mut self, unnest: &Unnest, args: Vec<Scalar>, at: Span) -> Checked<Scalar> {
        let list = match unnest.of {
            Some(function) => self.call(function, args, at)?,
            None => {
                let count = args.len();
                match <[Scalar; 1]>::try_from(args) {
                    Ok([one]) => one,
                    Err(_) => {
                        let bad = place::error(Code::SqlArgumentCount, Some(at));
                        return Err(bad.with("function", unnest.name).with("found", count).with("expected", "1"));
                    }
                }
            }
        };
        let (list, kind) = self.list(list)?;
        Ok(Scalar::new(Node::Unnest(Box::new(list)), kind, at))
    }

    /// A list and the kind of its cells; a bare null is a missing list.
    fn list(&mut self, scalar: Scalar) -> Checked<(Scalar, Kind)> {
        match &scalar.kind {
            Kind::List(cell) => {
                let cell = cell.as_ref().clone();
                Ok((scalar, cell))
            }
            Kind::Null => Ok((self.coerce(scalar, &Kind::List(Box::new(Kind::Null)))?, Kind::Null)),
            other => Err(wrong(NAME, 0, other, "list", scalar.at.0)),
        }
    }

    /// Puts columns in the place of `UNNEST`, and adds the lists that they are the cells of.
    pub(super) fn unnested(&mut self, scalar: Scalar, lists: &mut Vec<(PlSmallStr, Scalar)>) -> Scalar {
        self.lifted(scalar, lists, |node| if let Node::Unnest(list) = node { Ok(*list) } else { Err(node) })
    }

    /// A list in `FROM` after a comma, and what is joined to it.
    pub(super) fn beside_lists(&mut self, left: Bound, item: &ast::TableWithJoins) -> Checked<Bound> {
        let is_outer = |join: &ast::Join| {
            use JoinOperator as Join;
            let operator = &join.join_operator;
            matches!(operator, Join::Right(_) | Join::RightOuter(_) | Join::FullOuter(_))
        };
        if let Some(join) = item.joins.iter().find(|join| is_outer(join)) {
            let at = self.at(&join.relation);
            return place::unsupported("UNNEST(…) RIGHT JOIN, FULL JOIN", Some(at));
        }
        let left = self.deeper(|binder| binder.lists_of(left, &item.relation, false))?;
        self.joins(left, &item.joins)
    }

    /// A join with the cells of a list of the left side.
    pub(super) fn join_lists(
        &mut self,
        left: Bound,
        factor: &TableFactor,
        operator: &JoinOperator,
        at: Span,
    ) -> Checked<Bound> {
        match operator {
            JoinOperator::CrossJoin(JoinConstraint::None) => self.lists_of(left, factor, false),
            JoinOperator::Join(JoinConstraint::On(on)) | JoinOperator::Inner(JoinConstraint::On(on)) => {
                let mut made = self.lists_of(left, factor, false)?;
                let condition = self.condition(on, &Scope::plain(&made.fields))?;
                super::attach::refuse(&condition)?;
                made.relation = super::push::filter(made.relation, condition);
                Ok(made)
            }
            JoinOperator::Left(JoinConstraint::On(on)) | JoinOperator::LeftOuter(JoinConstraint::On(on))
                if is_true(on) =>
            {
                self.lists_of(left, factor, true)
            }
            _ => place::unsupported("JOIN UNNEST(…)", Some(at)),
        }
    }

    /// The rows of a relation beside the cells of a list of each.
    pub(super) fn lists_of(&mut self, left: Bound, factor: &TableFactor, outer: bool) -> Checked<Bound> {
        let at = self.at(factor);
        let TableFactor::Table { alias, args: Some(args), with_ordinality, sample, .. } = factor else {
            return place::unsupported("FROM f(…)", Some(at));
        };
        if sample.is_some() {
            return place::unsupported("TABLESAMPLE", Some(at));
        }
        let [ast::FunctionArg::Unnamed(ast::FunctionArgExpr::Expr(expr))] = args.args.as_slice() else {
            return Err(place::error(Code::SqlArgumentCount, Some(at))
                .with("function", NAME)
                .with("found", args.args.len())
                .with("expected", "1"));
        };
        let list = self.scalar(expr, &Scope::plain(&left.fields))?;
        let (list, kind) = self.list(list)?;
        let plan = self.fresh();
        // The only column of a call is named as the call is.
        let name = alias.as_ref().map_or(NAME, |alias| alias.name.value.as_str());
        let field = |name: &str, plan: &PlSmallStr, kind: Kind| Field {
            qualifier: Some(NAME.to_owned()),
            name: name.to_owned(),
            plan: plan.clone(),
            kind,
            reach: Reach::Full,
        };
        let mut own = vec![field(name, &plan, kind)];
        let number = with_ordinality.then(|| self.fresh());
        own.extend(number.iter().map(|plan| field(NUMBER, plan, Kind::Integer)));
        let Bound { relation, fields } = left;
        let relation = Relation::Unnest { input: Box::new(relation), items: vec![(plan, list)], number, outer };
        let own = renamed(Bound { relation, fields: own }, alias.as_ref())?;
        self.distinct_names(&fields, &own.fields)?;
        // What is hidden comes last.
        let (mut shown, hidden): (Vec<Field>, Vec<Field>) =
            fields.into_iter().partition(|field| field.reach != Reach::Hidden);
        shown.extend(own.fields);
        shown.extend(hidden);
        Ok(Bound { relation: own.relation, fields: shown })
    }
}

fn is_true(expr: &Expr) -> bool {
    match expr {
        Expr::Nested(inner) => is_true(inner),
        Expr::Value(value) => value.value == ast::Value::Boolean(true),
        _ => false,
    }
}
