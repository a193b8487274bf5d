//! Joins columns into one text.

use polars::prelude::*;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::made::{must_be_free, with_columns, without};
use crate::cell;
use crate::ops::columns::{example, input, listed, main, must_exist, on_main};
use crate::ops::{Findings, Operation, Tables};

/// The operation `merge_columns`.
pub struct MergeColumns;

/// What a null among the columns does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Nulls {
    /// It is left out with its separator; the result is null where all are.
    #[default]
    Skip,
    /// It counts as an empty text.
    Empty,
    /// It makes the result null.
    Null,
}

/// Parameters of `merge_columns`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Columns to join, in this order; what is no text stands in its canonical form.
    #[schemars(extend("x-widget" = "columns"))]
    pub columns: Vec<String>,
    /// Name of the new column.
    pub into: String,
    /// What stands between two values.
    #[serde(default)]
    pub separator: String,
    /// What a null among the columns does.
    #[serde(default)]
    pub nulls: Nulls,
    /// Whether the joined columns leave the table.
    #[serde(default)]
    pub drop_sources: bool,
}

impl Operation for MergeColumns {
    const NAME: &'static str = "merge_columns";
    const GROUP: Group = Group::Clean;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        use ColumnType::*;
        vec![Integer, Text, Date]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            if params.columns.len() < 2 {
                findings.push(*Diagnostic::new(Code::ParamRequired).at_field("/columns"));
            }
            must_exist(table, listed("/columns", &params.columns), findings);
            let sources: Vec<&str> = params.columns.iter().map(String::as_str).collect();
            let dropped: &[&str] = if params.drop_sources { &sources } else { &[] };
            must_be_free(table, [("/into".to_owned(), params.into.as_str())], dropped, findings);
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let sources = params.columns.iter().map(|name| Ok(cell::texts(table.column(name)?, usize::MAX)));
        let sources = sources.collect::<Checked<Vec<_>>>()?;
        let cells: Vec<Option<String>> = (0..table.height())
            .map(|row| joined(sources.iter().map(|source| source[row].as_deref()), params))
            .collect();
        let names: Vec<&str> = params.columns.iter().map(String::as_str).collect();
        let base = if params.drop_sources { without(table, &names) } else { table.clone() };
        with_columns(&base, vec![Column::new(params.into.as_str().into(), cells)]).map(main)
    }

    fn examples() -> Vec<Example> {
        let people = "first:text | last:text | born:integer\nMarie | Curie | 1867\n∅ | Plato | ∅\n∅ | ∅ | ∅";
        vec![
            example(
                "skip-nulls",
                people,
                json!({"columns": ["first", "last", "born"], "into": "who", "separator": " "}),
                "first:text | last:text | born:integer | who:text\nMarie | Curie | 1867 | Marie Curie 1867\n∅ | Plato | ∅ | Plato\n∅ | ∅ | ∅ | ∅",
            ),
            example(
                "in-place-of-sources",
                people,
                json!({"columns": ["last", "first"], "into": "last", "separator": ", ", "nulls": "empty",
                    "drop_sources": true}),
                "born:integer | last:text\n1867 | Curie, Marie\n∅ | Plato,\\s\n∅ | ,\\s",
            ),
        ]
    }
}

fn joined<'a>(cells: impl Iterator<Item = Option<&'a str>>, params: &Params) -> Option<String> {
    let mut kept = Vec::new();
    for cell in cells {
        match (cell, params.nulls) {
            (Some(text), _) => kept.push(text),
            (None, Nulls::Skip) => {}
            (None, Nulls::Empty) => kept.push(""),
            (None, Nulls::Null) => return None,
        }
    }
    (!kept.is_empty()).then(|| kept.join(&params.separator))
}
