//! A growing set of row numbers, one bit each.

/// One bit a row; rows beyond the end are unset.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bits {
    words: Vec<u64>,
    ones: u64,
}

impl Bits {
    /// No bit set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether the bit is set.
    pub fn get(&self, row: u32) -> bool {
        self.words.get((row >> 6) as usize).is_some_and(|word| word >> (row & 63) & 1 == 1)
    }

    /// Sets or unsets a bit.
    pub fn put(&mut self, row: u32, value: bool) {
        let place = (row >> 6) as usize;
        if place >= self.words.len() {
            if !value {
                return;
            }
            self.words.resize(place + 1, 0);
        }
        let mask = 1_u64 << (row & 63);
        let was = self.words[place] & mask != 0;
        if was != value {
            self.words[place] ^= mask;
            self.ones = if value { self.ones + 1 } else { self.ones - 1 };
        }
    }

    /// How many bits are set.
    pub fn count(&self) -> u64 {
        self.ones
    }

    /// The rows whose bit is set, ascending.
    pub fn rows(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().enumerate().flat_map(|(place, &word)| {
            let first = (place as u32) << 6;
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| first + bit)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_put_counted_and_listed() {
        let mut bits = Bits::new();
        for row in [0, 63, 64, 1000, 64] {
            bits.put(row, true);
        }
        bits.put(63, false);
        bits.put(5000, false);
        assert_eq!(bits.rows().collect::<Vec<_>>(), [0, 64, 1000]);
        assert_eq!(bits.count(), 3);
        assert!(bits.get(64) && !bits.get(63) && !bits.get(9999));
    }
}
