//! Groups rows by keys and measures each group.

use polars::prelude::Expr;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::ops::columns::{
    example, input, listed, main, must_be_named, must_differ, must_exist, must_not_be_empty, on_main,
};
use crate::ops::{Findings, Operation, Tables};
use crate::sql::{Expression, Options, Query};
use crate::table::Table;

/// The operation `aggregate`.
pub struct Aggregate;

/// Parameters of `aggregate`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Key columns: one result row for each combination of their values, nulls included. None: one row in all.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub keys: Vec<String>,
    /// Measures of each group.
    pub measures: Vec<Measure>,
}

/// One measure.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Name of the result column.
    pub name: String,
    /// What is computed.
    #[serde(default)]
    pub function: Function,
    /// Over which column; not needed to count rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-widget" = "column"))]
    pub column: Option<String>,
}

/// What a measure computes. All but `rows` pass over nulls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Function {
    /// Rows of the group.
    #[default]
    Rows,
    /// Values that are not null.
    Count,
    /// Different values.
    CountDistinct,
    /// Sum.
    Sum,
    /// Arithmetic mean.
    Mean,
    /// Smallest value.
    Min,
    /// Largest value.
    Max,
    /// Median (mean of the two middle values of an even number).
    Median,
    /// Sample standard deviation (divisor n − 1).
    StdDev,
}

impl Function {
    fn sql(self, column: &str) -> String {
        let column = quoted(column);
        match self {
            Self::Rows => "count(*)".to_owned(),
            Self::Count => format!("count({column})"),
            Self::CountDistinct => format!("count(distinct {column})"),
            Self::Sum => format!("sum({column})"),
            Self::Mean => format!("avg({column})"),
            Self::Min => format!("min({column})"),
            Self::Max => format!("max({column})"),
            Self::Median => format!("median({column})"),
            Self::StdDev => format!("stddev_samp({column})"),
        }
    }
}

impl Operation for Aggregate {
    const NAME: &'static str = "aggregate";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        use ColumnType::*;
        vec![Boolean, Integer, Number, Text, Date]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_exist(table, listed("/keys", &params.keys), findings);
            must_not_be_empty("/measures", &params.measures, findings);
            let measures = params.measures.iter().enumerate();
            let names = measures.map(|(index, measure)| (format!("/measures/{index}/name"), measure.name.as_str()));
            must_differ(listed("/keys", &params.keys).chain(names), findings);
            for (index, measure) in params.measures.iter().enumerate() {
                must_be_named(&format!("/measures/{index}/name"), &measure.name, findings);
                if let Err(finding) = measured(measure, table) {
                    findings.push(*finding.at_field(format!("/measures/{index}/column")));
                }
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let keys: Vec<String> = params.keys.iter().map(|key| quoted(key)).collect();
        let measures = params.measures.iter().map(|measure| {
            let column = measure.column.as_deref().unwrap_or_default();
            format!("{} as {}", measure.function.sql(column), quoted(&measure.name))
        });
        let items: Vec<String> = keys.iter().cloned().chain(measures).collect();
        let mut query = format!("select {} from input", items.join(", "));
        if !keys.is_empty() {
            query = format!("{query} group by {}", keys.join(", "));
        }
        let tables = Tables::from([("input".to_owned(), table.clone())]);
        let made = Query::parse(&query).and_then(|query| query.run(&tables, Options::default()));
        made.map(main).map_err(without_span)
    }

    fn examples() -> Vec<Example> {
        let rents = "city:text | rent:integer\nParis | 900\nLyon | 650\nParis | 700\nLyon | ∅";
        vec![
            example(
                "by-key",
                rents,
                json!({"keys": ["city"], "measures": [
                    {"name": "rows", "function": "rows"},
                    {"name": "known", "function": "count", "column": "rent"},
                    {"name": "mean", "function": "mean", "column": "rent"},
                ]}),
                "city:text | rows:integer | known:integer | mean:number\nParis | 2 | 2 | 800.0\nLyon | 2 | 1 | 650.0",
            ),
            example(
                "in-all",
                rents,
                json!({"measures": [{"name": "total", "function": "sum", "column": "rent"}]}),
                "total:integer\n2250",
            ),
        ]
    }
}

/// The expression of a measure.
///
/// # Errors
/// `param-required`, `column-unknown`, and those of SQL for a column whose type does not suit.
pub(super) fn measured(measure: &Measure, table: &Table) -> Checked<Expr> {
    let column = measure.column.as_deref().unwrap_or_default();
    if measure.function != Function::Rows {
        if column.is_empty() {
            return Err(Diagnostic::new(Code::ParamRequired));
        }
        table.column(column)?;
    }
    let compiled = Expression::compile_aggregate(&measure.function.sql(column), table.frame.schema());
    compiled.map(|expression| expression.expr()).map_err(without_span)
}

/// A name as SQL reads it whatever stands in it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The person wrote no SQL: a place in the generated text would mislead.
fn without_span(mut finding: Box<Diagnostic>) -> Box<Diagnostic> {
    finding.place.span = None;
    finding
}
