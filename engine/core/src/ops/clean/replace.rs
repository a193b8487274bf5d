//! Replaces values of text columns: whole cells, parts of them, or what a regular expression finds.

use std::borrow::Cow;

use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Diagnostic};
use regex::{NoExpand, Regex};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::made::{map_texts, must_be_texts};
use super::pattern;
use crate::ops::columns::{example, input, main, must_not_be_empty, on_main};
use crate::ops::{Findings, Operation, Tables};

/// The operation `replace`.
pub struct Replace;

/// What is compared with a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The whole cell; the first pair that fits is taken.
    #[default]
    Whole,
    /// Every part of the cell; each pair works on what the one before it left.
    Part,
    /// What a regular expression finds; likewise. `$1` stands for the first group, `$$` for a dollar.
    Pattern,
}

/// Parameters of `replace`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Text columns.
    #[schemars(extend("x-widget" = "columns"))]
    pub columns: Vec<String>,
    /// What is compared with a pair.
    #[serde(default)]
    pub mode: Mode,
    /// What is replaced by what, in order.
    #[schemars(extend("minItems" = 1))]
    pub pairs: Vec<Pair>,
    /// Whether capitals differ from small letters.
    #[serde(default = "yes")]
    pub case_sensitive: bool,
}

/// One replacement.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// What is sought.
    pub from: String,
    /// What it becomes; nothing, if empty.
    #[serde(default)]
    pub to: String,
}

fn yes() -> bool {
    true
}

impl Operation for Replace {
    const NAME: &'static str = "replace";
    const GROUP: Group = Group::Clean;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        vec![ColumnType::Text]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_be_texts(table, &params.columns, findings);
            must_not_be_empty("/pairs", &params.pairs, findings);
            rules(params, |finding| findings.push(*finding));
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let mut problem = None;
        let rules = rules(params, |finding| problem = Some(finding));
        if let Some(finding) = problem {
            return Err(finding);
        }
        map_texts(table, &params.columns, |text| replaced(text, &rules)).map(main)
    }

    fn examples() -> Vec<Example> {
        vec![
            example(
                "whole-cells",
                "city:text\nparis\nPARIS 12\n∅\nLyon",
                json!({"columns": ["city"], "case_sensitive": false, "pairs": [
                    {"from": "Paris", "to": "Paris"},
                    {"from": "lyon", "to": "Villeurbanne"},
                ]}),
                "city:text\nParis\nPARIS 12\n∅\nVilleurbanne",
            ),
            example(
                "parts",
                "street:text\n12 av. Foch\n3 bd. de l'av. Foch",
                json!({"columns": ["street"], "mode": "part", "pairs": [
                    {"from": "av.", "to": "avenue"},
                    {"from": "bd.", "to": "boulevard"},
                ]}),
                "street:text\n12 avenue Foch\n3 boulevard de l'avenue Foch",
            ),
            example(
                "groups-of-pattern",
                "since:text\n03/04/2021\nunknown\n∅",
                json!({"columns": ["since"], "mode": "pattern", "pairs": [
                    {"from": r"^(\d{2})/(\d{2})/(\d{4})$", "to": "$3-$2-$1"},
                ]}),
                "since:text\n2021-04-03\nunknown\n∅",
            ),
        ]
    }
}

/// A pair that is ready to be applied.
enum Rule<'a> {
    Whole(Regex, &'a str),
    Part(Regex, &'a str),
    Pattern(Regex, &'a str),
}

fn rules(params: &Params, mut report: impl FnMut(Box<Diagnostic>)) -> Vec<Rule<'_>> {
    let mut rules = Vec::with_capacity(params.pairs.len());
    for (index, pair) in params.pairs.iter().enumerate() {
        match rule(pair, params) {
            Ok(rule) => rules.push(rule),
            Err((part, finding)) => report(finding.at_field(format!("/pairs/{index}/{part}"))),
        }
    }
    rules
}

/// The rule of a pair, or the part of the pair that does not fit, and why.
fn rule<'a>(pair: &'a Pair, params: &Params) -> Result<Rule<'a>, (&'static str, Box<Diagnostic>)> {
    let from = |finding| ("from", finding);
    Ok(match params.mode {
        // An empty text is a value like another: a whole cell may be it.
        Mode::Whole => {
            let whole = format!(r"\A{}\z", regex::escape(&pair.from));
            Rule::Whole(pattern::compile(&whole, params.case_sensitive).map_err(from)?, &pair.to)
        }
        Mode::Part => Rule::Part(pattern::literal(&pair.from, params.case_sensitive).map_err(from)?, &pair.to),
        Mode::Pattern => {
            let compiled = pattern::compile(&pair.from, params.case_sensitive).map_err(from)?;
            pattern::check_references(&compiled, &pair.to).map_err(|finding| ("to", finding))?;
            Rule::Pattern(compiled, &pair.to)
        }
    })
}

fn replaced(text: &str, rules: &[Rule]) -> String {
    let mut now = Cow::Borrowed(text);
    for rule in rules {
        let next = match rule {
            Rule::Whole(whole, to) if whole.is_match(&now) => return (*to).to_owned(),
            Rule::Whole(..) => continue,
            Rule::Part(part, to) => part.replace_all(&now, NoExpand(to)),
            Rule::Pattern(pattern, to) => pattern.replace_all(&now, *to),
        };
        now = Cow::Owned(next.into_owned());
    }
    now.into_owned()
}
