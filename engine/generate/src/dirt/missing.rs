//! Values that are missing: completely at random, by another column, or by themselves.
//!
//! | Parameter | Range | Default |
//! |---|---|---|
//! | `mechanism` | `mcar`, `mar`, `mnar` | `mcar` |
//! | `driver` | with `mar`: the column that decides | required with `mar` |
//! | `strength` | −20 to 20: from the lowest to the highest value of what decides, the odds of being missing are multiplied by e^strength | 3 |
//! | `weights` | for texts: what multiplies the odds for each text, 0.001 to 1000; 1 for others | none |
//!
//! With `mar` and `mnar` a cell is missing with probability `1 / (1 + e^−(a + s))`, where `s` is `strength · (u − ½)` and
//! `u` the rank of the value among the eligible rows, from 0 to 1 (or the logarithm of its weight), and `a` is such that
//! the declared share holds; the number of missing cells is exact. A rate that is a formula is each cell's probability,
//! and the mechanism is what the ledger says of it.

use std::collections::BTreeMap;

use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DirtKind, Work, cells};
use crate::chance::{Stream, choose};
use crate::column::{Scope, in_range, invalid};
use crate::ledger::Mechanism;
use crate::spec::{DirtSpec, Rate};
use crate::value::{Bits, Cell, Column, Row, Type};

/// Each chosen cell loses its value.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Missing {
    /// Why.
    pub mechanism: Mechanism,
    /// With `mar`, the column that decides.
    pub driver: Option<String>,
    /// Logarithm of the odds between the highest and the lowest value.
    pub strength: f64,
    /// Odds of texts.
    pub weights: BTreeMap<String, f64>,
}

impl Default for Missing {
    fn default() -> Self {
        Self { mechanism: Mechanism::Mcar, driver: None, strength: 3.0, weights: BTreeMap::new() }
    }
}

impl DirtKind for Missing {
    fn check(&self, scope: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        cells::some(declared)?;
        in_range(self.strength, -20.0, 20.0, "strength")?;
        for (text, weight) in &self.weights {
            in_range(*weight, 0.001, 1000.0, &format!("weights/{text}"))?;
        }
        match (self.mechanism, &self.driver) {
            (Mechanism::Mar, None) => return Err(Diagnostic::new(Code::ParamRequired).at_field("/driver")),
            (Mechanism::Mar, Some(driver)) => {
                scope.column(driver).map_err(|error| error.at_field("/driver"))?;
                if declared.columns.contains(driver) {
                    return Err(invalid("the column itself: mnar", "driver"));
                }
            }
            (_, Some(_)) => return Err(invalid("only with mar", "driver")),
            _ => {}
        }
        if self.mechanism == Mechanism::Mcar || matches!(declared.rate, Some(Rate::Formula(_))) {
            return Ok(());
        }
        for name in self.driver.iter().chain(declared.columns.iter().filter(|_| self.driver.is_none())) {
            if scope.column(name)?.kind == Type::Text && self.weights.is_empty() {
                return Err(Diagnostic::new(Code::ParamRequired).at_field("/weights"));
            }
        }
        Ok(())
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        for (column, name) in cells::named(work) {
            let rows = work.eligible(column, |_| true);
            let purpose = format!("rows {name}");
            let chosen = match work.wanted(rows.len()) {
                Some(wanted) if self.mechanism != Mechanism::Mcar => {
                    let table = work.table();
                    let own = table.columns().get(column);
                    let driver = self.driver.as_ref().map_or(own, |name| table.column(name).map(|(_, found)| found));
                    let scores = driver.map(|driver| self.scores(driver, &rows)).unwrap_or_default();
                    weighted(&mut work.stream(&purpose), &rows, &scores, wanted)
                }
                _ => work.choose_for(&rows, &purpose),
            };
            for row in chosen {
                work.set(column, row, Cell::Null);
            }
            let driver = match self.mechanism {
                Mechanism::Mcar => None,
                Mechanism::Mar => self.driver.as_deref(),
                Mechanism::Mnar => Some(name.as_str()),
            };
            work.missingness(column, self.mechanism, driver);
        }
        Ok(())
    }
}

/// Ranks are taken in so many steps.
const STEPS: usize = 1024;

/// What is added to the logarithm of the odds: some scores, and which of them each row has.
#[derive(Debug, Default)]
struct Scores {
    scores: Vec<f64>,
    of: Vec<u16>,
}

impl Missing {
    fn scores(&self, driver: &Column, rows: &[Row]) -> Scores {
        if driver.kind() == Type::Text {
            let places: BTreeMap<&str, u16> = self.weights.keys().map(String::as_str).zip(1..).collect();
            let place = |row: &Row| driver.text(*row).and_then(|text| places.get(text)).copied().unwrap_or(0);
            let scores = self.weights.values().map(|weight| libm::log(*weight));
            return Scores {
                scores: std::iter::once(0.0).chain(scores).collect(),
                of: rows.iter().map(place).collect(),
            };
        }
        let mut ranked: Vec<(f64, u32)> =
            rows.iter().zip(0..).filter_map(|(row, at)| Some((driver.number(*row)?, at))).collect();
        ranked.sort_unstable_by(|left, right| left.0.total_cmp(&right.0).then(left.1.cmp(&right.1)));
        let middle = (STEPS / 2) as u16;
        let mut of = vec![middle; rows.len()];
        let count = ranked.len().max(1);
        let mut start = 0;
        for equal in ranked.chunk_by(|left, right| left.0 == right.0) {
            let step = (2 * start + equal.len()) * STEPS / (2 * count);
            equal.iter().for_each(|(_, at)| of[*at as usize] = step as u16);
            start += equal.len();
        }
        let score = |step: usize| self.strength * (step as f64 / STEPS as f64 - 0.5);
        Scores { scores: (0..=STEPS).map(score).collect(), of }
    }
}

/// So many rows, each with a probability by its score: independent draws, then as many put back or taken more as the
/// number asks.
fn weighted(stream: &mut Stream, rows: &[Row], scores: &Scores, wanted: u64) -> Vec<Row> {
    let total = rows.len() as u64;
    if wanted >= total || wanted == 0 {
        return choose(stream, rows, wanted);
    }
    let odds = probabilities(scores, wanted as f64);
    let probability =
        |at: usize| scores.of.get(at).and_then(|score| odds.get(usize::from(*score))).copied().unwrap_or(0.0);
    let mut taken = Bits::new();
    for at in 0..rows.len() {
        if stream.happens(probability(at)) {
            taken.put(at as u32, true);
        }
    }
    if taken.count() > wanted {
        let places: Vec<u32> = taken.rows().collect();
        return choose(stream, &places, wanted).into_iter().map(|at| rows[at as usize]).collect();
    }
    let most = odds.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    let mut tries = 16 * total + 1000;
    while taken.count() < wanted {
        let at = stream.below(total) as u32;
        // Where what is left is very unlikely, the rest is drawn evenly.
        if tries == 0 || stream.happens(probability(at as usize) / most) {
            taken.put(at, true);
        }
        tries = tries.saturating_sub(1);
    }
    taken.rows().map(|at| rows[at as usize]).collect()
}

/// The probability at each score, such that so many rows are expected.
fn probabilities(scores: &Scores, wanted: f64) -> Vec<f64> {
    let mut counts = vec![0.0; scores.scores.len()];
    scores.of.iter().for_each(|score| counts[usize::from(*score)] += 1.0);
    let at = |shift: f64| {
        let probability = move |score: &f64| 1.0 / (1.0 + libm::exp(-(shift + score)));
        scores.scores.iter().map(probability)
    };
    let (mut low, mut high) = (-60.0, 60.0);
    for _ in 0..80 {
        let middle = (low + high) / 2.0;
        let expected: f64 = at(middle).zip(&counts).map(|(probability, count)| probability * count).sum();
        if expected < wanted { low = middle } else { high = middle }
    }
    at(low).collect()
}
