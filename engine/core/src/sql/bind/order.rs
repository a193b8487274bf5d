//! `ORDER BY`, `LIMIT`, `OFFSET`.

use protocol::{Checked, Code, Span};
use sqlparser::ast::{self, Expr, LimitClause, OrderByKind};

use super::Binder;
use super::grouping::{Item, position};
use super::names::same;
use super::scalar::Scope;
use crate::sql::place;
use crate::sql::tree::{Key, Scalar};

/// Rows to pass over, and to keep.
#[derive(Debug, Clone, Copy, Default)]
pub struct Slice {
    pub skip: u64,
    pub take: Option<u64>,
    /// Where the limit stands.
    pub at: Option<Span>,
}

impl Binder<'_> {
    /// Sort keys over the items of a select list and whatever else the scope reaches.
    pub(super) fn keys(&mut self, order: &ast::OrderBy, items: &[Item], scope: &Scope) -> Checked<Vec<Key>> {
        if order.interpolate.is_some() {
            return place::unsupported("INTERPOLATE", Some(self.here));
        }
        match &order.kind {
            OrderByKind::All(options) => items.iter().map(|item| self.sort_key(item.value.clone(), *options)).collect(),
            OrderByKind::Expressions(list) => list
                .iter()
                .map(|key| match position(&key.expr) {
                    Some(position) => {
                        let at = self.at(&key.expr);
                        match position.checked_sub(1).and_then(|index| items.get(index)) {
                            Some(item) => self.sort_key(item.value.clone(), key.options),
                            None => {
                                let bad = place::error(Code::SqlBadLiteral, Some(at));
                                Err(bad.with("value", position.to_string()).with("type", "position"))
                            }
                        }
                    }
                    None => match named(&key.expr, items, scope) {
                        Some(item) => self.sort_key(item.value.clone(), key.options),
                        None => self.key_of(key, scope),
                    },
                })
                .collect(),
        }
    }

    /// Sort keys of their own, in which a number is only a number.
    pub(super) fn keys_of(&mut self, order: &[ast::OrderByExpr], scope: &Scope) -> Checked<Vec<Key>> {
        order.iter().map(|key| self.key_of(key, scope)).collect()
    }

    fn key_of(&mut self, key: &ast::OrderByExpr, scope: &Scope) -> Checked<Key> {
        let ast::OrderByExpr { expr, options, with_fill } = key;
        let at = self.at(expr);
        if with_fill.is_some() {
            return place::unsupported("WITH FILL", Some(at));
        }
        let by = self.scalar(expr, scope)?;
        self.sort_key(by, *options)
    }

    /// Nulls come last in both directions unless the text says otherwise.
    fn sort_key(&self, by: Scalar, options: ast::OrderByOptions) -> Checked<Key> {
        if !by.kind.is_plain() {
            return Err(self.mismatch(&by.kind, &by.kind, "ORDER BY", by.at.0));
        }
        let ast::OrderByOptions { asc, nulls_first } = options;
        Ok(Key { by, descending: asc == Some(false), nulls_last: nulls_first != Some(true) })
    }

    /// The bounds of a query.
    pub(super) fn slice(&mut self, query: &ast::Query) -> Checked<Slice> {
        if query.fetch.is_some() {
            return place::unsupported("FETCH", Some(self.here));
        }
        match &query.limit_clause {
            None => Ok(Slice::default()),
            Some(LimitClause::OffsetCommaLimit { offset, .. }) => {
                let at = self.at(offset);
                place::unsupported("LIMIT x, y", Some(at))
            }
            Some(LimitClause::LimitOffset { limit, offset, limit_by }) => {
                if !limit_by.is_empty() {
                    return place::unsupported("LIMIT BY", Some(self.here));
                }
                let take = limit.as_ref().map(|limit| self.count(limit)).transpose()?;
                let skip = offset.as_ref().map(|offset| self.count(&offset.value)).transpose()?;
                let at = limit.as_ref().or(offset.as_ref().map(|offset| &offset.value)).map(|expr| self.at(expr));
                Ok(Slice { skip: skip.unwrap_or(0), take, at })
            }
        }
    }

    fn count(&mut self, expr: &Expr) -> Checked<u64> {
        let at = self.at(expr);
        match expr {
            Expr::Value(ast::ValueWithSpan { value: ast::Value::Number(digits, false), .. }) => {
                digits.parse().map_err(|_| {
                    place::error(Code::SqlBadLiteral, Some(at)).with("value", digits.as_str()).with("type", "integer")
                })
            }
            _ => place::unsupported("LIMIT (…)", Some(at)),
        }
    }
}

/// The item that a name of the select list stands for: bound once, it stays one with what it is grouped by.
pub fn named<'i>(expr: &Expr, items: &'i [Item], scope: &Scope) -> Option<&'i Item> {
    let Expr::Identifier(ident) = expr else { return None };
    let is_alias = scope.aliases.iter().any(|(alias, _)| same(alias, &ident.value));
    items.iter().rfind(|item| is_alias && same(&item.name, &ident.value))
}
