//! Functions of dates and datetimes. A datetime is microseconds since 1970-01-01, a date days.

use chrono::format::{Item, StrftimeItems};
use chrono::{DateTime, Datelike, Months, NaiveDate, NaiveDateTime, TimeDelta};
use polars::prelude::*;
use protocol::{Code, Diagnostic, Span};

use super::{Integers, Numbers, fail, many, unary};
use crate::sql::kind::Kind;
use crate::sql::tree::{Interval, Offset};

/// Microseconds of a day.
pub const DAY: i64 = 86_400_000_000;

/// The calendar of microseconds since the epoch; `None` beyond what it can name.
pub fn calendar(micros: i64) -> Option<NaiveDateTime> {
    DateTime::from_timestamp_micros(micros).map(|time| time.naive_utc())
}

/// Reads a column of datetimes as microseconds.
fn micros(series: &Series) -> PolarsResult<Int64Chunked> {
    Ok(series.cast(&Kind::Datetime.dtype())?.to_physical_repr().i64()?.clone())
}

fn datetimes(made: Int64Chunked) -> PolarsResult<Series> {
    made.into_series().cast(&Kind::Datetime.dtype())
}

/// A text of each datetime (or date).
pub fn to_text(arg: Expr, f: impl Fn(NaiveDateTime) -> String + Send + Sync + 'static) -> Expr {
    unary(arg, DataType::String, move |column| {
        let made: StringChunked = micros(column)?.iter().map(|time| time.and_then(calendar).map(&f)).collect();
        Ok(made.into_series())
    })
}

/// The words of a format of `strftime`; `None` if one of them is unknown.
pub fn format(format: &str) -> Option<Vec<Item<'static>>> {
    let items: Vec<Item> = StrftimeItems::new(format).map(|item| item.to_owned()).collect();
    let known = |item: &Item| !matches!(item, Item::Error) && !is_zone(item);
    items.iter().all(known).then_some(items)
}

/// Zones cannot be written of a datetime that has none.
fn is_zone(item: &Item) -> bool {
    use chrono::format::Fixed;
    matches!(
        item,
        Item::Fixed(
            Fixed::TimezoneName
                | Fixed::TimezoneOffset
                | Fixed::TimezoneOffsetColon
                | Fixed::TimezoneOffsetDoubleColon
                | Fixed::TimezoneOffsetTripleColon
                | Fixed::TimezoneOffsetColonZ
                | Fixed::TimezoneOffsetZ
                | Fixed::RFC2822
                | Fixed::Internal(_)
                | Fixed::RFC3339
        )
    )
}

/// Datetimes read from texts by a format; what does not fit is null, or fails at a place.
pub fn parse(arg: Expr, format: String, strict: Option<Span>) -> Expr {
    unary(arg, Kind::Datetime.dtype(), move |column| {
        let made: PolarsResult<Int64Chunked> = column
            .str()?
            .iter()
            .map(|cell| match (cell, cell.and_then(|text| read(text, &format)), strict) {
                (Some(text), None, Some(at)) => Err(fail(
                    Diagnostic::new(Code::SqlCastFailed).at_span(at).with("value", text).with("type", "datetime"),
                )),
                (_, made, _) => Ok(made),
            })
            .collect();
        datetimes(made?)
    })
}

/// Microseconds since 1970-01-01 of a text in a format: a date with a time, or a date at midnight.
pub fn read(text: &str, format: &str) -> Option<i64> {
    let time = NaiveDateTime::parse_from_str(text, format)
        .ok()
        .or_else(|| NaiveDate::parse_from_str(text, format).ok()?.and_hms_opt(0, 0, 0))?;
    Some(time.and_utc().timestamp_micros())
}

/// Boundaries of a part of the calendar between two datetimes.
pub fn difference(part: Part, from: Expr, to: Expr) -> Expr {
    many(vec![from, to], DataType::Int64, move |columns, rows| {
        let (from, to) = (micros(&columns[0])?, micros(&columns[1])?);
        let (from, to) = (super::At::new(&from), super::At::new(&to));
        let made: Int64Chunked =
            (0..rows).map(|row| Some(part.index(to.get(row)?)? - part.index(from.get(row)?)?)).collect();
        Ok(made.into_series())
    })
}

/// Parts of the calendar that can be counted and truncated to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Thousands of years, from the year 0.
    Millennium,
    /// Hundreds of years.
    Century,
    /// Tens of years.
    Decade,
    /// Years.
    Year,
    /// Quarters.
    Quarter,
    /// Months.
    Month,
    /// Weeks, from Monday.
    Week,
    /// Days.
    Day,
    /// Hours.
    Hour,
    /// Minutes.
    Minute,
    /// Seconds.
    Second,
    /// Thousandths of a second.
    Millisecond,
    /// Millionths of a second.
    Microsecond,
}

impl Part {
    /// By its name, singular or plural.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim().to_lowercase();
        Some(match name.strip_suffix('s').unwrap_or(&name) {
            "millennium" | "millennia" => Self::Millennium,
            "century" | "centurie" => Self::Century,
            "decade" => Self::Decade,
            "year" => Self::Year,
            "quarter" => Self::Quarter,
            "month" => Self::Month,
            "week" => Self::Week,
            "day" => Self::Day,
            "hour" => Self::Hour,
            "minute" => Self::Minute,
            "second" => Self::Second,
            "millisecond" => Self::Millisecond,
            "microsecond" => Self::Microsecond,
            _ => return None,
        })
    }

    /// The window of Polars that starts with the part, if it has one.
    fn window(self) -> Option<&'static str> {
        Some(match self {
            Self::Millennium | Self::Century | Self::Decade => return None,
            Self::Year => "1y",
            Self::Quarter => "1q",
            Self::Month => "1mo",
            Self::Week => "1w",
            Self::Day => "1d",
            Self::Hour => "1h",
            Self::Minute => "1m",
            Self::Second => "1s",
            Self::Millisecond => "1ms",
            Self::Microsecond => "1us",
        })
    }

    /// How many years it has, if it is of years.
    fn years(self) -> Option<i64> {
        match self {
            Self::Millennium => Some(1000),
            Self::Century => Some(100),
            Self::Decade => Some(10),
            Self::Year => Some(1),
            _ => None,
        }
    }

    /// How many microseconds it has, if always as many.
    fn micros(self) -> Option<i64> {
        Some(match self {
            Self::Week => 7 * DAY,
            Self::Day => DAY,
            Self::Hour => DAY / 24,
            Self::Minute => 60_000_000,
            Self::Second => 1_000_000,
            Self::Millisecond => 1_000,
            Self::Microsecond => 1,
            _ => return None,
        })
    }

    /// How many of the part lie before a moment, from some fixed start. Weeks start on Monday, and
    /// 1970-01-01 was a Thursday.
    fn index(self, micros: i64) -> Option<i64> {
        let date = || calendar(micros).map(|time| (i64::from(time.year()), i64::from(time.month0())));
        Some(match self {
            Self::Millennium | Self::Century | Self::Decade | Self::Year => date()?.0.div_euclid(self.years()?),
            Self::Quarter => date().map(|(year, month)| year * 4 + month / 3)?,
            Self::Month => date().map(|(year, month)| year * 12 + month)?,
            Self::Week => (micros.div_euclid(DAY) + 3).div_euclid(7),
            _ => micros.div_euclid(self.micros()?),
        })
    }
}

/// The start of the part in which each datetime lies.
pub fn truncated(part: Part, arg: Expr) -> Expr {
    if let Some(window) = part.window() {
        return arg.dt().truncate(lit(window));
    }
    let years = part.years().unwrap_or(1);
    unary(arg, Kind::Datetime.dtype(), move |column| {
        let start = |time: i64| {
            let year = i64::from(calendar(time)?.year()).div_euclid(years) * years;
            days_of(year, 1, 1).map(|days| i64::from(days) * DAY)
        };
        datetimes(micros(column)?.iter().map(|time| time.and_then(start)).collect())
    })
}

/// An integer of each datetime.
pub fn part_of(arg: Expr, f: fn(NaiveDateTime) -> i64) -> Expr {
    unary(arg, DataType::Int64, move |column| {
        let made: Int64Chunked = micros(column)?.iter().map(|time| time.and_then(calendar).map(f)).collect();
        Ok(made.into_series())
    })
}

/// Microseconds since the start of the minute.
pub fn micros_of_minute(time: NaiveDateTime) -> i64 {
    time.and_utc().timestamp_micros().rem_euclid(60_000_000)
}

/// Whole parts between two moments: a month is whole when its day is reached again, or is the last.
pub fn whole_parts(part: Part, from: Expr, to: Expr) -> Expr {
    many(vec![from, to], DataType::Int64, move |columns, rows| {
        let (from, to) = (micros(&columns[0])?, micros(&columns[1])?);
        let (from, to) = (Integers::new(&from), Integers::new(&to));
        let made: Int64Chunked = (0..rows).map(|row| between(part, from.get(row)?, to.get(row)?)).collect();
        Ok(made.into_series())
    })
}

fn between(part: Part, from: i64, to: i64) -> Option<i64> {
    if let Some(each) = part.micros() {
        return Some((to - from) / each);
    }
    let months = match part.years() {
        Some(years) => years * 12,
        None if part == Part::Quarter => 3,
        None => 1,
    };
    let (early, late) = (from.min(to), from.max(to));
    let (one, two) = (calendar(early)?, calendar(late)?);
    let count = |time: NaiveDateTime| i64::from(time.year()) * 12 + i64::from(time.month0());
    let mut whole = count(two) - count(one);
    let reached = moved(early, Interval { months: i32::try_from(whole).ok()?, ..Interval::default() })?;
    whole -= i64::from(reached > late);
    Some(if from > to { -(whole / months) } else { whole / months })
}

/// Datetimes moved by an interval; a day that the month does not have becomes its last.
pub fn shift(arg: Expr, by: Interval, at: Span) -> Expr {
    unary(arg, Kind::Datetime.dtype(), move |column| {
        let made: PolarsResult<Int64Chunked> = micros(column)?
            .iter()
            .map(|time| time.map(|time| moved(time, by).ok_or_else(|| super::checked::overflow(at))).transpose())
            .collect();
        datetimes(made?)
    })
}

/// A moment moved by an interval; `None` beyond the calendar.
pub fn moved(micros: i64, by: Interval) -> Option<i64> {
    let time = calendar(micros)?;
    let months = Months::new(by.months.unsigned_abs());
    let time = if by.months < 0 { time.checked_sub_months(months)? } else { time.checked_add_months(months)? };
    let rest = TimeDelta::try_days(i64::from(by.days))? + TimeDelta::microseconds(by.micros);
    Some(time.checked_add_signed(rest)?.and_utc().timestamp_micros())
}

/// The value one step after another: an integer, or a moment; `None` beyond what can be told.
pub fn step(value: i64, by: &Offset) -> Option<i64> {
    match by {
        Offset::Integer(by) => value.checked_add(*by),
        Offset::Interval(by) => moved(value, *by),
        Offset::Number(_) => None,
    }
}

/// Dates moved by a number of days.
pub fn add_days(arg: Expr, days: Expr, at: Span) -> Expr {
    many(vec![arg, days], DataType::Date, move |columns, rows| {
        let dates = columns[0].cast(&DataType::Int32)?.cast(&DataType::Int64)?;
        let (dates, days) = (Integers::of(&dates)?, Integers::of(&columns[1])?);
        let made: PolarsResult<Int32Chunked> = (0..rows)
            .map(|row| match (dates.get(row), days.get(row)) {
                (Some(date), Some(days)) => date
                    .checked_add(days)
                    .and_then(|date| i32::try_from(date).ok())
                    .map(Some)
                    .ok_or_else(|| super::checked::overflow(at)),
                _ => Ok(None),
            })
            .collect();
        made?.into_series().cast(&DataType::Date)
    })
}

/// The last day of the month.
pub fn last_day(arg: Expr) -> Expr {
    unary(arg, DataType::Date, |column| {
        let last = |time: i64| {
            let date = calendar(time)?;
            let (year, month) = (i64::from(date.year()), i64::from(date.month()));
            let next = if month == 12 { days_of(year + 1, 1, 1) } else { days_of(year, month + 1, 1) };
            next.map(|next| next - 1)
        };
        let made: Int32Chunked = micros(column)?.iter().map(|time| time.and_then(last)).collect();
        made.into_series().cast(&DataType::Date)
    })
}

/// The date of a year, a month and a day.
pub fn make_date(args: Vec<Expr>, at: Span) -> Expr {
    many(args, DataType::Date, move |columns, rows| {
        let (years, months, days) =
            (Integers::of(&columns[0])?, Integers::of(&columns[1])?, Integers::of(&columns[2])?);
        let made: PolarsResult<Int32Chunked> = (0..rows)
            .map(|row| match (years.get(row), months.get(row), days.get(row)) {
                (Some(year), Some(month), Some(day)) => days_of(year, month, day).map(Some).ok_or_else(|| {
                    let value = format!("{year}-{month}-{day}");
                    fail(Diagnostic::new(Code::SqlCastFailed).at_span(at).with("value", value).with("type", "date"))
                }),
                _ => Ok(None),
            })
            .collect();
        made?.into_series().cast(&DataType::Date)
    })
}

/// Days since the epoch of a date of the calendar.
pub fn days_of(year: i64, month: i64, day: i64) -> Option<i32> {
    let date =
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, u32::try_from(month).ok()?, u32::try_from(day).ok()?)?;
    let epoch = NaiveDate::from_ymd_opt(1970, 1, 1)?;
    i32::try_from(date.signed_duration_since(epoch).num_days()).ok()
}

/// The datetime of a date and a time of day in hours, minutes and seconds with a fraction.
pub fn make_timestamp(args: Vec<Expr>, at: Span) -> Expr {
    many(args, Kind::Datetime.dtype(), move |columns, rows| {
        let integers = columns.iter().take(5).map(Integers::of).collect::<PolarsResult<Vec<_>>>()?;
        let seconds = Numbers::of(&columns[5])?;
        let made: PolarsResult<Int64Chunked> = (0..rows)
            .map(|row| {
                let cells: Option<Vec<i64>> = integers.iter().map(|column| column.get(row)).collect();
                let (Some(cells), Some(second)) = (cells, seconds.get(row)) else { return Ok(None) };
                moment(&cells, second).map(Some).ok_or_else(|| {
                    let value = format!("{cells:?} {second}");
                    fail(Diagnostic::new(Code::SqlCastFailed).at_span(at).with("value", value).with("type", "datetime"))
                })
            })
            .collect();
        datetimes(made?)
    })
}

fn moment(cells: &[i64], second: f64) -> Option<i64> {
    let [year, month, day, hour, minute] = cells else { return None };
    let in_range = (0..24).contains(hour) && (0..60).contains(minute) && (0.0..60.0).contains(&second);
    let date = i64::from(days_of(*year, *month, *day)?);
    in_range.then(|| date * DAY + (hour * 60 + minute) * 60_000_000 + (second * 1e6).round() as i64)
}
