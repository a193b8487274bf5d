//! Makes a column by cases: the first condition that holds says the value.

use polars::prelude::IntoLazy;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::made::with_columns;
use crate::frame;
use crate::ops::columns::{CELLS, example, input, main, must_be_named, must_not_be_empty, on_main};
use crate::ops::{Findings, Operation, Tables};
use crate::sql::{CasePart, Expression};
use crate::table::Table;

/// The operation `conditional`.
pub struct Conditional;

/// Parameters of `conditional`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Name of the column; that of an existing column replaces it in its place.
    pub name: String,
    /// Cases, the first that holds counts.
    #[schemars(extend("minItems" = 1))]
    pub cases: Vec<Case>,
    /// The value where no case holds; null without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-widget" = "expression"))]
    pub otherwise: Option<String>,
}

/// One case.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// A condition over the columns. Unknown (null) is not true.
    #[schemars(extend("x-widget" = "expression"))]
    pub when: String,
    /// The value where it holds: an expression; a text stands in single quotes.
    #[schemars(extend("x-widget" = "expression"))]
    pub then: String,
}

impl Operation for Conditional {
    const NAME: &'static str = "conditional";
    const GROUP: Group = Group::Clean;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        CELLS.to_vec()
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_be_named("/name", &params.name, findings);
            must_not_be_empty("/cases", &params.cases, findings);
            if let Err(found) = compile(params, table) {
                findings.extend(found);
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let expression = compile(params, table)
            .map_err(|found| found.into_iter().next().map_or_else(|| Diagnostic::new(Code::ParamRequired), Box::new))?;
        let made = expression.expr().alias(params.name.as_str());
        let made = frame::collect(table.frame.clone().lazy().with_column(made))?;
        let column = made.column(&params.name).map_err(|error| frame::fault(&error))?;
        with_columns(table, vec![column.clone()]).map(main)
    }

    fn examples() -> Vec<Example> {
        vec![
            example(
                "first-that-holds",
                "rent:integer\n1200\n700\n300\n∅",
                json!({"name": "class", "cases": [
                    {"when": "rent >= 1000", "then": "'high'"},
                    {"when": "rent >= 500", "then": "'middle'"},
                ], "otherwise": "'low or unknown'"}),
                "rent:integer | class:text\n1200 | high\n700 | middle\n300 | low or unknown\n∅ | low or unknown",
            ),
            example(
                "repair-in-place",
                "unit:text | size:number\ncm | 180.0\nm | 1.75\n∅ | 170.0",
                json!({"name": "size", "cases": [
                    {"when": "unit = 'cm'", "then": "size / 100"},
                    {"when": "unit = 'm'", "then": "size"},
                ]}),
                "unit:text | size:number\ncm | 1.8\nm | 1.75\n∅ | ∅",
            ),
        ]
    }
}

/// The cases as one expression, or everything that is wrong with them.
fn compile(params: &Params, table: &Table) -> Result<Expression, Findings> {
    let cases: Vec<(&str, &str)> = params.cases.iter().map(|case| (case.when.as_str(), case.then.as_str())).collect();
    let otherwise = params.otherwise.as_deref().filter(|text| !text.trim().is_empty());
    Expression::compile_cases(&cases, otherwise, table.frame.schema()).map_err(|found| {
        let placed = found.into_iter().map(|(part, finding)| {
            let field = match part {
                CasePart::When(index) => format!("/cases/{index}/when"),
                CasePart::Then(index) => format!("/cases/{index}/then"),
                CasePart::Otherwise => "/otherwise".to_owned(),
            };
            *finding.at_field(field)
        });
        placed.collect()
    })
}
