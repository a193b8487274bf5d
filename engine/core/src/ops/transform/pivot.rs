//! Long to wide: the values of one column become columns.

use polars::prelude::*;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::aggregate::{Function, measured};
use crate::cell;
use crate::frame;
use crate::groups::Groups;
use crate::ops::columns::{
    example, input, listed, main, must_be_within, must_differ, must_exist, must_not_be_empty, on_main,
};
use crate::ops::ordered::value_order;
use crate::ops::{Findings, Operation, Tables};
use crate::table::Table;

/// The operation `pivot`.
pub struct Pivot;

/// What stands in a cell for which several rows have a value. All but `first`, `last` and `only` pass over nulls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Aggregate {
    /// The one value; the step fails where there are several rows.
    #[default]
    Only,
    /// That of the first row.
    First,
    /// That of the last row.
    Last,
    /// Their sum.
    Sum,
    /// Their arithmetic mean.
    Mean,
    /// The smallest.
    Min,
    /// The largest.
    Max,
    /// How many are not null.
    Count,
}

/// How the new columns are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum ColumnOrder {
    /// As their names first stand in the table.
    #[default]
    Appearance,
    /// By the values that name them, null last.
    Sorted,
}

/// Parameters of `pivot`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Columns whose combinations of values are the result's rows; none: one row in all.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub keys: Vec<String>,
    /// Column whose values become names of columns.
    #[schemars(extend("x-widget" = "column"))]
    pub names: String,
    /// Columns whose values fill the new ones. Of several, each new name is `<value column>_<name>`.
    #[schemars(extend("x-widget" = "columns"))]
    pub values: Vec<String>,
    /// What stands in a cell for which several rows have a value.
    #[serde(default)]
    pub aggregate: Aggregate,
    /// How the new columns are ordered.
    #[serde(default)]
    pub order: ColumnOrder,
    /// Most new columns; the step fails beyond.
    #[serde(default = "default_limit")]
    #[schemars(range(min = 1, max = 2000))]
    pub limit: u32,
}

fn default_limit() -> u32 {
    100
}

/// Most columns that `limit` may allow.
const MAX_LIMIT: i64 = 2000;

impl Operation for Pivot {
    const NAME: &'static str = "pivot";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        vec![ColumnType::Text, ColumnType::Integer]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_exist(table, listed("/keys", &params.keys), findings);
            must_exist(table, [("/names".to_owned(), params.names.as_str())], findings);
            must_not_be_empty("/values", &params.values, findings);
            must_exist(table, listed("/values", &params.values), findings);
            must_differ(listed("/keys", &params.keys), findings);
            must_differ(listed("/values", &params.values), findings);
            must_be_within("/limit", i64::from(params.limit), 1, MAX_LIMIT, findings);
            for (field, name) in listed("/values", &params.values) {
                if table.column(name).is_ok()
                    && let Err(finding) = cell_of(params.aggregate, name, table)
                {
                    findings.push(*finding.at_field(field));
                }
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let cells = cells(params, table)?;
        let rows = frame::groups(&cells.frame, &numbered(KEY, params.keys.len()))?;
        let names = frame::groups(&cells.frame, &[NAME.to_owned()])?;
        let width = names.first.len() * params.values.len();
        if width > params.limit as usize {
            let finding = Diagnostic::new(Code::ResultTooWide).with("columns", width);
            return Err(finding.with("limit", u64::from(params.limit)).at_field("/limit"));
        }
        let mut made = Vec::with_capacity(params.keys.len() + width);
        for (index, key) in params.keys.iter().enumerate() {
            let column = cells.column(&format!("{KEY}{index}"))?.take_slice(&rows.first);
            made.push(column.map_err(|error| frame::fault(&error))?.with_name(key.as_str().into()));
        }
        let filled = filled(&rows, &names);
        let labels = labels(&cells, &names)?;
        for (index, value) in params.values.iter().enumerate() {
            let column = cells.column(&format!("{VALUE}{index}"))?;
            for name in order(params.order, &cells, &names)? {
                let label = &labels[name];
                let label = if params.values.len() == 1 { label.clone() } else { format!("{value}_{label}") };
                if made.iter().any(|known| known.name() == label.as_str()) {
                    return Err(Diagnostic::new(Code::ColumnDuplicate).with("column", label).at_field("/names"));
                }
                let column = column.take(&filled[name]).map_err(|error| frame::fault(&error))?;
                made.push(column.with_name(label.into()));
            }
        }
        let frame = DataFrame::new(made).map_err(|error| frame::fault(&error))?;
        Ok(main(Table::unordered(frame)))
    }

    fn examples() -> Vec<Example> {
        let sales = "city:text | quarter:text | sales:integer | staff:integer\nParis | q2 | 3 | 1\nLyon | q1 | 4 | 1\nParis | q1 | ∅ | 2\nParis | ∅ | 9 | 2\n∅ | q1 | 5 | 1";
        vec![
            example(
                "quarters",
                sales,
                json!({"keys": ["city"], "names": "quarter", "values": ["sales"]}),
                "city:text | q2:integer | q1:integer | null:integer\nParis | 3 | ∅ | 9\nLyon | ∅ | 4 | ∅\n∅ | ∅ | 5 | ∅",
            ),
            example(
                "two-values",
                sales,
                json!({"names": "quarter", "values": ["sales", "staff"], "aggregate": "sum", "order": "sorted"}),
                "sales_q1:integer | sales_q2:integer | sales_null:integer | staff_q1:integer | staff_q2:integer | staff_null:integer\n9 | 3 | 9 | 4 | 1 | 2",
            ),
            example(
                "last-reading",
                "sensor:text | day:date | level:number\na | 2024-01-01 | 1.5\na | 2024-01-01 | 2.5\nb | 2024-01-02 | ∅",
                json!({"keys": ["day"], "names": "sensor", "values": ["level"], "aggregate": "last"}),
                "day:date | a:number | b:number\n2024-01-01 | 2.5 | ∅\n2024-01-02 | ∅ | ∅",
            ),
        ]
    }
}

const KEY: &str = "\u{1e}key";
const NAME: &str = "\u{1e}name";
const VALUE: &str = "\u{1e}value";
const ROWS: &str = "\u{1e}rows";

fn numbered(start: &str, count: usize) -> Vec<String> {
    (0..count).map(|index| format!("{start}{index}")).collect()
}

fn cell_of(aggregate: Aggregate, column: &str, table: &Table) -> Checked<Expr> {
    let function = match aggregate {
        Aggregate::Only | Aggregate::First => return Ok(col(column).first()),
        Aggregate::Last => return Ok(col(column).last()),
        Aggregate::Sum => Function::Sum,
        Aggregate::Mean => Function::Mean,
        Aggregate::Min => Function::Min,
        Aggregate::Max => Function::Max,
        Aggregate::Count => Function::Count,
    };
    measured(function, column, table)
}

/// One row for each combination of keys and name, in the order of their first rows.
fn cells(params: &Params, table: &Table) -> Checked<Table> {
    let keys = params.keys.iter().enumerate().map(|(index, key)| col(key.as_str()).alias(format!("{KEY}{index}")));
    let keys: Vec<Expr> = keys.chain([col(params.names.as_str()).alias(NAME)]).collect();
    let mut measures = vec![len().alias(ROWS)];
    for (index, value) in params.values.iter().enumerate() {
        measures.push(cell_of(params.aggregate, value, table)?.alias(format!("{VALUE}{index}")));
    }
    let made = frame::collect(frame::group(table.frame.clone().lazy(), keys, measures))?;
    if params.aggregate == Aggregate::Only {
        let rows = made.column(ROWS).and_then(|rows| Ok(rows.idx()?.clone())).map_err(|error| frame::fault(&error))?;
        let repeated = rows.iter().filter(|rows| rows.is_some_and(|rows| rows > 1)).count();
        if repeated > 0 {
            let keys: Vec<String> = params.keys.iter().chain([&params.names]).cloned().collect();
            let finding = Diagnostic::new(Code::KeyRepeated).with("count", repeated).with("keys", keys.join(", "));
            return Err(finding.at_field("/aggregate"));
        }
    }
    Ok(Table::unordered(made))
}

/// For each name, the cell of each result row.
fn filled(rows: &Groups, names: &Groups) -> Vec<IdxCa> {
    let mut cells = vec![vec![None; rows.first.len()]; names.first.len()];
    for (cell, (row, name)) in rows.of_row.iter().zip(&names.of_row).enumerate() {
        cells[*name as usize][*row as usize] = Some(cell as IdxSize);
    }
    cells.into_iter().map(|cells| cells.into_iter().collect()).collect()
}

/// Names of columns: the canonical text of a value, without control characters.
fn labels(cells: &Table, names: &Groups) -> Checked<Vec<String>> {
    let values = cells.column(NAME)?.take_slice(&names.first).map_err(|error| frame::fault(&error))?;
    let texts = cell::texts(&values, usize::MAX).into_iter();
    Ok(texts
        .map(|text| match text.map(|text| text.replace(char::is_control, "")) {
            None => "null".to_owned(),
            Some(text) if text.trim().is_empty() => "\"\"".to_owned(),
            Some(text) => text,
        })
        .collect())
}

fn order(order: ColumnOrder, cells: &Table, names: &Groups) -> Checked<Vec<usize>> {
    let mut all: Vec<usize> = (0..names.first.len()).collect();
    if order == ColumnOrder::Sorted {
        let values = value_order(cells, NAME)?;
        all.sort_by_key(|name| values[names.first[*name] as usize].map_or((1, 0), |value| (0, value)));
    }
    Ok(all)
}
