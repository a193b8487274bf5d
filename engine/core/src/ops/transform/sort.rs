//! Declares an order of rows.

use polars::prelude::{IntoLazy, col};
use protocol::Checked;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::frame::{self, SortKey};
use crate::ops::columns::{example, input, main, must_exist, must_not_be_empty, on_main};
use crate::ops::{Findings, Operation, Tables};
use crate::table::Table;

/// The operation `sort`.
pub struct Sort;

/// Parameters of `sort`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Keys, the most important first. Rows equal on all keep the order they had.
    pub keys: Vec<Key>,
}

/// One key of the order.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// The column.
    #[schemars(extend("x-widget" = "column"))]
    pub column: String,
    /// Which way.
    #[serde(default)]
    pub direction: Direction,
    /// Where nulls go.
    #[serde(default)]
    pub nulls: Nulls,
}

/// Which way an order goes. Texts are ordered by the bytes of their UTF-8 form, that is by code point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Smallest first.
    #[default]
    Ascending,
    /// Largest first.
    Descending,
}

/// Where nulls go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Nulls {
    /// After all values.
    #[default]
    Last,
    /// Before all values.
    First,
}

impl Key {
    /// The key, as the doorway takes it.
    pub fn sort_key(&self) -> SortKey {
        SortKey {
            by: col(self.column.as_str()),
            descending: self.direction == Direction::Descending,
            nulls_last: self.nulls == Nulls::Last,
        }
    }
}

/// The columns of keys, with their pointers `<list>/<index>/column`.
pub fn key_columns<'a>(list: &'a str, keys: &'a [Key]) -> impl Iterator<Item = (String, &'a str)> {
    keys.iter().enumerate().map(move |(index, key)| (format!("{list}/{index}/column"), key.column.as_str()))
}

impl Operation for Sort {
    const NAME: &'static str = "sort";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        use ColumnType::*;
        vec![Boolean, Integer, Number, Decimal, Text, Date, Datetime, Time, Duration]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_not_be_empty("/keys", &params.keys, findings);
            must_exist(table, key_columns("/keys", &params.keys), findings);
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let keys: Vec<SortKey> = params.keys.iter().map(Key::sort_key).collect();
        let frame = frame::collect(frame::sort(table.frame.clone().lazy(), &keys))?;
        Ok(main(Table { frame, ordered: true }))
    }

    fn examples() -> Vec<Example> {
        vec![example(
            "two-keys",
            "city:text | rent:integer\nLyon | 650\nParis | ∅\nLyon | 700\nParis | 900",
            json!({"keys": [{"column": "city"}, {"column": "rent", "direction": "descending"}]}),
            "city:text | rent:integer\nLyon | 700\nLyon | 650\nParis | 900\nParis | ∅",
        )]
    }
}
