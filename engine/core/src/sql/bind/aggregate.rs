//! Calls of aggregate functions.

use protocol::{Checked, Code, Span};

use super::Binder;
use super::call::{Argument, Called, wrong};
use super::scalar::Scope;
use crate::sql::functions::{Aggregator, Measure};
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{Aggregate, Node, Scalar, Value};

impl Binder<'_> {
    /// A measure of a group.
    pub(super) fn aggregate(
        &mut self,
        aggregator: &'static Aggregator,
        called: &Called,
        scope: &Scope,
        at: Span,
    ) -> Checked<Scalar> {
        if !scope.aggregates {
            return Err(place::error(Code::SqlAggregateMisplaced, Some(at)).with("function", aggregator.name));
        }
        if called.ignore_nulls {
            return place::unsupported("IGNORE NULLS", Some(at));
        }
        let (aggregate, kind) = self.measure(aggregator, called, &scope.of_rows(), at)?;
        Ok(Scalar::new(Node::Aggregate(Box::new(aggregate)), kind, at))
    }

    /// What an aggregate function measures, its arguments bound in a scope.
    pub(super) fn measure(
        &mut self,
        aggregator: &'static Aggregator,
        called: &Called,
        scope: &Scope,
        at: Span,
    ) -> Checked<(Aggregate, Kind)> {
        let measure = aggregator.measure;
        let mut bound = Vec::with_capacity(called.args.len());
        for arg in &called.args {
            match arg {
                Argument::Expr(expr) => bound.push(self.scalar(expr, scope)?),
                Argument::Star if measure == Measure::Count && called.args.len() == 1 && !called.distinct => {}
                Argument::Star => return place::unsupported("f(*)", Some(at)),
            }
        }
        let (mut args, mut kind) = self.fit(aggregator.name, aggregator.signature, bound, at)?;
        // What only travels can be counted; lists can be taken whole, and never compared.
        let unfit = |(index, arg): &(usize, &Scalar)| match arg.kind {
            Kind::Opaque(_) => measure != Measure::Count,
            Kind::List(_) => {
                let is_taken =
                    measure.takes_any() || matches!(measure, Measure::ArgMin | Measure::ArgMax) && *index == 0;
                !is_taken || called.distinct
            }
            _ => false,
        };
        if let Some((index, arg)) = args.iter().enumerate().find(unfit) {
            return Err(wrong(aggregator.name, index, &arg.kind, "any", at));
        }
        let parameter = match measure {
            Measure::Quantile | Measure::QuantileDiscrete => match args.pop().map(|arg| (arg.node, arg.at.0)) {
                Some((Node::Constant(Value::Number(fraction)), _)) if (0.0..=1.0).contains(&fraction) => {
                    Some(Value::Number(fraction))
                }
                Some((_, at)) => return place::unsupported(&format!("{}(…, x)", aggregator.name), Some(at)),
                None => None,
            },
            Measure::Texts if args.len() == 2 => match args.pop().map(|arg| (arg.node, arg.at.0)) {
                Some((Node::Constant(text @ Value::Text(_)), _)) => Some(text),
                Some((_, at)) => return place::unsupported("string_agg(…, x)", Some(at)),
                None => None,
            },
            _ => None,
        };
        if called.distinct && measure.is_of_pairs() {
            return place::unsupported(&format!("{}(DISTINCT …)", aggregator.name), Some(at));
        }
        if called.distinct && matches!(measure, Measure::First | Measure::Last) {
            return place::unsupported(&format!("{}(DISTINCT …)", aggregator.name), Some(at));
        }
        if measure == Measure::Count {
            kind = Kind::Integer;
        }
        let condition = called.filter.map(|filter| self.condition(filter, scope)).transpose()?;
        let filter = match condition {
            Some(condition) => {
                args = filtered(args, condition.clone(), at);
                measure.keeps_nulls().then(|| Box::new(condition))
            }
            None => None,
        };
        let order = self.keys_of(called.order, scope)?;
        Ok((Aggregate { aggregator, args, parameter, distinct: called.distinct, order, filter }, kind))
    }
}

/// Arguments that are null where a condition does not hold: measures pass over them. What could fail in
/// them is not computed there.
fn filtered(args: Vec<Scalar>, condition: Scalar, at: Span) -> Vec<Scalar> {
    let one = Scalar::new(Node::Constant(Value::Boolean(true)), Kind::Boolean, at);
    let args = if args.is_empty() { vec![one] } else { args };
    args.into_iter()
        .map(|arg| {
            let (kind, at) = (arg.kind.clone(), arg.at.0);
            let otherwise = Box::new(Scalar::new(Node::Constant(Value::Null), kind.clone(), at));
            Scalar::new(Node::Case { branches: vec![(condition.clone(), arg)], otherwise }, kind, at)
        })
        .collect()
}
