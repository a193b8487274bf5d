//! Correlated subqueries as joins: a condition keeps rows with a semi or an anti join; a value comes beside
//! its row with a left join to one row for each tie.

use polars::prelude::PlSmallStr;
use protocol::{Checked, Span};

use super::Binder;
use super::correlate::{FEATURE, Untied};
use crate::sql::functions::{self, Measure};
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{Aggregate, Correlation, Field, JoinKind, Node, Operator, Relation, Scalar, Value};

/// Whether a part of it is a correlated subquery.
pub fn belongs(scalar: &Scalar) -> bool {
    scalar.any(&|part| matches!(&part.node, Node::InQuery { on, .. } | Node::Subquery { on, .. } | Node::Exists { on, .. } if on.is_there()))
}

/// Refuses a correlated subquery where no join can stand.
///
/// # Errors
/// `sql-unsupported`.
pub fn refuse(scalar: &Scalar) -> Checked<()> {
    if belongs(scalar) { place::unsupported(FEATURE, Some(scalar.at.0)) } else { Ok(()) }
}

impl Binder<'_> {
    /// `EXISTS` of a bound subquery.
    pub(super) fn existence(&mut self, query: Relation, around: &[Field], at: Span) -> Checked<Scalar> {
        let Untied { relation, on, is_total } = self.untie(query, around)?;
        if is_total {
            return place::unsupported("EXISTS (SELECT f(…))", Some(at));
        }
        Ok(Scalar::new(Node::Exists { query: Box::new(relation), on }, Kind::Boolean, at))
    }

    /// `IN` of a bound subquery of one column, by its plan name and kind.
    pub(super) fn member(
        &mut self,
        arg: Scalar,
        query: Relation,
        (column, kind): (PlSmallStr, Kind),
        around: &[Field],
        at: Span,
    ) -> Checked<Scalar> {
        let Untied { relation, on, is_total } = self.untie(query, around)?;
        if is_total {
            let value = self.total(relation, column, kind, on, at)?;
            let (one, two) = self.alike(arg, value, "IN")?;
            return Ok(Scalar::operation(Operator::Equal, vec![one, two], Kind::Boolean, at));
        }
        let (arg, query) = (Box::new(arg), Box::new(relation));
        if on.is_there() && arg.kind != kind {
            return Err(self.mismatch(&arg.kind, &kind, "IN", at));
        }
        Ok(Scalar::new(Node::InQuery { arg, query, column, on }, Kind::Boolean, at))
    }

    /// The one value of a bound subquery.
    pub(super) fn one_value(
        &mut self,
        query: Relation,
        column: PlSmallStr,
        kind: Kind,
        around: &[Field],
        at: Span,
    ) -> Checked<Scalar> {
        let Untied { relation, on, is_total } = self.untie(query, around)?;
        if on.residual.is_some() {
            return place::unsupported(FEATURE, Some(at));
        }
        if is_total {
            return self.total(relation, column, kind, on, at);
        }
        let query = Box::new(relation);
        Ok(Scalar::new(Node::Subquery { query, column, on, of_none: None }, kind, at))
    }

    /// A value computed of measures of all rows of a tie: of none, counts are zero and the rest is null.
    fn total(&mut self, query: Relation, column: PlSmallStr, kind: Kind, on: Correlation, at: Span) -> Checked<Scalar> {
        let Relation::Project { input, items } = query else { return place::unsupported(FEATURE, Some(at)) };
        let Relation::Aggregate { measures, .. } = input.as_ref() else { return place::unsupported(FEATURE, Some(at)) };
        let counts: Vec<PlSmallStr> = measures
            .iter()
            .filter(|(_, measure)| measure.aggregator.measure == Measure::Count)
            .map(|(plan, _)| plan.clone())
            .collect();
        let Some((_, mut value)) = items.into_iter().find(|(plan, _)| *plan == column) else {
            return place::unsupported(FEATURE, Some(at));
        };
        zeroed(&mut value, &counts);
        let node = Node::Subquery { query: input, column, on, of_none: Some(Box::new(value)) };
        Ok(Scalar::new(node, kind, at))
    }

    /// Rows for which a condition is true; correlated subqueries in it become joins.
    pub(super) fn keep_where(&mut self, relation: Relation, mut condition: Scalar) -> Checked<Relation> {
        let (inner, kind) = match &condition.node {
            Node::Operation(Operator::Not, args) => match args.as_slice() {
                [one] => (one, JoinKind::Anti),
                _ => (&condition, JoinKind::Semi),
            },
            _ => (&condition, JoinKind::Semi),
        };
        let joined = match (&inner.node, kind) {
            (Node::Exists { query, on }, kind) if on.is_there() => Some((query, on.clone(), kind)),
            (Node::InQuery { arg, query, column, on }, JoinKind::Semi) if on.is_there() => {
                let mut on = on.clone();
                on.equal.push((Scalar::column(column.clone(), arg.kind.clone(), inner.at.0), arg.as_ref().clone()));
                Some((query, on, JoinKind::Semi))
            }
            _ => None,
        };
        if let Some((query, on, kind)) = joined {
            let (left, right) = (Box::new(relation), query.clone());
            let pairs = on.equal.into_iter().map(|(inner, outer)| (outer, inner)).collect();
            return Ok(Relation::Join {
                kind,
                left,
                right,
                on: pairs,
                residual: on.residual.map(|residual| *residual),
            });
        }
        let relation = self.attach(relation, &mut condition, &mut Vec::new())?;
        Ok(Relation::Filter { input: Box::new(relation), condition })
    }

    /// A relation with the columns that the correlated subqueries of a scalar stand for, which it then reads.
    /// Equal ones stand for the same columns, which `known` keeps.
    pub(super) fn attach(
        &mut self,
        mut relation: Relation,
        scalar: &mut Scalar,
        known: &mut Vec<(Scalar, Scalar)>,
    ) -> Checked<Relation> {
        if !belongs(scalar) {
            return Ok(relation);
        }
        if let Some((_, made)) = known.iter().find(|(before, _)| before == scalar) {
            *scalar = made.clone();
            return Ok(relation);
        }
        let before = scalar.clone();
        for part in scalar.parts_mut() {
            relation = self.attach(relation, part, known)?;
        }
        let (at, kind) = (scalar.at.0, scalar.kind.clone());
        let made = match &scalar.node {
            Node::Exists { query, on } if on.is_there() => {
                let (joined, count) = self.beside(relation, query, on, &[], at)?;
                relation = joined;
                Some(Scalar::operation(Operator::IsNotNull, vec![count], Kind::Boolean, at))
            }
            Node::Subquery { query, on, of_none: Some(value), .. } if on.is_there() => {
                relation = left(relation, query.as_ref().clone(), on.equal.clone());
                Some(value.as_ref().clone())
            }
            Node::Subquery { query, column, on, of_none: None } if on.is_there() => {
                let plan = self.fresh();
                let first = self.measure_of("first", vec![Scalar::column(column.clone(), kind.clone(), at)], at)?;
                let (joined, count) = self.beside(relation, query, on, &[(plan.clone(), first)], at)?;
                relation = joined;
                let value = Scalar::column(plan, kind.clone(), at);
                Some(Scalar::operation(Operator::OnlyOne, vec![count, value], kind, at))
            }
            Node::InQuery { arg, query, column, on } if on.is_there() => {
                let (joined, value) = self.membership(relation, arg, query, column, on, at)?;
                relation = joined;
                Some(value)
            }
            _ => None,
        };
        if let Some(made) = made {
            known.push((before, made.clone()));
            *scalar = made;
        }
        Ok(relation)
    }

    /// One row for each tie beside the rows that it belongs to: how many rows there are, and measures.
    fn beside(
        &mut self,
        relation: Relation,
        query: &Relation,
        on: &Correlation,
        measures: &[(PlSmallStr, Aggregate)],
        at: Span,
    ) -> Checked<(Relation, Scalar)> {
        if on.residual.is_some() {
            return place::unsupported(FEATURE, Some(at));
        }
        let count = self.fresh();
        let mut all = vec![(count.clone(), self.measure_of("count", Vec::new(), at)?)];
        all.extend_from_slice(measures);
        let (mut keys, mut pairs) = (Vec::new(), Vec::new());
        for (inner, outer) in &on.equal {
            let plan = self.fresh();
            pairs.push((Scalar::column(plan.clone(), inner.kind.clone(), at), outer.clone()));
            keys.push((plan, inner.clone()));
        }
        let right = Relation::Aggregate { input: Box::new(query.clone()), keys, measures: all };
        Ok((left(relation, right, pairs), Scalar::column(count, Kind::Integer, at)))
    }

    /// Whether a value is among those of its tie: unknown if it is not found and a null stands among them,
    /// or if it is null itself and there is any.
    fn membership(
        &mut self,
        relation: Relation,
        arg: &Scalar,
        query: &Relation,
        column: &PlSmallStr,
        on: &Correlation,
        at: Span,
    ) -> Checked<(Relation, Scalar)> {
        let value = Scalar::column(column.clone(), arg.kind.clone(), at);
        let mut exact = on.clone();
        exact.equal.push((value.clone(), arg.clone()));
        // The subquery is run twice: its columns must not collide.
        let (relation, found) = self.beside(relation, query, &exact, &[], at)?;
        let known = self.fresh();
        let there = self.measure_of("count", vec![value], at)?;
        let (relation, rows) = self.beside(relation, query, on, &[(known.clone(), there)], at)?;
        let is = |operator, args: Vec<Scalar>| Scalar::operation(operator, args, Kind::Boolean, at);
        let constant = |value| Scalar::new(Node::Constant(value), Kind::Boolean, at);
        let known = Scalar::column(known, Kind::Integer, at);
        let unknown = Scalar::new(
            Node::Logic {
                all: false,
                terms: vec![is(Operator::IsNull, vec![arg.clone()]), is(Operator::Less, vec![known, rows.clone()])],
            },
            Kind::Boolean,
            at,
        );
        let branches = vec![
            (is(Operator::IsNotNull, vec![found]), constant(Value::Boolean(true))),
            (is(Operator::IsNull, vec![rows]), constant(Value::Boolean(false))),
            (unknown, constant(Value::Null)),
        ];
        let otherwise = Box::new(constant(Value::Boolean(false)));
        Ok((relation, Scalar::new(Node::Case { branches, otherwise }, Kind::Boolean, at)))
    }

    fn measure_of(&self, name: &str, args: Vec<Scalar>, at: Span) -> Checked<Aggregate> {
        match functions::aggregator(name) {
            Some(aggregator) => {
                Ok(Aggregate { aggregator, args, parameter: None, distinct: false, order: Vec::new(), filter: None })
            }
            None => place::unsupported(name, Some(at)),
        }
    }
}

/// A left join on equal values: of the right, of the left.
fn left(relation: Relation, right: Relation, pairs: Vec<(Scalar, Scalar)>) -> Relation {
    let on = pairs.into_iter().map(|(inner, outer)| (outer, inner)).collect();
    let (left, right) = (Box::new(relation), Box::new(right));
    Relation::Join { kind: JoinKind::Left, left, right, on, residual: None }
}

/// Counts of no rows are zero.
fn zeroed(scalar: &mut Scalar, counts: &[PlSmallStr]) {
    for part in scalar.parts_mut() {
        zeroed(part, counts);
    }
    if let Node::Column(plan) = &scalar.node
        && counts.contains(plan)
    {
        let (at, kind) = (scalar.at.0, scalar.kind.clone());
        let zero = Scalar::new(Node::Constant(Value::Integer(0)), kind.clone(), at);
        let there = Scalar::operation(Operator::IsNotNull, vec![scalar.clone()], Kind::Boolean, at);
        let branches = vec![(there, scalar.clone())];
        *scalar = Scalar::new(Node::Case { branches, otherwise: Box::new(zero) }, kind, at);
    }
}
