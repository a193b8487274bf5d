//! Keeps one row of each value of the keys; the others may go to a table of their own.

use polars::prelude::*;
use protocol::Checked;
use protocol::operation::{Example, Group, Port};
use protocol::table::ColumnType;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::frame;
use crate::ops::columns::{example_of, input, listed, must_differ, must_exist, on_main};
use crate::ops::{Findings, Operation, Tables};
use crate::table::Table;

/// The operation `deduplicate`.
pub struct Deduplicate;

/// Parameters of `deduplicate`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Columns that make two rows duplicates when all are equal, null equal to null. None: all columns.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub keys: Vec<String>,
    /// Which row of a group stays.
    #[serde(default)]
    pub keep: Keep,
}

/// Which row of a group stays, in the order of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// The first.
    #[default]
    First,
    /// The last.
    Last,
    /// None: groups of more than one row go entirely.
    None,
}

impl Operation for Deduplicate {
    const NAME: &'static str = "deduplicate";
    const GROUP: Group = Group::Clean;
    type Params = Params;

    fn outputs() -> Vec<Port> {
        vec![Port::required("main"), Port::optional("duplicates")]
    }

    fn suggested_for() -> Vec<ColumnType> {
        vec![ColumnType::Integer, ColumnType::Text]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_exist(table, listed("/keys", &params.keys), findings);
            must_differ(listed("/keys", &params.keys), findings);
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        const ROW: &str = "\u{1e}row";
        let table = input(inputs, "main")?;
        let keys = if params.keys.is_empty() { table.visible_names() } else { params.keys.clone() };
        let keep = match params.keep {
            Keep::First => UniqueKeepStrategy::First,
            Keep::Last => UniqueKeepStrategy::Last,
            Keep::None => UniqueKeepStrategy::None,
        };
        let columns: Vec<Expr> = keys.iter().map(col).collect();
        let numbered = table.frame.clone().lazy().select(columns).with_row_index(ROW, None);
        let kept = frame::collect(frame::distinct(numbered, Some(keys), keep).select([col(ROW)]))?;
        let mut stays = vec![false; table.height()];
        let rows = kept.column(ROW).and_then(|rows| rows.idx().cloned()).map_err(|error| frame::fault(&error))?;
        rows.into_no_null_iter().for_each(|row| stays[row as usize] = true);
        let stays = BooleanChunked::from_slice("stays".into(), &stays);
        let part = |mask: &BooleanChunked| -> Checked<Table> {
            let frame = table.frame.filter(mask).map_err(|error| frame::fault(&error))?;
            Ok(Table { frame, ordered: table.ordered })
        };
        Ok(Tables::from([("main".to_owned(), part(&stays)?), ("duplicates".to_owned(), part(&!&stays)?)]))
    }

    fn examples() -> Vec<Example> {
        let input = ("main", "id:integer | city:text\n1 | Paris\n2 | Lyon\n1 | Paris\n1 | Brest");
        vec![
            example_of(
                "whole-rows",
                &[input],
                json!({}),
                &[
                    ("main", "id:integer | city:text\n1 | Paris\n2 | Lyon\n1 | Brest"),
                    ("duplicates", "id:integer | city:text\n1 | Paris"),
                ],
            ),
            example_of(
                "last-of-key",
                &[input],
                json!({"keys": ["id"], "keep": "last"}),
                &[
                    ("main", "id:integer | city:text\n2 | Lyon\n1 | Brest"),
                    ("duplicates", "id:integer | city:text\n1 | Paris\n1 | Paris"),
                ],
            ),
        ]
    }
}
