//! Positions of separators and ends of line, found 64 bytes at a time as the bits of a word.
//!
//! In wasm by its 128-bit comparisons; elsewhere by plain 64-bit arithmetic (Mycroft's zero-byte test in its
//! exact form; Warren, "Hacker's Delight", 6-1). Neither needs unsafe code.

#[cfg(target_arch = "wasm32")]
use std::arch::wasm32::{i8x16_bitmask, i8x16_eq, i8x16_splat, u64x2, v128_or};

/// Positions of two bytes, in order.
pub struct Hits<'a> {
    bytes: &'a [u8],
    delimiters: u64,
    terminators: u64,
    block: usize,
    mask: u64,
}

const ONES: u64 = 0x0101_0101_0101_0101;
#[cfg(not(target_arch = "wasm32"))]
const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;

impl<'a> Hits<'a> {
    /// The hits of a text, from its start.
    pub fn new(bytes: &'a [u8], delimiter: u8, terminator: u8) -> Self {
        let mut hits = Self {
            bytes,
            delimiters: ONES * u64::from(delimiter),
            terminators: ONES * u64::from(terminator),
            block: 0,
            mask: 0,
        };
        hits.mask = hits.scan(0);
        hits
    }

    /// Position of the next hit; the length of the text where there is none.
    #[inline]
    pub fn next(&mut self) -> usize {
        while self.mask == 0 {
            self.block += 64;
            if self.block >= self.bytes.len() {
                // Staying just before the end keeps every further call here.
                self.block = self.bytes.len();
                return self.bytes.len();
            }
            self.mask = self.scan(self.block);
        }
        let hit = self.block + self.mask.trailing_zeros() as usize;
        self.mask &= self.mask - 1;
        hit
    }

    /// Drops the hits before `position`.
    #[inline]
    pub fn forward(&mut self, position: usize) {
        if position & !63 == self.block {
            self.mask &= u64::MAX << (position & 63);
        } else {
            self.seek(position);
        }
    }

    /// Continues at `position`, forwards or backwards.
    pub fn seek(&mut self, position: usize) {
        let block = position & !63;
        if block >= self.bytes.len() {
            (self.block, self.mask) = (self.bytes.len(), 0);
            return;
        }
        self.block = block;
        self.mask = self.scan(block) & (u64::MAX << (position & 63));
    }

    /// One bit a byte of the block.
    #[inline]
    fn scan(&self, block: usize) -> u64 {
        let rest = self.bytes.get(block..).unwrap_or_default();
        match rest.first_chunk::<64>() {
            Some(chunk) => self.bits(chunk),
            None => {
                // Zero is neither a separator nor an end of line.
                let mut chunk = [0; 64];
                chunk[..rest.len()].copy_from_slice(rest);
                self.bits(&chunk)
            }
        }
    }

    #[inline]
    #[cfg(target_arch = "wasm32")]
    fn bits(&self, chunk: &[u8; 64]) -> u64 {
        let (delimiter, terminator) = (i8x16_splat(self.delimiters as i8), i8x16_splat(self.terminators as i8));
        let mut mask = 0;
        for (index, pair) in chunk.chunks_exact(16).enumerate() {
            let lanes = u64x2(word(&pair[..8]), word(&pair[8..]));
            let found = v128_or(i8x16_eq(lanes, delimiter), i8x16_eq(lanes, terminator));
            mask |= u64::from(i8x16_bitmask(found)) << (16 * index);
        }
        mask
    }

    #[inline]
    #[cfg(not(target_arch = "wasm32"))]
    fn bits(&self, chunk: &[u8; 64]) -> u64 {
        let mut mask = 0;
        for (index, eight) in chunk.chunks_exact(8).enumerate() {
            let word = word(eight);
            let (delimiters, terminators) = (word ^ self.delimiters, word ^ self.terminators);
            // The high bit of a byte of `other` is set where the byte is neither of the two.
            let other = (((delimiters & LOW) + LOW) | delimiters) & (((terminators & LOW) + LOW) | terminators);
            let found = (!other & !LOW) >> 7;
            mask |= (found.wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * index);
        }
        mask
    }
}

#[inline]
fn word(eight: &[u8]) -> u64 {
    eight.try_into().map_or(0, u64::from_le_bytes)
}
