//! Weights of days: by weekday, by month, by growth.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scope::{in_range, invalid};
use crate::calendar::{civil, weekday};
use crate::chance::Alias;

/// How often days come: the product of the weight of the weekday, of the month, and of `growth^(days / 365.25)`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Season {
    /// Weights of Monday to Sunday; all alike if there are none.
    pub weekdays: Vec<f64>,
    /// Weights of January to December; all alike if there are none.
    pub months: Vec<f64>,
    /// By how much the last day of a year outweighs the first: 1 (the default) is no growth.
    pub growth: Option<f64>,
}

/// More days than this between two dates are refused.
const MAX_DAYS: i64 = 200_000;

impl Season {
    /// Finds what is wrong with the weights and the dates (days since 1970, the last included).
    pub(super) fn check(&self, from: i32, to: i32) -> Checked<()> {
        let days = i64::from(to) - i64::from(from) + 1;
        if !(1..=MAX_DAYS).contains(&days) {
            return Err(invalid(format!("{days} days"), "to"));
        }
        for (weights, count, field) in [(&self.weekdays, 7, "weekdays"), (&self.months, 12, "months")] {
            if !weights.is_empty() && weights.len() != count {
                return Err(invalid(format!("{} weights, {count} needed", weights.len()), &format!("season/{field}")));
            }
            for (place, weight) in weights.iter().enumerate() {
                in_range(*weight, 0.0, 1e9, &format!("season/{field}/{place}"))?;
            }
        }
        in_range(self.growth.unwrap_or(1.0), 1e-3, 1e3, "season/growth")?;
        self.days(from, to).map(drop)
    }

    /// What draws a day as a number of days after the first.
    pub(super) fn days(&self, from: i32, to: i32) -> Checked<Alias> {
        let part = |weights: &[f64], place: u32| weights.get(place as usize).copied().unwrap_or(1.0);
        let growth = libm::log(self.growth.unwrap_or(1.0));
        let weights = (from..=to).map(|day| {
            let grown = libm::exp(growth * f64::from(day - from) / 365.25);
            part(&self.weekdays, weekday(day)) * part(&self.months, civil(day).1 - 1) * grown
        });
        Alias::new(weights).ok_or_else(|| invalid("no weight", "season"))
    }
}

/// A date of the parameters.
pub(super) fn date(text: &str, field: &str) -> Checked<i32> {
    crate::calendar::parse_date(text).ok_or_else(|| invalid(text, field))
}
