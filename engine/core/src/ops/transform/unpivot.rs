//! Wide to long: each cell of the folded columns becomes a row of its own.

use polars::prelude::*;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::frame;
use crate::ops::columns::{example, input, listed, main, must_be_named, must_differ, must_exist, on_main};
use crate::ops::unify;
use crate::ops::{Findings, Operation, Tables};
use crate::table::Table;

/// The operation `unpivot`.
pub struct Unpivot;

/// Parameters of `unpivot`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Columns to fold, one row for each; none: all that are not kept.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub columns: Vec<String>,
    /// Columns that are repeated on each row; none: all that are not folded.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub keep: Vec<String>,
    /// Name of the new column that holds the names of the folded ones.
    #[serde(default = "default_name")]
    pub name_column: String,
    /// Name of the new column that holds their cells: of one type as they are, integers and numbers together as
    /// numbers, other mixtures as text.
    #[serde(default = "default_value")]
    pub value_column: String,
    /// Whether cells without a value give no row.
    #[serde(default)]
    pub drop_nulls: bool,
}

fn default_name() -> String {
    "name".to_owned()
}

fn default_value() -> String {
    "value".to_owned()
}

impl Operation for Unpivot {
    const NAME: &'static str = "unpivot";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        vec![ColumnType::Integer, ColumnType::Number]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_exist(table, listed("/columns", &params.columns), findings);
            must_exist(table, listed("/keep", &params.keep), findings);
            must_differ(listed("/columns", &params.columns), findings);
            must_be_named("/name_column", &params.name_column, findings);
            must_be_named("/value_column", &params.value_column, findings);
            let (folded, kept) = parts(params, table);
            if folded.is_empty() || (params.columns.is_empty() && params.keep.is_empty()) {
                findings.push(*Diagnostic::new(Code::ParamRequired).at_field("/columns"));
            }
            let kept = kept.iter().map(|name| ("/keep".to_owned(), name.as_str()));
            let made = [("/name_column", params.name_column.as_str()), ("/value_column", params.value_column.as_str())];
            must_differ(kept.chain(made.map(|(field, name)| (field.to_owned(), name))), findings);
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let (folded, kept) = parts(params, table);
        let (rows, width) = (table.height(), folded.len());
        let cells = rows as u64 * width as u64;
        if cells > frame::MAX_ROWS {
            return Err(Diagnostic::new(Code::ResultTooLarge).with("rows", cells).with("limit", frame::MAX_ROWS));
        }
        let columns = folded.iter().map(|name| table.column(name)).collect::<Checked<Vec<_>>>()?;
        let to = unify::common(columns.iter().map(|column| column.dtype())).unwrap_or(DataType::String);
        let mut values = Series::new_empty(params.value_column.as_str().into(), &to);
        for column in columns {
            let part = unify::converted(column, &to)?;
            values.append(part.as_materialized_series()).map_err(|error| frame::fault(&error))?;
        }
        // Rows stay together: cell `c` of row `r` stands at `c · rows + r` of the values.
        let known = values.is_not_null();
        let (mut of_row, mut of_name, mut of_value) = (Vec::new(), Vec::new(), Vec::new());
        for row in 0..rows {
            for column in 0..width {
                let at = column * rows + row;
                if !params.drop_nulls || known.get(at) == Some(true) {
                    of_row.push(row as IdxSize);
                    of_name.push(column as IdxSize);
                    of_value.push(at as IdxSize);
                }
            }
        }
        let take = |series: &Series, rows: &[IdxSize]| series.take_slice(rows).map_err(|error| frame::fault(&error));
        let names = Series::new(params.name_column.as_str().into(), &folded);
        let mut made = Vec::new();
        for name in kept.iter().chain(&table.provenance_names()) {
            let column = table.frame.column(name).map_err(|error| frame::fault(&error))?;
            made.push(take(column.as_materialized_series(), &of_row)?.into_column());
        }
        made.push(take(&names, &of_name)?.into_column());
        made.push(take(&values, &of_value)?.into_column());
        Ok(main(Table { frame: unify::hidden_last(made)?, ordered: table.ordered }))
    }

    fn examples() -> Vec<Example> {
        vec![
            example(
                "quarters",
                "city:text | q1:integer | q2:number\nParis | 3 | 4.5\nLyon | ∅ | 2.0",
                json!({"columns": ["q1", "q2"], "name_column": "quarter", "value_column": "sales"}),
                "city:text | quarter:text | sales:number\nParis | q1 | 3.0\nParis | q2 | 4.5\nLyon | q1 | ∅\nLyon | q2 | 2.0",
            ),
            example(
                "answers",
                "id:integer | age:integer | since:date | note:text\n1 | 42 | 2021-04-03 | \"\"\n2 | ∅ | ∅ | ∅",
                json!({"keep": ["id"], "drop_nulls": true}),
                "id:integer | name:text | value:text\n1 | age | 42\n1 | since | 2021-04-03\n1 | note | \"\"",
            ),
        ]
    }
}

/// The columns that are folded, and those that are repeated.
fn parts(params: &Params, table: &Table) -> (Vec<String>, Vec<String>) {
    let all = table.visible_names();
    let without = |names: &[String]| all.iter().filter(|name| !names.contains(name)).cloned().collect::<Vec<_>>();
    let folded = if params.columns.is_empty() { without(&params.keep) } else { params.columns.clone() };
    let kept = if params.keep.is_empty() { without(&folded) } else { params.keep.clone() };
    (folded, kept)
}
