//! Marks rows that are probably one thing: pairs within a block that are alike enough, and what they connect.

use std::collections::BTreeMap;

use protocol::message::Unit;
use protocol::operation::{Example, Group, Port};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::check::word;
use super::matching::Matching;
use super::similarity::{Cells, Method};
use crate::cell;
use crate::ops::clean::made::must_be_free;
use crate::ops::columns::{
    example_of, input, listed, must_be_within, must_differ, must_exist, must_not_be_empty, on_main,
};
use crate::ops::{Files, Findings, Operation, Tables, Tick, Work};
use crate::table::Table;

/// The operation `flag_duplicates`.
pub struct FlagDuplicates;

/// One comparison.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// The column; what is no text is compared as its canonical text.
    #[schemars(extend("x-widget" = "column"))]
    pub column: String,
    /// How two cells are compared.
    #[serde(default)]
    pub method: Method,
    /// How alike they must be, from 0 to 1.
    #[serde(default = "default_threshold")]
    #[schemars(range(min = 0, max = 1))]
    pub threshold: f64,
}

impl Comparison {
    /// Column of its scores among the pairs.
    fn score(&self) -> String {
        format!("{}_{}", self.column, word(self.method))
    }
}

/// When a pair is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Combine {
    /// Every comparison reaches its threshold.
    #[default]
    All,
    /// Some comparison does.
    Any,
    /// The mean of those that are known reaches the common threshold.
    Mean,
}

/// Parameters of `flag_duplicates`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Columns that must be equal for two rows to be compared at all; a null is equal to nothing. None: every row is
    /// compared with every other.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub keys: Vec<String>,
    /// What is compared.
    pub compare: Vec<Comparison>,
    /// When a pair is one. A comparison with a missing value reaches no threshold.
    #[serde(default)]
    pub combine: Combine,
    /// What the mean must reach.
    #[serde(default = "default_threshold")]
    #[schemars(range(min = 0, max = 1))]
    pub threshold: f64,
    /// Most rows of a block: the work grows with their square.
    #[serde(default = "default_limit")]
    #[schemars(range(min = 2, max = 20000))]
    pub limit: u32,
}

fn default_threshold() -> f64 {
    0.85
}

fn default_limit() -> u32 {
    2000
}

/// Most rows that a block may be allowed.
const MAX_LIMIT: u32 = 20_000;

/// Names of the columns that are added.
pub const ADDED: [&str; 3] = ["cluster", "cluster_size", "is_first"];

impl Operation for FlagDuplicates {
    const NAME: &'static str = "flag_duplicates";
    const GROUP: Group = Group::Quality;
    type Params = Params;

    fn outputs() -> Vec<Port> {
        vec![Port::required("main"), Port::optional("pairs")]
    }

    fn suggested_for() -> Vec<ColumnType> {
        vec![ColumnType::Text]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_exist(table, listed("/keys", &params.keys), findings);
            must_not_be_empty("/compare", &params.compare, findings);
            must_be_within("/limit", i64::from(params.limit), 2, i64::from(MAX_LIMIT), findings);
            let mut within = |field: String, value: f64| {
                if !(0.0..=1.0).contains(&value) {
                    let finding = Diagnostic::new(Code::ParamRange).with("value", value).with("low", 0_u64);
                    findings.push(*finding.with("high", 1_u64).at_field(field));
                }
            };
            within("/threshold".to_owned(), params.threshold);
            for (index, one) in params.compare.iter().enumerate() {
                within(format!("/compare/{index}/threshold"), one.threshold);
            }
            let each = || params.compare.iter().enumerate();
            must_exist(table, each().map(|(index, one)| (at(index), one.column.as_str())), findings);
            let scores: Vec<(String, String)> = each().map(|(index, one)| (at(index), one.score())).collect();
            must_differ(scores.iter().map(|(field, score)| (field.clone(), score.as_str())), findings);
            must_be_free(table, ADDED.map(|name| ("/compare".to_owned(), name)), &[], findings);
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let mut matching = matching(params, input(inputs, "main")?)?;
        while matching.next(u64::MAX)? {}
        matching.finish()
    }

    fn start(
        params: Params,
        inputs: &Tables,
        _outputs: &BTreeMap<String, protocol::TableRef>,
        _files: &dyn Files,
    ) -> Checked<Box<dyn Work>> {
        Ok(Box::new(matching(&params, input(inputs, "main")?)?))
    }

    fn examples() -> Vec<Example> {
        let tenants = "name:text | birth:text | postcode:text\n\
            Marie Curie | 1867-11-07 | 75005\nAda Lovelace | 1815-12-10 | 75005\n\
            Maire Curie | 1867-11-07 | 75005\nMarie Curie | 1867-11-07 | ∅\nCURIE Marie | 1867-11-07 | 75005";
        let head = "name:text | birth:text | postcode:text | cluster:integer | cluster_size:integer | is_first:boolean";
        vec![
            example_of(
                "typing-errors",
                &[("main", tenants)],
                json!({"keys": ["postcode"], "compare": [
                    {"column": "name", "method": "levenshtein", "threshold": 0.8},
                    {"column": "birth", "method": "exact", "threshold": 1.0},
                ]}),
                &[
                    (
                        "main",
                        &format!(
                            "{head}\nMarie Curie | 1867-11-07 | 75005 | 1 | 2 | true\n\
                            Ada Lovelace | 1815-12-10 | 75005 | ∅ | 1 | true\n\
                            Maire Curie | 1867-11-07 | 75005 | 1 | 2 | false\n\
                            Marie Curie | 1867-11-07 | ∅ | ∅ | 1 | true\n\
                            CURIE Marie | 1867-11-07 | 75005 | ∅ | 1 | true"
                        ),
                    ),
                    (
                        "pairs",
                        "record_a:integer | record_b:integer | score:number | name_levenshtein:number | birth_exact:number\n\
                            1 | 3 | 0.9090909090909091 | 0.8181818181818181 | 1.0",
                    ),
                ],
            ),
            example_of(
                "words-in-any-order",
                &[("main", tenants)],
                json!({"keys": ["birth"], "compare": [{"column": "name", "method": "token_set", "threshold": 1.0}]}),
                &[(
                    "main",
                    &format!(
                        "{head}\nMarie Curie | 1867-11-07 | 75005 | 1 | 3 | true\n\
                        Ada Lovelace | 1815-12-10 | 75005 | ∅ | 1 | true\n\
                        Maire Curie | 1867-11-07 | 75005 | ∅ | 1 | true\n\
                        Marie Curie | 1867-11-07 | ∅ | 1 | 3 | false\n\
                        CURIE Marie | 1867-11-07 | 75005 | 1 | 3 | false"
                    ),
                )],
            ),
        ]
    }
}

fn at(index: usize) -> String {
    format!("/compare/{index}/column")
}

fn matching(params: &Params, table: &Table) -> Checked<Matching> {
    let mut cells = Vec::with_capacity(params.compare.len());
    for one in &params.compare {
        let texts = cell::texts(table.column(&one.column)?, usize::MAX);
        cells.push((one.score(), one.threshold, Cells::of(one.method, texts)));
    }
    Matching::start(params, table, cells)
}

/// Pairs that are compared before the host may stop the work: some tenths of a second.
const PIECE: u64 = 100_000;

impl Work for Matching {
    fn advance(&mut self, _: &dyn Files) -> Checked<Tick> {
        if self.next(PIECE)? {
            return Ok(Tick::Working { done: self.done(), total: Some(self.total()), unit: Unit::Rows });
        }
        Ok(Tick::Finished { tables: self.finish()?, bytes_read: 0 })
    }
}
