//! Fills null cells: by a constant, by the neighbour before or after, or by a figure of the column.

use polars::prelude::*;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::made::{NUMBERS, must_be, must_be_free, with_columns};
use super::walk::walks;
use crate::ops::columns::{example, input, listed, main, must_exist, must_not_be_empty, on_main};
use crate::ops::{Findings, Operation, Tables};
use crate::table::{Table, column_type, polars_type};
use crate::table_text::type_name;
use crate::{cell, frame};

/// The operation `fill`.
pub struct Fill;

/// What a null becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// A given value.
    #[default]
    Constant,
    /// The last known value before it.
    Forward,
    /// The first known value after it.
    Backward,
    /// The arithmetic mean of the known values; the column becomes one of numbers.
    Mean,
    /// Their median (mean of the two middle values of an even number); the column becomes one of numbers.
    Median,
    /// The most frequent value, the smallest of several.
    Mode,
    /// The number 0.
    Zero,
}

/// Parameters of `fill`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Columns to fill.
    #[schemars(extend("x-widget" = "columns"))]
    pub columns: Vec<String>,
    /// What a null becomes.
    #[serde(default)]
    pub method: Method,
    /// The constant, in the canonical text of the columns' type (`12.5`, `2024-01-31`, `true`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Group columns: neighbours and figures are those of the row's own group. A constant does not look at them.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub by: Vec<String>,
    /// Columns that say which row comes before which, ascending; needed for neighbours in a table without an order.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub order_by: Vec<String>,
    /// Ending of the names of boolean columns that say which cells were filled; none without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicator: Option<String>,
}

impl Params {
    fn needs_order(&self) -> bool {
        matches!(self.method, Method::Forward | Method::Backward)
    }

    /// Names of the columns that tell which cells were filled.
    fn indicators(&self) -> Vec<String> {
        let ending = self.indicator.as_deref().filter(|ending| !ending.is_empty());
        ending.map(|ending| self.columns.iter().map(|name| format!("{name}{ending}")).collect()).unwrap_or_default()
    }
}

/// Types whose values have a text.
const CONSTANTS: [ColumnType; 8] = {
    use ColumnType::*;
    [Text, Boolean, Integer, Number, Decimal, Date, Datetime, Time]
};

impl Operation for Fill {
    const NAME: &'static str = "fill";
    const GROUP: Group = Group::Clean;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        CONSTANTS.to_vec()
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_not_be_empty("/columns", &params.columns, findings);
            let columns = listed("/columns", &params.columns);
            match params.method {
                Method::Mean | Method::Median | Method::Zero => must_be(table, columns, &NUMBERS, findings),
                Method::Constant => {
                    must_be(table, columns, &CONSTANTS, findings);
                    check_constant(params, table, findings);
                }
                Method::Mode => {
                    must_be(table, columns, &[CONSTANTS.as_slice(), &[ColumnType::Duration]].concat(), findings)
                }
                Method::Forward | Method::Backward => must_exist(table, columns, findings),
            }
            must_exist(table, listed("/by", &params.by), findings);
            must_exist(table, listed("/order_by", &params.order_by), findings);
            if params.needs_order() && params.order_by.is_empty() && !table.ordered {
                findings.push(*Diagnostic::new(Code::ParamRequired).at_field("/order_by"));
            }
            let indicators = params.indicators();
            must_be_free(table, indicators.iter().map(|name| ("/indicator".to_owned(), name.as_str())), &[], findings);
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let order: &[String] = if params.needs_order() { &params.order_by } else { &[] };
        let groups = walks(table, &params.by, order)?;
        let indicators = params.indicators();
        let mut made = Vec::new();
        for (index, name) in params.columns.iter().enumerate() {
            let column = table.column(name)?;
            let filled = match params.method {
                Method::Constant => constant(params, column),
                Method::Zero => with_filler(column, &Series::new("zero".into(), [0_i64])),
                Method::Forward => column.take(&nearest_known(column, &groups, false)),
                Method::Backward => column.take(&nearest_known(column, &groups, true)),
                Method::Mode => column.take(&most_frequent(table, params, name)?),
                Method::Mean => figure(column, &groups, mean),
                Method::Median => figure(column, &groups, median),
            };
            let filled = filled.map_err(|error| frame::fault(&error))?;
            if let Some(indicator) = indicators.get(index) {
                let was_filled = &column.is_null() & &filled.is_not_null();
                made.push(was_filled.with_name(indicator.as_str().into()).into_column());
            }
            made.push(filled.with_name(column.name().clone()));
        }
        with_columns(table, made).map(main)
    }

    fn examples() -> Vec<Example> {
        let visits = "city:text | day:integer | visits:integer\nLyon | 2 | ∅\nParis | 1 | ∅\nLyon | 1 | 4\nParis | 2 | 6\nLyon | 3 | 8";
        vec![
            example(
                "constant",
                "id:integer | city:text\n1 | Paris\n2 | ∅\n3 | \"\"",
                json!({"columns": ["city"], "value": "unknown", "indicator": "_filled"}),
                "id:integer | city:text | city_filled:boolean\n1 | Paris | false\n2 | unknown | true\n3 | \"\" | false",
            ),
            example(
                "last-known",
                visits,
                json!({"columns": ["visits"], "method": "forward", "by": ["city"], "order_by": ["day"]}),
                "city:text | day:integer | visits:integer\nLyon | 2 | 4\nParis | 1 | ∅\nLyon | 1 | 4\nParis | 2 | 6\nLyon | 3 | 8",
            ),
            example(
                "mean-of-group",
                visits,
                json!({"columns": ["visits"], "method": "mean", "by": ["city"]}),
                "city:text | day:integer | visits:number\nLyon | 2 | 6.0\nParis | 1 | 6.0\nLyon | 1 | 4.0\nParis | 2 | 6.0\nLyon | 3 | 8.0",
            ),
            example(
                "most-frequent",
                "size:text\nM\nS\n∅\nM\nS",
                json!({"columns": ["size"], "method": "mode"}),
                "size:text\nM\nS\nM\nM\nS",
            ),
        ]
    }
}

fn check_constant(params: &Params, table: &Table, findings: &mut Findings) {
    let Some(value) = &params.value else {
        findings.push(*Diagnostic::new(Code::ParamRequired).at_field("/value"));
        return;
    };
    for column in params.columns.iter().filter_map(|name| table.column(name).ok()) {
        if !matches!(filler(value, column.dtype()), Ok(Some(_))) {
            let kind = type_name(column_type(column.dtype()));
            let finding = Diagnostic::new(Code::SqlBadLiteral).with("value", value.as_str()).with("type", kind);
            findings.push(*finding.at_field("/value"));
        }
    }
}

/// One cell of this type; `None` where the text is none of it.
fn filler(value: &str, dtype: &DataType) -> PolarsResult<Option<Series>> {
    let kind = column_type(dtype);
    let text = Series::new("value".into(), [value]);
    if kind == ColumnType::Text {
        return Ok(Some(text));
    }
    let plain = if kind == ColumnType::Decimal { Some(DataType::Float64) } else { polars_type(kind) };
    let Some(plain) = plain else { return Ok(None) };
    let parsed = cell::parse(&text, &plain)?;
    let parsed = match dtype {
        // An instant of a zone is held in UTC.
        DataType::Datetime(_, Some(zone)) => {
            parsed.to_physical_repr().cast(&DataType::Datetime(TimeUnit::Microseconds, Some(zone.clone())))?
        }
        _ => parsed,
    };
    let made = parsed.cast(dtype)?;
    Ok((made.null_count() == 0).then_some(made))
}

fn constant(params: &Params, column: &Column) -> PolarsResult<Column> {
    let value = params.value.as_deref().unwrap_or_default();
    match filler(value, column.dtype())? {
        Some(filler) => with_filler(column, &filler),
        None => Ok(column.clone()),
    }
}

fn with_filler(column: &Column, filler: &Series) -> PolarsResult<Column> {
    let series = column.as_materialized_series();
    // Categories are closed lists: the filled column holds plain texts.
    let series =
        if column_type(series.dtype()) == ColumnType::Text { series.cast(&DataType::String)? } else { series.clone() };
    let filler = filler.cast(series.dtype())?;
    Ok(series.zip_with(&series.is_not_null(), &filler)?.into_column())
}

/// For each row, the row whose value it takes: itself if it is known.
fn nearest_known(column: &Column, groups: &[Vec<usize>], backward: bool) -> IdxCa {
    let known = column.is_not_null();
    let mut sources = vec![None; column.len()];
    for group in groups {
        let mut last = None;
        let mut visit = |row: usize| {
            if known.get(row) == Some(true) {
                last = Some(row as IdxSize);
            }
            sources[row] = last;
        };
        if backward { group.iter().rev().for_each(|row| visit(*row)) } else { group.iter().for_each(|row| visit(*row)) }
    }
    sources.into_iter().collect()
}

/// Likewise for the most frequent value of the group.
fn most_frequent(table: &Table, params: &Params, name: &str) -> Checked<IdxCa> {
    let known = table.column(name)?.is_not_null();
    let value = [name.to_owned()];
    let same = frame::groups(&table.frame, &[params.by.as_slice(), &value].concat())?;
    let counts = same.sizes();
    let mut sources = vec![None; table.height()];
    for group in walks(table, &params.by, &value)? {
        let mut best: Option<(u32, usize)> = None;
        for row in group.iter().copied().filter(|row| known.get(*row) == Some(true)) {
            let count = counts[same.of_row[row] as usize];
            if best.is_none_or(|(most, _)| count > most) {
                best = Some((count, row));
            }
        }
        for row in group {
            let own = (known.get(row) == Some(true)).then_some(row);
            sources[row] = own.or(best.map(|(_, row)| row)).map(|row| row as IdxSize);
        }
    }
    Ok(sources.into_iter().collect())
}

/// The column as numbers, its nulls replaced by a figure of the known values of their group.
fn figure(column: &Column, groups: &[Vec<usize>], of: fn(Vec<f64>) -> Option<f64>) -> PolarsResult<Column> {
    let numbers = column.as_materialized_series().cast(&DataType::Float64)?;
    let mut cells: Vec<Option<f64>> = numbers.f64()?.iter().collect();
    for group in groups {
        let made = of(group.iter().filter_map(|row| cells[*row]).collect());
        group.iter().for_each(|row| cells[*row] = cells[*row].or(made));
    }
    Ok(Column::new(column.name().clone(), cells))
}

fn mean(values: Vec<f64>) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    let middle = values.len() / 2;
    let high = *values.get(middle)?;
    if values.len() % 2 == 1 { Some(high) } else { Some(f64::midpoint(values[middle - 1], high)) }
}
