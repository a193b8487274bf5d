//! Writes down the anomalies that conditions find, by the records of the source: which record, which column, which
//! kind. Reports of several tables are put together by `union`.

use std::collections::BTreeMap;

use polars::prelude::*;
use protocol::message::Unit;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::look;
use crate::frame;
use crate::ops::columns::{CELLS, condition, example, input, main, must_not_be_empty, on_main};
use crate::ops::{Files, Findings, Operation, Tables, Tick, Work};
use crate::table::{Table, provenance_name};

/// The operation `report_anomalies`.
pub struct ReportAnomalies;

/// Parameters of `report_anomalies`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// The source whose records are named; needed only where rows come from several.
    #[serde(default)]
    pub source: String,
    /// What is looked for.
    pub findings: Vec<Finding>,
}

/// One kind of anomaly in one column.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// The kind: letters, digits, `_` and `-`.
    pub kind: String,
    /// The column that is at fault; empty for the row as a whole.
    #[serde(default)]
    #[schemars(extend("x-widget" = "column"))]
    pub column: String,
    /// The condition of the rows where it is.
    #[serde(rename = "where")]
    #[schemars(extend("x-widget" = "expression"))]
    pub condition: String,
    /// Name of the column in the source, where it has been renamed or taken apart since.
    #[serde(default, rename = "as")]
    pub source_column: String,
}

impl Finding {
    /// The column in the report; none for the row as a whole.
    fn reported(&self) -> Option<&str> {
        [self.source_column.trim(), self.column.as_str()].into_iter().find(|name| !name.is_empty())
    }

    /// The rows where the condition holds, by their records, in the order of these. A record that a join has
    /// repeated stands once; a row without a record of the source cannot be named.
    fn look(&self, table: &Table, records: &UInt32Chunked) -> Checked<Vec<(u32, IdxSize)>> {
        let holds = look::rows(table, condition(&self.condition, table)?)?;
        let places = holds.iter().zip(records).enumerate();
        let mut found: Vec<(u32, IdxSize)> = places
            .filter_map(|(row, (holds, record))| record.filter(|_| holds == Some(true)).map(|at| (at, row as IdxSize)))
            .collect();
        found.sort_unstable();
        found.dedup_by_key(|(record, _)| *record);
        Ok(found)
    }
}

/// The source whose records are named.
///
/// # Errors
/// `source-unknown`; `param-required` where rows come from several.
fn source(table: &Table, asked: &str) -> Checked<String> {
    let known: Vec<String> = table.provenance_names().iter().map(|name| name.chars().skip(1).collect()).collect();
    match (known.as_slice(), asked) {
        ([only], "") => Ok(only.clone()),
        ([_, _, ..], "") => Err(Diagnostic::new(Code::ParamRequired)),
        _ if known.iter().any(|name| name == asked) => Ok(asked.to_owned()),
        _ => Err(Diagnostic::new(Code::SourceUnknown).with("source", asked).with("candidates", known)),
    }
}

fn is_identifier(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|char| char.is_alphanumeric() || matches!(char, '_' | '-'))
}

impl Operation for ReportAnomalies {
    const NAME: &'static str = "report_anomalies";
    const GROUP: Group = Group::Quality;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        CELLS.to_vec()
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_not_be_empty("/findings", &params.findings, findings);
            if let Err(finding) = source(table, params.source.trim()) {
                findings.push(*finding.at_field("/source"));
            }
            for (index, finding) in params.findings.iter().enumerate() {
                let at = |field: &str| format!("/findings/{index}/{field}");
                if finding.kind.trim().is_empty() {
                    findings.push(*Diagnostic::new(Code::ParamRequired).at_field(at("kind")));
                } else if !is_identifier(finding.kind.trim()) {
                    let wrong = Diagnostic::new(Code::ParamInvalid).with("detail", finding.kind.as_str());
                    findings.push(*wrong.at_field(at("kind")));
                }
                if !finding.column.is_empty()
                    && let Err(wrong) = table.column(&finding.column)
                {
                    findings.push(*wrong.at_field(at("column")));
                }
                if let Err(wrong) = condition(&finding.condition, table) {
                    findings.push(*wrong.at_field(at("where")));
                }
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let mut report = Report::start(params.clone(), input(inputs, "main")?)?;
        while report.next()? {}
        report.finish()
    }

    fn start(
        params: Params,
        inputs: &Tables,
        _outputs: &BTreeMap<String, protocol::TableRef>,
        _files: &dyn Files,
    ) -> Checked<Box<dyn Work>> {
        Ok(Box::new(Report::start(params, input(inputs, "main")?)?))
    }

    fn examples() -> Vec<Example> {
        let tenants = "name:text | iban:text | rent:number\n\
            DupontÃ© | FR14 2004 1010 0505 0001 3M02 606 | 650.0\n\
            Curie | FR14 2004 1010 0505 0001 3M02 607 | -5.0\n\
            Noether | ∅ | 7800.0";
        vec![
            example(
                "tenants",
                tenants,
                json!({"findings": [
                    {"kind": "invalid-iban", "column": "iban", "where": "not is_valid_iban(iban)"},
                    {"kind": "mojibake", "column": "name", "as": "NOM", "where": "has_mojibake(name)"},
                    {"kind": "outlier", "column": "rent", "where": "rent < 0"},
                    {"kind": "outlier", "column": "rent", "where": "rent < 100 or rent > 5000"},
                ]}),
                "source:text | record:integer | column:text | kind:text\n\
                    main | 2 | iban | invalid-iban\n\
                    main | 1 | NOM | mojibake\n\
                    main | 2 | rent | outlier\n\
                    main | 3 | rent | outlier",
            ),
            example(
                "whole-rows",
                "id:integer | city:text\n1 | Paris\n1 | Paris\n2 | ∅",
                json!({"findings": [
                    {"kind": "empty", "where": "city is null"},
                    {"kind": "duplicate", "where": "id = 1"},
                ]}),
                "source:text | record:integer | column:text | kind:text\n\
                    main | 3 | ∅ | empty\n\
                    main | 1 | ∅ | duplicate\n\
                    main | 2 | ∅ | duplicate",
            ),
        ]
    }
}

/// A report under way: one finding after the other.
struct Report {
    params: Params,
    table: Table,
    source: String,
    records: UInt32Chunked,
    found: Vec<Vec<(u32, IdxSize)>>,
}

impl Report {
    fn start(params: Params, table: &Table) -> Checked<Self> {
        let source = source(table, params.source.trim())?;
        let records = table.frame.column(&provenance_name(&source)).and_then(|records| Ok(records.u32()?.clone()));
        let records = records.map_err(|error| frame::fault(&error))?;
        Ok(Self { params, table: table.clone(), source, records, found: Vec::new() })
    }

    /// Looks for what comes next; whether there was something to look for.
    fn next(&mut self) -> Checked<bool> {
        let Some(finding) = self.params.findings.get(self.found.len()) else { return Ok(false) };
        let mut found = finding.look(&self.table, &self.records)?;
        // What an earlier finding of the same kind and column has reported stands there.
        let earlier = self.params.findings.iter().zip(&self.found);
        for (other, known) in earlier {
            if other.kind.trim() == finding.kind.trim() && other.reported() == finding.reported() {
                found.retain(|(record, _)| known.binary_search_by_key(record, |(record, _)| *record).is_err());
            }
        }
        self.found.push(found);
        let rows = self.found.iter().map(|found| found.len() as u64).sum::<u64>();
        if rows > frame::MAX_ROWS {
            return Err(Diagnostic::new(Code::ResultTooLarge).with("rows", rows).with("limit", frame::MAX_ROWS));
        }
        Ok(true)
    }

    fn finish(&mut self) -> Checked<Tables> {
        let found = std::mem::take(&mut self.found);
        let rows = found.iter().flatten().map(|(_, row)| *row).collect();
        let records: Vec<i64> = found.iter().flatten().map(|(record, _)| i64::from(*record)).collect();
        let each = || self.params.findings.iter().zip(&found).map(|(finding, found)| (finding, found.len()));
        let columns = each().flat_map(|(finding, count)| std::iter::repeat_n(finding.reported(), count));
        let kinds = each().flat_map(|(finding, count)| std::iter::repeat_n(finding.kind.trim(), count));
        let mut made = vec![
            Column::new_scalar("source".into(), Scalar::from(PlSmallStr::from_str(&self.source)), records.len()),
            Column::new("record".into(), records),
            StringChunked::from_iter_options("column".into(), columns).into_column(),
            StringChunked::from_iter_values("kind".into(), kinds).into_column(),
        ];
        let rows = IdxCa::from_vec(PlSmallStr::EMPTY, rows);
        for name in self.table.provenance_names() {
            let hidden = self.table.frame.column(&name).and_then(|column| column.take(&rows));
            made.push(hidden.map_err(|error| frame::fault(&error))?);
        }
        let frame = DataFrame::new(made).map_err(|error| frame::fault(&error))?;
        Ok(main(Table { frame, ordered: true }))
    }
}

impl Work for Report {
    fn advance(&mut self, _: &dyn Files) -> Checked<Tick> {
        if self.next()? {
            let (findings, rows) = (self.params.findings.len() as u64, self.table.height() as u64);
            let (done, total) = (self.found.len() as u64 * rows, Some(findings * rows));
            return Ok(Tick::Working { done, total, unit: Unit::Rows });
        }
        Ok(Tick::Finished { tables: self.finish()?, bytes_read: 0 })
    }
}
