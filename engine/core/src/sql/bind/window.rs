//! Calls with `OVER`: the window, its frame, and where such calls may stand.

use polars::prelude::PlSmallStr;
use protocol::{Checked, Code, Span};
use sqlparser::ast::{self, Expr, NamedWindowExpr, WindowFrameBound, WindowFrameUnits, WindowSpec, WindowType};

use super::call::{Argument, Called, unknown};
use super::names::{identifier, same};
use super::scalar::Scope;
use super::{Binder, literal};
use crate::sql::functions;
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{
    Bound, Frame, Interval, Key, Node, Offset, Operator, Relation, Scalar, Unit, Value, Window, Windowed,
};

/// What a window sees: partition, order and frame.
struct Seen {
    partition: Vec<Scalar>,
    order: Vec<Key>,
    frame: Option<Frame>,
}

impl Binder<'_> {
    /// A call over a window.
    pub(super) fn over(
        &mut self,
        name: &str,
        called: &Called,
        over: &WindowType,
        scope: &Scope,
        at: Span,
    ) -> Checked<Scalar> {
        let (function, aggregator) = (functions::window(name), functions::aggregator(name));
        if function.is_none() && aggregator.is_none() {
            return match functions::scalar(name) {
                Some(_) => place::unsupported(&format!("{name}(…) OVER"), Some(at)),
                None => Err(unknown(name, at)),
            };
        }
        if !scope.windows {
            return Err(place::error(Code::SqlWindowMisplaced, Some(at)).with("function", name));
        }
        if !called.order.is_empty() {
            return place::unsupported("f(… ORDER BY …) OVER", Some(at));
        }
        let inner = Scope { windows: false, unnests: false, ..*scope };
        let (what, kind) = match (function, aggregator) {
            (Some(function), _) => {
                if called.distinct || called.filter.is_some() {
                    return place::unsupported(&format!("{name}(DISTINCT …), FILTER"), Some(at));
                }
                if called.ignore_nulls && !function.place.is_value() {
                    return place::unsupported("IGNORE NULLS", Some(at));
                }
                let mut args = Vec::with_capacity(called.args.len());
                for arg in &called.args {
                    match arg {
                        Argument::Expr(expr) => args.push(self.scalar(expr, &inner)?),
                        Argument::Star => return place::unsupported("f(*)", Some(at)),
                    }
                }
                let (args, kind) = self.fit(function.name, function.signature, args, at)?;
                (Windowed::Function { function, args, ignore_nulls: called.ignore_nulls }, kind)
            }
            (None, Some(aggregator)) => {
                if called.ignore_nulls {
                    return place::unsupported("IGNORE NULLS", Some(at));
                }
                let (aggregate, kind) = self.measure(aggregator, called, &inner, at)?;
                (Windowed::Measure(aggregate), kind)
            }
            (None, None) => return Err(unknown(name, at)),
        };
        let Seen { partition, order, frame } = match over {
            WindowType::WindowSpec(spec) => self.deeper(|binder| binder.seen(spec, &inner, at))?,
            WindowType::NamedWindow(name) => self.deeper(|binder| binder.known_window(name, &inner, at))?,
        };
        let frame = frame.unwrap_or(Frame::usual(!order.is_empty()));
        Ok(Scalar::new(Node::Window(Box::new(Window { what, partition, order, frame })), kind, at))
    }

    fn known_window(&mut self, name: &ast::Ident, scope: &Scope, at: Span) -> Checked<Seen> {
        let wanted = identifier(name)?;
        let found = scope.named.iter().find(|ast::NamedWindowDefinition(known, _)| same(&known.value, wanted));
        match found {
            Some(ast::NamedWindowDefinition(_, NamedWindowExpr::WindowSpec(spec))) => {
                self.deeper(|binder| binder.seen(spec, scope, at))
            }
            Some(ast::NamedWindowDefinition(_, NamedWindowExpr::NamedWindow(other))) => {
                self.deeper(|binder| binder.known_window(other, scope, at))
            }
            None => {
                let known = scope.named.iter().map(|ast::NamedWindowDefinition(known, _)| known.value.as_str());
                let candidates = place::nearest(wanted, known);
                Err(place::error(Code::SqlUnknownTable, place::span(name.span).or(Some(at)))
                    .with("table", wanted)
                    .with("candidates", candidates))
            }
        }
    }

    fn seen(&mut self, spec: &WindowSpec, scope: &Scope, at: Span) -> Checked<Seen> {
        let WindowSpec { window_name, partition_by, order_by, window_frame } = spec;
        let base =
            window_name.as_ref().map(|name| self.deeper(|binder| binder.known_window(name, scope, at))).transpose()?;
        let mut partition = Vec::with_capacity(partition_by.len());
        for expr in partition_by {
            let by = self.scalar(expr, scope)?;
            if !by.kind.is_groupable() {
                return Err(self.mismatch(&by.kind, &by.kind, "PARTITION BY", by.at.0));
            }
            partition.push(by);
        }
        let mut order = self.keys_of(order_by, scope)?;
        // A constant orders nothing.
        order.retain(|key| !matches!(key.by.node, Node::Constant(_)));
        let mut frame = None;
        if let Some(base) = base {
            let twice =
                (!partition.is_empty() && !base.partition.is_empty()) || (!order.is_empty() && !base.order.is_empty());
            if twice {
                return place::unsupported("OVER (w PARTITION BY …, w ORDER BY …)", Some(at));
            }
            partition.extend(base.partition);
            order.extend(base.order);
            frame = base.frame;
        }
        if let Some(written) = window_frame {
            frame = Some(self.frame(written, &mut order, at)?);
        }
        Ok(Seen { partition, order, frame })
    }

    fn frame(&mut self, written: &ast::WindowFrame, order: &mut [Key], at: Span) -> Checked<Frame> {
        let unit = match written.units {
            WindowFrameUnits::Rows => Unit::Rows,
            WindowFrameUnits::Range => Unit::Range,
            WindowFrameUnits::Groups if order.is_empty() => return place::unsupported("GROUPS (ORDER BY)", Some(at)),
            WindowFrameUnits::Groups => Unit::Groups,
        };
        let from = self.bound(&written.start_bound, unit, order, at)?;
        let to = match &written.end_bound {
            Some(bound) => self.bound(bound, unit, order, at)?,
            None => Bound::Current,
        };
        let backwards = matches!(
            (&from, &to),
            (Bound::End, _)
                | (_, Bound::Start)
                | (Bound::Current, Bound::Before(_))
                | (Bound::After(_), Bound::Current | Bound::Before(_))
        );
        if backwards {
            return place::unsupported("BETWEEN … FOLLOWING AND … PRECEDING", Some(at));
        }
        Ok(Frame { unit, from, to })
    }

    fn bound(&mut self, bound: &WindowFrameBound, unit: Unit, order: &mut [Key], at: Span) -> Checked<Bound> {
        Ok(match bound {
            WindowFrameBound::CurrentRow => Bound::Current,
            WindowFrameBound::Preceding(None) => Bound::Start,
            WindowFrameBound::Following(None) => Bound::End,
            WindowFrameBound::Preceding(Some(by)) => Bound::Before(self.offset(by, unit, order, at)?),
            WindowFrameBound::Following(Some(by)) => Bound::After(self.offset(by, unit, order, at)?),
        })
    }

    /// A distance: a count of rows or of groups of peers, or one in values of the only key, which takes the type that it needs.
    fn offset(&mut self, by: &Expr, unit: Unit, order: &mut [Key], at: Span) -> Checked<Offset> {
        let here = place::of(by).unwrap_or(at);
        let bad = |text: &str| {
            let bad = place::error(Code::SqlBadLiteral, Some(here));
            bad.with("value", text).with("type", "frame")
        };
        let made = match by {
            Expr::Interval(interval) => Offset::Interval(literal::interval(interval)?),
            _ => match self.scalar(by, &Scope::plain(&[]))?.node {
                Node::Constant(Value::Integer(by)) if by >= 0 => Offset::Integer(by),
                Node::Constant(Value::Number(by)) if by >= 0.0 => Offset::Number(by),
                Node::Constant(_) | Node::Operation(Operator::Negate, _) => return Err(bad(&by.to_string())),
                _ => return place::unsupported("ROWS (…) PRECEDING", Some(here)),
            },
        };
        if unit != Unit::Range {
            return match made {
                Offset::Integer(_) => Ok(made),
                _ => Err(bad(&by.to_string())),
            };
        }
        let [key] = order else { return place::unsupported("RANGE (ORDER BY a, b)", Some(here)) };
        // The other bound may have made a datetime of a date.
        let kind = match &key.by.node {
            Node::Cast { arg, .. } if arg.kind == Kind::Date => Kind::Date,
            _ => key.by.kind.clone(),
        };
        let (to, made) = match (&kind, made) {
            (Kind::Integer, Offset::Integer(by)) => (Kind::Integer, Offset::Integer(by)),
            (Kind::Integer | Kind::Number, Offset::Integer(_) | Offset::Number(_)) => (Kind::Number, made),
            (Kind::Date, Offset::Integer(days)) => match i32::try_from(days) {
                Ok(days) => (Kind::Datetime, Offset::Interval(Interval { days, ..Interval::default() })),
                Err(_) => return Err(bad(&days.to_string())),
            },
            (Kind::Date | Kind::Datetime, Offset::Interval(_)) => (Kind::Datetime, made),
            (kind, _) => return Err(self.mismatch(kind, &Kind::Number, "RANGE", here)),
        };
        key.by = self.coerce(key.by.clone(), &to)?;
        Ok(made)
    }

    /// Puts columns in the place of calls over windows, and adds what they stand for.
    pub(super) fn unwindow(&mut self, scalar: Scalar, calls: &mut Vec<(PlSmallStr, Window)>) -> Scalar {
        self.lifted(scalar, calls, |node| if let Node::Window(window) = node { Ok(*window) } else { Err(node) })
    }
}

/// A relation with the columns of its windows.
pub fn windowed(input: Relation, calls: Vec<(PlSmallStr, Window)>) -> Relation {
    if calls.is_empty() { input } else { Relation::Window { input: Box::new(input), calls } }
}
