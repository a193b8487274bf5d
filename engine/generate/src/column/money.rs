//! Amounts of money: a distribution in exact decimals, with the endings that prices have.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::number::{Limits, draw};
use super::scope::{in_range, invalid};
use super::{ColumnKind, Fill, Filled, Scope, Shape};
use crate::chance::Alias;
use crate::distribution::Distribution;
use crate::value::{Type, Values};

/// An amount of the distribution, rounded to cents, that then gets one of the endings: 17.42 with the ending 99 becomes
/// 17.99. A share of the amounts is negative (refunds).
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// The distribution of amounts before endings; log-normal as a rule.
    pub distribution: Distribution,
    /// The least.
    #[serde(default)]
    pub low: Option<f64>,
    /// The most.
    #[serde(default)]
    pub high: Option<f64>,
    /// Endings with weights; amounts keep their cents if there are none.
    #[serde(default)]
    pub endings: Vec<Ending>,
    /// Share of negative amounts.
    #[serde(default)]
    pub negative: f64,
}

/// How amounts end.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    /// The cents, 0 to 99; without them an amount keeps its own.
    #[serde(default)]
    pub cents: Option<u8>,
    /// The weight.
    pub weight: f64,
}

impl ColumnKind for Money {
    fn shape(&self, _: &Scope<'_>) -> Checked<Shape> {
        self.distribution.check("distribution")?;
        Limits::new(&self.distribution.prepare(), self.low, self.high)?;
        in_range(self.negative, 0.0, 1.0, "negative")?;
        for (place, ending) in self.endings.iter().enumerate() {
            in_range(f64::from(ending.cents.unwrap_or(0)), 0.0, 99.0, &format!("endings/{place}/cents"))?;
            in_range(ending.weight, 0.0, 1e12, &format!("endings/{place}/weight"))?;
        }
        if !self.endings.is_empty() && self.alias().is_none() {
            return Err(invalid("no weight", "endings"));
        }
        Ok(Shape { kind: Type::Decimal, scale: 2 })
    }

    fn is_monotone(&self) -> bool {
        self.distribution.is_monotone()
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let numbers = draw(fill, &self.distribution, self.low, self.high)?;
        let alias = self.alias();
        let mut endings = fill.stream("ending");
        let mut signs = fill.stream("sign");
        let cents = numbers.into_iter().map(|value| {
            let mut cents = (value * 100.0).round() as i64;
            if let Some(alias) = &alias
                && let Some(ending) = self.endings[alias.draw(&mut endings) as usize].cents
            {
                cents = cents.div_euclid(100) * 100 + i64::from(ending);
            }
            if self.negative > 0.0 && signs.happens(self.negative) { -cents } else { cents }
        });
        Ok(Values::Decimal(cents.collect(), 2).into())
    }
}

impl Money {
    fn alias(&self) -> Option<Alias> {
        Alias::new(self.endings.iter().map(|ending| ending.weight))
    }
}
