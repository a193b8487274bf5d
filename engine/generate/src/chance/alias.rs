//! Weighted choice in constant time (M. D. Vose, “A linear algorithm for generating random numbers with a given
//! distribution”, 1991).

use super::Stream;

/// Weighted choice among up to 2³² items.
#[derive(Debug, Clone)]
pub struct Alias {
    /// For each item: how much of its slot is its own, in 2⁻³², and who has the rest.
    slots: Vec<(u32, u32)>,
}

impl Alias {
    /// Items with these weights. Weights that are negative or no number count as 0; none if all are 0.
    pub fn new(weights: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut shares: Vec<f64> =
            weights.into_iter().map(|weight| if weight.is_finite() && weight > 0.0 { weight } else { 0.0 }).collect();
        let total: f64 = shares.iter().sum();
        if total <= 0.0 || u32::try_from(shares.len()).is_err() {
            return None;
        }
        let count = shares.len() as f64;
        for share in &mut shares {
            *share *= count / total;
        }
        let (mut small, mut large) = (Vec::new(), Vec::new());
        for (item, share) in shares.iter().enumerate() {
            if *share < 1.0 { small.push(item) } else { large.push(item) }
        }
        let mut slots: Vec<(u32, u32)> = (0..shares.len()).map(|item| (u32::MAX, item as u32)).collect();
        while let Some(&giver) = large.last() {
            let Some(taker) = small.pop() else { break };
            slots[taker] = ((shares[taker] * 4_294_967_296.0) as u32, giver as u32);
            shares[giver] -= 1.0 - shares[taker];
            if shares[giver] < 1.0 {
                large.pop();
                small.push(giver);
            }
        }
        Some(Self { slots })
    }

    /// The place of an item.
    #[inline]
    pub fn draw(&self, stream: &mut Stream) -> u32 {
        let bits = stream.bits();
        let slot = ((bits >> 32) * self.slots.len() as u64) >> 32;
        let (own, other) = self.slots[slot as usize];
        if bits as u32 <= own { slot as u32 } else { other }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::Seed;

    #[test]
    fn items_come_by_weight() {
        let weights = [5.0, 0.0, 1.0, 3.0, 1.0];
        let alias = Alias::new(weights).unwrap();
        let mut stream = Seed::new("a").stream(&[]);
        let mut counts = [0.0; 5];
        for _ in 0..100_000 {
            counts[alias.draw(&mut stream) as usize] += 1.0;
        }
        for (count, weight) in counts.iter().zip(weights) {
            assert!((count / 100_000.0_f64 - weight / 10.0).abs() < 0.006, "{counts:?}");
        }
        assert_eq!(counts[1], 0.0);
        assert!(Alias::new([0.0, -1.0, f64::NAN]).is_none() && Alias::new([]).is_none());
    }
}
