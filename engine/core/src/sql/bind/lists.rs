//! Lists in expressions: places and slices, and the functions that lists share with texts.

use protocol::{Checked, Span};
use sqlparser::ast::{self, AccessExpr, Expr, Subscript};

use super::Binder;
use super::call::wrong;
use super::scalar::Scope;
use crate::sql::functions::{self, Function};
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{Node, Scalar, Value};

impl Binder<'_> {
    /// `x[1]`, `x[2:3]`, `t.x[1]`.
    pub(super) fn access(&mut self, root: &Expr, chain: &[AccessExpr], scope: &Scope, at: Span) -> Checked<Scalar> {
        let names = chain.iter().take_while(|access| matches!(access, AccessExpr::Dot(Expr::Identifier(_)))).count();
        let mut made = if names == 0 {
            self.scalar(root, scope)?
        } else {
            let mut path = match root {
                Expr::Identifier(first) => vec![first.clone()],
                Expr::CompoundIdentifier(first) => first.clone(),
                _ => return place::unsupported("a.b[…]", Some(at)),
            };
            path.extend(chain.iter().take(names).filter_map(|access| match access {
                AccessExpr::Dot(Expr::Identifier(name)) => Some(name.clone()),
                _ => None,
            }));
            self.scalar(&Expr::CompoundIdentifier(path), scope)?
        };
        for access in chain.iter().skip(names) {
            let AccessExpr::Subscript(subscript) = access else { return place::unsupported("a.b[…]", Some(at)) };
            made = self.deeper(|binder| binder.subscript(made, subscript, scope, at))?;
        }
        Ok(made)
    }

    fn subscript(&mut self, of: Scalar, subscript: &Subscript, scope: &Scope, at: Span) -> Checked<Scalar> {
        let constant = |value: i64| Scalar::new(Node::Constant(Value::Integer(value)), Kind::Integer, at);
        match (subscript, &of.kind) {
            (Subscript::Index { index }, Kind::Text) => {
                let index = self.scalar(index, scope)?;
                self.call("substr", vec![of, index, constant(1)], at)
            }
            (Subscript::Index { index }, Kind::List(_) | Kind::Null) => {
                let index = self.scalar(index, scope)?;
                self.call("list_extract", vec![of, index], at)
            }
            (Subscript::Slice { lower_bound, upper_bound, stride: None }, Kind::List(_)) => {
                let mut bound = |bound: &Option<Expr>, otherwise: i64| match bound {
                    Some(expr) => self.scalar(expr, scope),
                    None => Ok(constant(otherwise)),
                };
                let args = vec![of.clone(), bound(lower_bound, 1)?, bound(upper_bound, i64::MAX)?];
                self.call("list_slice", args, at)
            }
            _ => place::unsupported("a.b[…]", Some(at)),
        }
    }

    /// The function that is meant where one of its name is of texts and one of lists; lists that are written
    /// out become lists of texts.
    pub(super) fn for_lists(
        &mut self,
        function: &'static Function,
        mut args: Vec<Scalar>,
    ) -> Checked<(&'static Function, Vec<Scalar>)> {
        let is_list = |arg: &Scalar| matches!(arg.kind, Kind::List(_));
        let meant = match function.name {
            "length" => functions::scalar("array_length"),
            "contains" => functions::scalar("list_contains"),
            _ => None,
        };
        if let Some(meant) = meant.filter(|_| args.first().is_some_and(is_list)) {
            return Ok((meant, args));
        }
        if function.name == "array_to_string"
            && let Some(first) = args.first_mut()
            && let Kind::List(cell) = first.kind.clone()
            && cell.is_plain()
            && *cell != Kind::Text
            && *cell != Kind::Duration
        {
            let to = Kind::List(Box::new(Kind::Text));
            let at = first.at.0;
            *first = Scalar::new(Node::Cast { arg: Box::new(first.clone()), lenient: false }, to, at);
        }
        // A function of values compares them, or writes them: no list is taken for one.
        let carries = function.group == functions::LISTS || matches!(function.name, "coalesce" | "ifnull" | "if");
        if let Some((index, arg)) = args.iter().enumerate().find(|(_, arg)| is_list(arg) && !carries) {
            return Err(wrong(function.name, index, &arg.kind, "any", arg.at.0));
        }
        Ok((function, args))
    }

    /// `ARRAY[…]` and `[…]`.
    pub(super) fn list_of(&mut self, array: &ast::Array, scope: &Scope, at: Span) -> Checked<Scalar> {
        let cells = array.elem.iter().map(|cell| self.scalar(cell, scope)).collect::<Checked<Vec<_>>>()?;
        self.call("list_value", cells, at)
    }
}
