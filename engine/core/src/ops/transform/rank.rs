//! The rank of each row by the values of a column.

use polars::prelude::*;
use protocol::Checked;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::along::must_run_along;
use super::sort::Direction;
use crate::frame::{self, SortKey};
use crate::ops::columns::{example, input, main, on_main, with_columns};
use crate::ops::ordered::Ordered;
use crate::ops::ordered::ranks::{Ties, average, integers, numbers, ranks};
use crate::ops::{Findings, Operation, Tables};

/// The operation `rank`.
pub struct Rank;

/// How equal values are ranked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// All the smallest of their places.
    #[default]
    Min,
    /// All the largest.
    Max,
    /// All the mean, a number with decimals.
    Average,
    /// All one place, without gaps afterwards.
    Dense,
    /// Each its own place, in the order of the table.
    Ordinal,
}

/// Parameters of `rank`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Column whose values are ranked; a null has no rank.
    #[schemars(extend("x-widget" = "column"))]
    pub column: String,
    /// Whether the smallest or the largest value has rank 1.
    #[serde(default)]
    pub direction: Direction,
    /// How equal values are ranked.
    #[serde(default)]
    pub method: Method,
    /// Columns whose combinations of values are ranked apart, nulls included; none: the whole table.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub groups: Vec<String>,
    /// Name of the result column; that of an existing column replaces it in its place.
    #[serde(default = "default_name")]
    pub name: String,
}

fn default_name() -> String {
    "rank".to_owned()
}

impl Operation for Rank {
    const NAME: &'static str = "rank";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        use ColumnType::*;
        vec![Integer, Number, Decimal, Date, Datetime]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_run_along(table, (&params.column, &params.name), &[], &params.groups, findings);
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let key = SortKey {
            by: col(params.column.as_str()),
            descending: params.direction == Direction::Descending,
            nulls_last: true,
        };
        // Nulls stand after all values of their group, so they move no rank.
        let ordered = Ordered::of(table, &params.groups, &[key])?;
        let made = match params.method {
            Method::Average => numbers(average(&ordered)),
            Method::Min => integers(ranks(&ordered, Ties::Min)),
            Method::Max => integers(ranks(&ordered, Ties::Max)),
            Method::Dense => integers(ranks(&ordered, Ties::Dense)),
            Method::Ordinal => integers(ranks(&ordered, Ties::Ordinal)),
        };
        let known = ordered.arrange(table.column(&params.column)?)?.is_not_null();
        let nulls = Series::full_null(made.name().clone(), made.len(), made.dtype());
        let made = made.zip_with(&known, &nulls).map_err(|error| frame::fault(&error))?;
        Ok(main(with_columns(table, [ordered.restore(&params.name, &made)?])?))
    }

    fn examples() -> Vec<Example> {
        let rents = "city:text | rent:integer\nParis | 900\nLyon | 650\nParis | 700\nLyon | ∅\nParis | 900";
        vec![
            example(
                "in-each-city",
                rents,
                json!({"column": "rent", "direction": "descending", "groups": ["city"]}),
                "city:text | rent:integer | rank:integer\nParis | 900 | 1\nLyon | 650 | 1\nParis | 700 | 3\nLyon | ∅ | ∅\nParis | 900 | 1",
            ),
            example(
                "average",
                rents,
                json!({"column": "rent", "method": "average", "name": "place"}),
                "city:text | rent:integer | place:number\nParis | 900 | 3.5\nLyon | 650 | 1.0\nParis | 700 | 2.0\nLyon | ∅ | ∅\nParis | 900 | 3.5",
            ),
        ]
    }
}
