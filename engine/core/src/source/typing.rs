//! Cells of text formats: what a text is worth as a value of a type, and which types a sample allows.

use protocol::{Checked, Code, Diagnostic};

use super::csv::options::{CsvType, Mark};
use crate::cell;

/// How cells are written in a file.
#[derive(Debug, Clone)]
pub struct Marks {
    /// Mark before the decimals.
    pub decimal: Mark,
    /// `strftime` format of dates, or of dates with times if it has an hour; ISO 8601 without one.
    pub date_format: Option<String>,
}

impl Default for Marks {
    fn default() -> Self {
        Self { decimal: Mark::Point, date_format: None }
    }
}

impl Marks {
    /// Checks the format of dates. `field` is the parameter that holds it.
    ///
    /// # Errors
    /// `param-invalid`.
    pub fn new(decimal: Mark, date_format: Option<&str>, field: &str) -> Checked<Self> {
        let date_format = date_format.filter(|format| !format.is_empty());
        let is_bad = |format: &str| {
            chrono::format::StrftimeItems::new(format).any(|item| matches!(item, chrono::format::Item::Error))
        };
        if let Some(bad) = date_format.filter(|format| is_bad(format)) {
            return Err(Diagnostic::new(Code::ParamInvalid).with("detail", bad).at_field(field));
        }
        Ok(Self { decimal, date_format: date_format.map(str::to_owned) })
    }

    /// A whole number in 64 bits.
    pub fn integer(&self, text: &str) -> Option<i64> {
        text.trim().parse().ok()
    }

    /// A number.
    pub fn number(&self, text: &str) -> Option<f64> {
        match self.decimal {
            Mark::Point => cell::parse_number(text),
            Mark::Comma if text.contains('.') => None,
            Mark::Comma => cell::parse_number(&text.replace(',', ".")),
        }
    }

    /// Days since 1970-01-01.
    pub fn date(&self, text: &str) -> Option<i32> {
        // A format with a time is for instants: a date read by it would lose its hour.
        let format = self.date_format.as_deref().filter(|format| !is_timed(format));
        cell::parse_date(text, format.unwrap_or("%Y-%m-%d"))
    }

    /// Microseconds since 1970-01-01T00:00:00; with an offset it is converted to UTC. After a date in a format of
    /// dates a time may follow.
    pub fn datetime(&self, text: &str) -> Option<i64> {
        let text = text.trim();
        match &self.date_format {
            None => {
                // ISO 8601 allows a comma before the fraction.
                let text = text.replacen(',', ".", 1);
                cell::parse_datetime(&text)
                    .or_else(|| Some(chrono::DateTime::parse_from_rfc3339(&text).ok()?.timestamp_micros()))
            }
            Some(format) if is_timed(format) => {
                let zoned = chrono::DateTime::parse_from_str(text, format).map(|time| time.timestamp_micros());
                let plain = || chrono::NaiveDateTime::parse_from_str(text, format);
                zoned.or_else(|_| plain().map(|time| time.and_utc().timestamp_micros())).ok()
            }
            Some(format) => {
                let (date, clock) = match text.rsplit_once([' ', 'T']) {
                    Some((date, clock)) if clock.contains(':') => (date, cell::parse_time(clock)? / 1_000),
                    _ => (text, 0),
                };
                Some(i64::from(cell::parse_date(date, format)?) * 86_400_000_000 + clock)
            }
        }
    }
}

/// Whether a format has an hour.
fn is_timed(format: &str) -> bool {
    ["%H", "%I", "%k", "%l", "%T", "%R", "%X", "%c", "%r", "%s", "%+"].iter().any(|part| format.contains(part))
}

/// True or false, in the words that exports of the field use, in French and English.
pub fn boolean(text: &str) -> Option<bool> {
    match text.trim().to_lowercase().as_str() {
        "true" | "t" | "yes" | "y" | "1" | "vrai" | "oui" | "o" => Some(true),
        "false" | "f" | "no" | "n" | "0" | "faux" | "non" => Some(false),
        _ => None,
    }
}

/// The types that are tried, the narrowest first; text is what remains.
pub const ANY: [CsvType; 6] =
    [CsvType::Boolean, CsvType::Integer, CsvType::Number, CsvType::Date, CsvType::Datetime, CsvType::Time];

/// The type of a column from the cells that were seen: the narrowest that fits all of them.
///
/// Narrow, but never lossy: a column with leading zeros, with plus signs, or with whole numbers beyond 64 bits
/// is text.
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
    pub fn see(&mut self, text: &str, marks: &Marks) {
        self.see_as(text, &ANY, marks);
    }

    /// Takes a cell into account that can only be of some types; one that could be of any says nothing if blank.
    pub fn see_as(&mut self, text: &str, types: &[CsvType], marks: &Marks) {
        if types.len() == ANY.len() && text.trim().is_empty() {
            return;
        }
        self.any = true;
        self.candidates.retain(|kind| types.contains(kind) && fits(text, *kind, marks));
    }

    /// Whether a cell was seen that says something.
    pub fn has_seen(&self) -> bool {
        self.any
    }

    /// The type; text where nothing was seen.
    pub fn kind(&self) -> CsvType {
        self.candidates.first().copied().filter(|_| self.any).unwrap_or(CsvType::Text)
    }
}

/// Whether a cell would be read as this type, and taken for it by a reader.
fn fits(text: &str, kind: CsvType, marks: &Marks) -> bool {
    let text = text.trim();
    match kind {
        CsvType::Boolean => ["true", "false", "vrai", "faux"].iter().any(|word| text.eq_ignore_ascii_case(word)),
        CsvType::Integer => is_numeric(text, marks) && marks.integer(text).is_some(),
        CsvType::Number => is_numeric(text, marks) && marks.number(text).is_some(),
        CsvType::Text => true,
        CsvType::Date => marks.date(text).is_some(),
        CsvType::Datetime => marks.datetime(text).is_some(),
        CsvType::Time => cell::parse_time(text).is_some(),
    }
}

/// Whether a text looks like a number rather than a code made of digits.
fn is_numeric(text: &str, marks: &Marks) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text).as_bytes();
    match digits {
        [] | [b'0', b'0'..=b'9', ..] => false,
        [first, ..] if !first.is_ascii_digit() && *first != marks.decimal.byte() => false,
        _ => !digits.iter().all(u8::is_ascii_digit) || marks.integer(text).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_narrow_as_their_cells() {
        let comma = Marks { decimal: Mark::Comma, date_format: Some("%d/%m/%Y".to_owned()) };
        let date = Marks { date_format: Some("%d/%m/%Y".to_owned()), ..Marks::default() };
        let timed = Marks { date_format: Some("%d/%m/%Y %H:%M %z".to_owned()), ..Marks::default() };
        for (cells, marks, expected) in [
            (&["1", "-2"][..], Marks::default(), CsvType::Integer),
            (&["1", "2.5"], Marks::default(), CsvType::Number),
            (&["01", "2"], Marks::default(), CsvType::Text),
            (&["9223372036854775807"], Marks::default(), CsvType::Integer),
            (&["9223372036854775808"], Marks::default(), CsvType::Text),
            (&["1,5", "2"], comma.clone(), CsvType::Number),
            (&["31/12/2024"], comma, CsvType::Date),
            (&["2024-01-02T03:04:05+02:00", "2024-01-02"], Marks::default(), CsvType::Datetime),
            (&["true", "Faux", " "], Marks::default(), CsvType::Boolean),
            (&["31/12/2024 12:30", "1/2/2024"], date, CsvType::Datetime),
            (&["31/12/2024 12:30 +0200"], timed, CsvType::Datetime),
            (&["12:30"], Marks::default(), CsvType::Time),
            (&[" "], Marks::default(), CsvType::Text),
        ] {
            let mut guess = Guess::default();
            cells.iter().for_each(|cell| guess.see(cell, &marks));
            assert_eq!(guess.kind(), expected, "{cells:?}");
        }
    }
}
