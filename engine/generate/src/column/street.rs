//! First lines of addresses: number, kind of way, name of the way.

use std::fmt::Write;

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scope::in_range;
use super::{ColumnKind, Fill, Filled, Scope, Shape};
use crate::chance::{Alias, Zipf};
use crate::lists::{WAYS, streets};
use crate::value::{Texts, Type, Values};

/// `12 bis rue des Tilleuls`: a number by rank^−0.9, a kind of way by its usual share, an invented name. Nothing ties it
/// to the streets that a commune really has.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Street {
    /// The highest number, 1 to 9999.
    pub highest: u32,
    /// Share of numbers with `bis` or `ter`.
    pub bis: f64,
}

impl Default for Street {
    fn default() -> Self {
        Self { highest: 180, bis: 0.04 }
    }
}

impl ColumnKind for Street {
    fn shape(&self, _: &Scope<'_>) -> Checked<Shape> {
        in_range(f64::from(self.highest), 1.0, 9999.0, "highest")?;
        in_range(self.bis, 0.0, 1.0, "bis")?;
        Ok(Shape::of(Type::Text))
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let streets = streets();
        let numbers = Zipf::new(self.highest, 0.9);
        let Some(ways) = Alias::new(WAYS.iter().map(|(_, weight)| *weight)) else { return Err(fill.missing("ways")) };
        let mut stream = fill.stream("value");
        let mut texts = Texts::with_capacity(fill.rows as usize, fill.rows as usize * 24);
        for _ in 0..fill.rows {
            let number = numbers.draw(&mut stream);
            let addition = stream.unit();
            let way = WAYS[ways.draw(&mut stream) as usize].0;
            let name = streets[stream.below(streets.len() as u64) as usize];
            let addition = match addition {
                drawn if drawn < self.bis * 0.8 => " bis",
                drawn if drawn < self.bis => " ter",
                _ => "",
            };
            texts.push_with(|text| {
                // Writing to a string cannot fail.
                let _ = write!(text, "{number}{addition} {way} {name}");
            });
        }
        Ok(Values::Text(texts).into())
    }
}
