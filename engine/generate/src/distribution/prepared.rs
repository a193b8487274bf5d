//! Quantile functions, with what can be computed once.

use super::Distribution;
use crate::chance::{normal_cdf, normal_quantile};

/// A distribution ready to be drawn from.
#[derive(Debug, Clone)]
pub(crate) enum Prepared {
    Uniform(f64, f64),
    Normal(f64, f64),
    /// Logarithm of the median, sigma.
    LogNormal(f64, f64),
    Exponential(f64),
    Triangular(f64, f64, f64),
    Pareto(f64, f64),
    /// Cumulative probabilities of 0, 1, 2 …
    Steps(Vec<f64>),
    /// Upper end of the stretch of uniform numbers of each part, and the part.
    Mixture(Vec<(f64, Prepared)>),
}

impl Prepared {
    pub(super) fn new(distribution: &Distribution) -> Self {
        match distribution {
            Distribution::Uniform { low, high } => Self::Uniform(*low, *high),
            Distribution::Normal { mean, sd } => Self::Normal(*mean, *sd),
            Distribution::LogNormal { median, sigma } => Self::LogNormal(libm::log(*median), *sigma),
            Distribution::Exponential { mean } => Self::Exponential(*mean),
            Distribution::Triangular { low, mode, high } => Self::Triangular(*low, *mode, *high),
            Distribution::Pareto { least, alpha } => Self::Pareto(*least, *alpha),
            Distribution::Poisson { mean } => Self::Steps(poisson(*mean)),
            Distribution::Mixture { parts } => {
                let total: f64 = parts.iter().map(|part| part.weight).sum();
                let mut end = 0.0;
                let parts = parts.iter().map(|part| {
                    end += part.weight / total;
                    (end, part.distribution.prepare())
                });
                Self::Mixture(parts.collect())
            }
        }
    }

    /// The value of a uniform number strictly between 0 and 1.
    #[inline]
    pub(crate) fn quantile(&self, unit: f64) -> f64 {
        match self {
            Self::Uniform(low, high) => low + unit * (high - low),
            Self::Normal(mean, sd) => mean + sd * normal_quantile(unit),
            Self::LogNormal(log, sigma) => libm::exp(log + sigma * normal_quantile(unit)),
            Self::Exponential(mean) => -mean * libm::log1p(-unit),
            Self::Triangular(low, mode, high) => {
                let width = high - low;
                if unit * width < mode - low {
                    low + (unit * width * (mode - low)).sqrt()
                } else {
                    high - ((1.0 - unit) * width * (high - mode)).sqrt()
                }
            }
            Self::Pareto(least, alpha) => least * libm::pow(1.0 - unit, -1.0 / alpha),
            Self::Steps(steps) => steps.partition_point(|step| *step < unit) as f64,
            Self::Mixture(parts) => {
                // The place within the part's stretch is uniform again.
                let place = parts.partition_point(|(end, _)| *end < unit).min(parts.len() - 1);
                let start = if place == 0 { 0.0 } else { parts[place - 1].0 };
                let (end, part) = &parts[place];
                part.quantile(((unit - start) / (end - start)).clamp(1e-16, 1.0 - 1e-16))
            }
        }
    }

    /// The probability of at most this; none for mixtures.
    pub(crate) fn cumulative(&self, value: f64) -> Option<f64> {
        Some(match self {
            Self::Uniform(low, high) => ((value - low) / (high - low)).clamp(0.0, 1.0),
            Self::Normal(mean, sd) => normal_cdf((value - mean) / sd),
            Self::LogNormal(..) if value <= 0.0 => 0.0,
            Self::LogNormal(log, sigma) => normal_cdf((libm::log(value) - log) / sigma),
            Self::Exponential(mean) => -libm::expm1(-value.max(0.0) / mean),
            Self::Triangular(low, mode, high) => {
                let (value, width) = (value.clamp(*low, *high), high - low);
                if value < *mode {
                    (value - low) * (value - low) / (width * (mode - low))
                } else if value < *high {
                    1.0 - (high - value) * (high - value) / (width * (high - mode))
                } else {
                    1.0
                }
            }
            Self::Pareto(least, alpha) => 1.0 - libm::pow(least / value.max(*least), *alpha),
            Self::Steps(steps) if value >= 0.0 => steps.get(value as usize).copied().unwrap_or(1.0),
            Self::Steps(_) => 0.0,
            Self::Mixture(_) => return None,
        })
    }
}

/// Cumulative probabilities up to where all that is left is below 10⁻¹⁵.
fn poisson(mean: f64) -> Vec<f64> {
    let (mut steps, mut sum, mut count) = (Vec::new(), 0.0, 0.0);
    while sum < 1.0 - 1e-15 && count < mean + 60.0 + 12.0 * mean.sqrt() {
        sum += libm::exp(count * libm::log(mean) - mean - libm::lgamma(count + 1.0));
        steps.push(sum);
        count += 1.0;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_invert_cumulative_probabilities() {
        for distribution in [
            Distribution::Uniform { low: -2.0, high: 5.0 },
            Distribution::Normal { mean: 3.0, sd: 0.5 },
            Distribution::LogNormal { median: 20.0, sigma: 0.7 },
            Distribution::Exponential { mean: 4.0 },
            Distribution::Triangular { low: 0.0, mode: 1.0, high: 10.0 },
            Distribution::Pareto { least: 2.0, alpha: 1.5 },
        ] {
            let prepared = distribution.prepare();
            for step in 1..200 {
                let unit = f64::from(step) / 200.0;
                let back = prepared.cumulative(prepared.quantile(unit)).unwrap();
                assert!((back - unit).abs() < 1e-12, "{distribution:?} {unit} {back}");
            }
        }
        let poisson = Distribution::Poisson { mean: 2.0 }.prepare();
        let quantiles: Vec<f64> = [0.1, 0.2, 0.5, 0.9, 0.999_999].iter().map(|unit| poisson.quantile(*unit)).collect();
        assert_eq!(quantiles, [0.0, 1.0, 2.0, 4.0, 12.0]);
    }
}
