//! Categories to columns of 0 and 1.

use polars::prelude::*;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::cell;
use crate::frame;
use crate::ops::columns::{example, input, listed, main, must_be_of, must_be_within, must_differ, must_exist, on_main};
use crate::ops::ordered::value_order;
use crate::ops::unify::hidden_last;
use crate::ops::{Findings, Operation, Tables};
use crate::table::Table;

/// The operation `one_hot`.
pub struct OneHot;

/// Parameters of `one_hot`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Column of the categories.
    #[schemars(extend("x-widget" = "column"))]
    pub column: String,
    /// Categories, as canonical text, so that other data give the same columns; a value that is none of them has 0
    /// everywhere. None: those of the table, in the order of their values.
    #[serde(default)]
    pub categories: Vec<String>,
    /// What the new names begin with; empty for the name of the column and `_`.
    #[serde(default)]
    pub prefix: String,
    /// Whether the column itself stays.
    #[serde(default)]
    pub keep_source: bool,
    /// Whether nulls have a column of their own, `<prefix>null`. Else they have 0 everywhere.
    #[serde(default)]
    pub null_column: bool,
    /// Whether the first category has no column: it is where all others are 0.
    #[serde(default)]
    pub drop_first: bool,
    /// Most new columns; the step fails beyond.
    #[serde(default = "default_limit")]
    #[schemars(range(min = 1, max = 2000))]
    pub limit: u32,
}

fn default_limit() -> u32 {
    50
}

impl Operation for OneHot {
    const NAME: &'static str = "one_hot";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        vec![ColumnType::Boolean, ColumnType::Integer, ColumnType::Text]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_exist(table, [("/column".to_owned(), params.column.as_str())], findings);
            let suits = |kind: ColumnType| kind != ColumnType::Other;
            must_be_of(table, ("/column", &params.column), ColumnType::Text, suits, findings);
            must_differ(listed("/categories", &params.categories), findings);
            must_be_within("/limit", i64::from(params.limit), 1, 2000, findings);
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let cells = cell::texts(table.column(&params.column)?, usize::MAX);
        let categories = match params.categories.as_slice() {
            [] => found(table, &params.column, &cells)?,
            given => given.to_vec(),
        };
        let columns = categories.iter().skip(usize::from(params.drop_first)).map(|category| Some(category.as_str()));
        let columns: Vec<Option<&str>> = columns.chain(params.null_column.then_some(None)).collect();
        if columns.len() > params.limit as usize {
            let finding = Diagnostic::new(Code::ResultTooWide).with("columns", columns.len());
            return Err(finding.with("limit", u64::from(params.limit)).at_field("/limit"));
        }
        let own = format!("{}_", params.column);
        let prefix = if params.prefix.is_empty() { &own } else { &params.prefix };
        let mut made = table.frame.get_columns().to_vec();
        if !params.keep_source {
            made.retain(|column| column.name() != params.column.as_str());
        }
        for category in columns {
            let name = format!("{prefix}{}", category.unwrap_or("null")).replace(char::is_control, "");
            if made.iter().any(|known| known.name() == name.as_str()) {
                return Err(Diagnostic::new(Code::ColumnDuplicate).with("column", name).at_field("/prefix"));
            }
            let bits: Vec<i64> = cells.iter().map(|cell| i64::from(cell.as_deref() == category)).collect();
            made.push(Column::new(name.into(), bits));
        }
        Ok(main(Table { frame: hidden_last(made)?, ordered: table.ordered }))
    }

    fn examples() -> Vec<Example> {
        let flats = "id:integer | heating:text\n1 | gas\n2 | ∅\n3 | electric\n4 | gas";
        vec![
            example(
                "found",
                flats,
                json!({"column": "heating", "null_column": true}),
                "id:integer | heating_electric:integer | heating_gas:integer | heating_null:integer\n1 | 0 | 1 | 0\n2 | 0 | 0 | 1\n3 | 1 | 0 | 0\n4 | 0 | 1 | 0",
            ),
            example(
                "given",
                flats,
                json!({"column": "heating", "categories": ["electric", "gas", "wood"], "prefix": "is_", "drop_first": true, "keep_source": true}),
                "id:integer | heating:text | is_gas:integer | is_wood:integer\n1 | gas | 1 | 0\n2 | ∅ | 0 | 0\n3 | electric | 0 | 0\n4 | gas | 1 | 0",
            ),
        ]
    }
}

/// The categories of the table, in the order of their values.
fn found(table: &Table, column: &str, cells: &[Option<String>]) -> Checked<Vec<String>> {
    let order = value_order(table, column)?;
    let rows = frame::groups(&table.frame, &[column.to_owned()])?.first;
    let mut known: Vec<(u32, &String)> =
        rows.iter().filter_map(|row| Some((order[*row as usize]?, cells[*row as usize].as_ref()?))).collect();
    known.sort();
    Ok(known.into_iter().map(|(_, text)| text.clone()).collect())
}
