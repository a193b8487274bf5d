//! Numbers of a distribution.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scope::{in_range, invalid};
use super::{ColumnKind, Fill, Filled, Scope, Shape};
use crate::distribution::{Distribution, Prepared};
use crate::value::Type;

/// A number of the distribution, within `low` and `high`: the distribution is cut there, not heaped up.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// The distribution.
    pub distribution: Distribution,
    /// The type: integer, number, decimal, date or datetime.
    #[serde(default = "number", rename = "type")]
    pub kind: Type,
    /// Digits after the point of decimals (at most 9).
    #[serde(default = "two")]
    pub scale: u8,
    /// The least.
    #[serde(default)]
    pub low: Option<f64>,
    /// The most.
    #[serde(default)]
    pub high: Option<f64>,
    /// Rounds to multiples of this, as people do who estimate.
    #[serde(default)]
    pub step: Option<f64>,
}

fn number() -> Type {
    Type::Number
}

fn two() -> u8 {
    2
}

impl ColumnKind for Number {
    fn is_monotone(&self) -> bool {
        self.distribution.is_monotone()
    }

    fn shape(&self, _: &Scope<'_>) -> Checked<Shape> {
        self.distribution.check("distribution")?;
        in_range(f64::from(self.scale), 0.0, 9.0, "scale")?;
        in_range(self.step.unwrap_or(1.0), 1e-9, 1e12, "step")?;
        if matches!(self.kind, Type::Text | Type::Boolean) {
            return Err(invalid(super::scope::type_name(self.kind), "type"));
        }
        Limits::new(&self.distribution.prepare(), self.low, self.high)?;
        Ok(Shape { kind: self.kind, scale: if self.kind == Type::Decimal { self.scale } else { 0 } })
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let mut numbers = draw(fill, &self.distribution, self.low, self.high)?;
        if let Some(step) = self.step {
            numbers.iter_mut().for_each(|value| *value = (*value / step).round() * step);
        }
        Ok(super::fill::typed(numbers, self.kind, self.scale).into())
    }
}

/// Numbers of a distribution, one for each row.
pub(super) fn draw(
    fill: &Fill<'_>,
    distribution: &Distribution,
    low: Option<f64>,
    high: Option<f64>,
) -> Checked<Vec<f64>> {
    let prepared = distribution.prepare();
    let limits = Limits::new(&prepared, low, high)?;
    let mut units = fill.units();
    Ok((0..fill.rows).map(|_| limits.draw(&prepared, || units.draw())).collect())
}

/// How a distribution is cut.
pub(super) struct Limits {
    low: f64,
    high: f64,
    /// The stretch of uniform numbers that is left; none for mixtures, which are drawn again until they fit.
    stretch: Option<(f64, f64)>,
}

impl Limits {
    pub(super) fn new(prepared: &Prepared, low: Option<f64>, high: Option<f64>) -> Checked<Self> {
        // Half a step below is enough for the distributions of whole numbers.
        let cumulative = |limit: Option<f64>, none: f64| limit.map_or(Some(none), |limit| prepared.cumulative(limit));
        let below = low.map(|low| if matches!(prepared, Prepared::Steps(_)) { low - 1.0 } else { low });
        let stretch = cumulative(below, 0.0).zip(cumulative(high, 1.0));
        let limits = Self { low: low.unwrap_or(f64::NEG_INFINITY), high: high.unwrap_or(f64::INFINITY), stretch };
        if limits.low > limits.high || stretch.is_some_and(|(first, last)| last - first < 1e-9) {
            return Err(invalid("empty range", "low"));
        }
        Ok(limits)
    }

    #[inline]
    fn draw(&self, prepared: &Prepared, mut unit: impl FnMut() -> f64) -> f64 {
        let value = match self.stretch {
            Some((0.0, 1.0)) => prepared.quantile(unit()),
            Some((first, last)) => prepared.quantile((first + unit() * (last - first)).clamp(1e-16, 1.0 - 1e-16)),
            None => {
                let mut value = prepared.quantile(unit());
                // Nearly all limits let most of the mixture through; those that do not end at the limit.
                for _ in 0..200 {
                    if value >= self.low && value <= self.high {
                        break;
                    }
                    value = prepared.quantile(unit());
                }
                value
            }
        };
        value.clamp(self.low, self.high)
    }
}
