//! `UNNEST`: rows repeated for the cells of their lists.

use polars::prelude::*;
use protocol::{Checked, Code};

use super::Runner;
use crate::frame;
use crate::lists::Lists;
use crate::sql::kernel::fail;
use crate::sql::place;
use crate::sql::tree::{Relation, Scalar};

/// Most rows that lists may make.
const MAX_ROWS: usize = 20_000_000;

impl Runner<'_> {
    /// A row for each cell; the columns of the input, the cells, and their number if it has a name.
    pub(super) fn unnest(
        &mut self,
        input: &Relation,
        items: &[(PlSmallStr, Scalar)],
        number: Option<&PlSmallStr>,
        outer: bool,
    ) -> Checked<LazyFrame> {
        let lazy = self.relation(input)?;
        let scalars: Vec<&Scalar> = items.iter().map(|(_, value)| value).collect();
        let (lazy, names) = self.named(lazy, &scalars)?;
        let rows = frame::collect(lazy)?;
        let at = scalars.first().map(|first| first.at.0);
        let made = (|| {
            let lists = names
                .iter()
                .map(|name| Lists::of(rows.column(name)?.as_materialized_series()))
                .collect::<PolarsResult<Vec<_>>>()?;
            let mut taken: Vec<IdxSize> = Vec::new();
            let mut cells: Vec<Vec<Option<IdxSize>>> = vec![Vec::new(); lists.len()];
            let mut numbers: Vec<Option<i64>> = Vec::new();
            for row in 0..rows.height() {
                let ranges: Vec<_> = lists.iter().map(|lists| lists.get(row).unwrap_or_default()).collect();
                let count = ranges.iter().map(|range| range.len()).max().unwrap_or(0);
                if taken.len() + count > MAX_ROWS {
                    let found = place::error(Code::ResultTooLarge, at);
                    return Err(fail(found.with("rows", taken.len() + count).with("limit", MAX_ROWS)));
                }
                for place in 0..count.max(usize::from(outer)) {
                    taken.push(row as IdxSize);
                    for (cells, range) in cells.iter_mut().zip(&ranges) {
                        cells.push((place < range.len()).then_some((range.start + place) as IdxSize));
                    }
                    numbers.push((place < count).then_some(place as i64 + 1));
                }
            }
            let taken = IdxCa::from_vec(PlSmallStr::EMPTY, taken);
            let mut columns = input
                .columns()
                .iter()
                .map(|name| rows.column(name)?.take(&taken))
                .collect::<PolarsResult<Vec<Column>>>()?;
            for (((plan, _), lists), cells) in items.iter().zip(&lists).zip(cells) {
                let made = lists.cells.take(&cells.into_iter().collect::<IdxCa>())?;
                columns.push(made.with_name(plan.clone()).into_column());
            }
            columns.extend(number.map(|plan| Column::new(plan.clone(), numbers)));
            DataFrame::new(columns)
        })();
        made.map(DataFrame::lazy).map_err(|error| frame::fault(&error))
    }
}
