//! Bytes of columns to numbers: the inner loops of readers.
//!
//! Boundary: pure functions over slices, without Polars or any format's headers. They stand in a crate of their own
//! because they are compiled for speed, while the engine around them is compiled to be small.

pub mod hybrid;

/// Puts whole numbers of 64 bits, little-endian, onto `numbers`; what is left over at the end is left alone.
pub fn integers(bytes: &[u8], numbers: &mut Vec<i64>) {
    numbers.extend(bytes.as_chunks::<8>().0.iter().map(|value| i64::from_le_bytes(*value)));
}

/// Puts IEEE 754 numbers of 64 bits, little-endian, onto `numbers`; what is left over at the end is left alone.
pub fn floats(bytes: &[u8], numbers: &mut Vec<f64>) {
    numbers.extend(bytes.as_chunks::<8>().0.iter().map(|value| f64::from_le_bytes(*value)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back() {
        let (mut integers_read, mut floats_read) = (vec![7], Vec::new());
        integers(&[(-5_i64).to_le_bytes(), i64::MAX.to_le_bytes()].concat(), &mut integers_read);
        floats(&[1.5_f64.to_le_bytes().as_slice(), &[1, 2, 3]].concat(), &mut floats_read);
        assert_eq!((integers_read, floats_read), (vec![7, -5, i64::MAX], vec![1.5]));
    }
}
