//! Dates, times of day and instants as text: ISO 8601, or the format that the file has.

use std::fmt::Write;

use chrono::format::{Item, Parsed, StrftimeItems};
use chrono::{NaiveDate, NaiveDateTime, Timelike};

/// Format of dates.
#[derive(Debug, Clone)]
pub enum DateFormat {
    /// ISO 8601.
    Iso,
    /// A `strftime` format.
    Custom {
        /// Its parts.
        items: Vec<Item<'static>>,
        /// Whether it has an hour.
        timed: bool,
    },
}

impl DateFormat {
    /// The format that an option asks for; ISO 8601 without one. `None` for one that does not parse, that holds no
    /// whole date, or only a part of a clock.
    pub fn parse(format: Option<&str>) -> Option<Self> {
        let Some(format) = format.filter(|format| !format.is_empty()) else { return Some(Self::Iso) };
        let items = StrftimeItems::new(format).parse_to_owned().ok()?;
        let (_, text) = written(format)?;
        let read = parsed(&text, &items)?;
        let timed = micros(&read).is_some();
        let is_plain = read.hour_mod_12().is_none() && read.minute().is_none() && read.to_naive_date().is_ok();
        (timed || is_plain).then_some(Self::Custom { items, timed })
    }

    /// Days since 1970-01-01.
    #[inline]
    pub fn date(&self, text: &str) -> Option<i32> {
        match self {
            // A format with a time is for instants: a date read by it would lose its hour.
            DateFormat::Iso | DateFormat::Custom { timed: true, .. } => {
                iso_date(text.as_bytes()).or_else(|| iso_date(text.trim().as_bytes()))
            }
            DateFormat::Custom { items, .. } => days(parsed(text.trim(), items)?.to_naive_date().ok()?),
        }
    }

    /// Microseconds since 1970-01-01T00:00:00, in UTC where an offset is given; a date alone is its midnight.
    pub fn datetime(&self, text: &str) -> Option<i64> {
        let text = text.trim();
        let (date, clock) = match self {
            DateFormat::Custom { items, timed: true } => return micros(&parsed(text, items)?),
            DateFormat::Custom { .. } => match text.rsplit_once([' ', 'T']) {
                Some((date, clock)) if clock.contains(':') => (date, Some(clock)),
                _ => (text, None),
            },
            DateFormat::Iso => match (text.get(..10), text.get(10..11), text.get(11..)) {
                (Some(date), Some("T" | "t" | " "), Some(clock)) => (date, Some(clock)),
                _ => (text, None),
            },
        };
        let days = i64::from(self.date(date)?);
        let (nanoseconds, offset) = clock.map_or(Some((0, 0)), clock_and_offset)?;
        (days * 86_400 - offset).checked_mul(1_000_000)?.checked_add(nanoseconds / 1_000)
    }
}

/// An instant, and how a `strftime` format writes it: to see whether the format reads it back. `None` for a format
/// that does not parse.
pub fn written(format: &str) -> Option<(NaiveDateTime, String)> {
    let probe = NaiveDate::from_ymd_opt(2024, 10, 23)?.and_hms_opt(13, 14, 15)?;
    // An offset of any form can be read, but not written.
    let items = StrftimeItems::new(&format.replace("%#z", "%z")).parse_to_owned().ok()?;
    let mut text = String::new();
    write!(text, "{}", probe.and_utc().fixed_offset().format_with_items(items.iter())).ok()?;
    Some((probe, text))
}

/// Microseconds since 1970-01-01T00:00:00 of what was read, in UTC where an offset was; `None` without a clock.
fn micros(read: &Parsed) -> Option<i64> {
    let offset = read.offset().unwrap_or(0);
    let local = read.to_naive_datetime_with_offset(offset).ok()?.and_utc().timestamp_micros();
    local.checked_sub(i64::from(offset) * 1_000_000)
}

/// Nanoseconds since midnight.
pub fn time(text: &str) -> Option<i64> {
    clock(text.trim())
}

fn parsed(text: &str, items: &[Item<'static>]) -> Option<Parsed> {
    let mut parsed = Parsed::new();
    chrono::format::parse(&mut parsed, text, items.iter()).ok()?;
    Some(parsed)
}

fn days(date: NaiveDate) -> Option<i32> {
    Some(date.signed_duration_since(NaiveDate::from_ymd_opt(1970, 1, 1)?).num_days() as i32)
}

/// `yyyy-mm-dd`.
fn iso_date(bytes: &[u8]) -> Option<i32> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = bytes else { return None };
    let year = two(*y1, *y2)? * 100 + two(*y3, *y4)?;
    days(NaiveDate::from_ymd_opt(year as i32, two(*m1, *m2)?, two(*d1, *d2)?)?)
}

fn two(tens: u8, units: u8) -> Option<u32> {
    let (tens, units) = (tens.wrapping_sub(b'0'), units.wrapping_sub(b'0'));
    (tens <= 9 && units <= 9).then(|| u32::from(tens) * 10 + u32::from(units))
}

/// `hh:mm`, `hh:mm:ss` or `hh:mm:ss.fraction`, in nanoseconds since midnight.
fn clock(text: &str) -> Option<i64> {
    let (whole, fraction) = match text.split_once(['.', ',']) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let time = match *whole.as_bytes() {
        [h1, h2, b':', m1, m2] if fraction.is_none() => (two(h1, h2)?, two(m1, m2)?, 0),
        [h1, h2, b':', m1, m2, b':', s1, s2] => (two(h1, h2)?, two(m1, m2)?, two(s1, s2)?),
        [h1, b':', m1, m2] if fraction.is_none() => (two(b'0', h1)?, two(m1, m2)?, 0),
        [h1, b':', m1, m2, b':', s1, s2] => (two(b'0', h1)?, two(m1, m2)?, two(s1, s2)?),
        _ => return None,
    };
    let nanoseconds = match fraction {
        None => 0,
        Some(digits) if (1..=9).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            digits.parse::<i64>().ok()? * 10_i64.pow(9 - digits.len() as u32)
        }
        Some(_) => return None,
    };
    let time = chrono::NaiveTime::from_hms_opt(time.0, time.1, time.2)?;
    Some(i64::from(time.num_seconds_from_midnight()) * 1_000_000_000 + nanoseconds)
}

/// A clock with an optional `Z`, `+hh`, `+hhmm` or `+hh:mm` after it; the offset in seconds.
fn clock_and_offset(text: &str) -> Option<(i64, i64)> {
    let text = text.trim();
    if let Some(text) = text.strip_suffix(['Z', 'z']) {
        return Some((clock(text)?, 0));
    }
    let Some(position) = text.rfind(['+', '-']) else { return Some((clock(text)?, 0)) };
    let (text, zone) = text.split_at(position);
    let (hours, minutes) = match *zone.as_bytes() {
        [_, h1, h2] => (two(h1, h2)?, 0),
        [_, h1, h2, m1, m2] | [_, h1, h2, b':', m1, m2] => (two(h1, h2)?, two(m1, m2)?),
        _ => return None,
    };
    let seconds = i64::from(hours * 3_600 + minutes * 60);
    Some((clock(text.trim_end())?, if zone.starts_with('-') { -seconds } else { seconds }))
}
