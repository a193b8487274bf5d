//! Dates and instants in texts of given formats: two-digit years, names of months in French too.

use chrono::format::{Fixed, Item, Numeric, Parsed, StrftimeItems};
use chrono::{NaiveDateTime, NaiveTime};

use crate::source::moment::written;

/// Years that four digits name.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=9999;

/// ISO 8601, with or without a time, a fraction and an offset from UTC.
const ISO: [&str; 7] = [
    "%Y-%m-%d",
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M:%S%.f%#z",
    "%Y-%m-%d %H:%M:%S%.f%#z",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
];

/// French names, by the English ones that `strftime` formats read.
const FRENCH: [(&str, &[&str]); 19] = [
    ("Jan", &["janvier", "janv"]),
    ("Feb", &["février", "fevrier", "févr", "fevr", "fév"]),
    ("Mar", &["mars"]),
    ("Apr", &["avril", "avr"]),
    ("May", &["mai"]),
    ("Jun", &["juin"]),
    ("Jul", &["juillet", "juil"]),
    ("Aug", &["août", "aout"]),
    ("Sep", &["septembre", "sept"]),
    ("Oct", &["octobre", "oct"]),
    ("Nov", &["novembre", "nov"]),
    ("Dec", &["décembre", "decembre", "déc"]),
    ("Mon", &["lundi"]),
    ("Tue", &["mardi"]),
    ("Wed", &["mercredi"]),
    ("Thu", &["jeudi"]),
    ("Fri", &["vendredi"]),
    ("Sat", &["samedi"]),
    ("Sun", &["dimanche"]),
];

/// What a text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Calendar and clock, as written; midnight without a clock.
    pub local: NaiveDateTime,
    /// Seconds that the clock is ahead of UTC, if the text says so.
    pub offset: Option<i32>,
}

impl Moment {
    /// Microseconds since 1970-01-01T00:00:00, in UTC where the offset is known.
    pub fn micros(self) -> i64 {
        self.local.and_utc().timestamp_micros() - i64::from(self.offset.unwrap_or(0)) * 1_000_000
    }
}

/// A format that is ready to read.
pub struct Layout {
    items: Vec<Item<'static>>,
    timed: bool,
    named: bool,
    /// Whether the day stands before the month, where both are numbers.
    pub day_first: Option<bool>,
}

impl Layout {
    /// A `strftime` format; `None` if it does not parse, or does not hold a whole date.
    pub fn new(format: &str) -> Option<Self> {
        let layout = Self::of(format)?;
        let (probe, text) = written(format)?;
        layout.read(&text, 70).filter(|read| read.local.date() == probe.date()).map(|_| layout)
    }

    /// Those of ISO 8601.
    pub fn iso() -> Vec<Self> {
        ISO.iter().filter_map(|format| Self::of(format)).collect()
    }

    fn of(format: &str) -> Option<Self> {
        let items = StrftimeItems::new(format).parse_to_owned().ok()?;
        let place =
            |wanted: Numeric| items.iter().position(|item| matches!(item, Item::Numeric(it, _) if *it == wanted));
        let day_first = place(Numeric::Day).zip(place(Numeric::Month)).map(|(day, month)| day < month);
        let timed = [Numeric::Hour, Numeric::Hour12, Numeric::Minute, Numeric::Second, Numeric::Timestamp]
            .into_iter()
            .any(|clock| place(clock).is_some())
            || items.contains(&Item::Fixed(Fixed::RFC3339));
        let is_name = |fixed: &Fixed| {
            matches!(
                fixed,
                Fixed::ShortMonthName | Fixed::LongMonthName | Fixed::ShortWeekdayName | Fixed::LongWeekdayName
            )
        };
        let named = items.iter().any(|item| matches!(item, Item::Fixed(fixed) if is_name(fixed)));
        Some(Self { items, timed, named, day_first })
    }

    /// Reads a text. Two-digit years below the pivot are of the years from 2000, the others of those from 1900.
    pub fn read(&self, text: &str, pivot: u32) -> Option<Moment> {
        let text = text.trim();
        let read = self.parse(text, pivot);
        if read.is_none() && self.named { self.parse(&in_english(text)?, pivot) } else { read }
    }

    fn parse(&self, text: &str, pivot: u32) -> Option<Moment> {
        let mut parsed = Parsed::new();
        chrono::format::parse(&mut parsed, text, self.items.iter()).ok()?;
        if let (None, None, Some(year)) = (parsed.year(), parsed.year_div_100(), parsed.year_mod_100()) {
            parsed.set_year_div_100(if year < i32::try_from(pivot).ok()? { 20 } else { 19 }).ok()?;
        }
        let offset = parsed.offset();
        let local = if self.timed {
            parsed.to_naive_datetime_with_offset(offset.unwrap_or(0)).ok()?
        } else {
            parsed.to_naive_date().ok()?.and_time(NaiveTime::MIN)
        };
        YEARS.contains(&chrono::Datelike::year(&local)).then_some(Moment { local, offset })
    }
}

/// The text with the French names of months and days in English, the point of an abbreviation left out.
fn in_english(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let mut made = String::with_capacity(lower.len());
    let mut rest = lower.as_str();
    let mut found = false;
    while let Some(start) = rest.find(char::is_alphabetic) {
        let end = rest[start..].find(|char: char| !char.is_alphabetic()).map_or(rest.len(), |length| start + length);
        let word = &rest[start..end];
        made.push_str(&rest[..start]);
        rest = &rest[end..];
        match FRENCH.iter().find(|(_, names)| names.contains(&word)) {
            Some((english, _)) => {
                made.push_str(english);
                rest = rest.strip_prefix('.').unwrap_or(rest);
                found = true;
            }
            None => made.push_str(word),
        }
    }
    made.push_str(rest);
    found.then_some(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_read_what_they_say() {
        for (format, text, expected) in [
            ("%d/%m/%Y", "3/4/2021", Some("2021-04-03T00:00:00")),
            ("%d/%m/%Y", "03/04/21", None),
            ("%d/%m/%Y", "31/02/2021", None),
            ("%d/%m/%y", "03/04/21", Some("2021-04-03T00:00:00")),
            ("%d/%m/%y", "03/04/85", Some("1985-04-03T00:00:00")),
            ("%d/%m/%y", "03/04/2021", None),
            ("%d %B %Y", "3 April 2021", Some("2021-04-03T00:00:00")),
            ("%d %B %Y", "3 août 2021", Some("2021-08-03T00:00:00")),
            ("%A %d %b %Y", "Lundi 5 avr. 2021", Some("2021-04-05T00:00:00")),
            ("%A %d %b %Y", "Mardi 5 avr. 2021", None),
            ("%Y-%m-%d %H:%M", "2021-04-03 07:05", Some("2021-04-03T07:05:00")),
            ("%Y-%m-%d %H:%M %z", "2021-04-03 07:05 +0200", Some("2021-04-03T05:05:00")),
            ("%d/%m/%Y %H:%M%#z", "03/04/2021 07:05+02", Some("2021-04-03T05:05:00")),
            ("%+", "2021-04-03T07:05:00+02:00", Some("2021-04-03T05:05:00")),
        ] {
            let read = Layout::new(format).unwrap_or_else(|| panic!("{format}")).read(text, 70);
            let found = read.and_then(|moment| chrono::DateTime::from_timestamp_micros(moment.micros()));
            let found = found.map(|time| time.naive_utc().format("%Y-%m-%dT%H:%M:%S").to_string());
            assert_eq!(found.as_deref(), expected, "{format} of {text}");
        }
        for bad in ["%d/%m", "%Q", "", "%d/%m/%Y %H", "word"] {
            assert!(Layout::new(bad).is_none(), "{bad}");
        }
    }
}
