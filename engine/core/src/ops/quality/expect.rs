//! Checks what is expected of a table. The table itself passes through unchanged.

use polars::prelude::*;
use protocol::operation::{Example, Group, Port};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::check::{Check, Severity, word};
use super::look::Outcome;
use crate::frame;
use crate::ops::columns::{CELLS, example_of, input, must_differ, must_not_be_empty, on_main};
use crate::ops::unify::hidden_last;
use crate::ops::{Findings, Operation, Tables};
use crate::table::Table;

/// The operation `expect`.
pub struct Expect;

/// What happens when a check of severity `error` fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum OnError {
    /// It stands in the report.
    #[default]
    Report,
    /// The step stops.
    Stop,
}

/// Parameters of `expect`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// What is expected.
    pub checks: Vec<Check>,
    /// What happens when a check of severity `error` fails.
    #[serde(default)]
    pub on_error: OnError,
}

/// Column that the failing rows get: the check that they fail.
const FAILED_CHECK: &str = "failed_check";

impl Operation for Expect {
    const NAME: &'static str = "expect";
    const GROUP: Group = Group::Quality;
    type Params = Params;

    fn inputs() -> Vec<Port> {
        vec![Port::required("main"), Port::optional("reference")]
    }

    fn outputs() -> Vec<Port> {
        vec![Port::required("main"), Port::optional("report"), Port::optional("failing")]
    }

    fn suggested_for() -> Vec<ColumnType> {
        CELLS.to_vec()
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_not_be_empty("/checks", &params.checks, findings);
            for (index, check) in params.checks.iter().enumerate() {
                let at = |field: &str| format!("/checks/{index}/{field}");
                check.validate(table, inputs.get("reference"), &at, findings);
            }
            let named = params.checks.iter().enumerate().filter(|(_, check)| !check.name.trim().is_empty());
            must_differ(named.map(|(index, check)| (format!("/checks/{index}/name"), check.name.trim())), findings);
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let rows = table.height();
        let mut report = Report::default();
        let mut failing = Failing::default();
        let mut broken = Vec::new();
        for check in &params.checks {
            let outcome = check.look(table, inputs.get("reference"))?;
            let (passed, count) = match &outcome {
                Outcome::Rows(mask) => {
                    failing.add(check, mask);
                    let count = u64::from(mask.sum().unwrap_or(0));
                    (count == 0, Some(count as i64))
                }
                Outcome::Table(passed) => (*passed, None),
            };
            if !passed && check.severity == Severity::Error {
                broken.push(check.label());
            }
            report.add(check, passed, count, rows);
        }
        if params.on_error == OnError::Stop && !broken.is_empty() {
            let finding = Diagnostic::new(Code::ExpectationFailed).with("count", broken.len());
            return Err(finding.with("checks", broken.join(", ")).at_field("/checks"));
        }
        Ok(Tables::from([
            ("main".to_owned(), table.clone()),
            ("report".to_owned(), report.table()?),
            ("failing".to_owned(), failing.table(table)?),
        ]))
    }

    fn examples() -> Vec<Example> {
        let head =
            "check:text | kind:text | columns:text | severity:text | passed:boolean | failing:integer | share:number";
        vec![
            example_of(
                "tenants",
                &[
                    ("main", "id:integer | city:text | rent:integer\n1 | Paris | 900\n1 | Lyon | -5\n∅ | Rome | ∅"),
                    ("reference", "name:text\nParis\nLyon"),
                ],
                json!({"checks": [
                    {"kind": "not_null", "columns": ["id"]},
                    {"kind": "unique", "columns": ["id"]},
                    {"kind": "range", "columns": ["rent"], "low": "0", "severity": "warning"},
                    {"kind": "reference", "columns": ["city"], "reference": ["name"]},
                    {"kind": "row_count", "low": "1", "high": "2", "severity": "note"},
                    {"name": "dear", "kind": "expression", "expression": "rent < 1000"},
                ]}),
                &[
                    ("main", "id:integer | city:text | rent:integer\n1 | Paris | 900\n1 | Lyon | -5\n∅ | Rome | ∅"),
                    (
                        "report",
                        &format!(
                            "{head}\nnot_null id | not_null | id | error | false | 1 | 0.3333333333333333\nunique id | unique | id | error | false | 2 | 0.6666666666666666\nrange rent | range | rent | warning | false | 1 | 0.3333333333333333\nreference city | reference | city | error | false | 1 | 0.3333333333333333\nrow_count | row_count | \"\" | note | false | ∅ | ∅\ndear | expression | \"\" | error | true | 0 | 0.0"
                        ),
                    ),
                    (
                        "failing",
                        "id:integer | city:text | rent:integer | failed_check:text\n∅ | Rome | ∅ | not_null id\n1 | Paris | 900 | unique id\n1 | Lyon | -5 | unique id\n1 | Lyon | -5 | range rent\n∅ | Rome | ∅ | reference city",
                    ),
                ],
            ),
            example_of(
                "numbers",
                &[(
                    "main",
                    "siret:text | code:text | status:text\n73282932000074 | A-01 | new\n35600000049837 | A-2 | ∅\n73282932000075 | ∅ | old\n∅ | B-10 | New",
                )],
                json!({"checks": [
                    {"name": "siret", "kind": "checksum", "columns": ["siret"], "checksum": "siret"},
                    {"name": "code", "kind": "pattern", "columns": ["code"], "pattern": "[A-Z]-[0-9]{2}"},
                    {"name": "status", "kind": "in_set", "columns": ["status"], "values": ["new", "old"]},
                ]}),
                &[(
                    "report",
                    &format!(
                        "{head}\nsiret | checksum | siret | error | false | 1 | 0.25\ncode | pattern | code | error | false | 1 | 0.25\nstatus | in_set | status | error | false | 1 | 0.25"
                    ),
                )],
            ),
        ]
    }
}

/// One line for each check.
#[derive(Default)]
struct Report {
    texts: [Vec<String>; 4],
    passed: Vec<bool>,
    failing: Vec<Option<i64>>,
    share: Vec<Option<f64>>,
}

impl Report {
    fn add(&mut self, check: &Check, passed: bool, failing: Option<i64>, rows: usize) {
        let texts = [check.label(), word(check.kind), check.columns.join(", "), word(check.severity)];
        self.texts.iter_mut().zip(texts).for_each(|(column, text)| column.push(text));
        self.passed.push(passed);
        self.failing.push(failing);
        self.share.push(failing.map(|failing| if rows == 0 { 0.0 } else { failing as f64 / rows as f64 }));
    }

    fn table(self) -> Checked<Table> {
        let names = ["check", "kind", "columns", "severity"];
        let mut columns: Vec<Column> =
            names.into_iter().zip(self.texts).map(|(name, texts)| Column::new(name.into(), texts)).collect();
        columns.push(Column::new("passed".into(), self.passed));
        columns.push(Column::new("failing".into(), self.failing));
        columns.push(Column::new("share".into(), self.share));
        let frame = DataFrame::new(columns).map_err(|error| frame::fault(&error))?;
        Ok(Table { frame, ordered: true })
    }
}

/// Rows that fail, once for each check.
#[derive(Default)]
struct Failing {
    rows: Vec<IdxSize>,
    checks: Vec<String>,
}

impl Failing {
    fn add(&mut self, check: &Check, mask: &BooleanChunked) {
        let failing = mask.iter().enumerate().filter(|(_, fails)| *fails == Some(true));
        self.rows.extend(failing.map(|(row, _)| row as IdxSize));
        self.checks.resize(self.rows.len(), check.label());
    }

    fn table(self, table: &Table) -> Checked<Table> {
        let rows = IdxCa::from_vec(PlSmallStr::EMPTY, self.rows);
        let failing = table.frame.take(&rows).map_err(|error| frame::fault(&error))?;
        let mut columns = failing.take_columns();
        columns.retain(|column| column.name() != FAILED_CHECK);
        columns.push(Column::new(FAILED_CHECK.into(), self.checks));
        Ok(Table::unordered(hidden_last(columns)?))
    }
}
