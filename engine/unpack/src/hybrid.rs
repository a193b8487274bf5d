//! Numbers in runs of equal ones or packed by their bits (Apache Parquet, `Encodings.md`, RLE).

/// Bytes that are looked at for one packed number: 32 bits that begin anywhere in a byte.
const WINDOW: usize = 8;

/// The header of a run of one number.
const RUN_OF_ONE: u8 = 1 << 1;

/// Puts the next `count` numbers of `width` bits onto `numbers`; `None` where the bytes end before, or where no
/// number is so wide. What stands after them is left alone.
pub fn unpack(mut bytes: &[u8], width: u32, count: usize, numbers: &mut Vec<u32>) -> Option<()> {
    if width > u32::BITS {
        return None;
    }
    numbers.reserve(count);
    let end = numbers.len() + count;
    if width == 0 {
        numbers.resize(end, 0);
        return Some(());
    }
    let value_bytes = width.div_ceil(8) as usize;
    while numbers.len() < end {
        // Most runs of most writers are one number long: they are followed with one look for each.
        while let Some(window) = bytes.first_chunk::<WINDOW>()
            && window[0] == RUN_OF_ONE
            && numbers.len() < end
        {
            numbers.push((u64::from_le_bytes(*window) >> 8 & mask(8 * value_bytes as u32)) as u32);
            bytes = &bytes[1 + value_bytes..];
        }
        if numbers.len() == end {
            break;
        }
        let header = header(&mut bytes)?;
        let wanted = end - numbers.len();
        if header & 1 == 0 {
            let (value, rest) = bytes.split_at_checked(value_bytes)?;
            let value = value.iter().rev().fold(0, |value, byte| value << 8 | u32::from(*byte));
            bytes = rest;
            numbers.resize(numbers.len() + wanted.min((header >> 1) as usize), value);
        } else {
            // Eight numbers to a group; the last group of a page may be cut short.
            let length = ((header >> 1) as usize).saturating_mul(width as usize).min(bytes.len());
            let (packed, rest) = bytes.split_at(length);
            let held = length * 8 / width as usize;
            if held == 0 {
                return None;
            }
            packed_run(packed, width, held.min(wanted), numbers);
            bytes = rest;
        }
    }
    Some(())
}

/// The lowest `bits` of a number, at most 32 of them.
fn mask(bits: u32) -> u64 {
    (1 << bits) - 1
}

/// Length and kind of a run: an unsigned LEB128 number of at most 32 bits.
fn header(bytes: &mut &[u8]) -> Option<u32> {
    let mut header = 0_u32;
    for shift in (0..u32::BITS).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        header |= u32::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(header);
        }
    }
    None
}

fn packed_run(packed: &[u8], width: u32, count: usize, numbers: &mut Vec<u32>) {
    let mask = mask(width);
    numbers.extend((0..count).map(|index| {
        let bit = index * width as usize;
        let rest = packed.get(bit / 8..).unwrap_or_default();
        let window = rest.first_chunk::<WINDOW>().copied().unwrap_or_else(|| {
            let mut window = [0; WINDOW];
            window.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
            window
        });
        (u64::from_le_bytes(window) >> (bit % 8) & mask) as u32
    }));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::unpack;

    #[test]
    fn runs_packed_groups_and_damage() {
        type Case<'a> = (&'a [u8], u32, usize, Option<&'a [u32]>);
        let cases: [Case; 9] = [
            (&[], 0, 3, Some(&[0, 0, 0])),
            (&[], 3, 0, Some(&[])),
            (&[8, 5], 3, 4, Some(&[5; 4])),
            (&[2, 5, 2, 6, 4, 7], 3, 4, Some(&[5, 6, 7, 7])),
            (&[2, 0x34, 0x12], 13, 1, Some(&[0x1234])),
            // The example of the format's description: 0 to 7 in three bits.
            (&[3, 0b1000_1000, 0b1100_0110, 0b1111_1010], 3, 8, Some(&[0, 1, 2, 3, 4, 5, 6, 7])),
            (&[2, 5], 3, 2, None),
            (&[3], 3, 1, None),
            (&[2, 0, 0, 0, 0, 0], 33, 1, None),
        ];
        for (bytes, width, count, expected) in cases {
            let mut numbers = Vec::new();
            let done = unpack(bytes, width, count, &mut numbers).map(|()| numbers.as_slice());
            assert_eq!(done, expected, "{bytes:?} by {width}");
        }
    }

    proptest! {
        #[test]
        fn damaged_bytes_end_in_a_word(width in 0_u32..=40, count in 0_usize..500, bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let mut numbers = Vec::new();
            if unpack(&bytes, width, count, &mut numbers).is_some() {
                prop_assert_eq!(numbers.len(), count);
            }
        }
    }
}
