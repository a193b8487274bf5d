//! Makes a table of sales out of a seed: something to try large work on, without a file.
//!
//! | column | type | what stands in it |
//! |---|---|---|
//! | `id` | integer | 1, 2, 3 … |
//! | `city` | text | one of [`CITIES`], the n-th one n times rarer than the first (Zipf); null in 2 % of the rows |
//! | `category` | text | one of [`CATEGORIES`], each as often |
//! | `amount` | number | log-normal, median 60, deviation of the logarithm 0.8, two decimals; null in 3 % |
//! | `quantity` | integer | 1 to 12 |
//! | `day` | date | 2020-01-01 to 2024-12-31 |
//! | `paid` | boolean | true in 85 %; null in 1 % |
//! | `comment` | text | one of [`COMMENTS`]; null in 90 % |
//!
//! Nothing here is dirty: it shares nothing with what makes exercises.

use std::collections::BTreeMap;

use polars::prelude::*;
use protocol::message::Unit;
use protocol::operation::{Example, Group, Port};
use protocol::{Checked, Code, Diagnostic, TableRef};
use rand_chacha::ChaCha8Rng;
use rand_core::{RngCore, SeedableRng};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::chance::normal;
use crate::frame;
use crate::ops::columns::{example_of, main};
use crate::ops::{Files, Findings, Operation, Tables, Tick, Work};
use crate::table::{Table, provenance_name};

/// Most rows that are made.
pub const MAX_ROWS: u32 = 5_000_000;

/// Rows that one piece of the work makes.
const CHUNK_ROWS: usize = 1 << 16;

/// Cities, from the most frequent on.
const CITIES: [&str; 40] = [
    "Paris",
    "Marseille",
    "Lyon",
    "Toulouse",
    "Nice",
    "Nantes",
    "Montpellier",
    "Strasbourg",
    "Bordeaux",
    "Lille",
    "Rennes",
    "Toulon",
    "Reims",
    "Grenoble",
    "Dijon",
    "Angers",
    "Nîmes",
    "Clermont-Ferrand",
    "Le Mans",
    "Brest",
    "Tours",
    "Amiens",
    "Annecy",
    "Limoges",
    "Metz",
    "Besançon",
    "Perpignan",
    "Orléans",
    "Rouen",
    "Mulhouse",
    "Caen",
    "Nancy",
    "Avignon",
    "Poitiers",
    "Dunkerque",
    "Pau",
    "La Rochelle",
    "Calais",
    "Antibes",
    "Béziers",
];

/// Categories.
const CATEGORIES: [&str; 6] = ["garden", "kitchen", "books", "games", "tools", "clothing"];

/// Comments.
const COMMENTS: [&str; 4] = ["gift", "to be delivered", "returned once", "paid in cash"];

/// 2020-01-01 in days since 1970, and the days up to the end of 2024.
const FIRST_DAY: i32 = 18_262;
const DAYS: u64 = 1_827;

/// Weight of the first city; that of the n-th is this over n, rounded down.
const ZIPF_WEIGHT: u64 = 1_000_000;

/// The operation `generate_sample`.
pub struct GenerateSample;

/// Parameters of `generate_sample`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Number of rows.
    #[serde(default = "usual_rows")]
    #[schemars(range(min = 1, max = 5_000_000))]
    pub rows: u32,
    /// The seed: the same one gives the same rows.
    #[serde(default)]
    #[schemars(range(max = 9_007_199_254_740_991_u64))]
    pub seed: u64,
}

fn usual_rows() -> u32 {
    10_000
}

impl Operation for GenerateSample {
    const NAME: &'static str = "generate_sample";
    const GROUP: Group = Group::Source;
    type Params = Params;

    fn inputs() -> Vec<Port> {
        Vec::new()
    }

    fn validate(params: &Params, _inputs: &Tables) -> Findings {
        if (1..=MAX_ROWS).contains(&params.rows) {
            return Findings::new();
        }
        let finding = Diagnostic::new(Code::ParamRange)
            .with("value", u64::from(params.rows))
            .with("low", 1_u64)
            .with("high", u64::from(MAX_ROWS));
        vec![*finding.at_field("/rows")]
    }

    fn run(params: &Params, _inputs: &Tables) -> Checked<Tables> {
        let mut making = Making::start(params, "sample");
        while !making.is_done() {
            making.make(CHUNK_ROWS);
        }
        making.finish()
    }

    fn start(
        params: Params,
        _inputs: &Tables,
        outputs: &BTreeMap<String, TableRef>,
        _files: &dyn Files,
    ) -> Checked<Box<dyn Work>> {
        Ok(Box::new(Some(Making::start(&params, &super::reading::source_name(outputs)))))
    }

    fn examples() -> Vec<Example> {
        vec![example_of("three", &[], json!({"rows": 3, "seed": 7}), &[("main", EXAMPLE)])]
    }
}

/// What the example gives.
const EXAMPLE: &str = "id:integer | city:text | category:text | amount:number | quantity:integer | day:date | paid:boolean | comment:text\n\
    1 | Paris | garden | 35.88 | 3 | 2020-09-12 | true | ∅\n\
    2 | Lyon | tools | 186.55 | 3 | 2024-01-21 | true | ∅\n\
    3 | Paris | games | 18.43 | 9 | 2022-04-13 | true | ∅";

impl Work for Option<Making> {
    fn advance(&mut self, _: &dyn Files) -> Checked<Tick> {
        let over = || Diagnostic::new(Code::EngineInternal).with("detail", "made after its end");
        let making = self.as_mut().ok_or_else(over)?;
        if !making.is_done() {
            making.make(CHUNK_ROWS);
            let (done, total) = (making.made as u64, Some(making.rows as u64));
            return Ok(Tick::Working { done, total, unit: Unit::Rows });
        }
        Ok(Tick::Finished { tables: self.take().ok_or_else(over)?.finish()?, bytes_read: 0 })
    }
}

/// The table as it grows.
struct Making {
    rows: usize,
    made: usize,
    source: String,
    random: ChaCha8Rng,
    /// For each city, the sum of the weights up to it.
    weights: Vec<u64>,
    city: StringChunkedBuilder,
    category: StringChunkedBuilder,
    amount: PrimitiveChunkedBuilder<Float64Type>,
    quantity: Vec<i64>,
    day: Vec<i32>,
    paid: BooleanChunkedBuilder,
    comment: StringChunkedBuilder,
}

impl Making {
    fn start(params: &Params, source: &str) -> Self {
        let rows = params.rows as usize;
        let weights = (1..=CITIES.len() as u64).scan(0, |sum, rank| {
            *sum += ZIPF_WEIGHT / rank;
            Some(*sum)
        });
        Self {
            rows,
            made: 0,
            source: source.to_owned(),
            random: ChaCha8Rng::seed_from_u64(params.seed),
            weights: weights.collect(),
            city: StringChunkedBuilder::new("city".into(), rows),
            category: StringChunkedBuilder::new("category".into(), rows),
            amount: PrimitiveChunkedBuilder::new("amount".into(), rows),
            quantity: Vec::with_capacity(rows),
            day: Vec::with_capacity(rows),
            paid: BooleanChunkedBuilder::new("paid".into(), rows),
            comment: StringChunkedBuilder::new("comment".into(), rows),
        }
    }

    fn is_done(&self) -> bool {
        self.made == self.rows
    }

    /// Makes the next rows. Every row draws five times 64 bits: one number is parted among several columns.
    fn make(&mut self, most: usize) {
        let end = self.rows.min(self.made + most);
        let total = self.weights.last().copied().unwrap_or(1);
        for _ in self.made..end {
            let random = &mut self.random;
            let (wide, choices, missing) = (random.next_u64(), random.next_u64(), random.next_u64());
            let place = self.weights.partition_point(|sum| *sum <= scaled(wide >> 32, 32, total));
            let city = CITIES.get(place).copied();
            self.city.append_option(city.filter(|_| piece(missing, 0) >= percent(2)));
            self.category.append_option(pick(piece(choices, 0), &CATEGORIES));
            // 60 × e^(0.8 z), to the cent.
            let amount = (libm::exp(0.8 * normal(random)) * 6_000.0).round() / 100.0;
            self.amount.append_option((piece(missing, 1) >= percent(3)).then_some(amount));
            self.quantity.push(1 + scaled(piece(choices, 1), 16, 12) as i64);
            self.day.push(FIRST_DAY + scaled(wide & u64::from(u32::MAX), 32, DAYS) as i32);
            let paid = piece(missing, 2);
            self.paid.append_option((paid >= percent(1)).then_some(paid < percent(86)));
            let comment = pick(piece(choices, 2), &COMMENTS);
            self.comment.append_option(comment.filter(|_| piece(missing, 3) < percent(10)));
        }
        self.made = end;
    }

    fn finish(self) -> Checked<Tables> {
        let ids: Vec<i64> = (1..=self.rows as i64).collect();
        let records: Vec<u32> = (1..=self.rows as u32).collect();
        let columns = vec![
            Column::new("id".into(), ids),
            self.city.finish().into_column(),
            self.category.finish().into_column(),
            self.amount.finish().into_column(),
            Column::new("quantity".into(), self.quantity),
            Int32Chunked::from_vec("day".into(), self.day).into_date().into_column(),
            self.paid.finish().into_column(),
            self.comment.finish().into_column(),
            Column::new(provenance_name(&self.source).into(), records),
        ];
        DataFrame::new(columns).map(|frame| main(Table::unordered(frame))).map_err(|error| frame::fault(&error))
    }
}

/// One of the four pieces of 16 bits of a number.
fn piece(bits: u64, index: u32) -> u64 {
    (bits >> (16 * index)) & 0xffff
}

/// So many of a hundred, of what 16 bits can be.
fn percent(share: u64) -> u64 {
    share * 65_536 / 100
}

/// A uniform integer of so many bits (32 at most) brought below a bound.
fn scaled(bits: u64, width: u32, bound: u64) -> u64 {
    (bits * bound) >> width
}

fn pick(bits: u64, list: &[&'static str]) -> Option<&'static str> {
    list.get(scaled(bits, 16, list.len() as u64) as usize).copied()
}
