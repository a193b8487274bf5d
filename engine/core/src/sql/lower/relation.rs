//! Relations.

use polars::prelude::*;
use protocol::Checked;

use super::{Runner, unit};
use crate::frame;
use crate::groups;
use crate::sql::kernel::{date, top};
use crate::sql::kind::Kind;
use crate::sql::tree::{JoinKind, Key, Membership, Node, Offset, Relation, Scalar};

impl Runner<'_> {
    /// A column name that no plan name takes.
    pub(super) fn fresh(&mut self) -> PlSmallStr {
        self.next += 1;
        PlSmallStr::from_string(format!("r{}", self.next))
    }

    /// The plan of a relation; its columns have their plan names. Where rows are counted, it is run.
    pub(super) fn relation(&mut self, relation: &Relation) -> Checked<LazyFrame> {
        let lazy = self.plan_of(relation)?;
        if self.counts.is_none() {
            return Ok(lazy);
        }
        let made = frame::collect(lazy)?;
        if let Some(counts) = &mut self.counts {
            counts.push((std::ptr::from_ref(relation), made.height()));
        }
        Ok(made.lazy())
    }

    fn plan_of(&mut self, relation: &Relation) -> Checked<LazyFrame> {
        match relation {
            Relation::Unit => Ok(unit().lazy()),
            Relation::Steps { column, kind, first, step, count } => steps(column, kind, *first, step, *count),
            Relation::Scan { table, columns } => Ok(self.scan(*table, columns)),
            Relation::Common { index, columns } => {
                let items: Vec<Expr> =
                    columns.iter().map(|(here, there)| col(there.clone()).alias(here.clone())).collect();
                Ok(self.common(*index)?.select(items))
            }
            Relation::Project { input, items } => self.project(input, items),
            Relation::Filter { input, condition } => self.filter(input, condition),
            Relation::Join { kind, left, right, on, residual } => self.join(*kind, left, right, on, residual.as_ref()),
            Relation::Aggregate { input, keys, measures } => self.aggregate(input, keys, measures),
            Relation::Sort { input, keys } => {
                let (lazy, keys) = self.keyed(input, keys)?;
                Ok(frame::sort(lazy, &keys).select(columns_of(relation)))
            }
            Relation::Limit { input, skip, take } => self.limit(input, *skip, *take),
            Relation::Distinct { input } => self.distinct(input),
            Relation::DistinctOn { input, on } => self.distinct_on(input, on),
            Relation::Window { input, calls } => self.window(input, calls),
            Relation::Unnest { input, items, number, outer } => self.unnest(input, items, number.as_ref(), *outer),
            Relation::Concat { inputs } => {
                let plans = inputs
                    .iter()
                    .map(|input| Ok(self.relation(input)?.select(columns_of(input))))
                    .collect::<Checked<Vec<_>>>()?;
                let arguments = UnionArgs { parallel: false, rechunk: false, ..Default::default() };
                polars::prelude::concat(plans, arguments).map_err(|error| frame::fault(&error))
            }
            Relation::Members { membership, left, right } => {
                let names = left.columns();
                let left = self.relation(left)?.select(columns_of(left));
                let right = self.relation(right)?.select(columns_of(right));
                let different = frame::distinct(left, None, UniqueKeepStrategy::First);
                Ok(frame::members(different, right, &names, *membership == Membership::Intersect))
            }
        }
    }

    fn scan(&self, table: usize, columns: &[(PlSmallStr, PlSmallStr, Kind)]) -> LazyFrame {
        let Some(frame) = self.frames.get(table) else { return unit().lazy() };
        let items: Vec<Expr> = columns
            .iter()
            .map(|(plan, name, kind)| {
                let stored = frame.schema().get(name).is_some_and(|dtype| *dtype == kind.dtype());
                let column = if stored { col(name.clone()) } else { col(name.clone()).cast(kind.dtype()) };
                column.alias(plan.clone())
            })
            .collect();
        (*frame).clone().lazy().select(items)
    }

    /// A common table: in place where it is read once, else computed once.
    fn common(&mut self, index: usize) -> Checked<LazyFrame> {
        if let Some(Some(made)) = self.made.get(index) {
            return Ok(made.clone().lazy());
        }
        let commons = self.commons;
        let Some(relation) = commons.get(index) else { return Ok(unit().lazy()) };
        let lazy = self.relation(relation)?;
        if self.reads.get(index).copied().unwrap_or(0) < 2 {
            return Ok(lazy);
        }
        let made = frame::collect(lazy)?;
        if let Some(place) = self.made.get_mut(index) {
            *place = Some(made.clone());
        }
        Ok(made.lazy())
    }

    pub(super) fn project(&mut self, input: &Relation, items: &[(PlSmallStr, Scalar)]) -> Checked<LazyFrame> {
        let lazy = self.relation(input)?;
        let exprs = items
            .iter()
            .map(|(name, value)| Ok(self.scalar(value, None)?.alias(name.clone())))
            .collect::<Checked<Vec<_>>>()?;
        // Constants alone would give one row: beside the input's columns they give as many as it has.
        if items.iter().any(|(_, value)| self.reads_rows(value)) {
            return Ok(lazy.select(exprs));
        }
        let names: Vec<Expr> = items.iter().map(|(name, _)| col(name.clone())).collect();
        Ok(lazy.with_columns(exprs).select(names))
    }

    fn filter(&mut self, input: &Relation, condition: &Scalar) -> Checked<LazyFrame> {
        let lazy = self.relation(input)?;
        let expr = self.scalar(condition, None)?;
        if self.reads_rows(condition) {
            return Ok(lazy.filter(expr));
        }
        // A constant keeps all rows or none.
        let holds =
            matches!(&expr, Expr::Literal(LiteralValue::Scalar(value)) if *value.value() == AnyValue::Boolean(true));
        Ok(if holds { lazy } else { lazy.slice(0, 0) })
    }

    /// A relation with its sort keys as columns.
    fn keyed(&mut self, input: &Relation, keys: &[Key]) -> Checked<(LazyFrame, Vec<frame::SortKey>)> {
        let mut lazy = self.relation(input)?;
        let mut made = Vec::with_capacity(keys.len());
        for key in keys {
            let by = match &key.by.node {
                Node::Column(name) => col(name.clone()),
                // A constant orders nothing.
                _ if !self.reads_rows(&key.by) => continue,
                _ => {
                    let name = self.fresh();
                    lazy = lazy.with_column(self.scalar(&key.by, None)?.alias(name.clone()));
                    col(name)
                }
            };
            made.push(frame::SortKey { by, descending: key.descending, nulls_last: key.nulls_last });
        }
        Ok((lazy, made))
    }

    /// The first of equal rows.
    fn distinct(&mut self, input: &Relation) -> Checked<LazyFrame> {
        let rows = frame::collect(self.relation(input)?.select(columns_of(input)))?;
        let numbered = groups::by(rows.get_columns()).map_err(|error| frame::fault(&error))?;
        let Some(numbered) = numbered else {
            return Ok(frame::distinct(rows.lazy(), None, UniqueKeepStrategy::First));
        };
        let first = IdxCa::from_vec(PlSmallStr::EMPTY, numbered.first);
        rows.take(&first).map(DataFrame::lazy).map_err(|error| frame::fault(&error))
    }

    /// The first row for each combination of values.
    fn distinct_on(&mut self, input: &Relation, on: &[Scalar]) -> Checked<LazyFrame> {
        let lazy = self.relation(input)?;
        let (lazy, names) = self.named(lazy, &on.iter().collect::<Vec<_>>())?;
        let rows = frame::collect(lazy)?;
        let made = (|| {
            let columns = names.iter().map(|name| rows.column(name).cloned()).collect::<PolarsResult<Vec<_>>>()?;
            match groups::by(&columns)? {
                Some(groups) => rows.take(&IdxCa::from_vec(PlSmallStr::EMPTY, groups.first)),
                None => Ok(rows.clone()),
            }
        })();
        Ok(made.map_err(|error| frame::fault(&error))?.lazy().select(columns_of(input)))
    }

    /// A plan with scalars as columns beside its own, and the names of those.
    pub(super) fn named(&mut self, lazy: LazyFrame, scalars: &[&Scalar]) -> Checked<(LazyFrame, Vec<PlSmallStr>)> {
        let (mut names, mut exprs) = (Vec::with_capacity(scalars.len()), Vec::new());
        for scalar in scalars {
            if let Node::Column(name) = &scalar.node {
                names.push(name.clone());
                continue;
            }
            let name = self.fresh();
            exprs.push(self.scalar(scalar, None)?.alias(name.clone()));
            names.push(name);
        }
        Ok((if exprs.is_empty() { lazy } else { lazy.with_columns(exprs) }, names))
    }

    fn limit(&mut self, input: &Relation, skip: u64, take: Option<u64>) -> Checked<LazyFrame> {
        let rows = IdxSize::try_from(take.unwrap_or(u64::MAX)).unwrap_or(IdxSize::MAX);
        let skipped = i64::try_from(skip).unwrap_or(i64::MAX);
        if let (Relation::Sort { input: inner, keys }, Some(take)) = (input, take) {
            let (lazy, keys) = self.keyed(inner, keys)?;
            let wanted = usize::try_from(take.saturating_add(skip)).unwrap_or(usize::MAX);
            let kept = top::candidates(frame::collect(lazy)?, &keys, wanted)?;
            let sorted = frame::sort(kept.lazy(), &keys);
            return Ok(sorted.slice(skipped, rows).select(columns_of(input)));
        }
        Ok(self.relation(input)?.slice(skipped, rows))
    }
}

/// One column of values at even steps.
fn steps(column: &PlSmallStr, kind: &Kind, first: i64, step: &Offset, count: usize) -> Checked<LazyFrame> {
    let next = |value: &i64| date::step(*value, step);
    let values: Vec<i64> = std::iter::successors(Some(first), next).take(count).collect();
    let made = Int64Chunked::from_vec(column.clone(), values).into_series().cast(&kind.dtype());
    made.map(|made| made.into_frame().lazy()).map_err(|error| frame::fault(&error))
}

/// The columns of a relation, and nothing that came beside them.
pub(super) fn columns_of(relation: &Relation) -> Vec<Expr> {
    relation.columns().into_iter().map(col).collect()
}

/// The kind of join that SQL means and Polars has.
pub(super) fn how(kind: JoinKind) -> JoinType {
    match kind {
        JoinKind::Inner => JoinType::Inner,
        JoinKind::Left | JoinKind::Right => JoinType::Left,
        JoinKind::Full => JoinType::Full,
        JoinKind::Semi => JoinType::Semi,
        JoinKind::Anti => JoinType::Anti,
    }
}
