//! Groups: keys, measures, and expressions rewritten over them.

use polars::prelude::PlSmallStr;
use protocol::{Checked, Code};
use sqlparser::ast::{self, Expr, GroupByExpr};

use super::scalar::Scope;
use super::{Binder, order};
use crate::sql::place;
use crate::sql::tree::{Aggregate, Field, Node, Scalar};

/// What a select with groups computes per group.
pub struct Grouping {
    /// Plan names and keys.
    pub keys: Vec<(PlSmallStr, Scalar)>,
    /// Plan names and measures.
    pub measures: Vec<(PlSmallStr, Aggregate)>,
    /// Which keys each set of groups has; none where all have all.
    pub(super) sets: Option<Vec<Vec<usize>>>,
    /// Plan names of `GROUPING(…)`, and the keys that it asks about.
    pub(super) marks: Vec<(PlSmallStr, Vec<usize>)>,
}

/// An item of a select list, its wildcards expanded.
pub struct Item {
    /// Its name in the result.
    pub name: String,
    /// Its value.
    pub value: Scalar,
}

impl Binder<'_> {
    /// The grouping of a select; `None` if it neither groups nor measures.
    pub(super) fn grouping(
        &mut self,
        clause: &GroupByExpr,
        items: &[Item],
        further: &[&Scalar],
        scope: &Scope,
    ) -> Checked<Option<Grouping>> {
        let measured = items.iter().any(|item| item.value.aggregates()) || further.iter().any(|one| one.aggregates());
        let mut keys: Vec<(PlSmallStr, Scalar)> = Vec::new();
        let mut sets = None;
        match clause {
            GroupByExpr::All(modifiers) => {
                self.no_modifiers(modifiers)?;
                let is_key = |item: &&Item| !item.value.aggregates() && first_window(&item.value).is_none();
                for item in items.iter().filter(is_key) {
                    keys.push((self.fresh(), item.value.clone()));
                }
            }
            GroupByExpr::Expressions(list, modifiers) => {
                self.no_modifiers(modifiers)?;
                if list.is_empty() && !measured {
                    return Ok(None);
                }
                sets = self.sets(list, &mut keys, |binder, expr| binder.key(expr, items, scope))?;
            }
        }
        if let Some((_, key)) = keys.iter().find(|(_, key)| key.unnests()) {
            return place::unsupported("GROUP BY UNNEST", Some(key.at.0));
        }
        Ok(Some(Grouping { keys, measures: Vec::new(), sets, marks: Vec::new() }))
    }

    fn no_modifiers(&self, modifiers: &[ast::GroupByWithModifier]) -> Checked<()> {
        if modifiers.is_empty() { Ok(()) } else { place::unsupported("ROLLUP, CUBE, TOTALS", Some(self.here)) }
    }

    /// A key: a position in the select list, a column, a name of the select list, or an expression.
    fn key(&mut self, expr: &Expr, items: &[Item], scope: &Scope) -> Checked<Scalar> {
        let at = self.at(expr);
        if let Some(position) = position(expr) {
            let item = position.checked_sub(1).and_then(|index| items.get(index));
            let Some(item) = item else {
                let bad = place::error(Code::SqlBadLiteral, Some(at));
                return Err(bad.with("value", position.to_string()).with("type", "position"));
            };
            return self.free_of_aggregates(item.value.clone());
        }
        // A name of the select list that no column has may stand for something with an aggregate.
        if let Expr::Identifier(ident) = expr
            && let Some(item) = order::named(expr, items, scope)
            && self.field(None, &ident.value, scope.fields, at).is_err()
        {
            return self.free_of_aggregates(item.value.clone());
        }
        self.scalar(expr, &scope.of_rows())
    }

    fn free_of_aggregates(&self, value: Scalar) -> Checked<Scalar> {
        if let Some((name, at)) = first_window(&value) {
            return Err(place::error(Code::SqlWindowMisplaced, Some(at)).with("function", name));
        }
        match first_aggregate(&value) {
            None => Ok(value),
            Some((name, at)) => Err(place::error(Code::SqlAggregateMisplaced, Some(at)).with("function", name)),
        }
    }

    /// Rewrites an expression over the columns of the groups.
    ///
    /// # Errors
    /// `sql-not-grouped` for a column that is neither a key nor measured.
    pub(super) fn regroup(&mut self, scalar: Scalar, grouping: &mut Grouping, fields: &[Field]) -> Checked<Scalar> {
        let at = scalar.at.0;
        if let Some((plan, key)) = grouping.keys.iter().find(|(_, key)| *key == scalar) {
            return Ok(Scalar::column(plan.clone(), key.kind.clone(), at));
        }
        if let Node::Aggregate(aggregate) = scalar.node {
            return Ok(Scalar::column(self.plan_of(&mut grouping.measures, *aggregate), scalar.kind, at));
        }
        if let Node::Grouping(args) = scalar.node {
            return self.mark(&args, grouping, at);
        }
        if let Node::Column(plan) = &scalar.node {
            // A column of the query around, or of a subquery, is not one of the rows that are grouped.
            let Some(name) = fields.iter().find(|field| field.plan == *plan).map(|field| field.name.as_str()) else {
                return Ok(scalar);
            };
            return Err(place::error(Code::SqlNotGrouped, Some(at)).with("column", name));
        }
        let mut made = scalar;
        for part in made.parts_mut() {
            let taken = std::mem::replace(
                part,
                Scalar::new(Node::Constant(super::super::tree::Value::Null), part.kind.clone(), at),
            );
            *part = self.regroup(taken, grouping, fields)?;
        }
        Ok(made)
    }
}

impl Grouping {
    /// Everything that is computed of the rows that are grouped, to change.
    pub fn parts_mut(&mut self) -> impl Iterator<Item = &mut Scalar> {
        let measured = self.measures.iter_mut().flat_map(|(_, measure)| measure.parts_mut());
        self.keys.iter_mut().map(|(_, key)| key).chain(measured)
    }
}

/// The value of an expression that is a bare positive integer.
pub fn position(expr: &Expr) -> Option<usize> {
    match expr {
        Expr::Value(ast::ValueWithSpan { value: ast::Value::Number(digits, false), .. }) => digits.parse().ok(),
        _ => None,
    }
}

fn first_window(scalar: &Scalar) -> Option<(&'static str, protocol::Span)> {
    match &scalar.node {
        Node::Window(window) => Some((window.name(), scalar.at.0)),
        _ => scalar.parts().into_iter().find_map(first_window),
    }
}

fn first_aggregate(scalar: &Scalar) -> Option<(&'static str, protocol::Span)> {
    match &scalar.node {
        Node::Aggregate(aggregate) => Some((aggregate.aggregator.name, scalar.at.0)),
        Node::Grouping(_) => Some(("grouping", scalar.at.0)),
        _ => scalar.parts().into_iter().find_map(first_aggregate),
    }
}
