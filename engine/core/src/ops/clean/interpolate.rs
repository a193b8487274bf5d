//! Computes unknown cells from the known ones before and after them along an order column.

use polars::prelude::*;
use protocol::Checked;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::made::{must_be, with_columns};
use super::walk::walks;
use crate::frame;
use crate::ops::columns::{example, input, listed, main, must_exist, must_not_be_empty, on_main};
use crate::ops::{Findings, Operation, Tables};
use crate::table::column_type;

/// The operation `interpolate`.
pub struct Interpolate;

/// How an unknown cell is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// On the straight line between its neighbours; an integer column becomes one of numbers.
    #[default]
    Linear,
    /// The value of the nearer neighbour, the earlier of two as near.
    Nearest,
}

/// Parameters of `interpolate`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Columns of numbers, dates or instants to complete.
    #[schemars(extend("x-widget" = "columns"))]
    pub columns: Vec<String>,
    /// The column along which distances are measured: a number, a date or an instant.
    #[schemars(extend("x-widget" = "column"))]
    pub order_by: String,
    /// How an unknown cell is computed.
    #[serde(default)]
    pub method: Method,
    /// Group columns: neighbours are sought in the row's own group.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub by: Vec<String>,
}

/// An unknown cell between two known ones.
struct Gap {
    row: usize,
    before: usize,
    after: usize,
    /// Where it lies between them, from 0 to 1.
    share: f64,
}

impl Operation for Interpolate {
    const NAME: &'static str = "interpolate";
    const GROUP: Group = Group::Clean;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        use ColumnType::*;
        vec![Integer, Number, Decimal, Date, Datetime]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        use ColumnType::*;
        let types = [Number, Integer, Decimal, Date, Datetime];
        on_main(inputs, |table, findings| {
            must_not_be_empty("/columns", &params.columns, findings);
            must_be(table, listed("/columns", &params.columns), &types, findings);
            must_be(table, [("/order_by".to_owned(), params.order_by.as_str())], &types, findings);
            must_exist(table, listed("/by", &params.by), findings);
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let groups = walks(table, &params.by, std::slice::from_ref(&params.order_by))?;
        let at = axis(table.column(&params.order_by)?).map_err(|error| frame::fault(&error))?;
        let made = params.columns.iter().map(|name| {
            let column = table.column(name)?;
            let gaps = gaps(&column.is_not_null(), &at, &groups);
            let made = match params.method {
                Method::Linear => linear(column, &gaps),
                Method::Nearest => nearest(column, &gaps),
            };
            made.map_err(|error| frame::fault(&error))
        });
        with_columns(table, made.collect::<Checked<_>>()?).map(main)
    }

    fn examples() -> Vec<Example> {
        let tank =
            "day:date | level:number\n2024-01-05 | 30.0\n2024-01-01 | 10.0\n2024-01-02 | ∅\n∅ | ∅\n2024-01-09 | ∅";
        vec![
            example(
                "linear",
                tank,
                json!({"columns": ["level"], "order_by": "day"}),
                "day:date | level:number\n2024-01-05 | 30.0\n2024-01-01 | 10.0\n2024-01-02 | 15.0\n∅ | ∅\n2024-01-09 | ∅",
            ),
            example(
                "nearest",
                tank,
                json!({"columns": ["level"], "order_by": "day", "method": "nearest"}),
                "day:date | level:number\n2024-01-05 | 30.0\n2024-01-01 | 10.0\n2024-01-02 | 10.0\n∅ | ∅\n2024-01-09 | ∅",
            ),
            example(
                "dates-in-groups",
                "lot:text | step:integer | done:date\na | 1 | 2024-01-01\nb | 1 | ∅\na | 2 | ∅\na | 3 | 2024-01-04\nb | 2 | 2024-02-01",
                json!({"columns": ["done"], "order_by": "step", "by": ["lot"]}),
                "lot:text | step:integer | done:date\na | 1 | 2024-01-01\nb | 1 | ∅\na | 2 | 2024-01-03\na | 3 | 2024-01-04\nb | 2 | 2024-02-01",
            ),
        ]
    }
}

/// A column as numbers: dates in days, instants in microseconds since 1970-01-01.
fn axis(column: &Column) -> PolarsResult<Vec<Option<f64>>> {
    let series = column.as_materialized_series();
    let plain = match series.dtype() {
        DataType::Datetime(_, zone) => {
            series.cast(&DataType::Datetime(TimeUnit::Microseconds, zone.clone()))?.to_physical_repr().into_owned()
        }
        DataType::Date => series.to_physical_repr().into_owned(),
        _ => series.clone(),
    };
    let numbers = plain.cast(&DataType::Float64)?;
    Ok(numbers.f64()?.iter().collect())
}

/// The unknown cells that have a known one on either side. Rows without a place on the axis are passed over.
fn gaps(known: &BooleanChunked, at: &[Option<f64>], groups: &[Vec<usize>]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for group in groups {
        let mut before: Option<(usize, f64)> = None;
        let mut open: Vec<(usize, f64)> = Vec::new();
        for (row, place) in group.iter().filter_map(|row| Some((*row, at[*row].filter(|place| place.is_finite())?))) {
            if known.get(row) != Some(true) {
                open.push((row, place));
                continue;
            }
            if let Some((left, start)) = before {
                let length = place - start;
                gaps.extend(open.iter().map(|(between, here)| {
                    let share = if length > 0.0 { (here - start) / length } else { 0.0 };
                    Gap { row: *between, before: left, after: row, share }
                }));
            }
            open.clear();
            before = Some((row, place));
        }
    }
    gaps
}

fn linear(column: &Column, gaps: &[Gap]) -> PolarsResult<Column> {
    let mut cells = axis(column)?;
    for gap in gaps {
        if let (Some(before), Some(after)) = (cells[gap.before], cells[gap.after]) {
            cells[gap.row] = Some(before + (after - before) * gap.share);
        }
    }
    let made = Float64Chunked::from_iter_options(column.name().clone(), cells.into_iter()).into_series();
    let made = match column_type(column.dtype()) {
        ColumnType::Date => whole(&made)?.cast(&DataType::Int32)?.cast(&DataType::Date)?,
        ColumnType::Datetime => {
            let zone = match column.dtype() {
                DataType::Datetime(_, zone) => zone.clone(),
                _ => None,
            };
            whole(&made)?.cast(&DataType::Datetime(TimeUnit::Microseconds, zone))?.cast(column.dtype())?
        }
        _ => return Ok(made.into_column()),
    };
    // A known instant is not computed anew: a number does not hold each of them.
    made.into_column().zip_with(&column.is_null(), column)
}

/// The nearest whole number, halves away from zero.
fn whole(numbers: &Series) -> PolarsResult<Series> {
    let made: Int64Chunked = numbers.f64()?.iter().map(|cell| cell.map(|number| number.round() as i64)).collect();
    Ok(made.into_series().with_name(numbers.name().clone()))
}

fn nearest(column: &Column, gaps: &[Gap]) -> PolarsResult<Column> {
    let mut sources: Vec<IdxSize> = (0..column.len() as IdxSize).collect();
    for gap in gaps {
        let source = if gap.share <= 0.5 { gap.before } else { gap.after };
        sources[gap.row] = source as IdxSize;
    }
    column.take(&IdxCa::from_vec("rows".into(), sources))
}
