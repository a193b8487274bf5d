//! Spread and kinship of numbers: variances, covariances, correlation, the line of least squares.
//!
//! Partial moments merge by the formulas of Chan, Golub and LeVeque (1979), which keep their digits where
//! sums of squares would lose them.

use polars::prelude::*;

use super::{Measured, numbers};
use crate::sql::functions::Measure;
use crate::sql::kernel::stretch::Stretches;

/// Count, means and sums of products of the differences from them.
#[derive(Clone, Copy, Default)]
struct Moments {
    count: f64,
    x: f64,
    y: f64,
    xx: f64,
    yy: f64,
    xy: f64,
}

impl Moments {
    fn merge(a: &Self, b: &Self) -> Self {
        let count = a.count + b.count;
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let share = b.count / count;
        let weight = a.count * share;
        Self {
            count,
            x: a.x + dx * share,
            y: a.y + dy * share,
            xx: a.xx + b.xx + dx * dx * weight,
            yy: a.yy + b.yy + dy * dy * weight,
            xy: a.xy + b.xy + dx * dy * weight,
        }
    }

    /// The measure; in functions of two columns `y` is the first argument, `x` the second.
    fn measure(&self, measure: Measure) -> Option<f64> {
        let several = self.count > 1.0;
        let spread = |divisor: f64| self.yy / divisor;
        let slope = self.xy / self.xx;
        match measure {
            Measure::VariancePopulation => Some(spread(self.count)),
            Measure::VarianceSample => several.then(|| spread(self.count - 1.0)),
            Measure::DeviationPopulation => Some(spread(self.count).sqrt()),
            Measure::DeviationSample => several.then(|| spread(self.count - 1.0).sqrt()),
            Measure::CovariancePopulation => Some(self.xy / self.count),
            Measure::CovarianceSample => several.then(|| self.xy / (self.count - 1.0)),
            Measure::Correlation => Some(self.xy / (self.xx * self.yy).sqrt()),
            Measure::Slope => Some(slope),
            Measure::Intercept => (self.xx > 0.0).then_some(self.y - slope * self.x),
            _ => None,
        }
    }
}

/// The measure of each stretch, of rows that have all arguments.
///
/// # Errors
/// None that input can cause.
pub fn of(measured: &Measured, stretches: &Stretches) -> PolarsResult<Series> {
    let first = measured.args[0].f64()?;
    let second = measured.args.get(1).map(|series| series.f64()).transpose()?;
    let leaf = |row: u32| {
        let y = first.get(row as usize)?;
        let x = match second {
            Some(second) => second.get(row as usize)?,
            None => y,
        };
        Some(Moments { count: 1.0, x, y, ..Moments::default() })
    };
    let made = stretches.merged(leaf, Moments::merge);
    numbers(made.into_iter().map(|moments| moments.and_then(|moments| moments.measure(measured.measure))).collect())
}
