//! Windows: the columns that calls need, then the calls, those over the same rows in one go.

use polars::prelude::*;
use protocol::{Checked, Span};

use super::Runner;
use super::aggregate::{place_of, unordered};
use super::relation::columns_of;
use crate::frame;
use crate::groups;
use crate::sql::kernel::stretch::Stretches;
use crate::sql::kernel::stretched;
use crate::sql::kernel::window::{Layout, OrderKey, Placed, places, stretches};
use crate::sql::tree::{Key, Relation, Scalar, Window, Windowed};

/// A layout that several calls may share: what it partitions and orders by, by name.
struct Shared {
    partition: Vec<PlSmallStr>,
    order: Vec<(PlSmallStr, bool, bool)>,
    layout: Layout,
}

impl Runner<'_> {
    /// A relation with the columns of its windows; rows keep their order.
    pub(super) fn window(&mut self, input: &Relation, calls: &[(PlSmallStr, Window)]) -> Checked<LazyFrame> {
        let mut wanted: Vec<&Scalar> = Vec::new();
        for part in calls.iter().flat_map(|(_, window)| window.parts()) {
            if !wanted.contains(&part) {
                wanted.push(part);
            }
        }
        let lazy = self.relation(input)?;
        let (lazy, names) = self.named(lazy, &wanted)?;
        let rows = frame::collect(lazy)?;
        let name = |scalar: &Scalar| {
            wanted
                .iter()
                .position(|known| *known == scalar)
                .and_then(|index| names.get(index).cloned())
                .unwrap_or_default()
        };
        let made = (|| {
            let mut shared: Vec<Shared> = Vec::new();
            let mut made = Vec::with_capacity(calls.len());
            for (plan, window) in calls {
                let column = call(&rows, window, &name, &mut shared)?;
                made.push(column.with_name(plan.clone()).into_column());
            }
            rows.hstack(&made)
        })();
        let made = made.map_err(|error| frame::fault(&error))?;
        let plans = calls.iter().map(|(plan, _)| col(plan.clone()));
        Ok(made.lazy().select(columns_of(input).into_iter().chain(plans).collect::<Vec<_>>()))
    }
}

fn call(
    rows: &DataFrame,
    window: &Window,
    name: &impl Fn(&Scalar) -> PlSmallStr,
    shared: &mut Vec<Shared>,
) -> PolarsResult<Series> {
    let series = |scalar: &Scalar| -> PolarsResult<Series> {
        Ok(rows.column(&name(scalar))?.as_materialized_series().rechunk())
    };
    let at = window.parts().first().map_or(Span::default(), |part| part.at.0);
    let layout = layout(rows, window, name, shared, at)?;
    let key = window.order.first().map(|key| Ok::<_, PolarsError>((series(&key.by)?, key.descending))).transpose()?;
    let ranges = stretches(layout, &window.frame, key.as_ref().map(|(values, descending)| (values, *descending)))?;
    match &window.what {
        Windowed::Function { function, args, ignore_nulls } => {
            let args = args.iter().map(series).collect::<PolarsResult<Vec<_>>>()?;
            let placed = Placed { place: function.place, args: &args, ignore_nulls: *ignore_nulls, at };
            places(&placed, layout, &ranges)
        }
        Windowed::Measure(aggregate) => {
            let args = aggregate.args.iter().map(series).collect::<PolarsResult<Vec<_>>>()?;
            let filter = aggregate.filter.as_deref().map(series).transpose()?;
            let measured = stretched::Measured {
                measure: aggregate.aggregator.measure,
                args: &args,
                parameter: aggregate.parameter.as_ref(),
                distinct: aggregate.distinct,
                filter: filter.as_ref(),
                at: place_of(aggregate),
            };
            let by_position = stretched::over(&measured, &Stretches { rows: &layout.rows, ranges: &ranges })?;
            let positions: Vec<u32> = (0..layout.rows.len() as u32).collect();
            by_position.take(&IdxCa::from_vec(PlSmallStr::EMPTY, layout.by_row(&positions, 0)))
        }
    }
}

fn layout<'s>(
    rows: &DataFrame,
    window: &Window,
    name: &impl Fn(&Scalar) -> PlSmallStr,
    shared: &'s mut Vec<Shared>,
    at: Span,
) -> PolarsResult<&'s Layout> {
    let partition: Vec<PlSmallStr> = window.partition.iter().map(name).collect();
    let named = |key: &Key| (name(&key.by), key.descending, key.nulls_last);
    let order: Vec<(PlSmallStr, bool, bool)> = window.order.iter().map(named).collect();
    if let Some(index) = shared.iter().position(|known| known.partition == partition && known.order == order) {
        return Ok(&shared[index].layout);
    }
    let columns = partition.iter().map(|name| rows.column(name).cloned()).collect::<PolarsResult<Vec<_>>>()?;
    let groups = groups::by(&columns)?;
    if groups.is_none() && !columns.is_empty() {
        return Err(unordered(at));
    }
    let values = order
        .iter()
        .map(|(name, ..)| Ok(rows.column(name)?.as_materialized_series().rechunk()))
        .collect::<PolarsResult<Vec<Series>>>()?;
    let keys: Vec<OrderKey> = values
        .iter()
        .zip(&order)
        .map(|(values, (_, descending, nulls_last))| OrderKey {
            values,
            descending: *descending,
            nulls_last: *nulls_last,
        })
        .collect();
    let Some(layout) = Layout::of(groups.as_ref(), &keys, rows.height())? else { return Err(unordered(at)) };
    shared.push(Shared { partition, order, layout });
    shared.last().map(|last| &last.layout).ok_or_else(|| unordered(at))
}
