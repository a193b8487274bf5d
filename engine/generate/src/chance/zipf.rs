//! Ranks whose frequency falls as a power of the rank (Zipf).

use super::{Alias, Stream};

/// More ranks than this are drawn by rejection: the table would no longer fit in a processor's cache.
const TABLE: u32 = 1 << 16;

/// Draws ranks 1 to `n` with probability proportional to rank^−s.
#[derive(Debug, Clone)]
pub enum Zipf {
    /// By a table of weights.
    Table(Alias),
    /// By rejection-inversion (W. Hörmann and G. Derflinger, “Rejection-inversion to generate variates from monotone
    /// discrete distributions”, 1996).
    Rejection {
        /// Number of ranks.
        ranks: f64,
        /// The exponent.
        exponent: f64,
        /// The integral up to half a rank after the first, less its weight.
        low: f64,
        /// The integral up to half a rank after the last.
        high: f64,
    },
}

impl Zipf {
    /// So many ranks (at least one) with this exponent (0 is uniform).
    pub fn new(ranks: u32, exponent: f64) -> Self {
        let ranks = ranks.max(1);
        let weights = (1..=ranks).map(|rank| libm::pow(f64::from(rank), -exponent));
        match Alias::new(weights.take(if ranks <= TABLE { ranks as usize } else { 0 })) {
            Some(alias) => Self::Table(alias),
            None => Self::Rejection {
                ranks: f64::from(ranks),
                exponent,
                low: integral(1.5, exponent) - 1.0,
                high: integral(f64::from(ranks) + 0.5, exponent),
            },
        }
    }

    /// A rank from 1.
    pub fn draw(&self, stream: &mut Stream) -> u32 {
        let (ranks, exponent, low, high) = match self {
            Self::Table(alias) => return alias.draw(stream) + 1,
            Self::Rejection { ranks, exponent, low, high } => (*ranks, *exponent, *low, *high),
        };
        loop {
            let area = low + stream.unit() * (high - low);
            let point = inverse(area, exponent);
            let rank = point.round().clamp(1.0, ranks);
            if area >= integral(rank + 0.5, exponent) - libm::pow(rank, -exponent) {
                return rank as u32;
            }
        }
    }
}

/// The integral of x^−s, up to a constant.
fn integral(x: f64, exponent: f64) -> f64 {
    if exponent == 1.0 { libm::log(x) } else { (libm::pow(x, 1.0 - exponent) - 1.0) / (1.0 - exponent) }
}

fn inverse(area: f64, exponent: f64) -> f64 {
    if exponent == 1.0 { libm::exp(area) } else { libm::pow(1.0 + area * (1.0 - exponent), 1.0 / (1.0 - exponent)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Seed;

    #[test]
    fn ranks_fall_as_a_power() {
        // Both ways of drawing, against the weights themselves.
        for (ranks, exponent) in [(10, 1.25), (1000, 1.0), (100_000, 1.0), (200_000, 1.25), (70_000, 0.5)] {
            let zipf = Zipf::new(ranks, exponent);
            let total: f64 = (1..=ranks).map(|rank| libm::pow(f64::from(rank), -exponent)).sum();
            let mut stream = Seed::new("z").stream(&[]);
            let draws = 200_000;
            let drawn: Vec<u32> = (0..draws).map(|_| zipf.draw(&mut stream)).collect();
            assert!(drawn.iter().all(|rank| (1..=ranks).contains(rank)));
            for top in [1, 3, 10, ranks / 2] {
                let asked: f64 = (1..=top).map(|rank| libm::pow(f64::from(rank), -exponent)).sum::<f64>() / total;
                let found = drawn.iter().filter(|rank| **rank <= top).count() as f64 / f64::from(draws);
                assert!((found - asked).abs() < 0.005, "{ranks} {exponent} {top}: {found} {asked}");
            }
        }
    }
}
