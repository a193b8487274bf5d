//! What a sample says of how a file is written: separator, header, marks of numbers, format of dates.

use super::cell::Format;
use super::column::Nulls;
use super::infer;
use super::moment::DateFormat;
use super::options::{CsvType, Mark, Thousands};
use super::sample::Records;
use super::token::Dialect;

/// Separators in the order in which they are preferred.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Records that are looked at for the separator.
const RECORDS: usize = 200;

/// Formats of dates after ISO 8601, in the order in which they are preferred.
const DATE_FORMATS: [&str; 8] =
    ["%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y%m%d", "%d/%m/%y", "%m/%d/%y"];

/// The separator with which most records have as many fields as the first; many fields rather than few.
pub fn delimiter(body: &str, quote: Option<u8>, terminator: u8) -> u8 {
    let mut best = (b',', 0.0, 0);
    for delimiter in DELIMITERS {
        let records = Records::read(body, Dialect { delimiter, quote, terminator }, RECORDS);
        let width = records.fields(0).len();
        if width < 2 {
            continue;
        }
        let same = (0..records.len()).filter(|record| records.fields(*record).len() == width).count();
        let share = same as f64 / records.len() as f64;
        // A decimal comma may stand in every record, but then the real separator does so more often.
        if share > best.1 + 0.05 || (share > best.1 - 0.05 && width > best.2) {
            best = (delimiter, share, width);
        }
    }
    best.0
}

/// Whether the first record is names: none of its cells is of the type of its column.
pub fn header(pieces: &[Records], width: usize, format: &Format, nulls: &Nulls) -> bool {
    let Some(head) = pieces.first() else { return true };
    let types = infer::types(pieces, true, width, format, nulls);
    let mut scratch = String::new();
    let mut names: Vec<String> = Vec::with_capacity(width);
    for (field, kind) in head.fields(0).iter().zip(&types) {
        let text = head.text(*field, &mut scratch).trim();
        if *kind != CsvType::Text && !text.is_empty() && infer::fits_type(text, *kind, format) {
            return false;
        }
        names.push(text.to_owned());
    }
    if types.iter().any(|kind| *kind != CsvType::Text) {
        return true;
    }
    // All is text: numbers and dates are no names, nor is a word that stands twice.
    let is_value = |name: &String| {
        [CsvType::Number, CsvType::Date, CsvType::Datetime].iter().any(|kind| infer::fits_type(name, *kind, format))
    };
    let filled = names.iter().filter(|name| !name.is_empty()).count();
    !names.iter().any(is_value) && filled * 2 > names.len()
}

/// Marks of numbers and format of dates with which most columns are more than text. What is given is kept.
pub fn format(
    pieces: &[Records],
    header: bool,
    width: usize,
    nulls: &Nulls,
    given: &Given,
) -> (Mark, Thousands, Option<String>) {
    let types = |format: &Format| infer::types(pieces, header, width, format, nulls);
    let mut best: Option<(usize, Mark, Thousands)> = None;
    for (decimal, thousands) in numbers(given.delimiter) {
        let fits = given.decimal.is_none_or(|given| given == decimal)
            && given.thousands.is_none_or(|given| given == thousands);
        if !fits {
            continue;
        }
        let found = types(&Format { decimal, thousands, date: DateFormat::Iso });
        let count = found.iter().filter(|kind| matches!(kind, CsvType::Integer | CsvType::Number)).count();
        if best.is_none_or(|best| count > best.0) {
            best = Some((count, decimal, thousands));
        }
    }
    let (decimal, thousands) = match best {
        Some((_, decimal, thousands)) => (decimal, thousands),
        None => (given.decimal.unwrap_or(Mark::Point), given.thousands.unwrap_or(Thousands::None)),
    };
    if given.date.is_some() {
        return (decimal, thousands, given.date.clone());
    }
    let dates = |format: Option<&str>| {
        let Ok(date) = DateFormat::parse(format) else { return 0 };
        let found = types(&Format { decimal, thousands, date });
        found.iter().filter(|kind| matches!(kind, CsvType::Date | CsvType::Datetime)).count()
    };
    let (mut date, mut most) = (None, dates(None));
    for format in DATE_FORMATS {
        let count = dates(Some(format));
        if count > most {
            (date, most) = (Some(format.to_owned()), count);
        }
    }
    (decimal, thousands, date)
}

/// Whether a text is a number in one of the ways of writing that are tried, rather than a code made of digits.
pub fn looks_numeric(text: &str) -> bool {
    numbers(b',').into_iter().any(|(decimal, thousands)| {
        infer::fits_type(text, CsvType::Number, &Format { decimal, thousands, date: DateFormat::Iso })
    })
}

/// What need not be guessed.
pub struct Given {
    /// The separator.
    pub delimiter: u8,
    /// The mark before the decimals.
    pub decimal: Option<Mark>,
    /// The mark between thousands.
    pub thousands: Option<Thousands>,
    /// The format of dates.
    pub date: Option<String>,
}

/// Marks in the order in which they are preferred: where the separator is a comma, so is the English mark.
fn numbers(delimiter: u8) -> Vec<(Mark, Thousands)> {
    let english =
        [(Mark::Point, Thousands::Comma), (Mark::Point, Thousands::Apostrophe), (Mark::Point, Thousands::Space)];
    let continental =
        [(Mark::Comma, Thousands::None), (Mark::Comma, Thousands::Space), (Mark::Comma, Thousands::Point)];
    let mut marks = vec![(Mark::Point, Thousands::None)];
    if delimiter == b',' {
        marks.extend(english.into_iter().chain(continental));
    } else {
        marks.extend(continental.into_iter().chain(english));
    }
    marks.push((Mark::Comma, Thousands::Apostrophe));
    marks
}
