//! Columns computed over the rows around each row: numbers, ranks, neighbours, sums.

use polars::prelude::Series;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::along::arranged;
use super::sort::{Key, key_columns};
use crate::ops::columns::{
    example, input, listed, main, must_be_named, must_be_of, must_be_within, must_differ, must_exist,
    must_not_be_empty, on_main, with_columns,
};
use crate::ops::ordered::Ordered;
use crate::ops::ordered::measures::{self, Measure, is_numeric, measure};
use crate::ops::ordered::ranks::{Ties, integers, numbers, percent, ranks, tiles};
use crate::ops::{Findings, Operation, Tables};
use crate::table::Table;

/// The operation `window`.
pub struct Window;

/// Parameters of `window`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Columns to make. All read the table as it comes in.
    pub columns: Vec<Windowed>,
    /// Columns whose combinations of values are the groups, nulls included; none: the whole table.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub groups: Vec<String>,
    /// The order within a group; none: that of the table, which also parts rows that are equal on all keys.
    #[serde(default)]
    pub order: Vec<Key>,
}

/// One column to make.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Windowed {
    /// Its name; that of an existing column replaces it in its place.
    pub name: String,
    /// What is computed.
    #[serde(default)]
    pub function: Function,
    /// Over which column; not needed to number, rank and count rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-widget" = "column"))]
    pub column: Option<String>,
    /// Which rows of the group count, for `first` to `count`.
    #[serde(default)]
    pub rows: Rows,
    /// Rows before each row, for moving ones.
    #[serde(default)]
    #[schemars(range(max = 1_000_000_000))]
    pub before: u32,
    /// Rows after each row, for moving ones.
    #[serde(default)]
    #[schemars(range(max = 1_000_000_000))]
    pub after: u32,
    /// How many rows off, for `lag` and `lead`; how many parts, for `ntile`.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 1_000_000_000))]
    pub n: u32,
}

fn one() -> u32 {
    1
}

const MAX_N: i64 = 1_000_000_000;

/// What is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Function {
    /// 1, 2, 3 …
    #[default]
    RowNumber,
    /// Number of the first row that is equal on all keys.
    Rank,
    /// Number among the different values of the keys.
    DenseRank,
    /// (rank − 1) / (rows − 1).
    PercentRank,
    /// Number of the part, of `n` parts as equal as can be.
    Ntile,
    /// The cell `n` rows before.
    Lag,
    /// The cell `n` rows after.
    Lead,
    /// The first cell, null or not.
    First,
    /// The last cell, null or not.
    Last,
    /// Sum of the values.
    Sum,
    /// Mean of the values.
    Mean,
    /// Smallest value.
    Min,
    /// Largest value.
    Max,
    /// Values that are not null; without a column, rows.
    Count,
}

/// Which rows of the group count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Rows {
    /// All.
    #[default]
    Group,
    /// From the first to the row itself.
    Running,
    /// From `before` rows before to `after` rows after.
    Moving,
}

impl Function {
    fn measure(self) -> Option<Measure> {
        Some(match self {
            Self::First => Measure::First,
            Self::Last => Measure::Last,
            Self::Sum => Measure::Sum,
            Self::Mean => Measure::Mean,
            Self::Min => Measure::Min,
            Self::Max => Measure::Max,
            Self::Count => Measure::Count,
            _ => return None,
        })
    }

    fn needs_column(self) -> bool {
        matches!(self, Self::Lag | Self::Lead) || self.measure().is_some_and(|measure| measure != Measure::Count)
    }

    fn needs_order(self) -> bool {
        matches!(self, Self::Rank | Self::DenseRank | Self::PercentRank)
    }
}

impl Windowed {
    fn over(&self) -> Option<&str> {
        self.column.as_deref().filter(|name| !name.is_empty())
    }

    fn extent(&self) -> measures::Extent {
        match self.rows {
            Rows::Group => measures::Extent::Group,
            Rows::Running => measures::Extent::Running,
            Rows::Moving => measures::Extent::Moving { before: self.before as usize, after: self.after as usize },
        }
    }
}

impl Operation for Window {
    const NAME: &'static str = "window";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        use ColumnType::*;
        vec![Integer, Number, Date, Datetime]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_not_be_empty("/columns", &params.columns, findings);
            must_exist(table, listed("/groups", &params.groups), findings);
            must_exist(table, key_columns("/order", &params.order), findings);
            let names = params.columns.iter().enumerate();
            must_differ(
                names.map(|(index, column)| (format!("/columns/{index}/name"), column.name.as_str())),
                findings,
            );
            for (index, made) in params.columns.iter().enumerate() {
                let at = |field: &str| format!("/columns/{index}/{field}");
                must_be_named(&at("name"), &made.name, findings);
                must_be_within(&at("n"), i64::from(made.n), 1, MAX_N, findings);
                if made.function.needs_column() || made.over().is_some() {
                    must_exist(table, [(at("column"), made.over().unwrap_or_default())], findings);
                }
                if made.function.measure().is_some_and(Measure::is_arithmetic) {
                    let column = (at("column"), made.over().unwrap_or_default());
                    must_be_of(table, (&column.0, column.1), ColumnType::Number, is_numeric, findings);
                }
                if made.function.needs_order() && params.order.is_empty() {
                    findings.push(*Diagnostic::new(Code::ParamRequired).at_field("/order"));
                }
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let ordered = arranged(table, &params.groups, &params.order)?;
        let mut made = Vec::with_capacity(params.columns.len());
        for column in &params.columns {
            made.push(ordered.restore(&column.name, &computed(table, &ordered, column)?)?);
        }
        Ok(main(with_columns(table, made)?))
    }

    fn examples() -> Vec<Example> {
        vec![
            example(
                "numbers",
                "city:text | rent:integer\nParis | 900\nLyon | 650\nParis | 700\nParis | 900\nLyon | ∅",
                json!({
                    "groups": ["city"],
                    "order": [{"column": "rent", "direction": "descending"}],
                    "columns": [
                        {"name": "place", "function": "row_number"},
                        {"name": "rank", "function": "rank"},
                        {"name": "dense", "function": "dense_rank"},
                        {"name": "share", "function": "percent_rank"},
                        {"name": "half", "function": "ntile", "n": 2},
                    ],
                }),
                "city:text | rent:integer | place:integer | rank:integer | dense:integer | share:number | half:integer\nParis | 900 | 1 | 1 | 1 | 0.0 | 1\nLyon | 650 | 1 | 1 | 1 | 0.0 | 1\nParis | 700 | 3 | 3 | 2 | 1.0 | 2\nParis | 900 | 2 | 1 | 1 | 0.0 | 1\nLyon | ∅ | 2 | 2 | 2 | 1.0 | 2",
            ),
            example(
                "moving",
                "day:date | sales:integer\n2024-01-03 | 6\n2024-01-01 | 2\n2024-01-02 | ∅\n2024-01-04 | 1",
                json!({
                    "order": [{"column": "day"}],
                    "columns": [
                        {"name": "mean", "function": "mean", "column": "sales", "rows": "moving", "before": 1},
                        {"name": "around", "function": "max", "column": "sales", "rows": "moving", "before": 1, "after": 1},
                        {"name": "before", "function": "lag", "column": "sales"},
                        {"name": "total", "function": "sum", "column": "sales"},
                        {"name": "rows", "function": "count", "rows": "running"},
                    ],
                }),
                "day:date | sales:integer | mean:number | around:integer | before:integer | total:integer | rows:integer\n2024-01-03 | 6 | 6.0 | 6 | ∅ | 9 | 3\n2024-01-01 | 2 | 2.0 | 2 | ∅ | 9 | 1\n2024-01-02 | ∅ | 2.0 | 6 | 2 | 9 | 2\n2024-01-04 | 1 | 3.5 | 6 | 6 | 9 | 4",
            ),
        ]
    }
}

fn computed(table: &Table, ordered: &Ordered, made: &Windowed) -> Checked<Series> {
    let column = || table.column(made.over().unwrap_or_default());
    Ok(match made.function {
        Function::RowNumber => integers(ranks(ordered, Ties::Ordinal)),
        Function::Rank => integers(ranks(ordered, Ties::Min)),
        Function::DenseRank => integers(ranks(ordered, Ties::Dense)),
        Function::PercentRank => numbers(percent(ordered)),
        Function::Ntile => integers(tiles(ordered, u64::from(made.n))),
        Function::Lag => ordered.pick(column()?, ordered.neighbours(-i64::from(made.n)))?,
        Function::Lead => ordered.pick(column()?, ordered.neighbours(i64::from(made.n)))?,
        function => {
            let kind = function.measure().unwrap_or(Measure::Count);
            measure(table, ordered, made.over(), kind, made.extent())?
        }
    })
}
