//! Values that remember the row before: sensors, levels, prices.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scope::{in_range, invalid};
use super::{ColumnKind, Fill, Filled, Scope, Shape};
use crate::value::Type;

/// An autoregressive series of order 1: `x₁ = mean + sd · z₁`, `xₜ = mean + memory · (xₜ₋₁ − mean) + sd · √(1 − memory²) · zₜ`
/// with z standard normal, so that every value has the mean and the deviation, and neighbours the correlation `memory`.
/// With `memory` 1 it is a random walk from the mean in steps of the deviation. In a table with rows for each row of
/// another, each parent has a series of its own.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Walk {
    /// Mean.
    pub mean: f64,
    /// Standard deviation, above 0.
    pub sd: f64,
    /// Correlation of neighbours, 0 to 1.
    pub memory: f64,
    /// The type: integer, number or decimal.
    #[serde(default = "number", rename = "type")]
    pub kind: Type,
    /// Digits after the point of decimals (at most 9).
    #[serde(default = "two")]
    pub scale: u8,
}

fn number() -> Type {
    Type::Number
}

fn two() -> u8 {
    2
}

impl ColumnKind for Walk {
    fn shape(&self, _: &Scope<'_>) -> Checked<Shape> {
        in_range(self.mean, -1e15, 1e15, "mean")?;
        in_range(self.sd, 1e-12, 1e15, "sd")?;
        in_range(self.memory, 0.0, 1.0, "memory")?;
        in_range(f64::from(self.scale), 0.0, 9.0, "scale")?;
        if !matches!(self.kind, Type::Integer | Type::Number | Type::Decimal) {
            return Err(invalid(super::scope::type_name(self.kind), "type"));
        }
        Ok(Shape { kind: self.kind, scale: if self.kind == Type::Decimal { self.scale } else { 0 } })
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let mut stream = fill.stream("value");
        let fresh = if self.memory < 1.0 { (1.0 - self.memory * self.memory).sqrt() } else { 1.0 };
        let mut deviation = 0.0;
        let values = (0..fill.rows).map(|row| {
            let is_first = row == 0 || fill.places.get(row as usize) == Some(&0);
            let draw = self.sd * stream.normal();
            deviation = match is_first {
                true if self.memory < 1.0 => draw,
                true => 0.0,
                false => self.memory * deviation + fresh * draw,
            };
            self.mean + deviation
        });
        Ok(super::fill::typed(values.collect(), self.kind, self.scale).into())
    }
}
