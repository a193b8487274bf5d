//! How dates and times are written, in the letters of `strftime` that are numbers.
//!
//! `%Y %y %m %d %H %M %S %L` (milliseconds), `%-m %-d` (without zero in front), `%j` (day of the year), `%s` (seconds
//! since 1970), `%F` (`%Y-%m-%d`), `%T` (`%H:%M:%S`), `%%`. Names of months and days have a language: they stand in no file.

use crate::calendar::{DAY, civil, days_of};

/// A day and a time of it; the day need not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) year: i32,
    pub(crate) month: u32,
    pub(crate) day: u32,
    /// Milliseconds since midnight.
    pub(crate) time: u32,
}

impl Moment {
    /// Midnight of a day since 1970-01-01.
    #[inline]
    pub(crate) fn of_days(days: i32) -> Self {
        let (year, month, day) = civil(days);
        Self { year, month, day, time: 0 }
    }

    /// Milliseconds since 1970-01-01 00:00.
    #[inline]
    pub(crate) fn of_millis(millis: i64) -> Self {
        Self { time: millis.rem_euclid(DAY) as u32, ..Self::of_days(millis.div_euclid(DAY) as i32) }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Item {
    Text(String),
    Year,
    ShortYear,
    Month,
    PlainMonth,
    Day,
    PlainDay,
    Hour,
    Minute,
    Second,
    Millis,
    DayOfYear,
    Epoch,
}

/// A format that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DateFormat(Vec<Item>);

impl DateFormat {
    /// Reads a format; none if it has letters that are not known.
    pub(crate) fn parse(format: &str) -> Option<Self> {
        let mut items = Vec::new();
        let mut text = String::new();
        let mut chars = format.chars();
        while let Some(char) = chars.next() {
            if char != '%' {
                text.push(char);
                continue;
            }
            let found = match chars.next()? {
                '%' => {
                    text.push('%');
                    continue;
                }
                'Y' => vec![Item::Year],
                'y' => vec![Item::ShortYear],
                'm' => vec![Item::Month],
                'd' => vec![Item::Day],
                'H' => vec![Item::Hour],
                'M' => vec![Item::Minute],
                'S' => vec![Item::Second],
                'L' => vec![Item::Millis],
                'j' => vec![Item::DayOfYear],
                's' => vec![Item::Epoch],
                'F' => between("-", [Item::Year, Item::Month, Item::Day]),
                'T' => between(":", [Item::Hour, Item::Minute, Item::Second]),
                '-' => match chars.next()? {
                    'm' => vec![Item::PlainMonth],
                    'd' => vec![Item::PlainDay],
                    _ => return None,
                },
                _ => return None,
            };
            if !text.is_empty() {
                items.push(Item::Text(std::mem::take(&mut text)));
            }
            items.extend(found);
        }
        if !text.is_empty() {
            items.push(Item::Text(text));
        }
        Some(Self(items))
    }

    /// Writes a moment.
    pub(crate) fn write(&self, out: &mut String, moment: Moment) {
        let seconds = moment.time / 1000;
        for item in &self.0 {
            match item {
                Item::Text(text) => out.push_str(text),
                Item::Year => year(out, moment.year),
                Item::ShortYear => digits(out, moment.year.rem_euclid(100) as u32, 2),
                Item::Month => digits(out, moment.month, 2),
                Item::PlainMonth => digits(out, moment.month, 1),
                Item::Day => digits(out, moment.day, 2),
                Item::PlainDay => digits(out, moment.day, 1),
                Item::Hour => digits(out, seconds / 3600, 2),
                Item::Minute => digits(out, seconds / 60 % 60, 2),
                Item::Second => digits(out, seconds % 60, 2),
                Item::Millis => digits(out, moment.time % 1000, 3),
                Item::DayOfYear => {
                    let day = days_of(moment.year, moment.month, moment.day) - days_of(moment.year, 1, 1) + 1;
                    digits(out, day.max(0) as u32, 3);
                }
                Item::Epoch => {
                    let days = i64::from(days_of(moment.year, moment.month, moment.day));
                    super::number::integer(out, days * (DAY / 1000) + i64::from(seconds));
                }
            }
        }
    }
}

fn between(text: &str, [first, second, third]: [Item; 3]) -> Vec<Item> {
    let text = || Item::Text(text.to_owned());
    vec![first, text(), second, text(), third]
}

fn year(out: &mut String, year: i32) {
    if year < 0 {
        out.push('-');
    }
    digits(out, year.unsigned_abs(), 4);
}

/// Writes a number with at least so many digits (at most 10).
#[inline]
fn digits(out: &mut String, number: u32, least: usize) {
    if least == 2 && number < 100 {
        out.push(char::from(b'0' + (number / 10) as u8));
        out.push(char::from(b'0' + (number % 10) as u8));
    } else {
        super::number::padded(out, u64::from(number), least);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_as_the_format_says() {
        let moment = Moment { year: 2024, month: 2, day: 9, time: 3_723_045 };
        let cases = [
            ("%d/%m/%Y", "09/02/2024"),
            ("%Y%m%d", "20240209"),
            ("%-d.%-m.%y", "9.2.24"),
            ("%FT%T.%L", "2024-02-09T01:02:03.045"),
            ("%j %s 100%%", "040 1707440523 100%"),
        ];
        for (format, expected) in cases {
            let mut out = String::new();
            DateFormat::parse(format).unwrap().write(&mut out, moment);
            assert_eq!(out, expected, "{format}");
        }
        for unknown in ["%B", "%", "%-Y"] {
            assert_eq!(DateFormat::parse(unknown), None);
        }
    }
}
