//! Figures as a reader of a language writes them. Pure: the marks come in.

use protocol::table::ColumnType;

/// The marks of written numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// Between groups of three digits.
    pub group: char,
    /// Before the decimals.
    pub decimal: char,
}

/// Units of lengths in bytes, decimal multiples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByteUnit {
    /// 1.
    Byte,
    /// 10³.
    Kilo,
    /// 10⁶.
    Mega,
    /// 10⁹.
    Giga,
}

/// Four digits stay together (a year, a code), from five on they are grouped.
const GROUPED_FROM_DIGITS: usize = 5;

/// Groups the digits of a plain decimal text (`-12345.6`) and puts the decimal mark.
/// Text of another shape (exponents, `NaN`, `inf`) is given back with its decimal point replaced.
pub fn decimal_text(text: &str, marks: Marks) -> String {
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(rest) => ("\u{2212}", rest),
        None => ("", text),
    };
    let (whole, rest) = match unsigned.find(|char: char| !char.is_ascii_digit()) {
        Some(at) => unsigned.split_at(at),
        None => (unsigned, ""),
    };
    if whole.is_empty() {
        return match unsigned {
            "inf" => format!("{sign}∞"),
            _ => text.to_owned(),
        };
    }
    let mut written = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        if whole.len() >= GROUPED_FROM_DIGITS && index > 0 && (whole.len() - index).is_multiple_of(3) {
            written.push(marks.group);
        }
        written.push(digit);
    }
    if let Some(decimals) = rest.strip_prefix('.') {
        written.push(marks.decimal);
        written.push_str(decimals);
    } else {
        written.push_str(rest);
    }
    written
}

/// A number in prose: whole numbers whole, others with at most four decimals or, when small, four
/// significant digits.
pub fn number(value: f64, marks: Marks) -> String {
    if !value.is_finite() {
        return decimal_text(&value.to_string(), marks);
    }
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return decimal_text(&format!("{value:.0}"), marks);
    }
    let magnitude = value.abs();
    if !(1e-6..1e15).contains(&magnitude) {
        return decimal_text(&format!("{value:.4e}"), marks);
    }
    let decimals = if magnitude >= 1.0 { 4 } else { (3 - magnitude.log10().floor() as i32).clamp(4, 10) as usize };
    let text = format!("{value:.decimals$}");
    decimal_text(text.trim_end_matches('0').trim_end_matches('.'), marks)
}

/// A cell's canonical text as it is shown. Dates stay in ISO order, which is how expressions write them.
pub fn cell(kind: ColumnType, text: &str, marks: Marks) -> String {
    match kind {
        ColumnType::Integer | ColumnType::Number | ColumnType::Decimal => decimal_text(text, marks),
        ColumnType::Datetime => text.replacen('T', " ", 1),
        _ => text.to_owned(),
    }
}

/// A length in bytes: the figure with at most one decimal, and its unit.
pub fn bytes(bytes: u64, marks: Marks) -> (String, ByteUnit) {
    let (size, unit) = match bytes {
        0..1_000 => return (decimal_text(&bytes.to_string(), marks), ByteUnit::Byte),
        1_000..1_000_000 => (1e3, ByteUnit::Kilo),
        1_000_000..1_000_000_000 => (1e6, ByteUnit::Mega),
        _ => (1e9, ByteUnit::Giga),
    };
    let text = format!("{:.1}", bytes as f64 / size);
    (decimal_text(text.strip_suffix(".0").unwrap_or(&text), marks), unit)
}

/// A share in percent, with one decimal below 10 %; a share that is not zero never shows as zero.
pub fn percent(part: u64, whole: u64, marks: Marks) -> String {
    if whole == 0 || part == 0 {
        return "0".to_owned();
    }
    let share = part as f64 * 100.0 / whole as f64;
    if share < 0.1 {
        return format!("<{}", decimal_text("0.1", marks));
    }
    let text = if share < 10.0 { format!("{share:.1}") } else { format!("{share:.0}") };
    decimal_text(text.strip_suffix(".0").unwrap_or(&text), marks)
}

/// Time of day `HH:MM` of an instant (milliseconds since 1970, UTC), in a zone that is
/// `offset_minutes` ahead of UTC.
pub fn time_of_day(at_ms: f64, offset_minutes: i32) -> String {
    let minutes = (at_ms / 60_000.0).floor() as i64 + i64::from(offset_minutes);
    let of_day = minutes.rem_euclid(24 * 60);
    format!("{:02}:{:02}", of_day / 60, of_day % 60)
}

/// Calendar date `YYYY-MM-DD` of an instant in such a zone (civil-from-days, Howard Hinnant).
pub fn date(at_ms: f64, offset_minutes: i32) -> String {
    let days = ((at_ms / 60_000.0).floor() as i64 + i64::from(offset_minutes)).div_euclid(24 * 60) + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// An instant as logs write it: RFC 3339, UTC, to the second.
pub fn instant(at_ms: f64) -> String {
    let seconds = (at_ms / 1_000.0).floor() as i64;
    format!("{}T{}:{:02}Z", date(at_ms, 0), time_of_day(at_ms, 0), seconds.rem_euclid(60))
}

/// Hours and minutes of a length of time, in seconds.
pub fn hours_minutes(seconds: u64) -> (u64, u64) {
    (seconds / 3_600, seconds / 60 % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FR: Marks = Marks { group: '\u{202f}', decimal: ',' };
    const EN: Marks = Marks { group: ',', decimal: '.' };

    #[test]
    fn cells_are_written_by_locale() {
        for (kind, text, french, english) in [
            (ColumnType::Integer, "2024", "2024", "2024"),
            (ColumnType::Integer, "-1234567", "−1\u{202f}234\u{202f}567", "−1,234,567"),
            (ColumnType::Number, "12345.678", "12\u{202f}345,678", "12,345.678"),
            (ColumnType::Number, "1e21", "1e21", "1e21"),
            (ColumnType::Number, "NaN", "NaN", "NaN"),
            (ColumnType::Number, "-inf", "−∞", "−∞"),
            (ColumnType::Text, "12345", "12345", "12345"),
            (ColumnType::Datetime, "2024-01-02T03:04:05", "2024-01-02 03:04:05", "2024-01-02 03:04:05"),
        ] {
            assert_eq!(cell(kind, text, FR), french);
            assert_eq!(cell(kind, text, EN), english);
        }
    }

    #[test]
    fn numbers_in_prose_are_short() {
        for (value, french) in [
            (0.0, "0"),
            (5_000_000.0, "5\u{202f}000\u{202f}000"),
            (3.25, "3,25"),
            (1.0 / 3.0, "0,3333"),
            (0.000_123_456, "0,0001235"),
            (2.0f64.powi(60), "1,1529e18"),
            (f64::NAN, "NaN"),
        ] {
            assert_eq!(number(value, FR), french);
        }
    }

    #[test]
    fn bytes_and_shares() {
        for (length, figure, unit) in [
            (999, "999", ByteUnit::Byte),
            (41_238_112, "41.2", ByteUnit::Mega),
            (5_000, "5", ByteUnit::Kilo),
            (2_500_000_000, "2.5", ByteUnit::Giga),
        ] {
            assert_eq!(bytes(length, EN), (figure.to_owned(), unit));
        }
        for (part, whole, text) in
            [(0, 9, "0"), (1, 1_000_000, "<0,1"), (12, 1_000, "1,2"), (1, 2, "50"), (9, 9, "100"), (1, 0, "0")]
        {
            assert_eq!(percent(part, whole, FR), text);
        }
    }

    #[test]
    fn instants_are_read_in_the_zone() {
        for (at, offset, day, time) in [
            (0.0, 0, "1970-01-01", "00:00"),
            (0.0, -60, "1969-12-31", "23:00"),
            (951_782_400_000.0, 0, "2000-02-29", "00:00"),
            (1_795_465_751_000.0, 60, "2026-11-23", "21:29"),
        ] {
            assert_eq!((date(at, offset).as_str(), time_of_day(at, offset).as_str()), (day, time));
        }
    }
}
