//! Groups rows by keys and measures each group.

use polars::prelude::Expr;
use protocol::facet::quoted;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::ops::columns::{example, input, listed, main, must_differ, must_exist, must_not_be_empty, on_main};
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
    /// Share of the values below a quantile, from 0 to 1.
    #[serde(default = "half", skip_serializing_if = "is_half")]
    #[schemars(range(min = 0, max = 1))]
    pub fraction: f64,
    /// What stands between joined texts.
    #[serde(default = "comma", skip_serializing_if = "is_comma")]
    pub separator: String,
}

fn half() -> f64 {
    0.5
}

fn is_half(fraction: &f64) -> bool {
    *fraction == half()
}

fn comma() -> String {
    ", ".to_owned()
}

fn is_comma(separator: &str) -> bool {
    separator == comma()
}

/// What a measure computes. All but `rows`, `first`, `last` and `list` pass over nulls.
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
    /// Sample variance (divisor n − 1).
    Variance,
    /// Quantile of a share: linear between the two nearest values.
    Quantile,
    /// The most frequent value, the first of equally frequent ones.
    Mode,
    /// The first value, null or not, in the order of the rows.
    First,
    /// The last value, null or not.
    Last,
    /// Product.
    Product,
    /// Whether all are true.
    AllTrue,
    /// Whether one is true.
    AnyTrue,
    /// The values as texts end to end, in the order of the rows.
    Join,
    /// All values in a list, nulls among them, in the order of the rows.
    List,
    /// The different values in a list, in the order of their first rows.
    ListDistinct,
}

impl Measure {
    /// The measure in SQL.
    fn sql(&self) -> String {
        let column = quoted(self.column.as_deref().unwrap_or_default());
        match self.function {
            Function::Rows => "count(*)".to_owned(),
            Function::Count => format!("count({column})"),
            Function::CountDistinct => format!("count(distinct {column})"),
            Function::Sum => format!("sum({column})"),
            Function::Mean => format!("avg({column})"),
            Function::Min => format!("min({column})"),
            Function::Max => format!("max({column})"),
            Function::Median => format!("median({column})"),
            Function::StdDev => format!("stddev_samp({column})"),
            Function::Variance => format!("var_samp({column})"),
            Function::Quantile => format!("quantile_cont({column}, {:?})", self.fraction),
            Function::Mode => format!("mode({column})"),
            Function::First => format!("first({column})"),
            Function::Last => format!("last({column})"),
            Function::Product => format!("product({column})"),
            Function::AllTrue => format!("bool_and({column})"),
            Function::AnyTrue => format!("bool_or({column})"),
            Function::Join => {
                let separator = self.separator.replace('\'', "''");
                format!("string_agg(cast({column} as varchar), '{separator}')")
            }
            Function::List => format!("array_agg({column})"),
            Function::ListDistinct => format!("array_agg(distinct {column})"),
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
                if measure.name.trim().is_empty() {
                    findings.push(*Diagnostic::new(Code::ParamRequired).at_field(format!("/measures/{index}/name")));
                }
                if let Err(finding) = fits(measure, table) {
                    findings.push(*finding.at_field(format!("/measures/{index}/column")));
                }
                if measure.function == Function::Quantile && !(0.0..=1.0).contains(&measure.fraction) {
                    let finding = Diagnostic::new(Code::ParamRange).with("value", measure.fraction);
                    let finding = finding.with("low", 0_u64).with("high", 1_u64);
                    findings.push(*finding.at_field(format!("/measures/{index}/fraction")));
                }
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let keys: Vec<String> = params.keys.iter().map(|key| quoted(key)).collect();
        let measures = params.measures.iter().map(|measure| format!("{} as {}", measure.sql(), quoted(&measure.name)));
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
            example(
                "spread",
                "city:text | rent:integer | paid:boolean\nParis | 900 | true\nLyon | 650 | true\nParis | 700 | false\nParis | 900 | true",
                json!({"keys": ["city"], "measures": [
                    {"name": "quarter", "function": "quantile", "column": "rent", "fraction": 0.25},
                    {"name": "usual", "function": "mode", "column": "rent"},
                    {"name": "rents", "function": "join", "column": "rent", "separator": "/"},
                    {"name": "all_paid", "function": "all_true", "column": "paid"},
                ]}),
                "city:text | quarter:number | usual:integer | rents:text | all_paid:boolean\nParis | 800.0 | 900 | 900/700/900 | false\nLyon | 650.0 | 650 | 650 | true",
            ),
        ]
    }
}

/// The column of a measure, if it is there and of a type that suits.
///
/// # Errors
/// `param-required`, `column-unknown`, and those of SQL for a column whose type does not suit.
fn fits(measure: &Measure, table: &Table) -> Checked<()> {
    must_have_column(measure.function, measure.column.as_deref().unwrap_or_default(), table)?;
    // Of a quantile, the share is looked at apart.
    let measure = Measure { fraction: half(), ..measure.clone() };
    let schemas = [("input".to_owned(), table.frame.schema().as_ref().clone())].into();
    let query = Query::parse(&format!("select {} from input", measure.sql()));
    query.and_then(|query| query.output_schema(&schemas)).map(|_| ()).map_err(without_span)
}

fn must_have_column(function: Function, column: &str, table: &Table) -> Checked<()> {
    if function != Function::Rows {
        if column.is_empty() {
            return Err(Diagnostic::new(Code::ParamRequired));
        }
        table.column(column)?;
    }
    Ok(())
}

/// The expression of a common measure of a column.
///
/// # Errors
/// `param-required`, `column-unknown`, and those of SQL for a column whose type does not suit.
pub(super) fn measured(function: Function, column: &str, table: &Table) -> Checked<Expr> {
    must_have_column(function, column, table)?;
    let measure = Measure {
        name: String::new(),
        function,
        column: Some(column.to_owned()),
        fraction: half(),
        separator: comma(),
    };
    let compiled = Expression::compile_aggregate(&measure.sql(), table.frame.schema());
    compiled.map(|expression| expression.expr()).map_err(without_span)
}

/// The person wrote no SQL: a place in the generated text would mislead.
fn without_span(mut finding: Box<Diagnostic>) -> Box<Diagnostic> {
    finding.place.span = None;
    finding
}
