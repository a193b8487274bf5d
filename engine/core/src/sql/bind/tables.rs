//! The tables that a query names, before any is known.

use protocol::Span;
use sqlparser::ast::{self, Expr, SetExpr, TableFactor};

use super::names::same;
use crate::sql::place;

/// Names as they are written, joined by points, with their first place; common tables are not among them.
pub fn of(query: &ast::Query) -> Vec<(String, Option<Span>)> {
    let mut walk = Walk::default();
    walk.query(query);
    walk.found
}

#[derive(Default)]
struct Walk {
    found: Vec<(String, Option<Span>)>,
    commons: Vec<String>,
}

impl Walk {
    fn query(&mut self, query: &ast::Query) {
        let in_sight = self.commons.len();
        for cte in query.with.iter().flat_map(|with| &with.cte_tables) {
            self.query(&cte.query);
            self.commons.push(cte.alias.name.value.clone());
        }
        self.body(&query.body);
        if let Some(ast::OrderBy { kind: ast::OrderByKind::Expressions(keys), .. }) = &query.order_by {
            keys.iter().for_each(|key| self.expr(&key.expr));
        }
        self.commons.truncate(in_sight);
    }

    fn body(&mut self, body: &SetExpr) {
        match body {
            SetExpr::Select(select) => self.select(select),
            SetExpr::Query(query) => self.query(query),
            SetExpr::SetOperation { left, right, .. } => {
                self.body(left);
                self.body(right);
            }
            SetExpr::Values(values) => values.rows.iter().flatten().for_each(|cell| self.expr(cell)),
            _ => {}
        }
    }

    fn select(&mut self, select: &ast::Select) {
        for item in &select.from {
            self.joined(item);
        }
        for item in &select.projection {
            if let ast::SelectItem::UnnamedExpr(expr) | ast::SelectItem::ExprWithAlias { expr, .. } = item {
                self.expr(expr);
            }
        }
        let clauses = select.selection.iter().chain(&select.having).chain(&select.qualify);
        clauses.for_each(|expr| self.expr(expr));
        if let ast::GroupByExpr::Expressions(keys, _) = &select.group_by {
            keys.iter().for_each(|key| self.expr(key));
        }
        if let Some(ast::Distinct::On(list)) = &select.distinct {
            list.iter().for_each(|expr| self.expr(expr));
        }
    }

    fn joined(&mut self, item: &ast::TableWithJoins) {
        self.factor(&item.relation);
        for join in &item.joins {
            self.factor(&join.relation);
            use ast::JoinOperator as Join;
            if let Join::Join(on)
            | Join::Inner(on)
            | Join::Left(on)
            | Join::LeftOuter(on)
            | Join::Right(on)
            | Join::RightOuter(on)
            | Join::FullOuter(on)
            | Join::Semi(on)
            | Join::Anti(on) = &join.join_operator
                && let ast::JoinConstraint::On(condition) = on
            {
                self.expr(condition);
            }
        }
    }

    fn factor(&mut self, factor: &TableFactor) {
        match factor {
            TableFactor::Table { name, args: None, .. } => self.table(name),
            TableFactor::Table { args: Some(args), .. } => self.args(&args.args),
            TableFactor::Derived { subquery, .. } => self.query(subquery),
            TableFactor::NestedJoin { table_with_joins, .. } => self.joined(table_with_joins),
            _ => {}
        }
    }

    fn table(&mut self, name: &ast::ObjectName) {
        let parts: Vec<&str> =
            name.0.iter().filter_map(|part| part.as_ident()).map(|ident| ident.value.as_str()).collect();
        let full = parts.join(".");
        let is_common = parts.len() == 1 && self.commons.iter().any(|common| same(common, &full));
        if !is_common && !self.found.iter().any(|(known, _)| same(known, &full)) {
            self.found.push((full, place::of(name)));
        }
    }

    /// Subqueries stand in `IN` and in brackets; the forms around them are those that the binder holds.
    fn expr(&mut self, expr: &Expr) {
        match expr {
            Expr::InSubquery { expr, subquery, .. } => {
                self.expr(expr);
                self.query(subquery);
            }
            Expr::Subquery(query) | Expr::Exists { subquery: query, .. } => self.query(query),
            Expr::Nested(expr)
            | Expr::UnaryOp { expr, .. }
            | Expr::Cast { expr, .. }
            | Expr::Extract { expr, .. }
            | Expr::Ceil { expr, .. }
            | Expr::Floor { expr, .. }
            | Expr::Trim { expr, .. }
            | Expr::Substring { expr, .. }
            | Expr::IsNull(expr)
            | Expr::IsNotNull(expr)
            | Expr::IsTrue(expr)
            | Expr::IsNotTrue(expr)
            | Expr::IsFalse(expr)
            | Expr::IsNotFalse(expr)
            | Expr::IsUnknown(expr)
            | Expr::IsNotUnknown(expr) => self.expr(expr),
            Expr::BinaryOp { left, right, .. }
            | Expr::IsDistinctFrom(left, right)
            | Expr::IsNotDistinctFrom(left, right) => {
                self.expr(left);
                self.expr(right);
            }
            Expr::Like { expr, pattern, .. } | Expr::ILike { expr, pattern, .. } => {
                self.expr(expr);
                self.expr(pattern);
            }
            Expr::Between { expr, low, high, .. } => [expr, low, high].into_iter().for_each(|part| self.expr(part)),
            Expr::InList { expr, list, .. } => {
                self.expr(expr);
                list.iter().for_each(|item| self.expr(item));
            }
            Expr::Case { operand, conditions, else_result, .. } => {
                operand.iter().chain(else_result).for_each(|part| self.expr(part));
                for when in conditions {
                    self.expr(&when.condition);
                    self.expr(&when.result);
                }
            }
            Expr::Array(array) => array.elem.iter().for_each(|cell| self.expr(cell)),
            Expr::CompoundFieldAccess { root, access_chain } => {
                self.expr(root);
                access_chain.iter().for_each(|access| self.access(access));
            }
            Expr::Function(function) => self.function(function),
            _ => {}
        }
    }

    fn access(&mut self, access: &ast::AccessExpr) {
        match access {
            ast::AccessExpr::Subscript(ast::Subscript::Index { index }) => self.expr(index),
            ast::AccessExpr::Subscript(ast::Subscript::Slice { lower_bound, upper_bound, .. }) => {
                lower_bound.iter().chain(upper_bound).for_each(|bound| self.expr(bound));
            }
            ast::AccessExpr::Dot(_) => {}
        }
    }

    fn args(&mut self, args: &[ast::FunctionArg]) {
        for arg in args {
            if let ast::FunctionArg::Unnamed(ast::FunctionArgExpr::Expr(expr)) = arg {
                self.expr(expr);
            }
        }
    }

    fn function(&mut self, function: &ast::Function) {
        let ast::Function { args, filter, over, within_group, .. } = function;
        if let ast::FunctionArguments::List(list) = args {
            self.args(&list.args);
            for clause in &list.clauses {
                if let ast::FunctionArgumentClause::OrderBy(keys) = clause {
                    keys.iter().for_each(|key| self.expr(&key.expr));
                }
            }
        }
        filter.iter().for_each(|filter| self.expr(filter));
        within_group.iter().for_each(|key| self.expr(&key.expr));
        if let Some(ast::WindowType::WindowSpec(spec)) = over {
            spec.partition_by.iter().for_each(|expr| self.expr(expr));
            spec.order_by.iter().for_each(|key| self.expr(&key.expr));
        }
    }
}
