//! From a measure to a share of points.

use schemars::JsonSchema;
use serde::Deserialize;

/// Nothing at or before `low`, everything from `high` on, linear between. With `low` above `high` less is better.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ramp {
    /// Measure that earns nothing.
    pub low: f64,
    /// Measure that earns everything.
    pub high: f64,
}

impl Ramp {
    /// Share of points for a measure, 0 to 1; where both ends are the same, that measure earns nothing yet.
    pub fn share(self, measure: f64) -> f64 {
        let span = self.high - self.low;
        if span == 0.0 {
            return if measure > self.low { 1.0 } else { 0.0 };
        }
        ((measure - self.low) / span).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Ramp;

    #[test]
    fn nothing_before_all_after_and_linear_between() {
        let cases = [
            (0.4, 0.85, 0.4, 0.0),
            (0.4, 0.85, 0.0, 0.0),
            (0.4, 0.85, 0.625, 0.5),
            (0.4, 0.85, 0.85, 1.0),
            (0.4, 0.85, 1.0, 1.0),
            (1.0, 0.2, 1.0, 0.0),
            (1.0, 0.2, 0.6, 0.5),
            (1.0, 0.2, 0.1, 1.0),
            (0.5, 0.5, 0.5, 0.0),
            (0.5, 0.5, 0.6, 1.0),
        ];
        for (low, high, measure, expected) in cases {
            let share = Ramp { low, high }.share(measure);
            assert!((share - expected).abs() < 1e-12, "{measure} on {low} → {high}: {share}");
        }
    }
}
