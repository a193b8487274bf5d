//! Parts a text column into several.

use polars::prelude::*;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use regex::Regex;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::made::{must_be, must_be_free, texts, with_columns, without};
use super::pattern;
use crate::ops::columns::{example, input, listed, main, must_not_be_empty, on_main};
use crate::ops::{Findings, Operation, Tables};

/// The operation `split_column`.
pub struct SplitColumn;

/// Where a text is parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// At a text.
    #[default]
    Separator,
    /// At what a regular expression finds.
    Pattern,
    /// After given numbers of characters.
    Positions,
}

/// What happens to the pieces beyond the last new column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Rest {
    /// The last column holds all of the rest, separators included.
    #[default]
    Keep,
    /// They are dropped.
    Drop,
}

/// Parameters of `split_column`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// The text column.
    #[schemars(extend("x-widget" = "column"))]
    pub column: String,
    /// Where a text is parted.
    #[serde(default)]
    pub by: By,
    /// The separator, or the regular expression that finds one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub separator: Option<String>,
    /// Positions at which to part, ascending.
    #[serde(default)]
    pub positions: Vec<Position>,
    /// Names of the new columns. Where a text has fewer pieces, the others are null.
    pub into: Vec<String>,
    /// What happens to the pieces beyond the last new column.
    #[serde(default)]
    pub rest: Rest,
    /// Whether the column itself leaves the table.
    #[serde(default)]
    pub drop_source: bool,
}

/// One position.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// Characters before it, from the start of the text.
    #[schemars(range(min = 1))]
    pub after: u32,
}

impl Operation for SplitColumn {
    const NAME: &'static str = "split_column";
    const GROUP: Group = Group::Clean;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        vec![ColumnType::Text]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_be(table, [("/column".to_owned(), params.column.as_str())], &[ColumnType::Text], findings);
            must_not_be_empty("/into", &params.into, findings);
            let dropped: &[&str] = if params.drop_source { &[params.column.as_str()] } else { &[] };
            must_be_free(table, listed("/into", &params.into), dropped, findings);
            if let Err(finding) = cut(params) {
                findings.push(*finding);
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let cut = cut(params)?;
        let texts = texts(table.column(&params.column)?)?;
        let width = params.into.len();
        let mut cells: Vec<Vec<Option<String>>> = vec![Vec::with_capacity(table.height()); width];
        for text in texts.iter() {
            let mut pieces = text.map(|text| cut.pieces(text, width, params.rest)).unwrap_or_default().into_iter();
            cells.iter_mut().for_each(|cells| cells.push(pieces.next().map(str::to_owned)));
        }
        let made = params.into.iter().zip(cells).map(|(name, cells)| Column::new(name.as_str().into(), cells));
        let base = if params.drop_source { without(table, &[&params.column]) } else { table.clone() };
        with_columns(&base, made.collect()).map(main)
    }

    fn examples() -> Vec<Example> {
        let names = "name:text\nCurie, Marie\nPlato\nDupont, Jean, Jr\n\"\"\n∅";
        vec![
            example(
                "rest-in-last",
                names,
                json!({"column": "name", "separator": ", ", "into": ["last", "first"], "drop_source": true}),
                "last:text | first:text\nCurie | Marie\nPlato | ∅\nDupont | Jean, Jr\n\"\" | ∅\n∅ | ∅",
            ),
            example(
                "pattern",
                names,
                json!({"column": "name", "by": "pattern", "separator": r"\s*,\s*", "into": ["last", "first"],
                    "rest": "drop", "drop_source": true}),
                "last:text | first:text\nCurie | Marie\nPlato | ∅\nDupont | Jean\n\"\" | ∅\n∅ | ∅",
            ),
            example(
                "positions",
                "iban:text\nFR7612345\nFR\nÉÈ12",
                json!({"column": "iban", "by": "positions", "positions": [{"after": 2}, {"after": 4}],
                    "into": ["country", "key", "account"]}),
                "iban:text | country:text | key:text | account:text\nFR7612345 | FR | 76 | 12345\nFR | FR | ∅ | ∅\nÉÈ12 | ÉÈ | 12 | ∅",
            ),
        ]
    }
}

/// How a text is parted.
enum Cut {
    Found(Regex),
    After(Vec<usize>),
}

fn cut(params: &Params) -> Checked<Cut> {
    let separator = params.separator.as_deref().unwrap_or_default();
    let at_separator = |finding: Box<Diagnostic>| finding.at_field("/separator");
    match params.by {
        By::Separator => pattern::literal(separator, true).map(Cut::Found).map_err(at_separator),
        By::Pattern => pattern::compile(separator, true).map(Cut::Found).map_err(at_separator),
        By::Positions => {
            if params.positions.is_empty() {
                return Err(Diagnostic::new(Code::ParamRequired).at_field("/positions"));
            }
            let mut last = 0;
            for (index, Position { after }) in params.positions.iter().enumerate() {
                if *after <= last {
                    let finding = Diagnostic::new(Code::ParamRange).with("value", u64::from(*after));
                    let finding = finding.with("low", u64::from(last) + 1).with("high", u64::from(u32::MAX));
                    return Err(finding.at_field(format!("/positions/{index}/after")));
                }
                last = *after;
            }
            Ok(Cut::After(params.positions.iter().map(|position| position.after as usize).collect()))
        }
    }
}

impl Cut {
    /// The pieces of a text, at most `width`.
    fn pieces<'t>(&self, text: &'t str, width: usize, rest: Rest) -> Vec<&'t str> {
        match (self, rest) {
            // A pattern that fits nothing between two letters parts there: pieces are those of the crate `regex`.
            (Self::Found(pattern), Rest::Keep) => pattern.splitn(text, width).collect(),
            (Self::Found(pattern), Rest::Drop) => pattern.split(text).take(width).collect(),
            (Self::After(positions), rest) => {
                let kept = match rest {
                    Rest::Keep => positions.len().min(width.saturating_sub(1)),
                    Rest::Drop => positions.len(),
                };
                let byte = |position: &usize| text.char_indices().nth(*position).map(|(byte, _)| byte);
                let mut pieces = Vec::with_capacity(kept + 1);
                let mut start = 0;
                for end in positions[..kept].iter().map_while(byte) {
                    pieces.push(&text[start..end]);
                    start = end;
                }
                pieces.push(&text[start..]);
                pieces.truncate(width);
                pieces
            }
        }
    }
}
