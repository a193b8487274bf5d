//! Declares why values are missing, with the test that speaks for or against it.
//!
//! A mechanism (Rubin 1976) is a claim of the person: no test can show that values miss at random, still less that
//! they miss for what they would have been. What a test can show is whether rows with the value differ from rows
//! without it in what is known of them.

use std::collections::BTreeMap;

use polars::prelude::*;
use protocol::message::Unit;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::association::{Association, NumberTest, compare, is_comparable};
use super::check::word;
use crate::frame;
use crate::ops::columns::{CELLS, example, input, main, must_be_of, must_exist, must_not_be_empty, on_main};
use crate::ops::{Files, Findings, Operation, Tables, Tick, Work};
use crate::table::Table;

/// The operation `missingness`.
pub struct Missingness;

/// Why values are missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Mechanism {
    /// By chance alone: completely at random.
    #[default]
    Mcar,
    /// For reasons that other columns show: at random, given these.
    Mar,
    /// For what the value would have been: not at random.
    Mnar,
}

/// What is declared of one column.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// The column with missing values.
    #[schemars(extend("x-widget" = "column"))]
    pub column: String,
    /// Why they are missing.
    #[serde(default)]
    pub mechanism: Mechanism,
    /// The column in which rows with and without the value are compared; empty for the one of all in which they
    /// differ most.
    #[serde(default)]
    #[schemars(extend("x-widget" = "column"))]
    pub against: String,
}

/// Parameters of `missingness`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// What is declared.
    pub declarations: Vec<Declaration>,
    /// How numbers and dates are compared; categories are always counted.
    #[serde(default)]
    pub numbers: NumberTest,
}

impl Operation for Missingness {
    const NAME: &'static str = "missingness";
    const GROUP: Group = Group::Quality;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        CELLS.to_vec()
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_not_be_empty("/declarations", &params.declarations, findings);
            for (index, declared) in params.declarations.iter().enumerate() {
                let at = |field: &str| format!("/declarations/{index}/{field}");
                must_exist(table, [(at("column"), declared.column.as_str())], findings);
                if declared.against.is_empty() {
                    continue;
                }
                let field = at("against");
                must_exist(table, [(field.clone(), declared.against.as_str())], findings);
                must_be_of(table, (&field, &declared.against), ColumnType::Number, is_comparable, findings);
                if declared.against == declared.column {
                    let finding = Diagnostic::new(Code::ParamInvalid).with("detail", declared.against.as_str());
                    findings.push(*finding.at_field(field));
                }
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let mut testing = Testing::start(params.clone(), input(inputs, "main")?);
        while testing.next()? {}
        testing.finish()
    }

    fn start(
        params: Params,
        inputs: &Tables,
        _outputs: &BTreeMap<String, protocol::TableRef>,
        _files: &dyn Files,
    ) -> Checked<Box<dyn Work>> {
        Ok(Box::new(Testing::start(params, input(inputs, "main")?)))
    }

    fn examples() -> Vec<Example> {
        let head = "column:text | mechanism:text | missing:integer | share:number | against:text | test:text | \
            tests:integer | statistic:number | df:number | p_value:number | effect:number";
        vec![
            example(
                "income",
                "income:number | rent:number | phone:text\n\
                    2000.0 | 400.0 | x\n1800.0 | 500.0 | ∅\n2100.0 | 600.0 | x\n1900.0 | 500.0 | x\n\
                    ∅ | 900.0 | x\n∅ | 1000.0 | ∅\n∅ | 1100.0 | x\n∅ | 1000.0 | x",
                json!({"declarations": [
                    {"column": "income", "mechanism": "mnar", "against": "rent"},
                    {"column": "phone", "mechanism": "mcar"},
                ]}),
                &format!("{head}\n{INCOME}"),
            ),
            example(
                "nothing-to-compare",
                "income:number | city:text\n2000.0 | Paris\n∅ | Paris",
                json!({"declarations": [{"column": "income", "mechanism": "mcar", "against": "city"}]}),
                &format!("{head}\nincome | mcar | 1 | 0.5 | city | ∅ | 0 | ∅ | ∅ | ∅ | ∅"),
            ),
        ]
    }
}

/// What the first example gives.
const INCOME: &str = "income | mnar | 4 | 0.5 | rent | welch | 1 | 8.660254037844387 | 6.0 | 0.00013070665033946803 | 6.123724356957944\n\
    phone | mcar | 2 | 0.25 | rent | welch | 1 | 0.0 | 1.4771821400704772 | 1.0 | 0.0";

/// What the rows show of one declaration.
struct Shown {
    missing: u32,
    against: Option<String>,
    tests: usize,
    found: Option<Association>,
}

impl Declaration {
    fn look(&self, table: &Table, numbers: NumberTest) -> Checked<Shown> {
        let nulls = table.column(&self.column)?.as_materialized_series().is_null();
        let (missing, marked) = (nulls.sum().unwrap_or(0), nulls.iter().map(|null| null == Some(true)));
        let marked: Vec<bool> = marked.collect();
        if !self.against.is_empty() {
            let found = compare(table, &marked, &self.against, numbers)?;
            let tests = usize::from(found.is_some());
            return Ok(Shown { missing, against: Some(self.against.clone()), tests, found });
        }
        let mut tests = 0;
        let mut best: Option<(String, Association)> = None;
        for name in table.visible_names().into_iter().filter(|name| *name != self.column) {
            let Some(found) = compare(table, &marked, &name, numbers)? else { continue };
            tests += 1;
            if best.as_ref().is_none_or(|(_, best)| found.p_value < best.p_value) {
                best = Some((name, found));
            }
        }
        // The smallest of several p-values is as many times larger, whatever ties them (Holm 1979, first step).
        let (against, found) = best.unzip();
        let corrected = |found: Association| Association { p_value: (found.p_value * tests as f64).min(1.0), ..found };
        Ok(Shown { missing, against, tests, found: found.map(corrected) })
    }
}

/// Declarations under way: one after the other.
struct Testing {
    params: Params,
    table: Table,
    shown: Vec<Shown>,
}

impl Testing {
    fn start(params: Params, table: &Table) -> Self {
        Self { params, table: table.clone(), shown: Vec::new() }
    }

    /// Tests the next declaration; whether there was one.
    fn next(&mut self) -> Checked<bool> {
        let Some(declared) = self.params.declarations.get(self.shown.len()) else { return Ok(false) };
        self.shown.push(declared.look(&self.table, self.params.numbers)?);
        Ok(true)
    }

    fn finish(&mut self) -> Checked<Tables> {
        let shown = std::mem::take(&mut self.shown);
        let rows = self.table.height();
        let share = |missing: u32| if rows == 0 { 0.0 } else { f64::from(missing) / rows as f64 };
        let declared = || self.params.declarations.iter();
        let figures = |name: &str, figure: fn(&Association) -> Option<f64>| {
            Column::new(name.into(), shown.iter().map(|one| one.found.as_ref().and_then(figure)).collect::<Vec<_>>())
        };
        let columns = vec![
            Column::new("column".into(), declared().map(|one| one.column.as_str()).collect::<Vec<_>>()),
            Column::new("mechanism".into(), declared().map(|one| word(one.mechanism)).collect::<Vec<_>>()),
            Column::new("missing".into(), shown.iter().map(|one| i64::from(one.missing)).collect::<Vec<_>>()),
            Column::new("share".into(), shown.iter().map(|one| share(one.missing)).collect::<Vec<_>>()),
            Column::new("against".into(), shown.iter().map(|one| one.against.as_deref()).collect::<Vec<_>>()),
            Column::new(
                "test".into(),
                shown.iter().map(|one| one.found.as_ref().map(|found| found.test)).collect::<Vec<_>>(),
            ),
            Column::new("tests".into(), shown.iter().map(|one| one.tests as i64).collect::<Vec<_>>()),
            figures("statistic", |found| Some(found.statistic)),
            figures("df", |found| found.df),
            figures("p_value", |found| Some(found.p_value)),
            figures("effect", |found| Some(found.effect)),
        ];
        let frame = DataFrame::new(columns).map_err(|error| frame::fault(&error))?;
        Ok(main(Table { frame, ordered: true }))
    }
}

impl Work for Testing {
    fn advance(&mut self, _: &dyn Files) -> Checked<Tick> {
        if self.next()? {
            let (all, rows) = (self.params.declarations.len() as u64, self.table.height() as u64);
            let (done, total) = (self.shown.len() as u64 * rows, Some(all * rows));
            return Ok(Tick::Working { done, total, unit: Unit::Rows });
        }
        Ok(Tick::Finished { tables: self.finish()?, bytes_read: 0 })
    }
}
