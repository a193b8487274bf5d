//! What changed since an earlier row: difference, relative change, or the earlier value itself.

use polars::prelude::*;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::along::{arranged, must_run_along};
use super::sort::Key;
use crate::frame;
use crate::ops::columns::{example, input, main, must_be_of, on_main, with_columns};
use crate::ops::ordered::measures::{is_numeric, is_whole};
use crate::ops::{Findings, Operation, Tables};
use crate::table::column_type;

/// The operation `difference`.
pub struct Difference;

/// What is computed of a value and the earlier one. Null where either is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Value − earlier value: of dates in days, of dates with times in seconds.
    #[default]
    Difference,
    /// (value − earlier value) / earlier value: 0.1 is ten percent more. Null where the earlier value is zero.
    RelativeChange,
    /// The earlier value.
    Lag,
}

/// Parameters of `difference`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Column of the values.
    #[schemars(extend("x-widget" = "column"))]
    pub column: String,
    /// What is computed.
    #[serde(default)]
    pub method: Method,
    /// How many rows before the earlier value stands; a negative number looks ahead.
    #[serde(default = "one")]
    pub periods: i32,
    /// The order of the rows; none: that of the table, which also parts rows that are equal on all keys.
    #[serde(default)]
    pub order: Vec<Key>,
    /// Columns whose combinations of values are looked at apart, nulls included; none: the whole table.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub groups: Vec<String>,
    /// Name of the result column; that of an existing column replaces it in its place.
    #[serde(default = "default_name")]
    pub name: String,
}

fn one() -> i32 {
    1
}

fn default_name() -> String {
    "difference".to_owned()
}

impl Operation for Difference {
    const NAME: &'static str = "difference";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        use ColumnType::*;
        vec![Integer, Number, Date, Datetime]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_run_along(table, (&params.column, &params.name), &params.order, &params.groups, findings);
            let suits = |kind: ColumnType| match params.method {
                Method::Difference => is_numeric(kind) || matches!(kind, ColumnType::Date | ColumnType::Datetime),
                Method::RelativeChange => is_numeric(kind),
                Method::Lag => true,
            };
            must_be_of(table, ("/column", &params.column), ColumnType::Number, suits, findings);
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let ordered = arranged(table, &params.groups, &params.order)?;
        let column = table.column(&params.column)?;
        let earlier = ordered.pick(column, ordered.neighbours(-i64::from(params.periods)))?;
        let made = match params.method {
            Method::Lag => earlier,
            method => change(method, &ordered.arrange(column)?, &earlier).map_err(|error| frame::fault(&error))?,
        };
        Ok(main(with_columns(table, [ordered.restore(&params.name, &made)?])?))
    }

    fn examples() -> Vec<Example> {
        let meters = "flat:text | read:date | level:integer\nA | 2024-03-01 | 150\nB | 2024-01-31 | 0\nA | 2024-01-31 | 100\nB | 2024-03-01 | 40\nA | ∅ | ∅";
        vec![
            example(
                "consumption",
                meters,
                json!({"column": "level", "groups": ["flat"], "order": [{"column": "read"}], "name": "used"}),
                "flat:text | read:date | level:integer | used:integer\nA | 2024-03-01 | 150 | 50\nB | 2024-01-31 | 0 | ∅\nA | 2024-01-31 | 100 | ∅\nB | 2024-03-01 | 40 | 40\nA | ∅ | ∅ | ∅",
            ),
            example(
                "days",
                meters,
                json!({"column": "read", "groups": ["flat"], "order": [{"column": "read"}], "name": "days"}),
                "flat:text | read:date | level:integer | days:integer\nA | 2024-03-01 | 150 | 30\nB | 2024-01-31 | 0 | ∅\nA | 2024-01-31 | 100 | ∅\nB | 2024-03-01 | 40 | 30\nA | ∅ | ∅ | ∅",
            ),
            example(
                "relative",
                "price:number\n2.0\n3.0\n0.0\n1.0\n∅",
                json!({"column": "price", "method": "relative_change", "name": "change"}),
                "price:number | change:number\n2.0 | ∅\n3.0 | 0.5\n0.0 | -1.0\n1.0 | ∅\n∅ | ∅",
            ),
        ]
    }
}

fn change(method: Method, now: &Series, earlier: &Series) -> PolarsResult<Series> {
    let kind = column_type(now.dtype());
    if method == Method::Difference && (is_whole(now.dtype()) || kind == ColumnType::Date) {
        let whole = |series: &Series| series.to_physical_repr().cast(&DataType::Int64);
        let (now, earlier) = (whole(now)?, whole(earlier)?);
        let made: PolarsResult<Int64Chunked> = now
            .i64()?
            .iter()
            .zip(earlier.i64()?.iter())
            .map(|cells| match cells {
                (Some(now), Some(earlier)) => match now.checked_sub(earlier) {
                    Some(change) => Ok(Some(change)),
                    None => Err(frame::coded(&Diagnostic::new(Code::SqlOverflow).at_field("/column"))),
                },
                _ => Ok(None),
            })
            .collect();
        return Ok(made?.into_series());
    }
    if kind == ColumnType::Datetime {
        let seconds = |cell: Option<i64>| cell.map(|micros| micros as f64 / 1e6);
        let instants = |series: &Series| {
            series.cast(&DataType::Datetime(TimeUnit::Microseconds, None))?.to_physical_repr().cast(&DataType::Int64)
        };
        let (now, earlier) = (instants(now)?, instants(earlier)?);
        let made = now.i64()?.iter().zip(earlier.i64()?.iter());
        let made: Float64Chunked = made.map(|(now, earlier)| seconds(now?.checked_sub(earlier?))).collect();
        return Ok(made.into_series());
    }
    let (now, earlier) = (now.cast(&DataType::Float64)?, earlier.cast(&DataType::Float64)?);
    let made: Float64Chunked = now
        .f64()?
        .iter()
        .zip(earlier.f64()?.iter())
        .map(|(now, earlier)| {
            let (now, earlier) = (now?, earlier?);
            match method {
                Method::RelativeChange => (earlier != 0.0).then(|| (now - earlier) / earlier),
                _ => Some(now - earlier),
            }
        })
        .collect();
    Ok(made.into_series())
}
