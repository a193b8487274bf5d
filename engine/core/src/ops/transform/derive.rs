//! Adds columns, or replaces them, from expressions. Each may use those above it.

use polars::prelude::*;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::frame;
use crate::ops::columns::{CELLS, example, input, main, must_differ, must_not_be_empty, on_main};
use crate::ops::{Findings, Operation, Tables};
use crate::sql::Expression;
use crate::table::{PROVENANCE, Table};

/// The operation `derive`.
pub struct Derive;

/// Parameters of `derive`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Columns to make, in order.
    pub columns: Vec<Derived>,
}

/// One column to make.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Derived {
    /// Its name; that of an existing column replaces it in its place.
    pub name: String,
    /// Its value, over the columns of the table and those made above.
    #[schemars(extend("x-widget" = "expression"))]
    pub expression: String,
}

impl Operation for Derive {
    const NAME: &'static str = "derive";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        CELLS.to_vec()
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_not_be_empty("/columns", &params.columns, findings);
            let names = params.columns.iter().enumerate();
            must_differ(
                names.map(|(index, column)| (format!("/columns/{index}/name"), column.name.as_str())),
                findings,
            );
            compile(params, table, |finding| findings.push(*finding));
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let mut problem = None;
        let expressions = compile(params, table, |finding| problem = Some(finding));
        if let Some(finding) = problem {
            return Err(finding);
        }
        let plan = expressions.into_iter().fold(table.frame.clone().lazy(), |plan, expr| plan.with_column(expr));
        // New columns come after the hidden ones: the visible ones go first again.
        let made = Table { frame: frame::collect(plan)?, ordered: table.ordered };
        let names = made.visible_names().into_iter().chain(made.provenance_names());
        let frame = made.frame.select(names).map_err(|error| frame::fault(&error))?;
        Ok(main(Table { frame, ordered: table.ordered }))
    }

    fn examples() -> Vec<Example> {
        vec![
            example(
                "add",
                "rent:number | area:number\n900.0 | 45.0\n650.0 | ∅",
                json!({"columns": [
                    {"name": "per_m2", "expression": "rent / area"},
                    {"name": "known", "expression": "per_m2 is not null"},
                ]}),
                "rent:number | area:number | per_m2:number | known:boolean\n900.0 | 45.0 | 20.0 | true\n650.0 | ∅ | ∅ | false",
            ),
            example(
                "replace",
                "city:text\nparis\nLYON",
                json!({"columns": [{"name": "city", "expression": "upper(city)"}]}),
                "city:text\nPARIS\nLYON",
            ),
        ]
    }
}

fn compile(params: &Params, table: &Table, mut report: impl FnMut(Box<Diagnostic>)) -> Vec<Expr> {
    let mut schema = table.frame.schema().as_ref().clone();
    let mut made = Vec::with_capacity(params.columns.len());
    for (index, column) in params.columns.iter().enumerate() {
        if column.name.trim().is_empty() || column.name.contains(PROVENANCE) {
            report(Diagnostic::new(Code::ParamRequired).at_field(format!("/columns/{index}/name")));
            continue;
        }
        match Expression::compile(&column.expression, &schema) {
            Ok(expression) => {
                schema.with_column(column.name.as_str().into(), expression.kind());
                made.push(expression.expr().alias(column.name.as_str()));
            }
            Err(finding) => report(finding.at_field(format!("/columns/{index}/expression"))),
        }
    }
    made
}
