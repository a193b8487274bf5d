//! Small drawings, as the figures that they show.
//!
//! | along the axis | measured | drawing |
//! |---|---|---|
//! | number, date, time | none | histogram |
//! | anything else | none | bars of rows |
//! | number | number | scatter of evenly spaced rows |
//! | date, datetime | number | line of means |
//! | anything else | number | bars of means |

use polars::prelude::*;
use protocol::overview::{Chart, Mark, Point};
use protocol::table::{ColumnType, MAX_CELL_CHARS};
use protocol::{Checked, Code, Diagnostic};

use crate::cell;
use crate::frame::{self, SortKey};
use crate::profile;
use crate::table::{Table, column_type};
use crate::table_text::type_name;

/// Bars of categories.
const BARS: u32 = 12;
/// Points of a scatter.
const POINTS: usize = 400;
/// Stretches of a line.
const STRETCHES: usize = 60;

/// A drawing of a column, or of a column and the numbers beside it.
///
/// # Errors
/// `column-unknown`; `column-type` where the measured column holds no numbers.
pub fn chart(table: &Table, name: &str, other: Option<&str>) -> Checked<Chart> {
    let column = table.column(name)?;
    let kind = column_type(column.dtype());
    let rows = column.len() as u64;
    let (mark, points, drawn) = match other {
        None if is_line(kind) => counted(column),
        None => categories(column, None)?,
        Some(other) => {
            let measured = numbers(table.column(other)?, other)?;
            match kind {
                ColumnType::Integer | ColumnType::Number | ColumnType::Decimal => scatter(column, name, &measured)?,
                ColumnType::Date | ColumnType::Datetime => means(column, &measured),
                _ => categories(column, Some(measured))?,
            }
        }
    };
    Ok(Chart { mark, kind, points, rows, rows_left: rows.saturating_sub(drawn) })
}

fn is_line(kind: ColumnType) -> bool {
    !matches!(kind, ColumnType::Text | ColumnType::Boolean | ColumnType::Other)
}

type Drawn = (Mark, Vec<Point>, u64);

/// The finite numbers of a column, `None` elsewhere.
fn numbers(column: &Column, name: &str) -> Checked<Vec<Option<f64>>> {
    let kind = column_type(column.dtype());
    if !matches!(kind, ColumnType::Integer | ColumnType::Number | ColumnType::Decimal) {
        return Err(Diagnostic::new(Code::ColumnType)
            .with("column", name)
            .with("found", type_name(kind))
            .with("expected", type_name(ColumnType::Number)));
    }
    let cast = column.cast(&DataType::Float64).map_err(|error| frame::fault(&error))?;
    let numbers = cast.f64().map_err(|error| frame::fault(&error))?;
    Ok(numbers.iter().map(|number| number.filter(|number| number.is_finite())).collect())
}

fn counted(column: &Column) -> Drawn {
    let bins = profile::histogram_of(column);
    let drawn = bins.iter().map(|bin| bin.count).sum();
    let points = bins.into_iter().enumerate().map(|(place, bin)| Point {
        label: Some(bin.low),
        place: place as f64,
        value: bin.count as f64,
    });
    (Mark::Histogram, points.collect(), drawn)
}

/// The most frequent categories: their rows, or the means of what is measured.
fn categories(column: &Column, measured: Option<Vec<Option<f64>>>) -> Checked<Drawn> {
    const VALUE: &str = "value";
    const ROWS: &str = "rows";
    const MEAN: &str = "mean";
    let texts = if column_type(column.dtype()) == ColumnType::Text {
        column.clone().with_name(VALUE.into())
    } else {
        Column::new(VALUE.into(), cell::texts(column, MAX_CELL_CHARS))
    };
    let is_count = measured.is_none();
    let measured = measured.unwrap_or_else(|| vec![Some(1.0); column.len()]);
    let made = DataFrame::new(vec![texts, Column::new(MEAN.into(), measured)]).map_err(|error| frame::fault(&error))?;
    let measures = vec![col(MEAN).count().alias(ROWS), col(MEAN).mean()];
    let known = made.lazy().filter(col(MEAN).is_not_null());
    let groups = frame::group(known, vec![col(VALUE)], measures);
    let key = |by: &str, descending| SortKey { by: col(by), descending, nulls_last: true };
    let groups = frame::collect(frame::top(groups, &[key(ROWS, true), key(VALUE, false)], BARS))?;
    let error = |error| frame::fault(&error);
    let labels = cell::texts(groups.column(VALUE).map_err(error)?, MAX_CELL_CHARS);
    let rows = groups.column(ROWS).and_then(|rows| rows.cast(&DataType::UInt64)).map_err(error)?;
    let rows: Vec<u64> = rows.u64().map_err(error)?.iter().flatten().collect();
    let means: Vec<f64> = groups.column(MEAN).map_err(error)?.f64().map_err(error)?.iter().flatten().collect();
    let points = labels.into_iter().enumerate().zip(rows.iter().zip(means)).map(|((place, label), (rows, mean))| {
        Point { label, place: place as f64, value: if is_count { *rows as f64 } else { mean } }
    });
    Ok((Mark::Bars, points.collect(), rows.iter().sum()))
}

/// Evenly spaced rows among those where both have a number.
fn scatter(column: &Column, name: &str, measured: &[Option<f64>]) -> Checked<Drawn> {
    let places = numbers(column, name)?;
    let pairs: Vec<(f64, f64)> =
        places.into_iter().zip(measured).filter_map(|(place, value)| Some((place?, (*value)?))).collect();
    let step = pairs.len().div_ceil(POINTS).max(1);
    let points = pairs.iter().step_by(step).map(|(place, value)| Point {
        label: Some(cell::number(*place)),
        place: *place,
        value: *value,
    });
    Ok((Mark::Scatter, points.collect(), pairs.len() as u64))
}

/// The mean over each stretch of time that has rows.
fn means(column: &Column, measured: &[Option<f64>]) -> Drawn {
    let physical = column.to_physical_repr().cast(&DataType::Int64).ok();
    let ticks = physical.as_ref().and_then(|ticks| ticks.i64().ok());
    let pairs: Vec<(i64, f64)> = ticks
        .into_iter()
        .flat_map(|ticks| ticks.iter().zip(measured))
        .filter_map(|(tick, value)| Some((tick?, (*value)?)))
        .collect();
    let (Some(low), Some(high)) = (pairs.iter().map(|pair| pair.0).min(), pairs.iter().map(|pair| pair.0).max()) else {
        return (Mark::Line, Vec::new(), 0);
    };
    // Whole ticks: a day is never parted.
    let width = (high.saturating_sub(low) / STRETCHES as i64 + 1).max(1);
    let mut sums = vec![(0.0, 0u64); STRETCHES + 1];
    for (tick, value) in &pairs {
        let stretch = usize::try_from((tick - low) / width).unwrap_or(0).min(STRETCHES);
        sums[stretch].0 += value;
        sums[stretch].1 += 1;
    }
    let starts: Vec<i64> = (0..=STRETCHES as i64).map(|stretch| low.saturating_add(stretch * width)).collect();
    let labels = labels(column.dtype(), &starts);
    let points = sums.iter().enumerate().filter(|(_, (_, rows))| *rows > 0).map(|(stretch, (sum, rows))| Point {
        label: labels.get(stretch).cloned().flatten(),
        place: starts[stretch] as f64,
        value: sum / *rows as f64,
    });
    (Mark::Line, points.collect(), pairs.len() as u64)
}

/// Ticks of a type of dates as canonical texts.
fn labels(dtype: &DataType, ticks: &[i64]) -> Vec<Option<String>> {
    let physical = if *dtype == DataType::Date { DataType::Int32 } else { DataType::Int64 };
    let made = Series::new("ticks".into(), ticks).cast(&physical).and_then(|ticks| ticks.cast(dtype));
    made.map(|made| cell::texts(&made.into_column(), MAX_CELL_CHARS)).unwrap_or_default()
}
