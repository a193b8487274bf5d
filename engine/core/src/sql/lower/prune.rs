//! Columns that nothing reads fall away before anything runs.

use std::collections::BTreeSet;

use polars::prelude::PlSmallStr;

use crate::sql::bind::Plan;
use crate::sql::tree::{Node, Relation, Scalar};

type Names = BTreeSet<PlSmallStr>;

/// Prunes a plan and its common tables.
pub fn plan(plan: &mut Plan) {
    let mut pruner = Pruner { needs: vec![Names::new(); plan.commons.len()] };
    let wanted = plan.root.fields.iter().map(|field| field.plan.clone()).collect();
    pruner.relation(&mut plan.root.relation, wanted);
    // A common table is read only by later ones and by the query.
    for index in (0..plan.commons.len()).rev() {
        let wanted = std::mem::take(&mut pruner.needs[index]);
        pruner.relation(&mut plan.commons[index], wanted);
    }
}

struct Pruner {
    needs: Vec<Names>,
}

impl Pruner {
    fn relation(&mut self, relation: &mut Relation, mut wanted: Names) {
        match relation {
            Relation::Unit | Relation::Steps { .. } => {}
            Relation::Scan { columns, .. } => keep(columns, |(plan, ..)| wanted.contains(plan)),
            Relation::Common { index, columns } => {
                keep(columns, |(plan, _)| wanted.contains(plan));
                if let Some(needs) = self.needs.get_mut(*index) {
                    needs.extend(columns.iter().map(|(_, there)| there.clone()));
                }
            }
            Relation::Project { input, items } => {
                keep(items, |(plan, _)| wanted.contains(plan));
                let below = self.reads(items.iter_mut().map(|(_, value)| value));
                self.relation(input, below);
            }
            Relation::Filter { input, condition } => {
                wanted.extend(self.reads(std::iter::once(condition)));
                self.relation(input, wanted);
            }
            Relation::Join { left, right, on, residual, .. } => {
                wanted.extend(self.reads(on.iter_mut().flat_map(|(one, two)| [one, two]).chain(residual)));
                self.relation(left, wanted.clone());
                self.relation(right, wanted);
            }
            Relation::Aggregate { input, keys, measures } => {
                measures.retain(|(plan, _)| wanted.contains(plan));
                let parts = keys.iter_mut().map(|(_, key)| key);
                let below = self.reads(parts.chain(measures.iter_mut().flat_map(|(_, measure)| measure.parts_mut())));
                self.relation(input, below);
            }
            Relation::Sort { input, keys } => {
                wanted.extend(self.reads(keys.iter_mut().map(|key| &mut key.by)));
                self.relation(input, wanted);
            }
            Relation::Window { input, calls } => {
                calls.retain(|(plan, _)| wanted.contains(plan));
                wanted.extend(self.reads(calls.iter_mut().flat_map(|(_, window)| window.parts_mut())));
                self.relation(input, wanted);
            }
            Relation::Unnest { input, items, .. } => {
                wanted.extend(self.reads(items.iter_mut().map(|(_, value)| value)));
                self.relation(input, wanted);
            }
            Relation::DistinctOn { input, on } => {
                wanted.extend(self.reads(on.iter_mut()));
                self.relation(input, wanted);
            }
            Relation::Limit { input, .. } => self.relation(input, wanted),
            // Rows are compared whole.
            Relation::Distinct { input } => {
                let all = input.columns().into_iter().collect();
                self.relation(input, all);
            }
            Relation::Members { left, right, .. } => {
                let all: Names = left.columns().into_iter().collect();
                self.relation(left, all.clone());
                self.relation(right, all);
            }
            Relation::Concat { inputs } => {
                for input in inputs {
                    self.relation(input, wanted.clone());
                }
            }
        }
    }

    /// The columns that scalars read; subqueries inside them are pruned on the way.
    fn reads<'s>(&mut self, scalars: impl Iterator<Item = &'s mut Scalar>) -> Names {
        let mut names = Names::new();
        for scalar in scalars {
            scalar.reads(&mut names);
            self.subqueries(scalar);
        }
        names
    }

    fn subqueries(&mut self, scalar: &mut Scalar) {
        match &mut scalar.node {
            Node::InQuery { query, column, .. } | Node::Subquery { query, column, .. } => {
                self.relation(query, Names::from([column.clone()]));
            }
            Node::Exists { query, .. } => self.relation(query, Names::new()),
            _ => {}
        }
        for part in scalar.parts_mut() {
            self.subqueries(part);
        }
    }
}

/// Keeps what is wanted, and one thing at least: rows must still count.
fn keep<T>(list: &mut Vec<T>, wanted: impl Fn(&T) -> bool) {
    if list.iter().any(&wanted) {
        list.retain(wanted);
    } else {
        list.truncate(1);
    }
}
