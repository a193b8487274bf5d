//! Figures of columns: the profile of one, and the summaries that headers show for all.

use polars::prelude::*;
use protocol::Checked;
use protocol::profile::{ColumnProfile, ColumnSummary, HistogramBin, NumericProfile, TextProfile, ValueCount};
use protocol::table::{ColumnInfo, ColumnType, MAX_CELL_CHARS};

use crate::cell;
use crate::frame::{self, SortKey};
use crate::table::{Table, column_type};

/// Bins of a profile's histogram.
const BINS: usize = 20;
/// Bins of a header.
const HEADER_BINS: usize = 12;
/// Most frequent values that are shown.
const TOP: u32 = 12;

/// The full profile of a column.
///
/// # Errors
/// `column-unknown`.
pub fn column(table: &Table, name: &str) -> Checked<ColumnProfile> {
    let column = table.column(name)?;
    let kind = column_type(column.dtype());
    let scale = Scale::of(column);
    let numbers = scale.as_ref().map(|scale| scale.finite());
    let numeric = match (kind, &numbers) {
        (ColumnType::Integer | ColumnType::Number | ColumnType::Decimal, Some(numbers)) => numeric(column, numbers),
        _ => None,
    };
    let counts = counts(column)?;
    let nulls = column.null_count() as u64;
    let (min, max) = extremes(column);
    Ok(ColumnProfile {
        name: name.to_owned(),
        kind,
        rows: column.len() as u64,
        nulls,
        distinct: (counts.height() as u64).saturating_sub(u64::from(nulls > 0)),
        min,
        max,
        numeric,
        text: if kind == ColumnType::Text { text(column) } else { None },
        histogram: scale.as_ref().map(histogram).unwrap_or_default(),
        top: top(&counts, TOP)?,
    })
}

/// What the header of each visible column shows.
pub fn summaries(table: &Table) -> Vec<ColumnSummary> {
    let columns = table.columns();
    let found = columns.into_iter().filter_map(|info| table.frame.column(&info.name).ok().map(|column| (info, column)));
    found.map(|(info, column)| summary(info, column)).collect()
}

fn summary(column: ColumnInfo, values: &Column) -> ColumnSummary {
    let bins = Scale::of(values).map(|scale| scale.bins(HEADER_BINS)).unwrap_or_default();
    ColumnSummary { column, nulls: values.null_count() as u64, bins }
}

/// A column on a line of numbers: numbers themselves, days, microseconds.
struct Scale {
    numbers: Vec<f64>,
    low: f64,
    high: f64,
    dtype: DataType,
}

impl Scale {
    fn of(column: &Column) -> Option<Self> {
        let kind = column_type(column.dtype());
        if matches!(kind, ColumnType::Boolean | ColumnType::Text | ColumnType::Other) {
            return None;
        }
        let series = column.as_materialized_series();
        let physical =
            if kind == ColumnType::Decimal { series.clone() } else { series.to_physical_repr().into_owned() };
        let numbers = physical.cast(&DataType::Float64).ok()?;
        let numbers: Vec<f64> = numbers.f64().ok()?.iter().flatten().filter(|number| number.is_finite()).collect();
        let low = numbers.iter().copied().reduce(f64::min)?;
        let high = numbers.iter().copied().reduce(f64::max)?;
        Some(Self { numbers, low, high, dtype: series.dtype().clone() })
    }

    fn finite(&self) -> Vec<f64> {
        self.numbers.clone()
    }

    fn bins(&self, wanted: usize) -> Vec<u64> {
        let count = self.bin_count(wanted);
        let mut bins = vec![0; count];
        let width = (self.high - self.low) / count as f64;
        for number in &self.numbers {
            let bin = if width > 0.0 && width.is_finite() { ((number - self.low) / width) as usize } else { 0 };
            bins[bin.min(count - 1)] += 1;
        }
        bins
    }

    /// No more bins than there are whole values between the extremes, where values are whole.
    fn bin_count(&self, wanted: usize) -> usize {
        let span = self.high - self.low;
        if span == 0.0 {
            1
        } else if self.dtype.is_integer() || self.dtype == DataType::Date {
            wanted.min((span + 1.0).min(1e6) as usize)
        } else {
            wanted
        }
    }

    fn label(&self, number: f64) -> String {
        match &self.dtype {
            dtype if dtype.is_integer() || dtype.is_float() || matches!(dtype, DataType::Decimal(..)) => {
                cell::number(number)
            }
            dtype => {
                let ticks = Series::new("t".into(), [number.round() as i64]);
                let physical = if *dtype == DataType::Date { DataType::Int32 } else { DataType::Int64 };
                let value = ticks.cast(&physical).and_then(|ticks| ticks.cast(dtype)).ok();
                value
                    .and_then(|value| cell::texts(&value.into_column(), MAX_CELL_CHARS).pop().flatten())
                    .unwrap_or_default()
            }
        }
    }
}

/// The histogram of a profile, for the finite values of a column; none where they lie on no line.
pub(crate) fn histogram_of(column: &Column) -> Vec<HistogramBin> {
    Scale::of(column).as_ref().map(histogram).unwrap_or_default()
}

fn histogram(scale: &Scale) -> Vec<HistogramBin> {
    let bins = scale.bins(BINS);
    let width = (scale.high - scale.low) / bins.len() as f64;
    let bound = |index: usize| if index == bins.len() { scale.high } else { scale.low + width * index as f64 };
    bins.iter()
        .enumerate()
        .map(|(index, count)| HistogramBin {
            low: scale.label(bound(index)),
            high: scale.label(bound(index + 1)),
            count: *count,
        })
        .collect()
}

fn numeric(column: &Column, finite: &[f64]) -> Option<NumericProfile> {
    let all = column.as_materialized_series().cast(&DataType::Float64).ok()?;
    let nans = all.f64().ok()?.iter().flatten().filter(|number| number.is_nan()).count() as u64;
    let count = finite.len() as f64;
    let mean = finite.iter().sum::<f64>() / count;
    let squares: f64 = finite.iter().map(|number| (number - mean) * (number - mean)).sum();
    let mut sorted = finite.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    Some(NumericProfile {
        mean,
        std_dev: (finite.len() > 1).then(|| libm::sqrt(squares / (count - 1.0))),
        quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map(|share| quantile(&sorted, share)),
        zeros: finite.iter().filter(|number| **number == 0.0).count() as u64,
        negatives: finite.iter().filter(|number| **number < 0.0).count() as u64,
        nans,
    })
}

/// Linear interpolation between the two nearest values (type 7 of Hyndman and Fan, 1996).
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let (low, part) = (place.floor() as usize, place.fract());
    let high = (low + 1).min(sorted.len() - 1);
    sorted[low] + (sorted[high] - sorted[low]) * part
}

fn text(column: &Column) -> Option<TextProfile> {
    let series = column.as_materialized_series().cast(&DataType::String).ok()?;
    let mut profile = TextProfile { blank: 0, untrimmed: 0, min_chars: u32::MAX, max_chars: 0 };
    for cell in series.str().ok()?.iter().flatten() {
        let chars = if cell.is_ascii() { cell.len() } else { cell.chars().count() } as u32;
        profile.min_chars = profile.min_chars.min(chars);
        profile.max_chars = profile.max_chars.max(chars);
        let trimmed = cell.trim();
        profile.blank += u64::from(trimmed.is_empty());
        profile.untrimmed += u64::from(!trimmed.is_empty() && trimmed.len() != cell.len());
    }
    (profile.min_chars != u32::MAX).then_some(profile)
}

fn extremes(column: &Column) -> (Option<String>, Option<String>) {
    let series = column.as_materialized_series();
    if column_type(series.dtype()) == ColumnType::Other {
        return (None, None);
    }
    let text = |scalar: PolarsResult<Scalar>| {
        scalar.ok().and_then(|scalar| cell::text(&scalar.as_any_value(), MAX_CELL_CHARS))
    };
    (text(series.min_reduce()), text(series.max_reduce()))
}

/// Column of the values of [`counts`].
pub(crate) const VALUE: &str = "value";
/// Column of the rows of each.
pub(crate) const COUNT: &str = "count";

/// The different values of a column, null among them, with the rows of each.
pub(crate) fn counts(column: &Column) -> Checked<DataFrame> {
    let values = column.clone().with_name(VALUE.into());
    // Values that cannot be grouped (lists, structures) are counted by their text.
    let values = if column_type(column.dtype()) == ColumnType::Other {
        Column::new(VALUE.into(), cell::texts(column, MAX_CELL_CHARS))
    } else {
        values
    };
    let plan = values.into_frame().lazy();
    frame::collect(frame::group(plan, vec![col(VALUE)], vec![len().alias(COUNT)]))
}

/// The most frequent of counted values, ties by value.
pub(crate) fn top(counts: &DataFrame, rows: u32) -> Checked<Vec<ValueCount>> {
    let key = |by: &str, descending| SortKey { by: col(by), descending, nulls_last: true };
    let sorted = frame::top(counts.clone().lazy(), &[key(COUNT, true), key(VALUE, false)], rows);
    let sorted = frame::collect(sorted)?;
    let (Ok(values), Ok(counts)) = (sorted.column(VALUE), sorted.column(COUNT)) else { return Ok(Vec::new()) };
    let counts = cell::texts(counts, MAX_CELL_CHARS);
    let values = cell::texts(values, MAX_CELL_CHARS);
    Ok(values
        .into_iter()
        .zip(counts)
        .map(|(value, count)| ValueCount { value, count: count.and_then(|count| count.parse().ok()).unwrap_or(0) })
        .collect())
}
