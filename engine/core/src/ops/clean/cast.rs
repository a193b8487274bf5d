//! Changes the type of columns; what cannot be converted becomes null, goes to quarantine, or stops the step.

use protocol::operation::{Example, Group, Port};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::convert::{Reading, convert, is_convertible};
use super::quarantine::{Bad, OnError, part};
use crate::frame;
use crate::ops::columns::{CELLS, example, example_of, input, listed, must_exist, must_not_be_empty, on_main};
use crate::ops::{Findings, Operation, Tables};
use crate::source::moment::DateFormat;
use crate::table::{Table, column_type};
use crate::table_text::type_name;

/// The operation `cast`.
pub struct Cast;

/// A type that a column can be cast to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// True or false.
    Boolean,
    /// 64-bit integer.
    Integer,
    /// 64-bit floating-point number.
    Number,
    /// Text.
    Text,
    /// Calendar date.
    Date,
    /// Date and time.
    Datetime,
    /// Time of day.
    Time,
}

impl Target {
    fn kind(self) -> ColumnType {
        match self {
            Self::Boolean => ColumnType::Boolean,
            Self::Integer => ColumnType::Integer,
            Self::Number => ColumnType::Number,
            Self::Text => ColumnType::Text,
            Self::Date => ColumnType::Date,
            Self::Datetime => ColumnType::Datetime,
            Self::Time => ColumnType::Time,
        }
    }
}

/// Parameters of `cast`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Columns to convert.
    #[schemars(extend("x-widget" = "columns"))]
    pub columns: Vec<String>,
    /// Their new type.
    pub to: Target,
    /// What happens to a cell that cannot be converted.
    #[serde(default)]
    pub on_error: OnError,
    /// Format of dates in texts, such as `%d/%m/%Y`; ISO 8601 without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// Decimal mark of numbers in texts.
    #[serde(default)]
    pub decimal: DecimalMark,
}

/// The mark before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `3.14`
    #[default]
    Point,
    /// `3,14`
    Comma,
}

impl Operation for Cast {
    const NAME: &'static str = "cast";
    const GROUP: Group = Group::Clean;
    type Params = Params;

    fn outputs() -> Vec<Port> {
        vec![Port::required("main"), Port::optional("quarantine")]
    }

    fn suggested_for() -> Vec<ColumnType> {
        CELLS.to_vec()
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_not_be_empty("/columns", &params.columns, findings);
            must_exist(table, listed("/columns", &params.columns), findings);
            for (field, name) in listed("/columns", &params.columns) {
                let Ok(column) = table.column(name) else { continue };
                let found = column_type(column.dtype());
                if !is_convertible(found, params.to.kind()) {
                    findings.push(
                        *Diagnostic::new(Code::ColumnType)
                            .with("column", name)
                            .with("found", type_name(found))
                            .with("expected", type_name(params.to.kind()))
                            .at_field(field),
                    );
                }
            }
            if params.format.as_deref().is_some_and(|format| !is_format(format, params.to)) {
                findings.push(
                    *Diagnostic::new(Code::ParamInvalid)
                        .with("detail", params.format.clone().unwrap_or_default())
                        .at_field("/format"),
                );
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let decimal = match params.decimal {
            DecimalMark::Point => '.',
            DecimalMark::Comma => ',',
        };
        let reading = Reading { format: params.format.as_deref().filter(|format| !format.is_empty()), decimal };
        let mut frame = table.frame.clone();
        let mut bad_columns = Vec::new();
        for name in &params.columns {
            let (converted, bad) =
                convert(table.column(name)?, params.to.kind(), &reading).map_err(|error| frame::fault(&error))?;
            let count = bad.sum().unwrap_or(0);
            if count > 0 && params.on_error == OnError::Fail {
                return Err(Diagnostic::new(Code::CastFailed)
                    .with("count", u64::from(count))
                    .with("column", name.as_str())
                    .with("type", type_name(params.to.kind()))
                    .at_field("/columns"));
            }
            frame.with_column(converted).map_err(|error| frame::fault(&error))?;
            bad_columns.push(Bad { column: name.as_str(), cells: bad, reason: Code::RejectCast });
        }
        let converted = Table { frame, ordered: table.ordered };
        Ok(part(table, &converted, &bad_columns, params.on_error == OnError::Quarantine)?.into_tables("quarantine"))
    }

    fn examples() -> Vec<Example> {
        vec![
            example_of(
                "quarantine",
                &[("main", "id:integer | rent:text\n1 | 900\n2 | n/a\n3 | \"\"")],
                json!({"columns": ["rent"], "to": "integer"}),
                &[
                    ("main", "id:integer | rent:integer\n1 | 900\n3 | ∅"),
                    (
                        "quarantine",
                        "id:integer | rent:text | quarantine_columns:text | quarantine_reason:text\n2 | n/a | rent | reject-cast",
                    ),
                ],
            ),
            example(
                "french-numbers",
                "rent:text\n900,50\n1.5\nsix",
                json!({"columns": ["rent"], "to": "number", "decimal": "comma", "on_error": "null"}),
                "rent:number\n900.5\n∅\n∅",
            ),
            example(
                "french-dates",
                "since:text\n03/04/2021\n31/02/2021",
                json!({"columns": ["since"], "to": "date", "format": "%d/%m/%Y", "on_error": "null"}),
                "since:date\n2021-04-03\n∅",
            ),
        ]
    }
}

fn is_format(format: &str, to: Target) -> bool {
    match to {
        Target::Datetime => DateFormat::parse(Some(format)).is_some(),
        _ => !chrono::format::StrftimeItems::new(format).any(|item| matches!(item, chrono::format::Item::Error)),
    }
}
