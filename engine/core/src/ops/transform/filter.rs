//! Keeps the rows for which a condition holds, or the others.

use polars::prelude::*;
use protocol::Checked;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::frame;
use crate::ops::columns::{CELLS, condition, example, input, main, on_main};
use crate::ops::{Findings, Operation, Tables};
use crate::table::Table;

/// The operation `filter`.
pub struct Filter;

/// Which rows stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// Those for which the condition is true.
    #[default]
    Matching,
    /// Those for which it is false or unknown.
    Others,
}

/// Parameters of `filter`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// A condition over the columns.
    #[schemars(extend("x-widget" = "expression"))]
    pub condition: String,
    /// Which rows stay.
    #[serde(default)]
    pub keep: Keep,
}

impl Operation for Filter {
    const NAME: &'static str = "filter";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        CELLS.to_vec()
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            if let Err(finding) = condition(&params.condition, table) {
                findings.push(*finding.at_field("/condition"));
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let holds = condition(&params.condition, table)?;
        let keep = match params.keep {
            Keep::Matching => holds,
            Keep::Others => holds.fill_null(lit(false)).not(),
        };
        let frame = frame::collect(table.frame.clone().lazy().filter(keep))?;
        Ok(main(Table { frame, ordered: table.ordered }))
    }

    fn examples() -> Vec<Example> {
        let cities = "city:text | rent:integer\nParis | 900\nLyon | 650\nBrest | ∅";
        vec![
            example("matching", cities, json!({"condition": "rent > 700"}), "city:text | rent:integer\nParis | 900"),
            example(
                "others",
                cities,
                json!({"condition": "rent > 700", "keep": "others"}),
                "city:text | rent:integer\nLyon | 650\nBrest | ∅",
            ),
        ]
    }
}
