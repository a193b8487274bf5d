//! Content hash of a table, equal natively and in the browser.
//!
//! Each row becomes 128 bits, mixed column by column from the bytes of its cells; numbers are first rounded
//! to 12 significant digits, so that the last bits of a sum do not count. A table without a declared order
//! is a multiset (the rows' bits are added), one with an order a sequence (they are hashed in turn).
//! Only the visible columns count: their names, their types, their cells.
//! The hash tells accidents apart, not adversaries: who wants to cheat must still pass the replay.

use std::ops::Range;

use polars::prelude::*;
use protocol::{Checked, Code, Diagnostic};

use crate::cell;
use crate::lists::Lists;
use crate::table::Table;
use crate::table_text::type_name;

const NULL: u64 = 0x9ae1_6a3b_2f90_404f;

/// Two independent 64-bit lanes for each row.
type Lanes = (Vec<u64>, Vec<u64>);

/// Lower-case hexadecimal BLAKE3 over names, types, number of rows and the rows' bits.
///
/// # Errors
/// `engine-internal`, if a column is not of the type that it says it is.
pub fn table(table: &Table) -> Checked<String> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(if table.ordered { b"sequence" } else { b"multiset" });
    hasher.update(&(table.height() as u64).to_le_bytes());
    let mut lanes: Lanes = (vec![0; table.height()], vec![0x5851_f42d_4c95_7f2d; table.height()]);
    for info in table.columns() {
        for part in [info.name.as_str(), &type_name(info.kind)] {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        let column = table.column(&info.name)?;
        mix_column(column, &mut lanes)
            .map_err(|error| Diagnostic::new(Code::EngineInternal).with("detail", error.to_string()))?;
    }
    let rows = lanes.0.iter().zip(&lanes.1);
    if table.ordered {
        for (low, high) in rows {
            hasher.update(&low.to_le_bytes());
            hasher.update(&high.to_le_bytes());
        }
    } else {
        let (low, high) = rows
            .fold((0u64, 0u64), |sum, row| (sum.0.wrapping_add(finish(*row.0)), sum.1.wrapping_add(finish(*row.1))));
        hasher.update(&low.to_le_bytes());
        hasher.update(&high.to_le_bytes());
    }
    Ok(hasher.finalize().to_hex().to_string())
}

fn mix_column(column: &Column, lanes: &mut Lanes) -> PolarsResult<()> {
    let series = column.as_materialized_series();
    match series.dtype() {
        DataType::String => mix_all(lanes, series.str()?.iter().map(|cell| cell.map(|text| bytes(text.as_bytes())))),
        DataType::Boolean => mix_all(lanes, series.bool()?.iter().map(|cell| cell.map(|value| u64::from(value) + 1))),
        DataType::Float64 | DataType::Float32 => {
            let numbers = series.cast(&DataType::Float64)?;
            mix_all(lanes, numbers.f64()?.iter().map(|cell| cell.map(number)));
        }
        DataType::Datetime(_, zone) => {
            let instants = series.cast(&DataType::Datetime(TimeUnit::Microseconds, zone.clone()))?;
            mix_integers(lanes, &instants.to_physical_repr())?;
        }
        DataType::Duration(_) => {
            let spans = series.cast(&DataType::Duration(TimeUnit::Microseconds))?;
            mix_integers(lanes, &spans.to_physical_repr())?;
        }
        dtype if dtype.is_integer() || matches!(dtype, DataType::Date | DataType::Time) => {
            mix_integers(lanes, &series.to_physical_repr())?;
        }
        // A list counts by its length and its cells, in their order.
        DataType::List(_) => {
            let lists = Lists::of(series)?;
            let mut cells: Lanes = (vec![0; lists.cells.len()], vec![0; lists.cells.len()]);
            mix_column(&lists.cells.clone().into_column(), &mut cells)?;
            let whole = |list: Range<usize>| {
                let length = fold(list.len() as u64, 0x8bb8_4b93_962e_acc9);
                list.fold(length, |hash, cell| {
                    fold(hash ^ cells.0[cell] ^ cells.1[cell].rotate_left(32), 0x589f_6bd5_4c8f_1c2b)
                })
            };
            mix_all(lanes, lists.iter().map(|list| list.map(whole)));
        }
        _ => mix_all(
            lanes,
            cell::texts(column, usize::MAX).iter().map(|cell| cell.as_ref().map(|text| bytes(text.as_bytes()))),
        ),
    }
    Ok(())
}

fn mix_integers(lanes: &mut Lanes, series: &Series) -> PolarsResult<()> {
    let integers = series.cast(&DataType::Int64)?;
    mix_all(lanes, integers.i64()?.iter().map(|cell| cell.map(|value| value as u64)));
    Ok(())
}

fn mix_all(lanes: &mut Lanes, cells: impl Iterator<Item = Option<u64>>) {
    for ((low, high), cell) in lanes.0.iter_mut().zip(&mut lanes.1).zip(cells) {
        let (word, other) =
            cell.map_or((NULL, !NULL), |word| (finish(word), finish(word.rotate_left(32) ^ 0xd6e8_feb8_6659_fd93)));
        *low = fold(*low ^ word, 0xa076_1d64_78bd_642f);
        *high = fold(*high ^ other, 0xe703_7ed1_a0b4_28db);
    }
}

/// Multiplies to 128 bits and folds the halves (the mixing step of wyhash, Wang Yi, 2019).
fn fold(word: u64, by: u64) -> u64 {
    let product = u128::from(word ^ 0x2d35_8dcc_aa6c_78a5) * u128::from(by);
    (product as u64) ^ ((product >> 64) as u64)
}

/// Spreads a word over all its bits (the finaliser of SplitMix64, Steele et al., 2014).
fn finish(word: u64) -> u64 {
    let word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    word ^ (word >> 31)
}

fn bytes(text: &[u8]) -> u64 {
    let mut hash = fold(text.len() as u64, 0x8bb8_4b93_962e_acc9);
    let mut chunks = text.chunks_exact(8);
    for chunk in &mut chunks {
        hash = fold(hash ^ u64::from_le_bytes(chunk.try_into().unwrap_or_default()), 0x589f_6bd5_4c8f_1c2b);
    }
    let mut last = [0; 8];
    last[..chunks.remainder().len()].copy_from_slice(chunks.remainder());
    fold(hash ^ u64::from_le_bytes(last), 0x1d8e_4e27_c47d_124f)
}

/// Powers of ten that a double holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// A number at 12 significant digits, as an integer and a power of ten. −0 is 0, every NaN is one.
fn number(value: f64) -> u64 {
    if value == 0.0 {
        return 0;
    }
    if !value.is_finite() {
        return if value.is_nan() {
            1
        } else if value > 0.0 {
            2
        } else {
            3
        };
    }
    let (mut digits, mut exponent) = (value, 0i64);
    while digits.abs() >= 1e12 {
        let power = if digits.abs() >= 1e33 { 21 } else { digit_count(digits.abs()) - 12 };
        digits /= POWERS[power];
        exponent += power as i64;
    }
    while digits.abs() < 1e11 {
        let power = if digits.abs() < 1e-10 { 21 } else { 12 - digit_count(digits.abs()).min(11) };
        digits *= POWERS[power];
        exponent -= power as i64;
    }
    let mut rounded = digits.round() as i64;
    if rounded.abs() == 1_000_000_000_000 {
        rounded /= 10;
        exponent += 1;
    }
    fold(rounded as u64, (exponent as u64) ^ 0x9e37_79b9_7f4a_7c15)
}

/// Digits before the decimal mark, at least 1 for anything below 10: between 1 and 34.
fn digit_count(value: f64) -> usize {
    if value >= 1e22 {
        return 23 + POWERS.iter().skip(1).take_while(|power| value / 1e22 >= **power).count();
    }
    POWERS.iter().take_while(|power| value >= **power).count().max(if value < 1.0 { 0 } else { 1 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table_text;

    fn hash(text: &str, ordered: bool) -> String {
        let mut read = table_text::read(text, Some("t")).unwrap();
        read.ordered = ordered;
        table(&read).unwrap()
    }

    #[test]
    fn a_multiset_ignores_order_and_counts_repeats() {
        let one = "a:integer | b:text\n1 | x\n2 | ∅\n2 | ∅";
        assert_eq!(hash(one, false), hash("a:integer | b:text\n2 | ∅\n1 | x\n2 | ∅", false));
        assert_ne!(hash(one, false), hash("a:integer | b:text\n1 | x\n1 | x\n2 | ∅", false));
        assert_ne!(hash(one, true), hash("a:integer | b:text\n2 | ∅\n1 | x\n2 | ∅", true));
        assert_ne!(hash(one, false), hash(one, true));
    }

    #[test]
    fn names_types_nulls_and_columns_count() {
        let all = [
            "a:integer\n1",
            "b:integer\n1",
            "a:number\n1",
            "a:text\n1",
            "a:integer\n∅",
            "a:text\n\"\"",
            "a:text\n∅",
            "a:integer | b:integer\n1 | 2",
            "a:integer | b:integer\n2 | 1",
        ];
        let hashes: std::collections::BTreeSet<String> = all.iter().map(|text| hash(text, false)).collect();
        assert_eq!(hashes.len(), all.len());
    }

    #[test]
    fn lists_count_by_their_cells() {
        let of = |cells: &[f64], lengths: &[Option<usize>]| {
            let made = crate::lists::of_lengths(&Series::new("l".into(), cells), lengths).unwrap();
            table(&Table::unordered(made.into_frame())).unwrap()
        };
        let many: Vec<f64> = (0..20).map(f64::from).collect();
        let other: Vec<f64> = many.iter().map(|cell| if *cell == 9.0 { 0.5 } else { *cell }).collect();
        let all = [
            of(&[1.0, 2.0, 3.0], &[Some(2), Some(1)]),
            of(&[1.0, 2.0, 3.0], &[Some(1), Some(2)]),
            of(&[2.0, 1.0, 3.0], &[Some(2), Some(1)]),
            of(&[1.0, 2.0], &[Some(2), None]),
            of(&[1.0, 2.0], &[Some(2), Some(0)]),
            of(&many, &[Some(20)]),
            of(&other, &[Some(20)]),
        ];
        let hashes: std::collections::BTreeSet<&String> = all.iter().collect();
        assert_eq!(hashes.len(), all.len());
        assert_eq!(all[0], of(&[3.0, 1.0, 2.0], &[Some(1), Some(2)]));
        assert_eq!(of(&[0.1 + 0.2], &[Some(1)]), of(&[0.3], &[Some(1)]));
    }

    #[test]
    fn numbers_count_to_twelve_digits() {
        for (left, right, same) in [
            (0.1 + 0.2, 0.3, true),
            (1.0, 1.000_000_000_000_1, true),
            (1.0, 1.000_000_001, false),
            (999_999_999_999.999_9, 1e12, true),
            (-0.0, 0.0, true),
            (1e300, 1e300 * (1.0 + 1e-15), true),
            (1e-300, 2e-300, false),
            (1e300, 1e301, false),
            (5e-324, 0.0, false),
            (f64::NAN, -f64::NAN, true),
            (f64::INFINITY, f64::NEG_INFINITY, false),
            (1.0, -1.0, false),
            (1e11, 1e12, false),
        ] {
            assert_eq!(number(left) == number(right), same, "{left:e} {right:e}");
        }
    }
}
