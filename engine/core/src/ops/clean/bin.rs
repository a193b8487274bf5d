//! Sorts numbers into intervals.

use polars::prelude::*;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::made::{NUMBERS, must_be, must_be_free, with_columns};
use crate::ops::columns::{example, input, main, on_main};
use crate::ops::{Findings, Operation, Tables};
use crate::{cell, frame};

/// The operation `bin`.
pub struct Bin;

/// How the edges of the intervals are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Intervals of one width from the smallest to the largest value.
    #[default]
    EqualWidth,
    /// Intervals of about as many values: edges are quantiles (linear between values; equal ones stand once).
    Quantiles,
    /// Given edges; what lies outside is null.
    Edges,
}

/// Which end belongs to an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Closed {
    /// The left one: `[a, b)`.
    #[default]
    Left,
    /// The right one: `(a, b]`.
    Right,
}

/// What the new column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Labels {
    /// The interval as text.
    #[default]
    Interval,
    /// The number of the interval, from 1.
    Index,
}

/// Parameters of `bin`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// The column of numbers.
    #[schemars(extend("x-widget" = "column"))]
    pub column: String,
    /// Name of the new column.
    pub into: String,
    /// How the edges are found.
    #[serde(default)]
    pub method: Method,
    /// Number of intervals, where edges are computed.
    #[serde(default = "default_count")]
    #[schemars(range(min = 1, max = 1000))]
    pub count: u32,
    /// Edges, ascending, where they are given.
    #[serde(default)]
    pub edges: Vec<Edge>,
    /// Which end belongs to an interval. Where edges are computed, the outermost ends both do.
    #[serde(default)]
    pub closed: Closed,
    /// What the new column holds.
    #[serde(default)]
    pub labels: Labels,
}

/// One edge.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edge {
    /// Where it stands.
    pub at: f64,
}

fn default_count() -> u32 {
    5
}

/// Most intervals.
const MAX_COUNT: u32 = 1000;

impl Operation for Bin {
    const NAME: &'static str = "bin";
    const GROUP: Group = Group::Clean;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        NUMBERS.to_vec()
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_be(table, [("/column".to_owned(), params.column.as_str())], &NUMBERS, findings);
            must_be_free(table, [("/into".to_owned(), params.into.as_str())], &[], findings);
            match params.method {
                Method::Edges => check_edges(&params.edges, findings),
                Method::EqualWidth | Method::Quantiles if !(1..=MAX_COUNT).contains(&params.count) => {
                    let finding = Diagnostic::new(Code::ParamRange).with("value", u64::from(params.count));
                    findings.push(*finding.with("low", 1_u64).with("high", u64::from(MAX_COUNT)).at_field("/count"));
                }
                Method::EqualWidth | Method::Quantiles => {}
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let column = table.column(&params.column)?.as_materialized_series();
        let numbers = column.cast(&DataType::Float64).map_err(|error| frame::fault(&error))?;
        let numbers = numbers.f64().map_err(|error| frame::fault(&error))?;
        let mut known: Vec<f64> = numbers.iter().flatten().filter(|number| number.is_finite()).collect();
        known.sort_unstable_by(f64::total_cmp);
        let count = params.count as usize;
        let mut edges = match params.method {
            Method::Edges => params.edges.iter().map(|edge| edge.at).collect(),
            Method::EqualWidth => equal_widths(&known, count),
            Method::Quantiles => (0..=count).filter_map(|part| quantile(&known, part, count)).collect(),
        };
        edges.dedup();
        let bins = Bins { whole: params.method != Method::Edges, closed: params.closed, edges };
        let places = numbers.iter().map(|number| number.and_then(|number| bins.place(number)));
        let name = PlSmallStr::from_str(&params.into);
        let made = match params.labels {
            Labels::Index => {
                let indices: Int64Chunked = places.map(|place| place.map(|place| place as i64 + 1)).collect();
                indices.into_series()
            }
            Labels::Interval => {
                let labels: Vec<String> = (0..bins.len()).map(|place| bins.label(place)).collect();
                let texts: StringChunked = places.map(|place| labels.get(place?).map(String::as_str)).collect();
                texts.into_series()
            }
        };
        with_columns(table, vec![made.with_name(name).into_column()]).map(main)
    }

    fn examples() -> Vec<Example> {
        let rents = "rent:number\n300.0\n450.0\n600.0\n900.0\n∅";
        vec![
            example(
                "equal-width",
                rents,
                json!({"column": "rent", "into": "class", "count": 2}),
                "rent:number | class:text\n300.0 | [300, 600)\n450.0 | [300, 600)\n600.0 | [600, 900]\n900.0 | [600, 900]\n∅ | ∅",
            ),
            example(
                "quantiles",
                rents,
                json!({"column": "rent", "into": "half", "method": "quantiles", "count": 2, "labels": "index"}),
                "rent:number | half:integer\n300.0 | 1\n450.0 | 1\n600.0 | 2\n900.0 | 2\n∅ | ∅",
            ),
            example(
                "given-edges",
                "age:integer\n0\n17\n18\n65\n-1\n∅",
                json!({"column": "age", "into": "group", "method": "edges", "closed": "right",
                    "edges": [{"at": 0}, {"at": 17}, {"at": 64.5}]}),
                "age:integer | group:text\n0 | ∅\n17 | (0, 17]\n18 | (17, 64.5]\n65 | ∅\n-1 | ∅\n∅ | ∅",
            ),
        ]
    }
}

fn check_edges(edges: &[Edge], findings: &mut Findings) {
    if edges.len() < 2 {
        findings.push(*Diagnostic::new(Code::ParamRequired).at_field("/edges"));
    }
    for (index, pair) in edges.windows(2).enumerate() {
        if pair[1].at <= pair[0].at {
            let finding = Diagnostic::new(Code::ParamRange).with("value", pair[1].at).with("low", pair[0].at);
            findings.push(*finding.with("high", f64::MAX).at_field(format!("/edges/{}/at", index + 1)));
        }
    }
}

/// Edges at equal distances over sorted values; none without values.
fn equal_widths(sorted: &[f64], count: usize) -> Vec<f64> {
    let (Some(low), Some(high)) = (sorted.first(), sorted.last()) else { return Vec::new() };
    let edge = |part: usize| {
        if part == count { *high } else { low + (high - low) / count as f64 * part as f64 }
    };
    (0..=count).map(edge).collect()
}

/// The quantile `part / parts` of sorted values, linear between two of them (type 7 of Hyndman and Fan, 1996).
pub(in crate::ops) fn quantile(sorted: &[f64], part: usize, parts: usize) -> Option<f64> {
    let steps = part * sorted.len().checked_sub(1)?;
    let low = sorted[steps / parts];
    let share = (steps % parts) as f64 / parts as f64;
    Some(match sorted.get(steps / parts + 1) {
        Some(high) if share > 0.0 => low + (high - low) * share,
        _ => low,
    })
}

/// Intervals between ascending edges.
struct Bins {
    edges: Vec<f64>,
    closed: Closed,
    /// Whether the outermost ends both belong.
    whole: bool,
}

impl Bins {
    /// One edge alone is an interval of one value, where all ends belong.
    fn len(&self) -> usize {
        match self.edges.len() {
            1 if self.whole => 1,
            edges => edges.saturating_sub(1),
        }
    }

    /// The interval of a number, from 0.
    fn place(&self, number: f64) -> Option<usize> {
        let (first, last) = (*self.edges.first()?, *self.edges.last()?);
        if !(first..=last).contains(&number) {
            return None;
        }
        let below = match self.closed {
            Closed::Left => self.edges.partition_point(|edge| *edge <= number),
            Closed::Right => self.edges.partition_point(|edge| *edge < number),
        };
        // The outermost end that is open falls out of the intervals, or into the nearest.
        match below.checked_sub(1).filter(|place| *place < self.len()) {
            None if self.whole => Some(if below == 0 { 0 } else { self.len() - 1 }),
            place => place,
        }
    }

    fn label(&self, place: usize) -> String {
        let last = self.len() - 1;
        let left = self.closed == Closed::Left || self.whole && place == 0;
        let right = self.closed == Closed::Right || self.whole && place == last;
        let low = self.edges[place];
        let high = self.edges.get(place + 1).copied().unwrap_or(low);
        let (open, close) = (if left { '[' } else { '(' }, if right { ']' } else { ')' });
        format!("{open}{}, {}{close}", short(low), short(high))
    }
}

/// An edge at 12 significant digits: what binary arithmetic adds beyond them is noise.
fn short(edge: f64) -> String {
    let rounded = cell::parse_number(&format!("{edge:.11e}")).unwrap_or(edge);
    let text = cell::number(rounded);
    text.strip_suffix(".0").unwrap_or(&text).to_owned()
}
