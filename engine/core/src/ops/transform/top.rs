//! The first or last rows of an order, in all or in each group.

use polars::prelude::*;
use protocol::Checked;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::frame::{self, SortKey};
use crate::ops::columns::{
    example, input, listed, main, must_be_within, must_differ, must_exist, must_not_be_empty, on_main,
};
use crate::ops::ordered::Ordered;
use crate::ops::ordered::ranks::{Ties, ranks};
use crate::ops::{Findings, Operation, Tables};
use crate::table::Table;

/// The operation `top`.
pub struct Top;

/// Which end of the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum End {
    /// The largest values.
    #[default]
    Top,
    /// The smallest values.
    Bottom,
}

/// Parameters of `top`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// How many rows.
    #[serde(default = "default_count")]
    #[schemars(range(min = 1, max = 1_000_000_000))]
    pub count: u32,
    /// Which end of the order.
    #[serde(default)]
    pub end: End,
    /// Columns to compare by, the most important first. Nulls come after all values, at either end.
    #[schemars(extend("x-widget" = "columns"))]
    pub keys: Vec<String>,
    /// Columns whose combinations of values each have their own rows, nulls included; none: rows in all.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub groups: Vec<String>,
    /// Whether rows that are equal to the last one on all keys come too. Else the first ones of the table do.
    #[serde(default)]
    pub keep_ties: bool,
}

fn default_count() -> u32 {
    10
}

impl Operation for Top {
    const NAME: &'static str = "top";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        use ColumnType::*;
        vec![Integer, Number, Decimal, Date, Datetime]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_be_within("/count", i64::from(params.count), 1, 1_000_000_000, findings);
            must_not_be_empty("/keys", &params.keys, findings);
            must_exist(table, listed("/keys", &params.keys), findings);
            must_differ(listed("/keys", &params.keys), findings);
            must_exist(table, listed("/groups", &params.groups), findings);
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let key =
            |name: &String| SortKey { by: col(name.as_str()), descending: params.end == End::Top, nulls_last: true };
        let ordered = Ordered::of(table, &params.groups, &params.keys.iter().map(key).collect::<Vec<_>>())?;
        let ranks = ranks(&ordered, if params.keep_ties { Ties::Min } else { Ties::Ordinal });
        let chosen = ordered.rows().iter().zip(ranks).filter(|(_, rank)| *rank <= i64::from(params.count));
        let rows = IdxCa::from_vec(PlSmallStr::EMPTY, chosen.map(|(row, _)| *row).collect());
        let frame = table.frame.take(&rows).map_err(|error| frame::fault(&error))?;
        Ok(main(Table { frame, ordered: true }))
    }

    fn examples() -> Vec<Example> {
        let rents = "city:text | rent:integer | id:integer\nParis | 900 | 1\nLyon | 650 | 2\nParis | 700 | 3\nLyon | ∅ | 4\nParis | 900 | 5\nLyon | 700 | 6";
        vec![
            example(
                "in-all",
                rents,
                json!({"count": 3, "keys": ["rent"]}),
                "city:text | rent:integer | id:integer\nParis | 900 | 1\nParis | 900 | 5\nParis | 700 | 3",
            ),
            example(
                "with-ties",
                rents,
                json!({"count": 3, "keys": ["rent"], "keep_ties": true}),
                "city:text | rent:integer | id:integer\nParis | 900 | 1\nParis | 900 | 5\nParis | 700 | 3\nLyon | 700 | 6",
            ),
            example(
                "in-each-city",
                rents,
                json!({"count": 1, "end": "bottom", "keys": ["rent"], "groups": ["city"]}),
                "city:text | rent:integer | id:integer\nParis | 700 | 3\nLyon | 650 | 2",
            ),
        ]
    }
}
