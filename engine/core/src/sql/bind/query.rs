//! Queries: common tables, a body, an order and a slice.

use polars::prelude::PlSmallStr;
use protocol::{Checked, Code, Span};
use sqlparser::ast::{self, SetExpr};

use super::grouping::Item;
use super::names::{identifier, same};
use super::order::Slice;
use super::scalar::Scope;
use super::{Binder, Bound, Common, correlate};
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{Field, Reach, Relation, Scalar};

impl Binder<'_> {
    /// Binds a query with its own common tables in sight.
    pub(super) fn query(&mut self, query: &ast::Query) -> Checked<Bound> {
        let in_sight = self.in_sight.len();
        let made = self.deeper(|binder| binder.whole(query));
        self.in_sight.truncate(in_sight);
        made
    }

    fn whole(&mut self, query: &ast::Query) -> Checked<Bound> {
        self.at(query);
        let ast::Query {
            with,
            body,
            order_by,
            limit_clause: _,
            fetch: _,
            locks,
            for_clause,
            settings,
            format_clause,
            pipe_operators,
        } = query;
        let refusals = [
            (!locks.is_empty(), "FOR UPDATE, FOR SHARE"),
            (for_clause.is_some(), "FOR"),
            (settings.is_some(), "SETTINGS"),
            (format_clause.is_some(), "FORMAT"),
            (!pipe_operators.is_empty(), "|>"),
        ];
        if let Some((_, feature)) = refusals.iter().find(|(is_there, _)| *is_there) {
            return place::unsupported(feature, Some(self.here));
        }
        if let Some(with) = with {
            self.with(with)?;
        }
        let slice = self.slice(query)?;
        if slice.at.is_some() && order_by.is_none() && self.loose_limit.is_none() {
            self.loose_limit = slice.at;
        }
        match body.as_ref() {
            SetExpr::Select(select) => self.select(select, order_by.as_ref(), slice),
            other => {
                let bound = self.set(other)?;
                self.ordered(bound, order_by.as_ref(), slice)
            }
        }
    }

    fn with(&mut self, with: &ast::With) -> Checked<()> {
        let ast::With { with_token, recursive, cte_tables } = with;
        if *recursive {
            return place::unsupported("WITH RECURSIVE", place::span(with_token.0.span));
        }
        let first = self.in_sight.len();
        for ast::Cte { alias, query, from, materialized: _, closing_paren_token: _ } in cte_tables {
            let at = place::span(alias.name.span);
            if from.is_some() {
                return place::unsupported("WITH … FROM", at);
            }
            let name = identifier(&alias.name)?.to_owned();
            if self.in_sight[first..].iter().any(|known| same(&known.name, &name)) {
                return Err(place::error(Code::SqlDuplicateAlias, at).with("name", name));
            }
            let mut bound = self.query(query)?;
            if let Some(around) = self.outer.last() {
                correlate::refuse(&bound.relation, &correlate::plans(around))?;
            }
            let given = alias.columns.iter().map(|column| identifier(&column.name)).collect::<Checked<Vec<_>>>()?;
            let visible = bound.fields.iter().filter(|field| field.reach == Reach::Full).count();
            if given.len() > visible {
                return Err(place::error(Code::SqlSetWidth, at).with("left", visible).with("right", given.len()));
            }
            for (field, name) in bound.fields.iter_mut().filter(|field| field.reach == Reach::Full).zip(given) {
                field.name = name.to_owned();
            }
            self.commons.push(bound.relation);
            self.reads.push(0);
            self.in_sight.push(Common { name, index: self.commons.len() - 1, fields: bound.fields });
        }
        Ok(())
    }

    /// An order and a slice over the columns of a result.
    pub(super) fn ordered(&mut self, bound: Bound, order: Option<&ast::OrderBy>, slice: Slice) -> Checked<Bound> {
        let Bound { mut relation, fields } = bound;
        if let Some(order) = order {
            let items: Vec<Item> = fields
                .iter()
                .filter(|field| field.reach == Reach::Full)
                .map(|field| Item {
                    name: field.name.clone(),
                    value: Scalar::column(field.plan.clone(), field.kind.clone(), self.here),
                })
                .collect();
            let keys = self.keys(order, &items, &Scope::plain(&fields))?;
            relation = Relation::Sort { input: Box::new(relation), keys };
        }
        Ok(Bound { relation: sliced(relation, slice), fields })
    }

    /// A subquery, in which the names of a scope can be reached.
    pub(super) fn within(&mut self, query: &ast::Query, scope: &Scope) -> Checked<Bound> {
        self.outer.push(scope.fields.to_vec());
        let bound = self.query(query);
        self.outer.pop();
        bound
    }

    /// A subquery of one column: what it is, plan name, kind.
    pub(super) fn single_column(
        &mut self,
        query: &ast::Query,
        scope: &Scope,
        at: Span,
    ) -> Checked<(Bound, PlSmallStr, Kind)> {
        let bound = self.within(query, scope)?;
        let visible: Vec<&Field> = bound.fields.iter().filter(|field| field.reach == Reach::Full).collect();
        match visible.as_slice() {
            [one] => {
                let (plan, kind) = (one.plan.clone(), one.kind.clone());
                Ok((bound, plan, kind))
            }
            many => Err(place::error(Code::SqlSetWidth, Some(at)).with("left", 1_usize).with("right", many.len())),
        }
    }
}

/// A relation cut to a slice.
pub fn sliced(relation: Relation, slice: Slice) -> Relation {
    if slice.skip == 0 && slice.take.is_none() {
        return relation;
    }
    Relation::Limit { input: Box::new(relation), skip: slice.skip, take: slice.take }
}
