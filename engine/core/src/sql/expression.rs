//! Expressions over the columns of one table, as operations use them.

use std::collections::BTreeSet;

use polars::prelude::*;
use protocol::{Checked, Code};

use super::bind::{Binder, CasePart, Misfits};
use super::tree::{Node, Scalar};
use super::{lower, parse, place};

/// A compiled expression.
#[derive(Debug, Clone)]
pub struct Expression {
    scalar: Scalar,
    expr: Expr,
}

impl Expression {
    /// Compiles an expression of one row.
    ///
    /// # Errors
    /// Every `sql-…` code but those of running; `sql-aggregate-misplaced` for a measure.
    pub fn compile(text: &str, columns: &Schema) -> Checked<Self> {
        let scalar = Binder::new(&[]).expression(&parse::expression(text)?, columns, false)?;
        Self::of(scalar, columns)
    }

    /// Compiles a measure of a group of rows, such as `sum(amount) / count(*)`: columns stand only inside
    /// aggregate functions, of which there is at least one.
    ///
    /// # Errors
    /// Those of [`Self::compile`], and `sql-not-grouped`.
    pub fn compile_aggregate(text: &str, columns: &Schema) -> Checked<Self> {
        let scalar = Binder::new(&[]).expression(&parse::expression(text)?, columns, true)?;
        if let Some((name, at)) = loose_column(&scalar) {
            return Err(place::error(Code::SqlNotGrouped, Some(at)).with("column", name));
        }
        if !scalar.aggregates() {
            return Err(place::error(Code::SqlUnsupported, Some(scalar.at.0)).with("feature", "f(…)"));
        }
        if let Some(part) = constant_measure(&scalar) {
            return Err(place::error(Code::SqlUnsupported, Some(part.at.0)).with("feature", "sum(1)"));
        }
        Self::of(scalar, columns)
    }

    /// Compiles a `CASE` whose conditions, values and last value are texts of their own; null where none holds
    /// and no last value is given.
    ///
    /// # Errors
    /// Those of [`Self::compile`], for each part that has one.
    pub fn compile_cases(cases: &[(&str, &str)], otherwise: Option<&str>, columns: &Schema) -> Result<Self, Misfits> {
        let mut misfits = Misfits::new();
        let mut bind = |part: CasePart, text: &str| {
            let bound = parse::expression(text).and_then(|tree| Binder::new(&[]).expression(&tree, columns, false));
            bound.map_err(|finding| misfits.push((part, finding))).ok()
        };
        let mut branches = Vec::with_capacity(cases.len());
        for (index, (when, then)) in cases.iter().enumerate() {
            let parts = (bind(CasePart::When(index), when), bind(CasePart::Then(index), then));
            branches.extend(parts.0.zip(parts.1));
        }
        let otherwise = otherwise.map(|text| bind(CasePart::Otherwise, text));
        if !misfits.is_empty() {
            return Err(misfits);
        }
        let scalar = Binder::new(&[]).cases(branches, otherwise.flatten())?;
        Self::of(scalar, columns).map_err(|finding| vec![(CasePart::Otherwise, finding)])
    }

    fn of(scalar: Scalar, columns: &Schema) -> Checked<Self> {
        let expr = lower::expression(&scalar, columns)?;
        Ok(Self { scalar, expr })
    }

    /// The expression, for a plan over a frame of the same columns. A constant is one value.
    pub fn expr(&self) -> Expr {
        self.expr.clone()
    }

    /// Its type.
    pub fn kind(&self) -> DataType {
        self.scalar.kind.dtype()
    }

    /// The columns that it reads, by name.
    pub fn columns(&self) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        self.scalar.reads(&mut names);
        names.into_iter().map(|name| name.to_string()).collect()
    }
}

fn loose_column(scalar: &Scalar) -> Option<(String, protocol::Span)> {
    match &scalar.node {
        Node::Column(name) => Some((name.to_string(), scalar.at.0)),
        Node::Aggregate(_) => None,
        _ => scalar.parts().into_iter().find_map(loose_column),
    }
}

fn constant_measure(scalar: &Scalar) -> Option<&Scalar> {
    if let Node::Aggregate(aggregate) = &scalar.node {
        let mut names = BTreeSet::new();
        aggregate.args.iter().for_each(|arg| arg.reads(&mut names));
        return (names.is_empty() && !aggregate.args.is_empty()).then_some(scalar);
    }
    scalar.parts().into_iter().find_map(constant_measure)
}
