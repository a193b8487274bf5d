//! `SELECT`: items, groups, order, distinct rows.

use protocol::{Checked, Code};
use sqlparser::ast::{self, SelectItem};

use super::grouping::Item;
use super::names::{dedupe, identifier, path, same};
use super::order::Slice;
use super::query::sliced;
use super::scalar::Scope;
use super::{Binder, Bound, attach, grouping, push, window};
use crate::sql::place;
use crate::sql::tree::{Field, Key, Reach, Relation, Scalar};

impl Binder<'_> {
    /// Binds a select with the order and slice of its query.
    pub(super) fn select(
        &mut self,
        select: &ast::Select,
        order: Option<&ast::OrderBy>,
        slice: Slice,
    ) -> Checked<Bound> {
        self.refuse(select)?;
        let Bound { mut relation, fields } = self.from(&select.from)?;
        let aliases = aliases(&select.projection)?;
        let scope = Scope { aliases: &aliases, named: &select.named_window, ..Scope::plain(&fields) };
        if let Some(condition) = &select.selection {
            let condition = self.condition(condition, &scope)?;
            let (belonging, plain): (Vec<Scalar>, Vec<Scalar>) =
                push::terms(condition).into_iter().partition(attach::belongs);
            if let Some(condition) = push::all(plain) {
                relation = push::filter(relation, condition);
            }
            for term in belonging {
                relation = self.keep_where(relation, term)?;
            }
        }
        let with_aggregates = Scope { aggregates: true, ..scope };
        let with_windows = Scope { windows: true, ..with_aggregates };
        let of_items = Scope { unnests: true, ..with_windows };
        let mut items = self.items(&select.projection, &of_items)?;
        let having = select.having.as_ref().map(|having| self.condition(having, &with_aggregates)).transpose()?;
        let mut qualify = select.qualify.as_ref().map(|qualify| self.condition(qualify, &with_windows)).transpose()?;
        let by_names = Scope { aliases_first: true, ..of_items };
        let mut keys = match order {
            Some(order) => self.keys(order, &items, &by_names)?,
            None => Vec::new(),
        };
        let mut on = match &select.distinct {
            Some(ast::Distinct::On(list)) => self.different(list, &items, &of_items)?,
            _ => Vec::new(),
        };
        let further: Vec<&Scalar> =
            having.iter().chain(&qualify).chain(keys.iter().map(|key| &key.by)).chain(&on).collect();
        let grouping = self.grouping(&select.group_by, &items, &further, &scope)?;
        let is_grouped = grouping.is_some();
        if let Some(mut grouping) = grouping {
            let having = having.map(|having| self.regroup(having, &mut grouping, &fields)).transpose()?;
            for scalar in parts(&mut items, &mut keys, &mut on, &mut qualify) {
                *scalar = self.regroup(scalar.clone(), &mut grouping, &fields)?;
            }
            let mut known = Vec::new();
            for scalar in grouping.parts_mut() {
                relation = self.attach(relation, scalar, &mut known)?;
            }
            relation = self.grouped(relation, grouping)?;
            if let Some(condition) = having {
                relation = self.keep_where(relation, condition)?;
            }
        } else if let Some(having) = having {
            return Err(place::error(Code::SqlUnsupported, Some(having.at.0)).with("feature", "HAVING"));
        }
        let mut known = Vec::new();
        for scalar in parts(&mut items, &mut keys, &mut on, &mut qualify) {
            relation = self.attach(relation, scalar, &mut known)?;
        }
        let mut calls = Vec::new();
        for scalar in parts(&mut items, &mut keys, &mut on, &mut qualify) {
            *scalar = self.unwindow(scalar.clone(), &mut calls);
        }
        if let Some(condition) = &qualify
            && calls.is_empty()
        {
            return place::unsupported("QUALIFY", Some(condition.at.0));
        }
        relation = window::windowed(relation, calls);
        if let Some(condition) = qualify {
            relation = Relation::Filter { input: Box::new(relation), condition };
        }
        let mut lists = Vec::new();
        for scalar in parts(&mut items, &mut keys, &mut on, &mut None) {
            *scalar = self.unnested(scalar.clone(), &mut lists);
        }
        if !lists.is_empty() {
            relation = Relation::Unnest { input: Box::new(relation), items: lists, number: None, outer: false };
        }
        if matches!(select.distinct, Some(ast::Distinct::Distinct)) {
            return self.distinct(relation, items, keys, slice);
        }
        if !keys.is_empty() {
            relation = Relation::Sort { input: Box::new(relation), keys };
        }
        if !on.is_empty() {
            relation = Relation::DistinctOn { input: Box::new(relation), on };
        }
        relation = sliced(relation, slice);
        let hidden: &[Field] = if is_grouped { &[] } else { &fields };
        Ok(self.project(relation, items, hidden))
    }

    /// What rows must differ in: positions in the select list, or expressions.
    fn different(&mut self, list: &[ast::Expr], items: &[Item], scope: &Scope) -> Checked<Vec<Scalar>> {
        let mut made = Vec::with_capacity(list.len());
        for expr in list {
            let at = self.at(expr);
            let value = match grouping::position(expr).map(|position| position.checked_sub(1)) {
                Some(index) => match index.and_then(|index| items.get(index)) {
                    Some(item) => item.value.clone(),
                    None => {
                        let bad = place::error(Code::SqlBadLiteral, Some(at));
                        return Err(bad.with("value", expr.to_string()).with("type", "position"));
                    }
                },
                None => self.scalar(expr, scope)?,
            };
            if !value.kind.is_groupable() {
                return Err(self.mismatch(&value.kind, &value.kind, "DISTINCT ON", value.at.0));
            }
            made.push(value);
        }
        Ok(made)
    }

    /// Refuses the clauses that the tree does not hold.
    fn refuse(&mut self, select: &ast::Select) -> Checked<()> {
        let at = self.at(select);
        let ast::Select {
            select_token: _,
            distinct: _,
            top,
            top_before_distinct: _,
            projection: _,
            exclude,
            into,
            from: _,
            lateral_views,
            prewhere,
            selection: _,
            group_by: _,
            cluster_by,
            distribute_by,
            sort_by,
            having: _,
            named_window: _,
            qualify: _,
            window_before_qualify: _,
            value_table_mode,
            connect_by,
            flavor,
        } = select;
        let refusals = [
            (top.is_some(), "TOP", None),
            (exclude.is_some(), "SELECT … EXCLUDE", None),
            (into.is_some(), "SELECT INTO", into.as_ref().and_then(|into| place::of(&into.name))),
            (!lateral_views.is_empty(), "LATERAL VIEW", None),
            (prewhere.is_some(), "PREWHERE", None),
            (!cluster_by.is_empty(), "CLUSTER BY", None),
            (!distribute_by.is_empty(), "DISTRIBUTE BY", None),
            (!sort_by.is_empty(), "SORT BY", None),
            (value_table_mode.is_some(), "SELECT AS STRUCT", None),
            (connect_by.is_some(), "CONNECT BY", None),
            (*flavor != ast::SelectFlavor::Standard, "FROM … SELECT", None),
        ];
        if let Some((_, feature, place)) = refusals.into_iter().find(|(is_there, ..)| *is_there) {
            return place::unsupported(feature, Some(place.unwrap_or(at)));
        }
        Ok(())
    }

    /// The select list, its wildcards expanded.
    fn items(&mut self, list: &[SelectItem], all: &Scope) -> Checked<Vec<Item>> {
        let mut items = Vec::new();
        let mut named = 0;
        for item in list {
            // An item may use the names before it, not its own.
            let scope = Scope { aliases: all.aliases.get(..named).unwrap_or_default(), ..*all };
            match item {
                SelectItem::UnnamedExpr(expr) => {
                    let value = self.scalar(expr, &scope)?;
                    items.push(Item { name: title(expr), value });
                }
                SelectItem::ExprWithAlias { expr, alias } => {
                    let value = self.scalar(expr, &scope)?;
                    items.push(Item { name: identifier(alias)?.to_owned(), value });
                    named += 1;
                }
                SelectItem::Wildcard(options) => self.star(None, options, all.fields, &mut items)?,
                SelectItem::QualifiedWildcard(kind, options) => match kind {
                    ast::SelectItemQualifiedWildcardKind::ObjectName(name) => {
                        let parts = path(name)?;
                        self.star(parts.last().copied(), options, all.fields, &mut items)?;
                    }
                    ast::SelectItemQualifiedWildcardKind::Expr(expr) => {
                        let at = self.at(expr);
                        return place::unsupported("(…).*", Some(at));
                    }
                },
            }
        }
        if items.is_empty() {
            return place::unsupported("SELECT FROM", Some(self.here));
        }
        Ok(items)
    }

    /// `*`, `t.*`, `* EXCLUDE (…)`.
    fn star(
        &mut self,
        qualifier: Option<&str>,
        options: &ast::WildcardAdditionalOptions,
        fields: &[Field],
        items: &mut Vec<Item>,
    ) -> Checked<()> {
        let ast::WildcardAdditionalOptions {
            wildcard_token,
            opt_ilike,
            opt_exclude,
            opt_except,
            opt_replace,
            opt_rename,
        } = options;
        let at = place::span(wildcard_token.0.span).unwrap_or(self.here);
        let refusals = [
            (opt_ilike.is_some(), "* ILIKE"),
            (opt_except.is_some(), "* EXCEPT"),
            (opt_replace.is_some(), "* REPLACE"),
            (opt_rename.is_some(), "* RENAME"),
        ];
        if let Some((_, feature)) = refusals.iter().find(|(is_there, _)| *is_there) {
            return place::unsupported(feature, Some(at));
        }
        let excluded: Vec<&ast::Ident> = match opt_exclude {
            None => Vec::new(),
            Some(ast::ExcludeSelectItem::Single(one)) => vec![one],
            Some(ast::ExcludeSelectItem::Multiple(many)) => many.iter().collect(),
        };
        let shown: Vec<&Field> = match qualifier {
            None => fields.iter().filter(|field| field.reach == Reach::Full).collect(),
            Some(name) => fields
                .iter()
                .filter(|field| field.reach != Reach::Hidden)
                .filter(|field| field.qualifier.as_deref().is_some_and(|known| same(known, name)))
                .collect(),
        };
        if shown.is_empty() {
            return match qualifier {
                Some(name) => {
                    let known = fields.iter().filter_map(|field| field.qualifier.as_deref());
                    let candidates = place::nearest(name, known);
                    Err(place::error(Code::SqlUnknownTable, Some(at))
                        .with("table", name)
                        .with("candidates", candidates))
                }
                None => place::unsupported("SELECT *", Some(at)),
            };
        }
        for name in &excluded {
            let wanted = identifier(name)?;
            if !shown.iter().any(|field| same(&field.name, wanted)) {
                let candidates = place::nearest(wanted, shown.iter().map(|field| field.name.as_str()));
                return Err(place::error(Code::SqlUnknownColumn, place::span(name.span))
                    .with("column", wanted)
                    .with("candidates", candidates));
            }
        }
        for field in shown.into_iter().filter(|field| !excluded.iter().any(|name| same(&field.name, &name.value))) {
            let value = Scalar::column(field.plan.clone(), field.kind.clone(), at);
            items.push(Item { name: field.name.clone(), value });
        }
        Ok(())
    }

    /// Different rows: what they are sorted by must be among them.
    fn distinct(&mut self, relation: Relation, items: Vec<Item>, keys: Vec<Key>, slice: Slice) -> Checked<Bound> {
        if let Some(item) = items.iter().find(|item| !item.value.kind.is_groupable()) {
            return Err(self.mismatch(&item.value.kind, &item.value.kind, "DISTINCT", item.value.at.0));
        }
        let values: Vec<Scalar> = items.iter().map(|item| item.value.clone()).collect();
        let bound = self.project(relation, items, &[]);
        let keys = keys
            .into_iter()
            .map(|key| {
                match values.iter().position(|value| *value == key.by).and_then(|index| bound.fields.get(index)) {
                    Some(field) => {
                        Ok(Key { by: Scalar::column(field.plan.clone(), field.kind.clone(), key.by.at.0), ..key })
                    }
                    None => place::unsupported("SELECT DISTINCT … ORDER BY …", Some(key.by.at.0)),
                }
            })
            .collect::<Checked<Vec<_>>>()?;
        let mut relation = Relation::Distinct { input: Box::new(bound.relation) };
        if !keys.is_empty() {
            relation = Relation::Sort { input: Box::new(relation), keys };
        }
        Ok(Bound { relation: sliced(relation, slice), fields: bound.fields })
    }

    /// The items as columns, and the hidden fields after them.
    pub(super) fn project(&mut self, input: Relation, items: Vec<Item>, fields: &[Field]) -> Bound {
        let names = dedupe(items.iter().map(|item| item.name.clone()));
        let mut made = Vec::new();
        let mut columns = Vec::new();
        for (item, name) in items.into_iter().zip(names) {
            let plan = self.fresh();
            made.push(Field {
                qualifier: None,
                name,
                plan: plan.clone(),
                kind: item.value.kind.clone(),
                reach: Reach::Full,
            });
            columns.push((plan, item.value));
        }
        for field in fields.iter().filter(|field| field.reach == Reach::Hidden) {
            let plan = self.fresh();
            columns.push((plan.clone(), Scalar::column(field.plan.clone(), field.kind.clone(), self.here)));
            made.push(Field { plan, qualifier: None, ..field.clone() });
        }
        Bound { relation: Relation::Project { input: Box::new(input), items: columns }, fields: made }
    }
}

/// Everything that stands over the groups of a select, or its rows, to change.
fn parts<'s>(
    items: &'s mut [Item],
    keys: &'s mut [Key],
    on: &'s mut [Scalar],
    qualify: &'s mut Option<Scalar>,
) -> impl Iterator<Item = &'s mut Scalar> {
    let items = items.iter_mut().map(|item| &mut item.value);
    items.chain(keys.iter_mut().map(|key| &mut key.by)).chain(on).chain(qualify)
}

/// The names that the list gives, with what they stand for.
fn aliases(list: &[SelectItem]) -> Checked<Vec<(String, ast::Expr)>> {
    list.iter()
        .filter_map(|item| match item {
            SelectItem::ExprWithAlias { expr, alias } => {
                Some(identifier(alias).map(|name| (name.to_owned(), expr.clone())))
            }
            _ => None,
        })
        .collect()
}

/// The name of an item that has none: of a column its own, of the rest its text.
fn title(expr: &ast::Expr) -> String {
    match expr {
        ast::Expr::Identifier(ident) => ident.value.clone(),
        ast::Expr::CompoundIdentifier(path) => path.last().map(|last| last.value.clone()).unwrap_or_default(),
        ast::Expr::Nested(inner) => title(inner),
        other => other.to_string().chars().filter(|char| !char.is_control()).take(80).collect(),
    }
}
