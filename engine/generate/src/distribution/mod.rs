//! Distributions of numbers, by their quantile functions: one shape a variant, drawn with one uniform number each.

mod mixture;
mod prepared;

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::column::{in_range, invalid};
pub use mixture::Part;
pub(crate) use prepared::Prepared;

/// A distribution with its parameters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "shape", rename_all = "snake_case", deny_unknown_fields)]
pub enum Distribution {
    /// All numbers between two alike: mean (low + high) / 2, variance (high − low)² / 12.
    Uniform {
        /// The least.
        low: f64,
        /// The most.
        high: f64,
    },
    /// Normal (Gauss).
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation, above 0.
        sd: f64,
    },
    /// Log-normal, `median · exp(sigma · z)` with z standard normal: mean median · exp(sigma² / 2).
    LogNormal {
        /// Median, above 0.
        median: f64,
        /// Standard deviation of the logarithm, above 0, at most 5.
        sigma: f64,
    },
    /// Exponential: density exp(−x / mean) / mean.
    Exponential {
        /// Mean, above 0.
        mean: f64,
    },
    /// Triangular between two numbers.
    Triangular {
        /// The least.
        low: f64,
        /// The most frequent.
        mode: f64,
        /// The most.
        high: f64,
    },
    /// Pareto (type I), `least · u^(−1 / alpha)`: P(X > x) = (least / x)^alpha.
    Pareto {
        /// The least, above 0.
        least: f64,
        /// Exponent of the tail, above 0; the mean is finite above 1, the variance above 2.
        alpha: f64,
    },
    /// Poisson, whole numbers from 0: mean and variance alike.
    Poisson {
        /// Mean, above 0, at most 500.
        mean: f64,
    },
    /// Several distributions, each by its weight.
    Mixture {
        /// The parts.
        parts: Vec<Part>,
    },
}

impl Distribution {
    /// Finds what is wrong with the parameters; `field` is where they stand.
    ///
    /// # Errors
    /// The first parameter out of its range.
    pub fn check(&self, field: &str) -> Checked<()> {
        const MOST: f64 = 1e15;
        let at = |name: &str| format!("{field}/{name}");
        let number = |value: f64, name: &str| in_range(value, -MOST, MOST, &at(name));
        let positive = |value: f64, high: f64, name: &str| in_range(value, 1e-12, high, &at(name));
        match self {
            Self::Uniform { low, high } => {
                number(*low, "low")?;
                in_range(*high, *low, MOST, &at("high"))
            }
            Self::Normal { mean, sd } => number(*mean, "mean").and(positive(*sd, MOST, "sd")),
            Self::LogNormal { median, sigma } => positive(*median, MOST, "median").and(positive(*sigma, 5.0, "sigma")),
            Self::Exponential { mean } => positive(*mean, MOST, "mean"),
            Self::Triangular { low, mode, high } => {
                number(*low, "low")?;
                in_range(*mode, *low, MOST, &at("mode"))?;
                in_range(*high, mode.max(*low + 1e-12), MOST, &at("high"))
            }
            Self::Pareto { least, alpha } => positive(*least, MOST, "least").and(positive(*alpha, 100.0, "alpha")),
            Self::Poisson { mean } => positive(*mean, 500.0, "mean"),
            Self::Mixture { parts } => {
                if parts.is_empty() {
                    return Err(invalid("no part", &at("parts")));
                }
                for (place, part) in parts.iter().enumerate() {
                    let at = at(&format!("parts/{place}"));
                    in_range(part.weight, 1e-12, 1e12, &format!("{at}/weight"))?;
                    if matches!(part.distribution, Self::Mixture { .. }) {
                        return Err(invalid("mixture within a mixture", &at));
                    }
                    part.distribution.check(&format!("{at}/distribution"))?;
                }
                Ok(())
            }
        }
    }

    /// Whether larger uniform numbers give larger ones, so that a copula can tie it.
    pub fn is_monotone(&self) -> bool {
        !matches!(self, Self::Mixture { .. })
    }

    /// What draws it.
    pub(crate) fn prepare(&self) -> Prepared {
        Prepared::new(self)
    }
}
