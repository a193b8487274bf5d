//! Correlated subqueries: what ties their rows to rows of the query around is taken out of them.
//!
//! A subquery that compares a column of its own with one of the query around becomes a relation without
//! that comparison, and the comparison itself. On its way out it may meet groups, windows and limits: an
//! equality then groups, partitions or numbers by its inner side too, which is the same for each row around.
//! What cannot be taken out is refused.

use std::collections::BTreeSet;

use polars::prelude::PlSmallStr;
use protocol::Checked;

use super::{Binder, push};
use crate::sql::functions;
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{
    Correlation, Field, Frame, JoinKind, Node, Operator, Relation, Scalar, Value, Window, Windowed,
};

/// The name of what is refused.
pub const FEATURE: &str = "(SELECT … WHERE inner.a = outer.b)";

type Plans = BTreeSet<PlSmallStr>;

/// A subquery and what ties it to the query around.
pub struct Untied {
    /// Without the ties; it has the columns that they read.
    pub relation: Relation,
    /// The ties.
    pub on: Correlation,
    /// Whether it measures all rows of a tie as one group.
    pub is_total: bool,
}

/// The plan names of fields.
pub fn plans(fields: &[Field]) -> Plans {
    fields.iter().map(|field| field.plan.clone()).collect()
}

/// Refuses a relation that reads columns of the query around.
///
/// # Errors
/// `sql-unsupported`.
pub fn refuse(relation: &Relation, around: &Plans) -> Checked<()> {
    if let Some(scalar) = relation.scalars().into_iter().find(|scalar| reads(scalar, around)) {
        let part = deepest(scalar, around);
        return place::unsupported(FEATURE, Some(part.at.0));
    }
    relation.inputs().into_iter().try_for_each(|input| refuse(input, around))
}

fn reads(scalar: &Scalar, around: &Plans) -> bool {
    let mut names = Plans::new();
    scalar.reads(&mut names);
    !names.is_disjoint(around)
}

fn deepest<'s>(scalar: &'s Scalar, around: &Plans) -> &'s Scalar {
    scalar.parts().into_iter().find(|part| reads(part, around)).map_or(scalar, |part| deepest(part, around))
}

impl Binder<'_> {
    /// Takes the ties out of a subquery.
    ///
    /// # Errors
    /// `sql-unsupported` for what stays tied.
    pub(super) fn untie(&mut self, relation: Relation, around: &[Field]) -> Checked<Untied> {
        let around = plans(around);
        let mut is_total = false;
        let (relation, ties) = self.lift(relation, &around, &mut is_total)?;
        refuse(&relation, &around)?;
        let (mut equal, mut rest) = (Vec::new(), Vec::new());
        for tie in ties {
            match equality(&tie, &around) {
                Some(pair) => equal.push(pair),
                None => rest.push(tie),
            }
        }
        Ok(Untied { relation, on: Correlation { equal, residual: push::all(rest).map(Box::new) }, is_total })
    }

    fn lift(&mut self, relation: Relation, around: &Plans, is_total: &mut bool) -> Checked<(Relation, Vec<Scalar>)> {
        Ok(match relation {
            Relation::Filter { input, condition } => {
                let (input, mut ties) = self.lift(*input, around, is_total)?;
                let (tied, own): (Vec<Scalar>, Vec<Scalar>) =
                    push::terms(condition).into_iter().partition(|term| reads(term, around));
                ties.extend(tied);
                let made = match push::all(own) {
                    Some(condition) => Relation::Filter { input: Box::new(input), condition },
                    None => input,
                };
                (made, ties)
            }
            Relation::Join { kind: JoinKind::Inner, left, right, on, residual } => {
                let (left, mut ties) = self.lift(*left, around, is_total)?;
                let (right, more) = self.lift(*right, around, is_total)?;
                ties.extend(more);
                let terms = residual.map(push::terms).unwrap_or_default();
                let (tied, own): (Vec<Scalar>, Vec<Scalar>) = terms.into_iter().partition(|term| reads(term, around));
                ties.extend(tied);
                let (left, right) = (Box::new(left), Box::new(right));
                (Relation::Join { kind: JoinKind::Inner, left, right, on, residual: push::all(own) }, ties)
            }
            Relation::Join {
                kind: kind @ (JoinKind::Left | JoinKind::Semi | JoinKind::Anti),
                left,
                right,
                on,
                residual,
            } => {
                let (left, ties) = self.lift(*left, around, is_total)?;
                (Relation::Join { kind, left: Box::new(left), right, on, residual }, ties)
            }
            Relation::Project { input, mut items } => {
                let (input, ties) = self.lift(*input, around, is_total)?;
                for column in columns(&ties, around) {
                    if let Node::Column(plan) = &column.node
                        && !items.iter().any(|(known, _)| known == plan)
                    {
                        items.push((plan.clone(), column.clone()));
                    }
                }
                (Relation::Project { input: Box::new(input), items }, ties)
            }
            Relation::Aggregate { input, mut keys, measures } => {
                let (input, ties) = self.lift(*input, around, is_total)?;
                // Measures of measures of no rows would need those of each row around.
                if *is_total {
                    return place::unsupported(FEATURE, Some(self.here));
                }
                *is_total = keys.is_empty() && !ties.is_empty();
                let ties = self.keyed(ties, around, &mut keys)?;
                (Relation::Aggregate { input: Box::new(input), keys, measures }, ties)
            }
            Relation::Window { input, mut calls } => {
                let (input, ties) = self.lift(*input, around, is_total)?;
                for (inner, _) in equalities(&ties, around)? {
                    calls.iter_mut().for_each(|(_, window)| window.partition.push(inner.clone()));
                }
                (Relation::Window { input: Box::new(input), calls }, ties)
            }
            Relation::Sort { input, keys } => {
                let (input, ties) = self.lift(*input, around, is_total)?;
                (Relation::Sort { input: Box::new(input), keys }, ties)
            }
            Relation::DistinctOn { input, mut on } => {
                let (input, ties) = self.lift(*input, around, is_total)?;
                on.extend(equalities(&ties, around)?.into_iter().map(|(inner, _)| inner));
                (Relation::DistinctOn { input: Box::new(input), on }, ties)
            }
            Relation::Distinct { input } => {
                let (input, ties) = self.lift(*input, around, is_total)?;
                (Relation::Distinct { input: Box::new(input) }, ties)
            }
            Relation::Limit { input, skip, take } => {
                let (input, ties) = self.lift(*input, around, is_total)?;
                if ties.is_empty() {
                    return Ok((Relation::Limit { input: Box::new(input), skip, take }, ties));
                }
                (self.numbered(input, equalities(&ties, around)?, skip, take), ties)
            }
            other => (other, Vec::new()),
        })
    }

    /// Equalities as further keys of groups; what remains are equalities of those keys.
    fn keyed(
        &mut self,
        ties: Vec<Scalar>,
        around: &Plans,
        keys: &mut Vec<(PlSmallStr, Scalar)>,
    ) -> Checked<Vec<Scalar>> {
        let mut made = Vec::with_capacity(ties.len());
        for (inner, outer) in equalities(&ties, around)? {
            let plan = self.fresh();
            let column = Scalar::column(plan.clone(), inner.kind.clone(), inner.at.0);
            let at = inner.at.0;
            keys.push((plan, inner));
            made.push(Scalar::operation(Operator::Equal, vec![column, outer], Kind::Boolean, at));
        }
        Ok(made)
    }

    /// The slice of the rows of each tie.
    fn numbered(&mut self, input: Relation, ties: Vec<(Scalar, Scalar)>, skip: u64, take: Option<u64>) -> Relation {
        let (input, order) = match input {
            Relation::Sort { input, keys } => (input, keys),
            other => (Box::new(other), Vec::new()),
        };
        let Some(function) = functions::window("row_number") else { return *input };
        let what = Windowed::Function { function, args: Vec::new(), ignore_nulls: false };
        let partition = ties.into_iter().map(|(inner, _)| inner).collect();
        let frame = Frame::usual(!order.is_empty());
        let (plan, at) = (self.fresh(), self.here);
        let number = Scalar::column(plan.clone(), Kind::Integer, at);
        let bound = |operator, value: u64| {
            let value = Value::Integer(i64::try_from(value).unwrap_or(i64::MAX));
            let value = Scalar::new(Node::Constant(value), Kind::Integer, at);
            Scalar::operation(operator, vec![number.clone(), value], Kind::Boolean, at)
        };
        let mut terms = vec![bound(Operator::Greater, skip)];
        terms.extend(take.map(|take| bound(Operator::LessOrEqual, take.saturating_add(skip))));
        let input = Box::new(Relation::Window { input, calls: vec![(plan, Window { what, partition, order, frame })] });
        match push::all(terms) {
            Some(condition) => Relation::Filter { input, condition },
            None => *input,
        }
    }
}

/// The inner columns that ties read, as scalars.
fn columns<'s>(ties: &'s [Scalar], around: &Plans) -> Vec<&'s Scalar> {
    fn walk<'s>(scalar: &'s Scalar, around: &Plans, found: &mut Vec<&'s Scalar>) {
        if let Node::Column(plan) = &scalar.node
            && !around.contains(plan)
        {
            found.push(scalar);
        }
        scalar.parts().into_iter().for_each(|part| walk(part, around, found));
    }
    let mut found = Vec::new();
    ties.iter().for_each(|tie| walk(tie, around, &mut found));
    found
}

/// The two sides of an equality of a subquery with the query around: inner, outer.
fn equality(tie: &Scalar, around: &Plans) -> Option<(Scalar, Scalar)> {
    let Node::Operation(Operator::Equal, args) = &tie.node else { return None };
    let [one, two] = args.as_slice() else { return None };
    let is_inner = |scalar: &Scalar| {
        let mut names = Plans::new();
        scalar.reads(&mut names);
        !names.is_empty() && names.is_disjoint(around)
    };
    let is_outer = |scalar: &Scalar| {
        let mut names = Plans::new();
        scalar.reads(&mut names);
        !names.is_empty() && names.is_subset(around)
    };
    if is_inner(one) && is_outer(two) {
        Some((one.clone(), two.clone()))
    } else if is_inner(two) && is_outer(one) {
        Some((two.clone(), one.clone()))
    } else {
        None
    }
}

/// Ties that must all be equalities.
fn equalities(ties: &[Scalar], around: &Plans) -> Checked<Vec<(Scalar, Scalar)>> {
    let pair = |tie: &Scalar| match equality(tie, around) {
        Some(pair) => Ok(pair),
        None => place::unsupported(FEATURE, Some(deepest(tie, around).at.0)),
    };
    ties.iter().map(pair).collect()
}
