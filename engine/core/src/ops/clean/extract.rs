//! Takes parts of a text column out into new columns: the groups of a regular expression.

use polars::prelude::*;
use protocol::operation::{Example, Group, Port};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use regex::Regex;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::made::{must_be, must_be_free, with_columns};
use super::pattern;
use super::quarantine::{Bad, part};
use crate::frame;
use crate::ops::columns::{example, example_of, input, on_main};
use crate::ops::{Findings, Operation, Tables};

/// The operation `extract`.
pub struct Extract;

/// What happens to a row whose text the pattern does not find.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum NoMatch {
    /// Its new cells are null.
    #[default]
    Null,
    /// It leaves the table for the rejects, as it was, with the reason.
    Reject,
}

/// Parameters of `extract`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// The text column.
    #[schemars(extend("x-widget" = "column"))]
    pub column: String,
    /// A regular expression with at least one group, such as `(?<year>\d{4})`; the first place that fits counts.
    pub pattern: String,
    /// Names of the new columns, for groups without a name of their own, in order.
    #[serde(default)]
    pub names: Vec<String>,
    /// Whether capitals differ from small letters.
    #[serde(default = "yes")]
    pub case_sensitive: bool,
    /// What happens to a row whose text the pattern does not find. A null text is no such row.
    #[serde(default)]
    pub on_no_match: NoMatch,
}

fn yes() -> bool {
    true
}

impl Operation for Extract {
    const NAME: &'static str = "extract";
    const GROUP: Group = Group::Clean;
    type Params = Params;

    fn outputs() -> Vec<Port> {
        vec![Port::required("main"), Port::optional("rejects")]
    }

    fn suggested_for() -> Vec<ColumnType> {
        vec![ColumnType::Text]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_be(table, [("/column".to_owned(), params.column.as_str())], &[ColumnType::Text], findings);
            let names = match compile(params) {
                Ok((_, names)) => names,
                Err(finding) => return findings.push(*finding),
            };
            must_be_free(table, names.iter().map(|(field, name)| (field.clone(), name.as_str())), &[], findings);
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let (pattern, names) = compile(params)?;
        let column = table.column(&params.column)?;
        let texts = column.as_materialized_series().cast(&DataType::String).map_err(|error| frame::fault(&error))?;
        let mut cells: Vec<Vec<Option<String>>> = vec![Vec::with_capacity(table.height()); names.len()];
        let mut unmatched = Vec::with_capacity(table.height());
        for text in texts.str().map_err(|error| frame::fault(&error))?.iter() {
            let found = text.and_then(|text| pattern.captures(text));
            unmatched.push(text.is_some() && found.is_none());
            for (group, cells) in cells.iter_mut().enumerate() {
                let part = found.as_ref().and_then(|found| found.get(group + 1));
                cells.push(part.map(|part| part.as_str().to_owned()));
            }
        }
        let made = names.iter().zip(cells).map(|((_, name), cells)| Column::new(name.as_str().into(), cells));
        let after = with_columns(table, made.collect())?;
        let cells = BooleanChunked::from_slice("bad".into(), &unmatched);
        let bad = [Bad { column: &params.column, cells, reason: Code::RejectNoMatch }];
        Ok(part(table, &after, &bad, params.on_no_match == NoMatch::Reject)?.into_tables("rejects"))
    }

    fn examples() -> Vec<Example> {
        vec![
            example(
                "named-groups",
                "address:text\n12 rue Foch, 75011 Paris\nLyon\n∅",
                json!({"column": "address", "pattern": r"(?<postcode>\d{5})\s+(?<city>.+)$"}),
                "address:text | postcode:text | city:text\n12 rue Foch, 75011 Paris | 75011 | Paris\nLyon | ∅ | ∅\n∅ | ∅ | ∅",
            ),
            example_of(
                "rejects",
                &[("main", "id:integer | code:text\n1 | FR-12\n2 | 12\n3 | ∅\n4 | fr-")],
                json!({"column": "code", "pattern": r"^(FR)-(\d+)?$", "names": ["country", "number"],
                    "case_sensitive": false, "on_no_match": "reject"}),
                &[
                    (
                        "main",
                        "id:integer | code:text | country:text | number:text\n1 | FR-12 | FR | 12\n3 | ∅ | ∅ | ∅\n4 | fr- | fr | ∅",
                    ),
                    (
                        "rejects",
                        "id:integer | code:text | quarantine_columns:text | quarantine_reason:text\n2 | 12 | code | reject-no-match",
                    ),
                ],
            ),
        ]
    }
}

/// The pattern, and for each of its groups the name of its column with the field that gives it.
fn compile(params: &Params) -> Checked<(Regex, Vec<(String, String)>)> {
    let at_pattern = |finding: Box<Diagnostic>| finding.at_field("/pattern");
    let pattern = pattern::compile(&params.pattern, params.case_sensitive).map_err(at_pattern)?;
    if pattern.captures_len() < 2 {
        return Err(at_pattern(Diagnostic::new(Code::ParamInvalid).with("detail", "( )")));
    }
    let mut given = params.names.iter().enumerate();
    let mut names = Vec::with_capacity(pattern.captures_len() - 1);
    for own in pattern.capture_names().skip(1) {
        names.push(match own {
            Some(own) => ("/pattern".to_owned(), own.to_owned()),
            None => {
                let (index, name) =
                    given.next().ok_or_else(|| Diagnostic::new(Code::ParamRequired).at_field("/names"))?;
                (format!("/names/{index}"), name.clone())
            }
        });
    }
    match given.next() {
        Some((index, name)) => {
            Err(Diagnostic::new(Code::ParamInvalid).with("detail", name.as_str()).at_field(format!("/names/{index}")))
        }
        None => Ok((pattern, names)),
    }
}
