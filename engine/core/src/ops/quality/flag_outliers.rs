//! Marks the numbers that lie far from the others, or beyond given bounds. Nothing is taken away: a far value may be
//! a true one.

use polars::prelude::*;
use protocol::operation::{Example, Group};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::frame;
use crate::ops::clean::bin::quantile;
use crate::ops::clean::made::{NUMBERS, must_be, must_be_free, with_columns};
use crate::ops::columns::{example, input, listed, main, must_exist, on_main};
use crate::ops::ordered::Ordered;
use crate::ops::{Findings, Operation, Tables};

/// The operation `flag_outliers`.
pub struct FlagOutliers;

/// What is far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Below the first quartile or above the third by more than so many times their distance (Tukey 1977; 1.5).
    #[default]
    Iqr,
    /// From the median by more than so many times the median of these distances, which is scaled to the standard
    /// deviation of a normal distribution (Iglewicz and Hoaglin 1993; 3.5).
    Mad,
    /// From the mean by more than so many standard deviations (3).
    Zscore,
    /// Beyond given bounds.
    Bounds,
}

/// Parameters of `flag_outliers`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// The column of numbers.
    #[schemars(extend("x-widget" = "column"))]
    pub column: String,
    /// Name of the new column: true for what is far, null for null.
    pub into: String,
    /// What is far.
    #[serde(default)]
    pub method: Method,
    /// How many times the measure of spread is far; none for what is usual of the method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor: Option<f64>,
    /// The smallest value within the bounds; none for no such bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// The largest, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// Columns whose values make groups that are measured each by itself.
    #[serde(default)]
    #[schemars(extend("x-widget" = "columns"))]
    pub by: Vec<String>,
    /// Whether logarithms are measured: for what grows by factors, such as amounts. What has none is far.
    #[serde(default)]
    pub logarithm: bool,
}

/// Standard deviations of a normal distribution in its median absolute deviation: 1 / Φ⁻¹(3/4).
const MAD_SCALE: f64 = 1.482_602_218_505_602;

impl Params {
    fn factor(&self) -> f64 {
        self.factor.unwrap_or(match self.method {
            Method::Iqr => 1.5,
            Method::Mad => 3.5,
            Method::Zscore | Method::Bounds => 3.0,
        })
    }

    /// Where the numbers of a group begin and cease to be near, in the unit in which they are measured.
    fn near(&self, known: &[f64]) -> (f64, f64) {
        let factor = self.factor();
        let mut sorted: Vec<f64> = known.iter().copied().filter(|number| number.is_finite()).collect();
        let around = |middle: f64, spread: f64| (middle - factor * spread, middle + factor * spread);
        let all = (f64::NEG_INFINITY, f64::INFINITY);
        if self.method == Method::Zscore {
            // Sums are taken in the order of the rows.
            let count = sorted.len() as f64;
            let mean = sorted.iter().sum::<f64>() / count;
            let squares: f64 = sorted.iter().map(|number| (number - mean) * (number - mean)).sum();
            return if sorted.len() < 2 { all } else { around(mean, libm::sqrt(squares / (count - 1.0))) };
        }
        sorted.sort_unstable_by(f64::total_cmp);
        let quartile = |sorted: &[f64], part| quantile(sorted, part, 4);
        match self.method {
            Method::Mad => {
                let Some(middle) = quartile(&sorted, 2) else { return all };
                let mut away: Vec<f64> = sorted.iter().map(|number| (number - middle).abs()).collect();
                away.sort_unstable_by(f64::total_cmp);
                around(middle, quartile(&away, 2).unwrap_or_default() * MAD_SCALE)
            }
            _ => match (quartile(&sorted, 1), quartile(&sorted, 3)) {
                (Some(low), Some(high)) => (low - factor * (high - low), high + factor * (high - low)),
                _ => all,
            },
        }
    }

    /// Which numbers of a group are far.
    fn flags(&self, numbers: &[Option<f64>]) -> Vec<Option<bool>> {
        let is_far = |(low, high): (f64, f64), number: f64| number < low || number > high;
        if self.method == Method::Bounds {
            let bounds = (self.low.unwrap_or(f64::NEG_INFINITY), self.high.unwrap_or(f64::INFINITY));
            return numbers
                .iter()
                .map(|number| number.filter(|number| !number.is_nan()).map(|number| is_far(bounds, number)))
                .collect();
        }
        let measured: Vec<Option<f64>> = numbers
            .iter()
            .map(|number| number.filter(|number| !number.is_nan()))
            .map(|number| number.map(|number| if self.logarithm { logarithm(number) } else { number }))
            .collect();
        let near = self.near(&measured.iter().flatten().copied().collect::<Vec<f64>>());
        let flag = |number: f64| number.is_infinite() || is_far(near, number);
        measured.into_iter().map(|number| number.map(flag)).collect()
    }
}

/// The natural logarithm; of what has none, as of zero.
fn logarithm(number: f64) -> f64 {
    if number > 0.0 { libm::log(number) } else { f64::NEG_INFINITY }
}

impl Operation for FlagOutliers {
    const NAME: &'static str = "flag_outliers";
    const GROUP: Group = Group::Quality;
    type Params = Params;

    fn suggested_for() -> Vec<ColumnType> {
        NUMBERS.to_vec()
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_be(table, [("/column".to_owned(), params.column.as_str())], &NUMBERS, findings);
            must_be_free(table, [("/into".to_owned(), params.into.as_str())], &[], findings);
            must_exist(table, listed("/by", &params.by), findings);
            let range = |field: &str, value: f64, low: f64| {
                let finding = Diagnostic::new(Code::ParamRange).with("value", value).with("low", low);
                *finding.with("high", f64::MAX).at_field(field)
            };
            match (params.low, params.high) {
                _ if params.method != Method::Bounds => {
                    findings.extend(
                        params.factor.filter(|factor| *factor < 0.0).map(|factor| range("/factor", factor, 0.0)),
                    );
                }
                (None, None) => findings.push(*Diagnostic::new(Code::ParamRequired).at_field("/low")),
                (Some(low), Some(high)) if low > high => findings.push(range("/high", high, low)),
                _ => {}
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let ordered = Ordered::of(table, &params.by, &[])?;
        let numbers = ordered.arrange(table.column(&params.column)?)?;
        let numbers = numbers.cast(&DataType::Float64).map_err(|error| frame::fault(&error))?;
        let numbers: Vec<Option<f64>> = numbers.f64().map_err(|error| frame::fault(&error))?.iter().collect();
        let groups = ordered.groups().iter();
        let flags: BooleanChunked = groups.flat_map(|places| params.flags(&numbers[places.clone()])).collect();
        let made = ordered.restore(&params.into, &flags.into_series())?;
        with_columns(table, vec![made]).map(main)
    }

    fn examples() -> Vec<Example> {
        let rents = "city:text | rent:number\nParis | 900.0\nParis | 950.0\nBrest | 400.0\nParis | 1000.0\n\
            Brest | 420.0\nBrest | ∅\nParis | 980.0\nBrest | 410.0\nBrest | 950.0\nBrest | 430.0";
        let made = |flags: [&str; 10]| {
            let mut lines = rents.lines();
            let head = lines.next().unwrap_or_default();
            let rows: Vec<String> = lines.zip(flags).map(|(line, flag)| format!("{line} | {flag}")).collect();
            format!("{head} | far:boolean\n{}", rows.join("\n"))
        };
        vec![
            example(
                "whole-table",
                rents,
                json!({"column": "rent", "into": "far"}),
                &made(["false", "false", "false", "false", "false", "∅", "false", "false", "false", "false"]),
            ),
            example(
                "by-city",
                rents,
                json!({"column": "rent", "into": "far", "method": "mad", "by": ["city"]}),
                &made(["false", "false", "false", "false", "false", "∅", "false", "false", "true", "false"]),
            ),
            example(
                "bounds",
                "age:integer\n-1\n0\n120\n121",
                json!({"column": "age", "into": "impossible", "method": "bounds", "low": 0, "high": 120}),
                "age:integer | impossible:boolean\n-1 | true\n0 | false\n120 | false\n121 | true",
            ),
        ]
    }
}
