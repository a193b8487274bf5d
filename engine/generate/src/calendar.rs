//! Days and times of day as numbers, and back (proleptic Gregorian calendar).
//!
//! Source: H. Hinnant, “chrono-Compatible Low-Level Date Algorithms”, 2013: `days_from_civil`, `civil_from_days`.

use std::fmt::{self, Write};

/// Milliseconds of a day.
pub const DAY: i64 = 86_400_000;

/// Days since 1970-01-01 of a date; months and days beyond the calendar carry over.
pub fn days_of(year: i32, month: u32, day: u32) -> i32 {
    let year = i64::from(year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let month = i64::from(month);
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + i64::from(day) - 1;
    (era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468) as i32
}

/// Year, month (1 to 12) and day (1 to 31) of a day.
pub fn civil(days: i32) -> (i32, u32, u32) {
    let shifted = i64::from(days) + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    ((year + era * 400 + i64::from(month <= 2)) as i32, month as u32, day as u32)
}

/// 0 for Monday to 6 for Sunday.
pub fn weekday(days: i32) -> u32 {
    (i64::from(days) + 3).rem_euclid(7) as u32
}

/// A date as `YYYY-MM-DD`; none if it is not one.
pub fn parse_date(text: &str) -> Option<i32> {
    let mut parts = text.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return None;
    }
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let days = days_of(year, month, day);
    (civil(days) == (year, month, day)).then_some(days)
}

/// A time as `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS` (a space may stand for the T), in milliseconds.
pub fn parse_datetime(text: &str) -> Option<i64> {
    let (date, time) = text.split_once(['T', ' ']).map_or((text, None), |(date, time)| (date, Some(time)));
    let days = i64::from(parse_date(date)?);
    let mut seconds = 0;
    if let Some(time) = time {
        let parts: Vec<&str> = time.split(':').collect();
        if !(2..=3).contains(&parts.len()) {
            return None;
        }
        for (part, (unit, limit)) in parts.iter().zip([(3600, 24), (60, 60), (1, 60)]) {
            let value: i64 = part.parse().ok().filter(|value| part.len() == 2 && (0..limit).contains(value))?;
            seconds += value * unit;
        }
    }
    Some(days * DAY + seconds * 1000)
}

/// Writes a date as `YYYY-MM-DD`.
///
/// # Errors
/// Those of the writer.
pub fn write_date(out: &mut impl Write, days: i32) -> fmt::Result {
    let (year, month, day) = civil(days);
    write!(out, "{year:04}-{month:02}-{day:02}")
}

/// Writes a time as `YYYY-MM-DDTHH:MM:SS`, with milliseconds where there are any.
///
/// # Errors
/// Those of the writer.
pub fn write_datetime(out: &mut impl Write, millis: i64) -> fmt::Result {
    write_date(out, millis.div_euclid(DAY) as i32)?;
    let of_day = millis.rem_euclid(DAY);
    let (seconds, rest) = (of_day / 1000, of_day % 1000);
    write!(out, "T{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)?;
    if rest == 0 { Ok(()) } else { write!(out, ".{rest:03}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_agree() {
        for days in (-800_000..800_000).step_by(17) {
            let (year, month, day) = civil(days);
            assert_eq!(days_of(year, month, day), days);
        }
        let cases = [("1970-01-01", Some(0)), ("2024-02-29", Some(19_782)), ("2023-02-29", None), ("24-1-1", None)];
        for (text, days) in cases {
            assert_eq!(parse_date(text), days, "{text}");
        }
        assert_eq!(weekday(days_of(2024, 1, 1)), 0);
        assert_eq!(parse_datetime("1970-01-02T01:02:03"), Some(DAY + 3_723_000));
        assert_eq!(parse_datetime("1970-01-01 24:00"), None);
    }
}
