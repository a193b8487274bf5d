//! Conditions go where they cut most: into join keys, and below joins.
//!
//! What can fail on a row stays above: below, it would meet rows that the query never asks about.

use std::collections::BTreeSet;

use polars::prelude::PlSmallStr;

use crate::sql::kind::Kind;
use crate::sql::tree::{JoinKind, Node, Operator, Relation, Scalar};

/// The columns of the two sides of a join.
pub struct Sides {
    left: BTreeSet<PlSmallStr>,
    right: BTreeSet<PlSmallStr>,
}

#[derive(PartialEq, Eq)]
enum Side {
    Left,
    Right,
    Both,
}

impl Sides {
    /// Of two relations.
    pub fn of(left: &Relation, right: &Relation) -> Self {
        Self { left: left.columns().into_iter().collect(), right: right.columns().into_iter().collect() }
    }

    fn side(&self, scalar: &Scalar) -> Side {
        let mut reads = BTreeSet::new();
        scalar.reads(&mut reads);
        match (reads.is_empty(), reads.is_subset(&self.left), reads.is_subset(&self.right)) {
            (false, true, _) => Side::Left,
            (false, _, true) => Side::Right,
            _ => Side::Both,
        }
    }

    /// The two sides of an equality of one side with the other, left first.
    pub fn key(&self, term: &Scalar) -> Option<(Scalar, Scalar)> {
        let Node::Operation(operator, args) = &term.node else { return None };
        let [one, two] = args.as_slice() else { return None };
        if *operator != Operator::Equal || one.kind == Kind::Null {
            return None;
        }
        match (self.side(one), self.side(two)) {
            (Side::Left, Side::Right) => Some((one.clone(), two.clone())),
            (Side::Right, Side::Left) => Some((two.clone(), one.clone())),
            _ => None,
        }
    }
}

/// The terms of a conjunction.
pub fn terms(condition: Scalar) -> Vec<Scalar> {
    match condition.node {
        Node::Logic { all: true, terms: inner } => inner.into_iter().flat_map(terms).collect(),
        node => vec![Scalar { node, ..condition }],
    }
}

/// The conjunction of terms; `None` of none.
pub fn all(terms: Vec<Scalar>) -> Option<Scalar> {
    let at = terms.first()?.at.0;
    match <[Scalar; 1]>::try_from(terms) {
        Ok([one]) => Some(one),
        Err(terms) => Some(Scalar::new(Node::Logic { all: true, terms }, Kind::Boolean, at)),
    }
}

/// A relation cut by a condition.
pub fn filter(relation: Relation, condition: Scalar) -> Relation {
    let (safe, risky): (Vec<Scalar>, Vec<Scalar>) = terms(condition).into_iter().partition(|term| !term.can_fail());
    let made = down(relation, safe);
    match all(risky) {
        Some(condition) => Relation::Filter { input: Box::new(made), condition },
        None => made,
    }
}

fn down(relation: Relation, terms: Vec<Scalar>) -> Relation {
    if terms.is_empty() {
        return relation;
    }
    match relation {
        Relation::Join { kind: kind @ (JoinKind::Inner | JoinKind::Left), left, right, mut on, residual } => {
            let sides = Sides::of(&left, &right);
            let inner = kind == JoinKind::Inner;
            let (mut to_left, mut to_right, mut above) = (Vec::new(), Vec::new(), Vec::new());
            for term in terms {
                match (sides.side(&term), sides.key(&term)) {
                    (Side::Left, _) => to_left.push(term),
                    (Side::Right, _) if inner => to_right.push(term),
                    (_, Some(pair)) if inner => on.push(pair),
                    _ => above.push(term),
                }
            }
            let (left, right) = (Box::new(down(*left, to_left)), Box::new(down(*right, to_right)));
            if inner {
                let residual = all(residual.into_iter().chain(above).collect());
                return Relation::Join { kind, left, right, on, residual };
            }
            above_of(Relation::Join { kind, left, right, on, residual }, above)
        }
        other => above_of(other, terms),
    }
}

fn above_of(relation: Relation, terms: Vec<Scalar>) -> Relation {
    match all(terms) {
        Some(condition) => Relation::Filter { input: Box::new(relation), condition },
        None => relation,
    }
}
