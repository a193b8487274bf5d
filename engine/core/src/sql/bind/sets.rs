//! `ROLLUP`, `CUBE`, `GROUPING SETS`: one grouping for each set of keys over the same rows, one after the
//! other; a key that a set does not have is null there, and `GROUPING` tells such a null from one of the
//! data.

use polars::prelude::PlSmallStr;
use protocol::{Checked, Code, Span};
use sqlparser::ast::Expr;

use super::call::{Argument, Called};
use super::grouping::Grouping;
use super::scalar::Scope;
use super::{Binder, correlate};
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{Node, Relation, Scalar, Value};

/// Most sets of keys of one query.
const MAX_SETS: usize = 256;
/// Most keys that a cube may have, and that `GROUPING` may ask about.
const MAX_KEYS: usize = 8;

impl Binder<'_> {
    /// The keys of a list of groups, each once, and which of them each set has; none if all have all.
    pub(super) fn sets(
        &mut self,
        list: &[Expr],
        keys: &mut Vec<(PlSmallStr, Scalar)>,
        mut key: impl FnMut(&mut Self, &Expr) -> Checked<Scalar>,
    ) -> Checked<Option<Vec<Vec<usize>>>> {
        let mut has_sets = false;
        // Every item multiplies the sets before it.
        let mut all: Vec<Vec<usize>> = vec![Vec::new()];
        for expr in list {
            let at = self.at(expr);
            let mut numbers = |binder: &mut Self, groups: &[Vec<Expr>]| -> Checked<Vec<Vec<usize>>> {
                let mut made = Vec::with_capacity(groups.len());
                for group in groups {
                    let mut set = Vec::with_capacity(group.len());
                    for expr in group {
                        let value = key(binder, expr)?;
                        let known = keys.iter().position(|(_, known)| *known == value);
                        set.push(known.unwrap_or(keys.len()));
                        if known.is_none() {
                            keys.push((binder.fresh(), value));
                        }
                    }
                    made.push(set);
                }
                Ok(made)
            };
            let sets: Vec<Vec<usize>> = match expr {
                Expr::Rollup(groups) => {
                    let groups = numbers(self, groups)?;
                    (0..=groups.len()).rev().map(|length| groups[..length].concat()).collect()
                }
                Expr::Cube(groups) => {
                    if groups.len() > MAX_KEYS {
                        return Err(place::error(Code::SqlTooComplex, Some(at)).with("limit", MAX_KEYS));
                    }
                    let groups = numbers(self, groups)?;
                    let last = groups.len().saturating_sub(1);
                    let pick = |set: usize| -> Vec<usize> {
                        let has = |index: &usize| set >> (last - index) & 1 == 1;
                        (0..groups.len()).filter(has).flat_map(|index| groups[index].clone()).collect()
                    };
                    (0..1_usize << groups.len()).rev().map(pick).collect()
                }
                Expr::GroupingSets(groups) => numbers(self, groups)?,
                // `()` is the set of no key.
                Expr::Tuple(none) if none.is_empty() => vec![Vec::new()],
                other => numbers(self, std::slice::from_ref(&vec![other.clone()]))?,
            };
            has_sets |= matches!(expr, Expr::Rollup(_) | Expr::Cube(_) | Expr::GroupingSets(_));
            if all.len().saturating_mul(sets.len()) > MAX_SETS {
                return Err(place::error(Code::SqlTooComplex, Some(at)).with("limit", MAX_SETS));
            }
            all = all
                .iter()
                .flat_map(|before| sets.iter().map(|set: &Vec<usize>| before.iter().chain(set).copied().collect()))
                .collect();
        }
        Ok(has_sets.then_some(all))
    }

    /// `GROUPING(a, b)`, where measures may stand.
    pub(super) fn grouping_of(&mut self, called: &Called, scope: &Scope, at: Span) -> Checked<Scalar> {
        if !scope.aggregates {
            return Err(place::error(Code::SqlAggregateMisplaced, Some(at)).with("function", "grouping"));
        }
        if called.args.is_empty() || called.args.len() > MAX_KEYS {
            return Err(place::error(Code::SqlArgumentCount, Some(at))
                .with("function", "grouping")
                .with("found", called.args.len())
                .with("expected", format!("1–{MAX_KEYS}")));
        }
        // It asks about keys, which names of the select list may hide.
        let of_keys = Scope { aliases_first: false, ..scope.of_rows() };
        let mut args = Vec::with_capacity(called.args.len());
        for arg in &called.args {
            match arg {
                Argument::Expr(expr) => args.push(self.scalar(expr, &of_keys)?),
                Argument::Star => return place::unsupported("f(*)", Some(at)),
            }
        }
        Ok(Scalar::new(Node::Grouping(args), Kind::Integer, at))
    }

    /// The column that a `GROUPING` becomes over the groups.
    pub(super) fn mark(&mut self, args: &[Scalar], grouping: &mut Grouping, at: Span) -> Checked<Scalar> {
        let mut asked = Vec::with_capacity(args.len());
        for arg in args {
            match grouping.keys.iter().position(|(_, key)| key == arg) {
                Some(index) => asked.push(index),
                None => return place::unsupported("GROUPING(…)", Some(arg.at.0)),
            }
        }
        let known = grouping.marks.iter().find(|(_, known)| *known == asked).map(|(plan, _)| plan.clone());
        let plan = known.unwrap_or_else(|| {
            let plan = self.fresh();
            grouping.marks.push((plan.clone(), asked));
            plan
        });
        Ok(Scalar::column(plan, Kind::Integer, at))
    }

    /// The relation of the groups of an input.
    pub(super) fn grouped(&mut self, input: Relation, grouping: Grouping) -> Checked<Relation> {
        let Grouping { keys, measures, sets, marks } = grouping;
        if sets.is_none() && marks.is_empty() {
            return Ok(Relation::Aggregate { input: Box::new(input), keys, measures });
        }
        if let Some(around) = self.outer.last() {
            correlate::refuse(&input, &correlate::plans(around))?;
        }
        let sets = sets.unwrap_or_else(|| vec![(0..keys.len()).collect()]);
        // The rows are computed once and read by every set.
        let columns: Vec<_> = input.columns().into_iter().map(|plan| (plan.clone(), plan)).collect();
        if columns.is_empty() {
            return place::unsupported("GROUPING SETS (FROM)", Some(self.here));
        }
        self.commons.push(input);
        self.reads.push(sets.len());
        let index = self.commons.len() - 1;
        let here = self.here;
        let mut inputs: Vec<Relation> = sets
            .iter()
            .map(|set| {
                let rows = Relation::Common { index, columns: columns.clone() };
                let own = keys.iter().enumerate().filter(|(key, _)| set.contains(key)).map(|(_, key)| key.clone());
                let groups =
                    Relation::Aggregate { input: Box::new(rows), keys: own.collect(), measures: measures.clone() };
                let mut items: Vec<(PlSmallStr, Scalar)> = Vec::new();
                for (number, (plan, key)) in keys.iter().enumerate() {
                    let node =
                        if set.contains(&number) { Node::Column(plan.clone()) } else { Node::Constant(Value::Null) };
                    items.push((plan.clone(), Scalar::new(node, key.kind.clone(), here)));
                }
                for (plan, _) in &measures {
                    items.push((plan.clone(), Scalar::column(plan.clone(), Kind::Null, here)));
                }
                for (plan, asked) in &marks {
                    let bit = |bits: i64, key: &usize| bits << 1 | i64::from(!set.contains(key));
                    let bits = Value::Integer(asked.iter().fold(0, bit));
                    items.push((plan.clone(), Scalar::new(Node::Constant(bits), Kind::Integer, here)));
                }
                Relation::Project { input: Box::new(groups), items }
            })
            .collect();
        Ok(match inputs.pop() {
            Some(only) if inputs.is_empty() => only,
            Some(last) => {
                inputs.push(last);
                Relation::Concat { inputs }
            }
            None => Relation::Unit,
        })
    }
}
