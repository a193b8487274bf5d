//! Makes nulls of the cells that hold a stand-in for a missing value, such as `n/a` or −999.

use std::collections::BTreeSet;

use polars::prelude::*;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::made::{must_be, with_columns};
use crate::ops::columns::{example, input, listed, main, must_not_be_empty, on_main};
use crate::ops::{Findings, Operation, Tables};
use crate::table::{column_type, polars_type};
use crate::table_text::type_name;
use crate::{cell, frame};

/// The operation `null_tokens`.
pub struct NullTokens;

/// Parameters of `null_tokens`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Columns to look through.
    #[schemars(extend("x-widget" = "columns"))]
    pub columns: Vec<String>,
    /// Values that stand for a missing one; in a column that is no text, values of its type.
    pub tokens: Vec<String>,
    /// Whether capitals and small letters are the same.
    #[serde(default)]
    pub ignore_case: bool,
    /// Whether white space around a text is passed over; a text of nothing else is then the empty token.
    #[serde(default)]
    pub trim: bool,
}

impl Operation for NullTokens {
    const NAME: &'static str = "null_tokens";
    const GROUP: Group = Group::Clean;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        use ColumnType::*;
        vec![Text, Integer, Number, Date, Datetime]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        use ColumnType::*;
        let types = [Text, Boolean, Integer, Number, Date, Datetime, Time];
        on_main(inputs, |table, findings| {
            must_not_be_empty("/columns", &params.columns, findings);
            must_be(table, listed("/columns", &params.columns), &types, findings);
            must_not_be_empty("/tokens", &params.tokens, findings);
            let columns = params.columns.iter().filter_map(|name| table.column(name).ok());
            let types: Vec<&DataType> = columns.map(Column::dtype).collect();
            for (field, token) in listed("/tokens", &params.tokens) {
                // A token must be of use in one column at least.
                if !types.is_empty() && types.iter().all(|dtype| canonical(token, dtype, params).is_none()) {
                    let kind = types.first().map(|dtype| type_name(column_type(dtype))).unwrap_or_default();
                    let finding = Diagnostic::new(Code::SqlBadLiteral).with("value", token).with("type", kind);
                    findings.push(*finding.at_field(field));
                }
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let made = params.columns.iter().map(|name| {
            let column = table.column(name)?;
            let tokens: BTreeSet<String> =
                params.tokens.iter().filter_map(|token| canonical(token, column.dtype(), params)).collect();
            let is_text = column_type(column.dtype()) == ColumnType::Text;
            let stays = cell::texts(column, usize::MAX).into_iter().map(|text| {
                text.is_some_and(|text| !tokens.contains(&if is_text { folded(&text, params) } else { text }))
            });
            kept(column, stays.collect()).map_err(|error| frame::fault(&error))
        });
        with_columns(table, made.collect::<Checked<_>>()?).map(main)
    }

    fn examples() -> Vec<Example> {
        vec![
            example(
                "texts",
                "city:text\nParis\nN/A\n\\s?\n\"\"\n∅\nna",
                json!({"columns": ["city"], "tokens": ["n/a", "?", ""], "ignore_case": true, "trim": true}),
                "city:text\nParis\n∅\n∅\n∅\n∅\nna",
            ),
            example(
                "exactly",
                "city:text\nN/A\nn/a\n n/a\\s",
                json!({"columns": ["city"], "tokens": ["n/a"]}),
                "city:text\nN/A\n∅\nn/a\\s",
            ),
            example(
                "numbers-and-dates",
                "level:number | since:date\n-999.0 | 1900-01-01\n12.5 | 2021-04-03",
                json!({"columns": ["level", "since"], "tokens": ["-999", "1900-01-01"]}),
                "level:number | since:date\n∅ | ∅\n12.5 | 2021-04-03",
            ),
        ]
    }
}

/// A token as a cell of a column of this type stands in text; `None` where it is no value of the type.
fn canonical(token: &str, dtype: &DataType, params: &Params) -> Option<String> {
    let kind = column_type(dtype);
    if kind == ColumnType::Text {
        return Some(folded(token, params));
    }
    let parsed = cell::parse(&Series::new("token".into(), [token]), &polars_type(kind)?).ok()?;
    let text = cell::texts(&parsed.into_column(), usize::MAX).pop().flatten()?;
    // An instant of a zone stands in UTC.
    Some(if matches!(dtype, DataType::Datetime(_, Some(_))) { text + "Z" } else { text })
}

fn folded(text: &str, params: &Params) -> String {
    let text = if params.trim { text.trim() } else { text };
    if params.ignore_case { text.to_lowercase() } else { text.to_owned() }
}

fn kept(column: &Column, stays: BooleanChunked) -> PolarsResult<Column> {
    let series = column.as_materialized_series();
    let nulls = Series::full_null(series.name().clone(), series.len(), series.dtype());
    Ok(series.zip_with(&stays, &nulls)?.into_column())
}
