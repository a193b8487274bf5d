//! Draws rows at random, the same ones for the same seed on every machine.

use polars::prelude::*;
use protocol::operation::{Example, Group};
use protocol::{Checked, Code, Diagnostic};
use rand_chacha::ChaCha8Rng;
use rand_core::SeedableRng;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::chance::below;
use crate::frame;
use crate::ops::columns::{example, input, main};
use crate::ops::{Findings, Operation, Tables};
use crate::table::Table;

/// The operation `sample`.
pub struct Sample;

/// Parameters of `sample`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// How many rows, or which share of them.
    #[serde(default)]
    pub size: Size,
    /// Number of rows, or share between 0 and 1.
    pub amount: f64,
    /// The seed of the draw.
    #[serde(default)]
    #[schemars(range(max = 9_007_199_254_740_991_u64))]
    pub seed: u64,
}

/// What `amount` counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// Rows.
    #[default]
    Rows,
    /// A share of the rows, rounded to the nearest row.
    Share,
}

impl Operation for Sample {
    const NAME: &'static str = "sample";
    const GROUP: Group = Group::Transform;
    type Params = Params;

    fn validate(params: &Params, _inputs: &Tables) -> Findings {
        let high = match params.size {
            Size::Rows => 1e9,
            Size::Share => 1.0,
        };
        if (0.0..=high).contains(&params.amount) {
            return Findings::new();
        }
        let finding =
            Diagnostic::new(Code::ParamRange).with("value", params.amount).with("low", 0.0).with("high", high);
        vec![*finding.at_field("/amount")]
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let height = table.height();
        let wanted = match params.size {
            Size::Rows => params.amount,
            Size::Share => params.amount * height as f64,
        };
        let rows = draw(height, (wanted.round() as usize).min(height), params.seed);
        let rows = IdxCa::from_vec("rows".into(), rows);
        let frame = table.frame.take(&rows).map_err(|error| frame::fault(&error))?;
        Ok(main(Table { frame, ordered: table.ordered }))
    }

    fn examples() -> Vec<Example> {
        vec![example(
            "rows",
            "n:integer\n1\n2\n3\n4\n5\n6\n7\n8",
            json!({"amount": 3, "seed": 7}),
            "n:integer\n2\n3\n7",
        )]
    }
}

/// `wanted` different rows of `height`, in the order of the table: the first places of a Fisher–Yates
/// shuffle (Durstenfeld, 1964) drawn with ChaCha8.
fn draw(height: usize, wanted: usize, seed: u64) -> Vec<IdxSize> {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut rows: Vec<IdxSize> = (0..height as IdxSize).collect();
    for place in 0..wanted {
        let other = place as u64 + below(&mut random, (height - place) as u64);
        rows.swap(place, other as usize);
    }
    rows.truncate(wanted);
    rows.sort_unstable();
    rows
}
