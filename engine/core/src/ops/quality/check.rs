//! One expectation: what it says, and what is wrong with it on a table.

use polars::prelude::*;
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::cell;
use crate::ops::Findings;
use crate::ops::columns::{self, must_be_of, must_exist, must_not_be_empty};
use crate::ops::ordered::measures::is_numeric;
use crate::sql::Expression;
use crate::table::{Table, column_type};

/// One expectation. A null fails `not_null` only: what is unknown breaks no other rule.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Its name in the report; empty for its kind and its columns.
    #[serde(default)]
    pub name: String,
    /// What is expected.
    #[serde(default)]
    pub kind: Kind,
    /// Columns it is about, each by itself; for `unique` and `reference` together as one key.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub columns: Vec<String>,
    /// The values of `in_set`, as canonical text.
    #[serde(default)]
    pub values: Vec<String>,
    /// The smallest value of `range`, or number of rows of `row_count`; empty for none.
    #[serde(default)]
    pub low: String,
    /// The largest, likewise.
    #[serde(default)]
    pub high: String,
    /// The regular expression of `pattern`, which the whole text must match.
    #[serde(default)]
    pub pattern: String,
    /// The kind of number of `checksum`.
    #[serde(default)]
    pub checksum: Checksum,
    /// Columns of the table `reference` where the key of `reference` must stand, in the order of `columns`.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns", "x-port" = "reference"))]
    pub reference: Vec<String>,
    /// The condition of `expression`, which must not be false.
    #[serde(default)]
    #[schemars(extend("x-widget" = "expression"))]
    pub expression: String,
    /// How much a failure matters.
    #[serde(default)]
    pub severity: Severity,
}

/// What is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// No cell is null.
    #[default]
    NotNull,
    /// No two rows have the same key.
    Unique,
    /// Every value is one of a set.
    InSet,
    /// Every value lies between two bounds, themselves included.
    Range,
    /// Every text matches a regular expression.
    Pattern,
    /// Every number has the right check digits.
    Checksum,
    /// Every key stands in another table.
    Reference,
    /// The number of rows lies between two bounds.
    RowCount,
    /// A condition holds on every row.
    Expression,
}

/// A kind of number with check digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Checksum {
    /// Luhn digit: payment cards, IMEI.
    #[default]
    Luhn,
    /// French number of social security.
    Nir,
    /// French number of a company.
    Siren,
    /// French number of an establishment.
    Siret,
    /// International bank account number.
    Iban,
}

/// How much a failure matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The data is not usable as it is.
    #[default]
    Error,
    /// It probably is.
    Warning,
    /// Worth knowing.
    Note,
}

/// The word of a choice in documents and reports.
pub fn word(choice: impl Serialize) -> String {
    serde_json::to_value(choice).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

impl Check {
    /// Its name in the report.
    pub fn label(&self) -> String {
        match (self.name.trim(), self.columns.is_empty()) {
            ("", true) => word(self.kind),
            ("", false) => format!("{} {}", word(self.kind), self.columns.join(", ")),
            (name, _) => name.to_owned(),
        }
    }

    fn needs_columns(&self) -> bool {
        !matches!(self.kind, Kind::RowCount | Kind::Expression)
    }

    /// What is wrong with it; `at` makes a pointer of the name of a field.
    pub fn validate(
        &self,
        table: &Table,
        reference: Option<&Table>,
        at: &dyn Fn(&str) -> String,
        findings: &mut Findings,
    ) {
        let column_at = |index: usize| format!("{}/{index}", at("columns"));
        let columns = || self.columns.iter().enumerate().map(|(index, name)| (column_at(index), name.as_str()));
        if self.needs_columns() {
            must_not_be_empty(&at("columns"), &self.columns, findings);
            must_exist(table, columns(), findings);
        }
        let suits = |kind: ColumnType| match self.kind {
            Kind::Pattern => kind == ColumnType::Text,
            Kind::Checksum => matches!(kind, ColumnType::Text | ColumnType::Integer),
            Kind::Range => kind != ColumnType::Other && kind != ColumnType::Duration,
            _ => true,
        };
        for (field, name) in columns().filter(|_| self.needs_columns()) {
            must_be_of(table, (&field, name), ColumnType::Text, suits, findings);
        }
        let missing = |field: &str| *Diagnostic::new(Code::ParamRequired).at_field(at(field));
        let invalid =
            |field: &str, text: &str| *Diagnostic::new(Code::ParamInvalid).with("detail", text).at_field(at(field));
        let bounds = [("low", &self.low), ("high", &self.high)];
        match self.kind {
            Kind::NotNull | Kind::Unique | Kind::Checksum => {}
            Kind::InSet => must_not_be_empty(&at("values"), &self.values, findings),
            Kind::Range | Kind::RowCount => {
                if bounds.iter().all(|(_, text)| text.trim().is_empty()) {
                    findings.push(missing("low"));
                }
                for (field, text) in bounds.into_iter().filter(|(_, text)| !text.trim().is_empty()) {
                    let reads = match self.kind {
                        Kind::RowCount => text.trim().parse::<u64>().is_ok(),
                        _ => columns().all(|(_, name)| {
                            table.column(name).map_or(true, |column| bound(text, column.dtype()).is_some())
                        }),
                    };
                    if !reads {
                        findings.push(invalid(field, text));
                    }
                }
            }
            Kind::Pattern if self.pattern.is_empty() => findings.push(missing("pattern")),
            Kind::Pattern => {
                let texts = self.columns.iter().filter(|name| {
                    table.column(name).is_ok_and(|column| column_type(column.dtype()) == ColumnType::Text)
                });
                if let Some(name) = texts.into_iter().next()
                    && self.unmatched(table, name).is_err()
                {
                    findings.push(invalid("pattern", &self.pattern));
                }
            }
            Kind::Reference => match reference {
                None => findings
                    .push(*Diagnostic::new(Code::StepInputMissing).with("port", "reference").with("op", "expect")),
                Some(reference) => {
                    must_not_be_empty(&at("reference"), &self.reference, findings);
                    let names = self.reference.iter().enumerate();
                    let names = names.map(|(index, name)| (format!("{}/{index}", at("reference")), name.as_str()));
                    must_exist(reference, names, findings);
                    if self.reference.len() != self.columns.len() {
                        findings.push(invalid("reference", &self.reference.join(", ")));
                    }
                }
            },
            Kind::Expression => match self.condition(table) {
                Ok(_) => {}
                Err(finding) => findings.push(*finding.at_field(at("expression"))),
            },
        }
    }

    /// The rows whose text does not match the pattern.
    pub(super) fn unmatched(&self, table: &Table, column: &str) -> Checked<Expr> {
        let quoted = format!("\"{}\"", column.replace('"', "\"\""));
        let text = format!("not regexp_full_match({quoted}, '{}')", self.pattern.replace('\'', "''"));
        Ok(Expression::compile(&text, table.frame.schema())?.expr())
    }

    /// The condition of the rows.
    pub(super) fn condition(&self, table: &Table) -> Checked<Expr> {
        columns::condition(&self.expression, table)
    }
}

/// A bound, as a value that cells of a type can be compared with.
pub(super) fn bound(text: &str, dtype: &DataType) -> Option<Series> {
    let text = Series::new(PlSmallStr::EMPTY, [text.trim()]);
    let made = cell::parse(&text, &comparable(dtype)).ok()?;
    (made.null_count() == 0).then_some(made)
}

/// The type in which cells of a type are compared with bounds.
pub(super) fn comparable(dtype: &DataType) -> DataType {
    match column_type(dtype) {
        kind if is_numeric(kind) => DataType::Float64,
        ColumnType::Text => DataType::String,
        ColumnType::Datetime => DataType::Datetime(TimeUnit::Microseconds, None),
        _ => dtype.clone(),
    }
}
