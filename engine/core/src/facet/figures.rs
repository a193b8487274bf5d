//! What there is to choose from in a column: one grouping of its values gives all figures but the histogram.

use polars::prelude::*;
use protocol::Checked;
use protocol::facet::{Facet, FacetFigures};
use protocol::profile::ValueCount;
use protocol::table::{ColumnInfo, ColumnType, MAX_CELL_CHARS};

use super::holds;
use crate::cell;
use crate::frame;
use crate::profile::{self, COUNT, VALUE};
use crate::sql::shape;
use crate::table::{Table, column_type};

/// Most frequent values that are listed.
const VALUES: usize = 60;
/// Most frequent patterns that are listed.
const PATTERNS: usize = 40;

/// The figures of a column under the facets of the other columns. A search narrows the listed values.
///
/// # Errors
/// As of [`super::rows`].
pub fn figures(table: &Table, name: &str, facets: &[Facet], search: &str) -> Checked<FacetFigures> {
    let column = table.column(name)?;
    let kind = column_type(column.dtype());
    let others: Vec<Facet> = facets.iter().filter(|facet| facet.column != name).cloned().collect();
    let kept = match holds(table, facets)? {
        Some(mask) => u64::from(mask.sum().unwrap_or(0)),
        None => table.height() as u64,
    };
    let column = match holds(table, &others)? {
        Some(mask) => column.filter(&mask).map_err(|error| frame::fault(&error))?,
        None => column.clone(),
    };
    let counts = profile::counts(&column)?;
    let (patterns, blank) = if kind == ColumnType::Text { shapes(&counts)? } else { (None, 0) };
    let listed = searched(&counts, search)?;
    let nulls = column.null_count() as u64;
    let null_is_listed = u64::from(nulls > 0 && search.is_empty());
    let values = most_frequent(&listed, VALUES)?.into_iter().filter(is_whole).collect();
    Ok(FacetFigures {
        column: ColumnInfo { name: name.to_owned(), kind },
        rows: table.height() as u64,
        considered: column.len() as u64,
        kept,
        distinct: (listed.height() as u64).saturating_sub(null_is_listed),
        values,
        missing: nulls,
        blank,
        histogram: profile::histogram_of(&column),
        distinct_patterns: patterns.as_ref().map_or(0, |patterns| patterns.height() as u64),
        patterns: patterns.map(|patterns| most_frequent(&patterns, PATTERNS)).transpose()?.unwrap_or_default(),
        duplicated: duplicated(&counts),
    })
}

/// The most frequent of counted values; of equally frequent ones those that stand first in the table. Only what is
/// listed is sorted: a column of a million different texts is looked at in the time of its grouping.
fn most_frequent(counts: &DataFrame, limit: usize) -> Checked<Vec<ValueCount>> {
    let rows = numbers(counts);
    let mut kept = counts.clone();
    if rows.len() > limit {
        let mut ranked = rows.clone();
        let least = *ranked.select_nth_unstable_by(limit - 1, |one, two| two.cmp(one)).1;
        let mut ties = limit - rows.iter().filter(|rows| **rows > least).count();
        let is_kept = rows.iter().map(|rows| {
            let is_tie = *rows == least && ties > 0;
            ties -= usize::from(is_tie);
            *rows > least || is_tie
        });
        let mask: BooleanChunked = is_kept.collect();
        kept = counts.filter(&mask).map_err(|error| frame::fault(&error))?;
    }
    profile::top(&kept, limit as u32)
}

/// A value that was cut cannot be asked for again.
fn is_whole(entry: &ValueCount) -> bool {
    entry.value.as_ref().is_none_or(|value| value.chars().nth(MAX_CELL_CHARS).is_none())
}

/// The groups whose value contains a text, in any case.
fn searched(counts: &DataFrame, search: &str) -> Checked<DataFrame> {
    if search.is_empty() {
        return Ok(counts.clone());
    }
    let wanted = search.to_lowercase();
    let values = counts.column(VALUE).map_err(|error| frame::fault(&error))?;
    let texts = cell::texts(values, MAX_CELL_CHARS);
    let mask: BooleanChunked =
        texts.iter().map(|text| text.as_ref().is_some_and(|text| text.to_lowercase().contains(&wanted))).collect();
    counts.filter(&mask).map_err(|error| frame::fault(&error))
}

/// The shapes of texts with the rows of each, and the rows of blank texts.
fn shapes(counts: &DataFrame) -> Checked<(Option<DataFrame>, u64)> {
    let error = |error| frame::fault(&error);
    let values = counts.column(VALUE).map_err(error)?.as_materialized_series().cast(&DataType::String);
    let (values, rows) = (values.map_err(error)?, numbers(counts));
    let values = values.str().map_err(error)?;
    let blank = values.iter().zip(&rows).filter(|(value, _)| value.is_some_and(|text| text.trim().is_empty()));
    let blank = blank.map(|(_, rows)| rows).sum();
    let shapes: StringChunked = values.iter().map(|value| value.map(shape)).collect();
    let shapes = shapes.with_name(VALUE.into()).into_column();
    let frame = DataFrame::new(vec![shapes, Column::new(COUNT.into(), rows)]).map_err(error)?;
    let plan = frame.lazy().filter(col(VALUE).is_not_null());
    frame::collect(frame::group(plan, vec![col(VALUE)], vec![col(COUNT).sum()])).map(|made| (Some(made), blank))
}

/// Rows whose value is not null and stands in more than one row.
fn duplicated(counts: &DataFrame) -> u64 {
    let Ok(values) = counts.column(VALUE) else { return 0 };
    let nulls = values.is_null();
    let rows = numbers(counts).into_iter().zip(nulls.iter());
    rows.filter(|(rows, is_null)| *rows > 1 && *is_null != Some(true)).map(|(rows, _)| rows).sum()
}

fn numbers(counts: &DataFrame) -> Vec<u64> {
    let cast = counts.column(COUNT).ok().and_then(|counts| counts.cast(&DataType::UInt64).ok());
    cast.as_ref()
        .and_then(|counts| counts.u64().ok())
        .map(|counts| counts.iter().flatten().collect())
        .unwrap_or_default()
}
