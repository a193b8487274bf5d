//! Types of columns from samples: the narrowest that every sampled cell fits.
//!
//! Narrow, but never lossy: a column with leading zeros, with plus signs, or with whole numbers beyond
//! 64 bits (post codes, telephone numbers, identifiers) is text.

use super::cell::Format;
use super::column::Nulls;
use super::moment;
use super::options::{CsvType, Mark};
use super::sample::Records;

/// The types that are tried, the narrowest first; text is what remains.
const CANDIDATES: [CsvType; 6] =
    [CsvType::Boolean, CsvType::Integer, CsvType::Number, CsvType::Date, CsvType::Datetime, CsvType::Time];

/// The types of `width` columns. `header` says whether the first record of the first piece is names.
pub fn types(pieces: &[Records], header: bool, width: usize, format: &Format, nulls: &Nulls) -> Vec<CsvType> {
    (0..width).map(|column| kind(pieces, header, width, column, format, nulls)).collect()
}

fn kind(pieces: &[Records], header: bool, width: usize, column: usize, format: &Format, nulls: &Nulls) -> CsvType {
    let (mut candidates, mut any, mut scratch) = (CANDIDATES.to_vec(), false, String::new());
    for (index, records) in pieces.iter().enumerate() {
        for record in usize::from(header && index == 0)..records.len() {
            let fields = records.fields(record);
            // Records of another length are rejects, or pieces of a quoted text cut in two.
            let fits = fields.len() == width || (fields.len() == width + 1 && fields[width].is_missing());
            let Some(field) = fields.get(column).filter(|_| fits) else { continue };
            let text = records.text(*field, &mut scratch);
            if nulls.holds(text) || nulls.holds(text.trim()) || text.trim().is_empty() {
                continue;
            }
            any = true;
            candidates.retain(|candidate| fits_type(text, *candidate, format));
            if candidates.is_empty() {
                return CsvType::Text;
            }
        }
    }
    candidates.first().copied().filter(|_| any).unwrap_or(CsvType::Text)
}

/// Whether a cell would be read as this type, and taken for it by a reader.
pub fn fits_type(text: &str, kind: CsvType, format: &Format) -> bool {
    let text = text.trim();
    match kind {
        CsvType::Boolean => ["true", "false", "vrai", "faux"].iter().any(|word| text.eq_ignore_ascii_case(word)),
        CsvType::Integer => is_numeric(text, format.decimal) && format.integer(text).is_some(),
        CsvType::Number => is_numeric(text, format.decimal) && format.number(text).is_some(),
        CsvType::Text => true,
        CsvType::Date => format.date.date(text).is_some(),
        CsvType::Datetime => format.date.datetime(text).is_some(),
        CsvType::Time => moment::time(text).is_some(),
    }
}

/// Whether a text looks like a number rather than a code made of digits.
fn is_numeric(text: &str, decimal: Mark) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
    let mark = decimal.byte();
    match digits {
        [b'0', b'0'..=b'9', ..] => false,
        [first, ..] if !first.is_ascii_digit() && *first != mark => false,
        [] => false,
        _ => digits.len() <= 18 || !digits.iter().all(u8::is_ascii_digit),
    }
}
