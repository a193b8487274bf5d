//! Running totals: each row has the sum (mean, minimum …) of the rows up to itself.

use protocol::Checked;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::along::{arranged, must_run_along};
use super::sort::Key;
use crate::ops::columns::{example, input, main, must_be_of, on_main, with_columns};
use crate::ops::ordered::measures::{Extent, Measure, is_numeric, measure};
use crate::ops::{Findings, Operation, Tables};

/// The operation `cumulative`.
pub struct Cumulative;

/// What is computed of the values up to a row. Nulls are passed over: a row without a value has the figure of the
/// rows before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Function {
    /// Sum.
    #[default]
    Sum,
    /// Arithmetic mean.
    Mean,
    /// Smallest value.
    Min,
    /// Largest value.
    Max,
    /// Values that are not null.
    Count,
    /// Product.
    Product,
}

impl Function {
    fn measure(self) -> Measure {
        match self {
            Self::Sum => Measure::Sum,
            Self::Mean => Measure::Mean,
            Self::Min => Measure::Min,
            Self::Max => Measure::Max,
            Self::Count => Measure::Count,
            Self::Product => Measure::Product,
        }
    }
}

/// Parameters of `cumulative`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Column over which it is computed.
    #[schemars(extend("x-widget" = "column"))]
    pub column: String,
    /// What is computed.
    #[serde(default)]
    pub function: Function,
    /// The order along which it runs; none: that of the table, which also parts rows that are equal on all keys.
    #[serde(default)]
    pub order: Vec<Key>,
    /// Columns whose combinations of values each start anew, nulls included; none: the whole table.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub groups: Vec<String>,
    /// Name of the result column; that of an existing column replaces it in its place.
    #[serde(default = "default_name")]
    pub name: String,
}

fn default_name() -> String {
    "cumulative".to_owned()
}

impl Operation for Cumulative {
    const NAME: &'static str = "cumulative";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        vec![ColumnType::Integer, ColumnType::Number]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_run_along(table, (&params.column, &params.name), &params.order, &params.groups, findings);
            if params.function.measure().is_arithmetic() {
                must_be_of(table, ("/column", &params.column), ColumnType::Number, is_numeric, findings);
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let ordered = arranged(table, &params.groups, &params.order)?;
        let made = measure(table, &ordered, Some(&params.column), params.function.measure(), Extent::Running)
            .map_err(|finding| finding.at_field("/column"))?;
        Ok(main(with_columns(table, [ordered.restore(&params.name, &made)?])?))
    }

    fn examples() -> Vec<Example> {
        let payments = "tenant:text | month:integer | paid:integer\nAda | 2 | 40\nZoé | 1 | 7\nAda | 1 | 60\nAda | 3 | ∅\nZoé | 2 | -2";
        vec![
            example(
                "balance",
                payments,
                json!({"column": "paid", "groups": ["tenant"], "order": [{"column": "month"}], "name": "balance"}),
                "tenant:text | month:integer | paid:integer | balance:integer\nAda | 2 | 40 | 100\nZoé | 1 | 7 | 7\nAda | 1 | 60 | 60\nAda | 3 | ∅ | 100\nZoé | 2 | -2 | 5",
            ),
            example(
                "mean",
                payments,
                json!({"column": "paid", "function": "mean"}),
                "tenant:text | month:integer | paid:integer | cumulative:number\nAda | 2 | 40 | 40.0\nZoé | 1 | 7 | 23.5\nAda | 1 | 60 | 35.666666666666664\nAda | 3 | ∅ | 35.666666666666664\nZoé | 2 | -2 | 26.25",
            ),
            example(
                "first-name",
                "name:text\n∅\nLyon\nBrest\nParis",
                json!({"column": "name", "function": "min"}),
                "name:text | cumulative:text\n∅ | ∅\nLyon | Lyon\nBrest | Brest\nParis | Brest",
            ),
        ]
    }
}
