//! Chance from a seed, the same on every machine: what ChaCha draws, as numbers of a distribution.

use rand_chacha::ChaCha8Rng;
use rand_core::RngCore;

/// A uniform integer below a bound, without bias (Lemire, 2019).
pub fn below(random: &mut ChaCha8Rng, bound: u64) -> u64 {
    let threshold = bound.wrapping_neg() % bound;
    loop {
        let product = u128::from(random.next_u64()) * u128::from(bound);
        if product as u64 >= threshold {
            return (product >> 64) as u64;
        }
    }
}

/// A uniform number above 0, up to 1 included, of 53 bits.
pub fn unit(random: &mut ChaCha8Rng) -> f64 {
    ((random.next_u64() >> 11) + 1) as f64 / 9_007_199_254_740_992.0
}

/// A number of the standard normal distribution (Box and Muller, 1958; the first of the pair).
pub fn normal(random: &mut ChaCha8Rng) -> f64 {
    let (radius, angle) = (unit(random), unit(random));
    (-2.0 * libm::log(radius)).sqrt() * libm::cos(std::f64::consts::TAU * angle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_core::SeedableRng;

    #[test]
    fn draws_have_the_moments_of_their_distribution() {
        let mut random = ChaCha8Rng::seed_from_u64(3);
        let draws = 100_000;
        let (mut sum, mut squares, mut small) = (0.0, 0.0, 0);
        for _ in 0..draws {
            let (value, uniform) = (normal(&mut random), unit(&mut random));
            assert!(uniform > 0.0 && uniform <= 1.0 && below(&mut random, 7) < 7);
            sum += value;
            squares += value * value;
            small += usize::from(value < -1.0);
        }
        let count = f64::from(draws);
        assert!((sum / count).abs() < 0.02 && (squares / count - 1.0).abs() < 0.02);
        // 15.87 % of a normal distribution lie more than one deviation below its mean.
        assert!((small as f64 / count - 0.1587).abs() < 0.005);
    }
}
