//! Chance from a seed, the same on every machine: ChaCha8 streams by name, and what is drawn from them.
//!
//! Each stream has a key of its own, made by BLAKE3 from the seed and the names of what it is for. So a column that is
//! added, or draws more than before, does not move what any other draws. No draw depends on `usize`, and what is
//! transcendental comes from `libm`.

mod alias;
mod normal;
mod sample;
mod scatter;
mod zipf;

use rand_chacha::ChaCha8Rng;
use rand_core::{RngCore, SeedableRng};

pub use alias::Alias;
pub use normal::{normal_cdf, normal_quantile};
pub use sample::{choose, permutation};
pub use scatter::Scatter;
pub use zipf::Zipf;

/// Changes whenever the same seed would draw otherwise.
const CONTEXT: &str = "creuset generate 2026 streams v1";

/// What all streams of one instance come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seed(String);

impl Seed {
    /// A seed; any text is one.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The stream for what these names say, in this order (table, column, purpose).
    pub fn stream(&self, names: &[&str]) -> Stream {
        let mut hasher = blake3::Hasher::new_derive_key(CONTEXT);
        for name in std::iter::once(self.0.as_str()).chain(names.iter().copied()) {
            hasher.update(&(name.len() as u64).to_le_bytes());
            hasher.update(name.as_bytes());
        }
        Stream(ChaCha8Rng::from_seed(*hasher.finalize().as_bytes()))
    }
}

/// A stream of draws.
#[derive(Debug, Clone)]
pub struct Stream(ChaCha8Rng);

impl Stream {
    /// 64 random bits.
    #[inline]
    pub fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A uniform integer below a bound that is not 0, without bias (Lemire, 2019: “Fast Random Integer Generation in
    /// an Interval”). Bounds below 2³² take 32 bits, others 64.
    #[inline]
    pub fn below(&mut self, bound: u64) -> u64 {
        let bound = bound.max(1);
        if let Ok(small) = u32::try_from(bound) {
            loop {
                let product = u64::from(self.0.next_u32()) * bound;
                let low = product as u32;
                if low >= small || low >= small.wrapping_neg() % small {
                    return product >> 32;
                }
            }
        }
        loop {
            let product = u128::from(self.bits()) * u128::from(bound);
            let low = product as u64;
            if low >= bound || low >= bound.wrapping_neg() % bound {
                return (product >> 64) as u64;
            }
        }
    }

    /// A uniform integer from `low` to `high`, both included; `low` if the range is empty.
    #[inline]
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = high.wrapping_sub(low) as u64;
        match width.checked_add(1) {
            _ if high < low => low,
            Some(count) => low.wrapping_add(self.below(count) as i64),
            None => self.bits() as i64,
        }
    }

    /// A uniform number strictly between 0 and 1: the middles of 2⁵² equal stretches.
    #[inline]
    pub fn unit(&mut self) -> f64 {
        ((self.bits() >> 12) as f64 + 0.5) / 4_503_599_627_370_496.0
    }

    /// Whether an event of this probability happens.
    #[inline]
    pub fn happens(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// A number of the standard normal distribution (by its quantile function).
    #[inline]
    pub fn normal(&mut self) -> f64 {
        normal_quantile(self.unit())
    }

    /// One of a list; none if it is empty.
    pub fn pick<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.below(list.len() as u64) as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_depend_on_every_name_and_on_their_borders() {
        let draw = |seed: &str, names: &[&str]| Seed::new(seed).stream(names).bits();
        let first = draw("7", &["tenants", "rent", "value"]);
        assert_eq!(first, draw("7", &["tenants", "rent", "value"]));
        for (seed, names) in [
            ("8", vec!["tenants", "rent", "value"]),
            ("7", vec!["tenants", "rent", "null"]),
            ("7", vec!["tenantsrent", "value"]),
            ("7t", vec!["enants", "rent", "value"]),
        ] {
            assert_ne!(first, draw(seed, &names), "{seed} {names:?}");
        }
    }

    #[test]
    fn draws_are_what_they_were() {
        let mut stream = Seed::new("creuset").stream(&["a", "b"]);
        let drawn = (stream.bits(), stream.below(10), stream.below(1 << 40), stream.between(-3, 3), stream.unit());
        assert_eq!(format!("{drawn:?}"), GOLDEN);
    }

    const GOLDEN: &str = "(9692372897396028986, 8, 251503493367, 3, 0.6240003091236753)";

    #[test]
    fn integers_are_uniform_and_in_their_range() {
        let mut stream = Seed::new("1").stream(&[]);
        for bound in [1_u64, 2, 7, 1000, u64::from(u32::MAX), 1 << 33, u64::MAX] {
            assert!((0..1000).all(|_| stream.below(bound) < bound));
        }
        let mut counts = [0_i64; 7];
        for _ in 0..70_000 {
            counts[(stream.between(-3, 3) + 3) as usize] += 1;
        }
        assert!(counts.iter().all(|count| (count - 10_000).abs() < 500), "{counts:?}");
        assert_eq!(stream.between(5, 4), 5);
        assert!((0..1000).all(|_| (0.0..1.0).contains(&stream.unit())));
    }
}
