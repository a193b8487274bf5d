//! Which types a sample of the cells of a text format allows its columns: one rule for all of these formats.
//!
//! Narrow, but never lossy: a column with leading zeros, with plus signs, or with whole numbers beyond 64 bits
//! (post codes, telephone numbers, identifiers) is text.

use super::cell::Format;
use super::csv::options::CsvType;
use super::moment;

/// The types that are tried, the narrowest first; text is what remains.
pub const ANY: [CsvType; 6] =
    [CsvType::Boolean, CsvType::Integer, CsvType::Number, CsvType::Date, CsvType::Datetime, CsvType::Time];

/// The type of a column from the cells that were seen: the narrowest that fits all of them.
#[derive(Debug, Clone)]
pub struct Guess {
    candidates: Vec<CsvType>,
    any: bool,
}

impl Default for Guess {
    fn default() -> Self {
        Self { candidates: ANY.to_vec(), any: false }
    }
}

impl Guess {
    /// Takes a cell into account, which may be of any type.
    pub fn see(&mut self, text: &str, format: &Format) {
        self.see_as(text, &ANY, format);
    }

    /// Takes a cell into account that can only be of some types; one that could be of any says nothing if blank.
    pub fn see_as(&mut self, text: &str, types: &[CsvType], format: &Format) {
        if types.len() == ANY.len() && text.trim().is_empty() {
            return;
        }
        self.any = true;
        self.candidates.retain(|kind| types.contains(kind) && fits(text, *kind, format));
    }

    /// Whether a cell was seen that says something.
    pub fn has_seen(&self) -> bool {
        self.any
    }

    /// Whether no cell that is still to come can change the type.
    pub fn is_settled(&self) -> bool {
        self.candidates.is_empty()
    }

    /// The type; text where nothing was seen.
    pub fn kind(&self) -> CsvType {
        self.candidates.first().copied().filter(|_| self.any).unwrap_or(CsvType::Text)
    }
}

/// Whether a cell would be read as this type, and taken for it by a reader.
pub fn fits(text: &str, kind: CsvType, format: &Format) -> bool {
    let text = text.trim();
    match kind {
        CsvType::Boolean => ["true", "false", "vrai", "faux"].iter().any(|word| text.eq_ignore_ascii_case(word)),
        CsvType::Integer => is_numeric(text, format) && format.integer(text).is_some(),
        CsvType::Number => is_numeric(text, format) && format.number(text).is_some(),
        CsvType::Text => true,
        CsvType::Date => format.date.date(text).is_some(),
        CsvType::Datetime => format.date.datetime(text).is_some(),
        CsvType::Time => moment::time(text).is_some(),
    }
}

/// Whether a text looks like a number rather than a code made of digits.
fn is_numeric(text: &str, format: &Format) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
    match digits {
        [] | [b'0', b'0'..=b'9', ..] => false,
        [first, ..] if !first.is_ascii_digit() && *first != format.decimal.byte() => false,
        _ => !digits.iter().all(u8::is_ascii_digit) || format.integer(text).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::csv::options::Mark;

    #[test]
    fn columns_are_as_narrow_as_their_cells() {
        let format = |decimal, date| Format::new(decimal, date, "/date_format").expect("a format");
        let comma = format(Mark::Comma, Some("%d/%m/%Y"));
        let date = format(Mark::Point, Some("%d/%m/%Y"));
        let timed = format(Mark::Point, Some("%d/%m/%Y %H:%M %z"));
        for (cells, format, expected) in [
            (&["1", "-2"][..], Format::default(), CsvType::Integer),
            (&["1", "2.5"], Format::default(), CsvType::Number),
            (&["01", "2"], Format::default(), CsvType::Text),
            (&["9223372036854775807"], Format::default(), CsvType::Integer),
            (&["9223372036854775808"], Format::default(), CsvType::Text),
            (&["1,5", "2"], comma.clone(), CsvType::Number),
            (&["31/12/2024"], comma, CsvType::Date),
            (&["2024-01-02T03:04:05+02:00", "2024-01-02"], Format::default(), CsvType::Datetime),
            (&["true", "Faux", " "], Format::default(), CsvType::Boolean),
            (&["31/12/2024 12:30", "1/2/2024"], date, CsvType::Datetime),
            (&["31/12/2024 12:30 +0200"], timed, CsvType::Datetime),
            (&["12:30"], Format::default(), CsvType::Time),
            (&[" "], Format::default(), CsvType::Text),
        ] {
            let mut guess = Guess::default();
            cells.iter().for_each(|cell| guess.see(cell, &format));
            assert_eq!(guess.kind(), expected, "{cells:?}");
        }
    }
}
