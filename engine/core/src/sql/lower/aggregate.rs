//! Groups and measures.

use std::collections::BTreeMap;

use polars::prelude::*;
use protocol::{Checked, Code, Span};

use super::{Runner, unit};
use crate::frame;
use crate::groups;
use crate::sql::functions::Measure;
use crate::sql::kernel::stretch::Stretches;
use crate::sql::kernel::window::{Layout, OrderKey};
use crate::sql::kernel::{checked, fail, measures, stretched};
use crate::sql::kind::Kind;
use crate::sql::place;
use crate::sql::tree::{Aggregate, Relation, Scalar, Value};

/// What is known of the values of a measured column.
#[derive(Debug, Clone, Copy)]
struct Facts {
    /// A group may hold no value at all.
    may_be_empty: bool,
    /// A sum of them may leave 64 bits.
    may_overflow: bool,
}

impl Facts {
    const NONE: Self = Self { may_be_empty: true, may_overflow: true };

    fn of(column: &Column, grouped: bool) -> Self {
        let integers = column.as_materialized_series().i64().ok();
        let may_overflow = integers.is_some_and(|values| !checked::sum_is_safe(values));
        Self { may_be_empty: !grouped || column.null_count() > 0, may_overflow }
    }
}

impl Runner<'_> {
    /// Groups of a relation.
    pub(super) fn aggregate(
        &mut self,
        input: &Relation,
        keys: &[(PlSmallStr, Scalar)],
        measures: &[(PlSmallStr, Aggregate)],
    ) -> Checked<LazyFrame> {
        // Keys and arguments first, each once, as plain columns.
        let mut items: Vec<(PlSmallStr, Scalar)> = keys.to_vec();
        let mut args: Vec<Vec<PlSmallStr>> = Vec::with_capacity(measures.len());
        for (_, measure) in measures {
            let mut names = Vec::with_capacity(measure.args.len());
            for arg in measure.parts() {
                let name = match items.iter().find(|(_, known)| known == arg) {
                    Some((name, _)) => name.clone(),
                    None => {
                        let name = self.fresh();
                        items.push((name.clone(), arg.clone()));
                        name
                    }
                };
                names.push(name);
            }
            args.push(names);
        }
        let rows = if items.is_empty() { self.relation(input)? } else { self.project(input, &items)? };
        let rows = frame::collect(rows)?;
        if measures.iter().any(|(_, measure)| measure.is_ours()) {
            return Ok(in_order(&rows, keys, measures, &args)?.lazy());
        }
        if let Some(made) = in_one_pass(&rows, keys, measures, &args)? {
            return Ok(made.lazy());
        }
        // Lists are grouped here alone.
        if keys.iter().any(|(_, key)| !key.kind.is_plain()) {
            return Ok(in_order(&rows, keys, measures, &args)?.lazy());
        }
        let mut facts = BTreeMap::new();
        for name in args.iter().flatten() {
            if let Ok(column) = rows.column(name) {
                facts.insert(name.clone(), Facts::of(column, !keys.is_empty()));
            }
        }
        let exprs = measures
            .iter()
            .zip(&args)
            .map(|((name, measure), args)| {
                let known = args.first().and_then(|arg| facts.get(arg)).copied().unwrap_or(Facts::NONE);
                let args = args.iter().map(|arg| col(arg.clone())).collect();
                build(measure, args, known, place_of(measure)).alias(name.clone())
            })
            .collect::<Vec<_>>();
        if keys.is_empty() {
            // Of no measure at all, the one group is still one row.
            return Ok(if exprs.is_empty() { unit().lazy() } else { rows.lazy().select(exprs) });
        }
        let keys = keys.iter().map(|(name, _)| col(name.clone())).collect();
        Ok(frame::collect(frame::group(rows.lazy(), keys, exprs))?.lazy())
    }

    /// A measure in the midst of an expression over groups that someone else makes.
    pub(super) fn measure(&mut self, aggregate: &Aggregate, at: Span) -> Checked<Expr> {
        if aggregate.is_ours() {
            return place::unsupported(&format!("{}(…)", aggregate.aggregator.name), Some(at));
        }
        let args = aggregate.args.iter().map(|arg| self.scalar(arg, None)).collect::<Checked<Vec<_>>>()?;
        Ok(build(aggregate, args, Facts::NONE, at))
    }
}

/// Groups numbered here, where keys and measures are of the common kinds; else Polars groups.
fn in_one_pass(
    rows: &DataFrame,
    keys: &[(PlSmallStr, Scalar)],
    measures: &[(PlSmallStr, Aggregate)],
    args: &[Vec<PlSmallStr>],
) -> Checked<Option<DataFrame>> {
    let common = |measure: &Aggregate| {
        let kind = measure.args.first().map(|arg| &arg.kind);
        let is_common = match measure.aggregator.measure {
            Measure::Count => true,
            Measure::Sum | Measure::Mean => kind.is_some_and(Kind::is_numeric),
            Measure::Min | Measure::Max => {
                kind.is_some_and(|kind| matches!(kind, Kind::Integer | Kind::Text | Kind::Date | Kind::Datetime))
            }
            _ => false,
        };
        is_common && !measure.distinct
    };
    if keys.is_empty() || !measures.iter().all(|(_, measure)| common(measure)) {
        return Ok(None);
    }
    let made = (|| -> PolarsResult<Option<DataFrame>> {
        let columns = keys.iter().map(|(name, _)| rows.column(name).cloned()).collect::<PolarsResult<Vec<_>>>()?;
        let Some(groups) = groups::by(&columns)? else { return Ok(None) };
        let first = IdxCa::from_vec(PlSmallStr::EMPTY, groups.first.clone());
        let mut made = columns.iter().map(|column| column.take(&first)).collect::<PolarsResult<Vec<_>>>()?;
        for ((name, measure), args) in measures.iter().zip(args) {
            let column = match args.first() {
                None => Some(measures::rows(&groups)),
                Some(arg) => {
                    let column = rows.column(arg)?.as_materialized_series();
                    measures::of(measure.aggregator.measure, column, &groups, place_of(measure))?
                }
            };
            match column {
                Some(column) => made.push(column.with_name(name.clone()).into_column()),
                None => return Ok(None),
            }
        }
        DataFrame::new(made).map(Some)
    })();
    made.map_err(|error| frame::fault(&error))
}

/// Groups numbered here, the rows of each in the order that a measure asks for, and measured by our kernels.
fn in_order(
    rows: &DataFrame,
    keys: &[(PlSmallStr, Scalar)],
    measures: &[(PlSmallStr, Aggregate)],
    args: &[Vec<PlSmallStr>],
) -> Checked<DataFrame> {
    let made = (|| -> PolarsResult<DataFrame> {
        let columns = keys.iter().map(|(name, _)| rows.column(name).cloned()).collect::<PolarsResult<Vec<_>>>()?;
        let groups = groups::by(&columns)?;
        if let (None, Some((_, key))) = (&groups, keys.first()) {
            return Err(unordered(key.at.0));
        }
        let mut made = Vec::with_capacity(keys.len() + measures.len());
        if let Some(groups) = &groups {
            let first = IdxCa::from_vec(PlSmallStr::EMPTY, groups.first.clone());
            made.extend(columns.iter().map(|column| column.take(&first)).collect::<PolarsResult<Vec<_>>>()?);
        }
        for ((name, measure), args) in measures.iter().zip(args) {
            let cells = args
                .iter()
                .map(|arg| Ok(rows.column(arg)?.as_materialized_series().rechunk()))
                .collect::<PolarsResult<Vec<Series>>>()?;
            let (cells, by) = cells.split_at(measure.args.len());
            let filter = by.get(measure.order.len());
            let order: Vec<OrderKey> = by
                .iter()
                .zip(&measure.order)
                .map(|(values, key)| OrderKey { values, descending: key.descending, nulls_last: key.nulls_last })
                .collect();
            let Some(layout) = Layout::of(groups.as_ref(), &order, rows.height())? else {
                return Err(unordered(place_of(measure)));
            };
            let ranges: Vec<(u32, u32)> = layout.partitions().collect();
            let measured = stretched::Measured {
                measure: measure.aggregator.measure,
                args: cells,
                parameter: measure.parameter.as_ref(),
                distinct: measure.distinct,
                filter,
                at: place_of(measure),
            };
            let column = stretched::over(&measured, &Stretches { rows: &layout.rows, ranges: &ranges })?;
            made.push(column.with_name(name.clone()).into_column());
        }
        DataFrame::new(made)
    })();
    made.map_err(|error| frame::fault(&error))
}

/// A key of a type that has no order.
pub(super) fn unordered(at: Span) -> PolarsError {
    fail(place::error(Code::SqlUnsupported, Some(at)).with("feature", "ORDER BY […]"))
}

pub(super) fn place_of(aggregate: &Aggregate) -> Span {
    aggregate.args.first().map(|arg| arg.at.0).unwrap_or_default()
}

fn build(aggregate: &Aggregate, args: Vec<Expr>, facts: Facts, at: Span) -> Expr {
    let integers = aggregate.args.first().is_some_and(|arg| arg.kind == Kind::Integer);
    let mut args = args.into_iter();
    let Some(arg) = args.next() else { return len().cast(DataType::Int64) };
    let values = || if aggregate.distinct { arg.clone().drop_nulls().unique_stable() } else { arg.clone() };
    let some = |measure: Expr, to: DataType| {
        if facts.may_be_empty {
            ternary_expr(arg.clone().count().gt(lit(0)), measure, lit(NULL).cast(to))
        } else {
            measure
        }
    };
    match aggregate.aggregator.measure {
        Measure::Count if aggregate.distinct => arg.clone().drop_nulls().n_unique().cast(DataType::Int64),
        Measure::Count => arg.count().cast(DataType::Int64),
        Measure::CountIf => some(arg.clone().fill_null(lit(false)).cast(DataType::Int64).sum(), DataType::Int64),
        Measure::Sum if integers && facts.may_overflow => some(checked::sum(values(), at), DataType::Int64),
        Measure::Sum if integers => some(values().sum(), DataType::Int64),
        Measure::Sum => some(values().sum(), DataType::Float64),
        Measure::Mean => values().mean(),
        Measure::Min => arg.min(),
        Measure::Max => arg.max(),
        Measure::Median => values().median(),
        Measure::Quantile => values().quantile(lit(fraction(aggregate)), QuantileMethod::Linear),
        Measure::DeviationSample => values().std(1),
        Measure::DeviationPopulation => values().std(0),
        Measure::VarianceSample => values().var(1),
        Measure::VariancePopulation => values().var(0),
        Measure::BoolAnd => some(arg.clone().all(true), DataType::Boolean),
        Measure::BoolOr => some(arg.clone().any(true), DataType::Boolean),
        Measure::AnyValue => arg.drop_nulls().first(),
        // Those that are ours never come here (see `Measure::is_ours`).
        _ => pearson_corr(arg, args.next().unwrap_or_else(|| lit(NULL))),
    }
}

fn fraction(aggregate: &Aggregate) -> f64 {
    match aggregate.parameter {
        Some(Value::Number(fraction)) => fraction,
        _ => 0.5,
    }
}
