//! Numbers that look drawn and never come twice: a permutation of a range, computed place by place.

use super::Stream;

/// A permutation of the numbers below a bound, without a table: a Feistel network of six rounds over the next even
/// number of bits, walked until it falls into the range (J. Black and P. Rogaway, “Ciphers with Arbitrary Finite
/// Domains”, 2002). Not for secrets.
#[derive(Debug, Clone)]
pub struct Scatter {
    bound: u64,
    half: u32,
    keys: [u64; 6],
}

impl Scatter {
    /// A permutation of the numbers below `bound` (at most 2⁶²).
    pub fn new(stream: &mut Stream, bound: u64) -> Self {
        let bound = bound.clamp(1, 1 << 62);
        let bits = u64::BITS - (bound - 1).leading_zeros();
        Self { bound, half: bits.div_ceil(2).max(1), keys: std::array::from_fn(|_| stream.bits()) }
    }

    /// Where a number goes; numbers from the bound on begin again.
    pub fn at(&self, number: u64) -> u64 {
        let mask = (1_u64 << self.half) - 1;
        let mut value = number % self.bound;
        loop {
            let (mut left, mut right) = (value >> self.half, value & mask);
            for key in self.keys {
                (left, right) = (right, left ^ (mix(right ^ key) & mask));
            }
            value = left << self.half | right;
            if value < self.bound {
                return value;
            }
        }
    }
}

/// The finalizer of SplitMix64 (G. Steele, D. Lea, C. Flood, 2014).
fn mix(mut value: u64) -> u64 {
    value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Seed;

    #[test]
    fn every_number_comes_once() {
        for bound in [1, 2, 3, 10, 1000, 65_537] {
            let scatter = Scatter::new(&mut Seed::new("x").stream(&[]), bound);
            let mut seen: Vec<u64> = (0..bound).map(|number| scatter.at(number)).collect();
            assert!(bound < 1000 || !seen.is_sorted());
            seen.sort_unstable();
            assert!(seen.iter().copied().eq(0..bound), "{bound}");
        }
    }
}
