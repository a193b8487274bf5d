//! Cells as canonical text, and back: integers in decimal, numbers in the shortest form that reads back
//! equal, ISO 8601 dates and times, `true`/`false`.

use polars::prelude::*;

/// Canonical text of every cell of a column; texts longer than `max_chars` are cut with an ellipsis.
pub fn texts(column: &Column, max_chars: usize) -> Vec<Option<String>> {
    let series = column.as_materialized_series();
    match series.dtype() {
        DataType::String => strings(series, max_chars),
        // The iterator over values asks for one chunk; groups and slices come in several.
        _ => series.rechunk().iter().map(|value| text(&value, max_chars)).collect(),
    }
}

fn strings(series: &Series, max_chars: usize) -> Vec<Option<String>> {
    match series.str() {
        Ok(strings) => strings.iter().map(|cell| cell.map(|cell| cut(cell, max_chars))).collect(),
        Err(_) => vec![None; series.len()],
    }
}

/// Canonical text of one value; `None` for null.
pub fn text(value: &AnyValue, max_chars: usize) -> Option<String> {
    Some(match value {
        AnyValue::Null => return None,
        AnyValue::Boolean(value) => value.to_string(),
        AnyValue::String(value) => cut(value, max_chars),
        AnyValue::StringOwned(value) => cut(value, max_chars),
        AnyValue::Float64(value) => number(*value),
        AnyValue::Float32(value) => number(f64::from(*value)),
        AnyValue::Date(days) => date(*days),
        AnyValue::Datetime(ticks, unit, zone) => datetime(*ticks, *unit, zone.is_some()),
        AnyValue::DatetimeOwned(ticks, unit, zone) => datetime(*ticks, *unit, zone.is_some()),
        AnyValue::Time(nanoseconds) => time(*nanoseconds),
        AnyValue::Duration(ticks, unit) => duration(microseconds(*ticks, *unit)),
        AnyValue::Categorical(..) | AnyValue::CategoricalOwned(..) => {
            value.get_str().map(|text| cut(text, max_chars))?
        }
        AnyValue::Enum(..) | AnyValue::EnumOwned(..) => value.get_str().map(|text| cut(text, max_chars))?,
        AnyValue::List(cells) => cut(&list(cells, max_chars), max_chars),
        other => cut(&other.to_string(), max_chars),
    })
}

/// The cells of a list in brackets, texts in quotes as JSON has them, missing cells as `null`; no more of them
/// than may be shown.
fn list(cells: &Series, max_chars: usize) -> String {
    let mut made = "[".to_owned();
    for (index, value) in cells.rechunk().iter().enumerate() {
        if index > 0 {
            made.push_str(", ");
        }
        let is_text = matches!(value, AnyValue::String(_) | AnyValue::StringOwned(_));
        match text(&value, max_chars) {
            Some(text) if is_text => made.push_str(&serde_json::Value::from(text).to_string()),
            Some(text) => made.push_str(&text),
            None => made.push_str("null"),
        }
        // A character has at most four bytes.
        if made.len() / 4 > max_chars {
            break;
        }
    }
    made.push(']');
    made
}

/// The shortest decimal text that reads back to the same number; a whole number keeps `.0`.
pub fn number(value: f64) -> String {
    if value.is_nan() {
        "NaN".to_owned()
    } else if value.is_infinite() {
        if value > 0.0 { "Infinity" } else { "-Infinity" }.to_owned()
    } else if value != 0.0 && !(1e-5..1e16).contains(&value.abs()) {
        format!("{value:e}")
    } else {
        format!("{value:?}")
    }
}

fn cut(text: &str, max_chars: usize) -> String {
    match text.char_indices().nth(max_chars) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn date(days: i32) -> String {
    chrono::NaiveDate::from_ymd_opt(1970, 1, 1)
        .and_then(|epoch| epoch.checked_add_signed(chrono::TimeDelta::try_days(i64::from(days))?))
        .map_or_else(|| format!("{days} d"), |date| date.format("%Y-%m-%d").to_string())
}

fn microseconds(ticks: i64, unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::Nanoseconds => ticks.div_euclid(1_000),
        TimeUnit::Microseconds => ticks,
        TimeUnit::Milliseconds => ticks.saturating_mul(1_000),
    }
}

fn datetime(ticks: i64, unit: TimeUnit, zoned: bool) -> String {
    let ticks = microseconds(ticks, unit);
    chrono::DateTime::from_timestamp_micros(ticks).map_or_else(
        || format!("{ticks} µs"),
        |time| {
            let text = time.naive_utc().format("%Y-%m-%dT%H:%M:%S%.f").to_string();
            if zoned { text + "Z" } else { text }
        },
    )
}

fn time(nanoseconds: i64) -> String {
    let seconds = u32::try_from(nanoseconds / 1_000_000_000).unwrap_or(0);
    let rest = u32::try_from(nanoseconds % 1_000_000_000).unwrap_or(0);
    chrono::NaiveTime::from_num_seconds_from_midnight_opt(seconds, rest)
        .map_or_else(|| format!("{nanoseconds} ns"), |time| time.format("%H:%M:%S%.f").to_string())
}

/// ISO 8601 duration in days, hours, minutes and seconds.
fn duration(microseconds: i64) -> String {
    let (sign, rest) = if microseconds < 0 { ("-", microseconds.unsigned_abs()) } else { ("", microseconds as u64) };
    let (days, rest) = (rest / 86_400_000_000, rest % 86_400_000_000);
    let (hours, rest) = (rest / 3_600_000_000, rest % 3_600_000_000);
    let (minutes, rest) = (rest / 60_000_000, rest % 60_000_000);
    let (seconds, fraction) = (rest / 1_000_000, rest % 1_000_000);
    let mut text = format!("{sign}P");
    if days > 0 {
        text.push_str(&format!("{days}D"));
    }
    if hours + minutes + seconds + fraction > 0 || days == 0 {
        text.push_str(&format!("T{hours}H{minutes}M{seconds}"));
        if fraction > 0 {
            text.push_str(format!(".{fraction:06}").trim_end_matches('0'));
        }
        text.push('S');
    }
    text
}

/// Parses canonical texts to a type; what does not parse becomes null.
///
/// # Errors
/// Only when the type cannot be parsed from text at all.
pub fn parse(texts: &Series, dtype: &DataType) -> PolarsResult<Series> {
    let name = texts.name().clone();
    let strings = texts.str()?;
    Ok(match dtype {
        DataType::String => texts.clone(),
        DataType::Boolean => {
            strings.iter().map(|cell| cell.and_then(parse_boolean)).collect::<BooleanChunked>().into_series()
        }
        DataType::Int64 => strings
            .iter()
            .map(|cell| cell.and_then(|text| text.trim().parse::<i64>().ok()))
            .collect::<Int64Chunked>()
            .into_series(),
        DataType::Float64 => {
            strings.iter().map(|cell| cell.and_then(parse_number)).collect::<Float64Chunked>().into_series()
        }
        DataType::Date => strings
            .iter()
            .map(|cell| cell.and_then(|text| parse_date(text, "%Y-%m-%d")))
            .collect::<Int32Chunked>()
            .into_series()
            .cast(dtype)?,
        DataType::Datetime(..) => strings
            .iter()
            .map(|cell| cell.and_then(parse_datetime))
            .collect::<Int64Chunked>()
            .into_series()
            .cast(dtype)?,
        DataType::Time => {
            strings.iter().map(|cell| cell.and_then(parse_time)).collect::<Int64Chunked>().into_series().cast(dtype)?
        }
        other => polars_bail!(InvalidOperation: "no text form of {other}"),
    }
    .with_name(name))
}

/// `true`/`false` in any case.
pub fn parse_boolean(text: &str) -> Option<bool> {
    match text.trim() {
        text if text.eq_ignore_ascii_case("true") => Some(true),
        text if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

/// A decimal number with `.` as its mark; `NaN` and `Infinity` as [`number`] writes them.
pub fn parse_number(text: &str) -> Option<f64> {
    fast_float2::parse(text.trim()).ok()
}

/// Days since 1970-01-01 of a date in a `strftime` format.
pub fn parse_date(text: &str, format: &str) -> Option<i32> {
    let date = chrono::NaiveDate::parse_from_str(text.trim(), format).ok()?;
    i32::try_from(date.signed_duration_since(chrono::NaiveDate::from_ymd_opt(1970, 1, 1)?).num_days()).ok()
}

/// Microseconds since the epoch of an ISO 8601 date and time, or of a date at midnight; `T` or a space between.
pub fn parse_datetime(text: &str) -> Option<i64> {
    let text = text.trim().trim_end_matches('Z').replacen(' ', "T", 1);
    let time = chrono::NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M:%S%.f")
        .or_else(|_| chrono::NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M"))
        .ok()
        .or_else(|| chrono::NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0))?;
    Some(time.and_utc().timestamp_micros())
}

/// Nanoseconds since midnight of `hh:mm` or `hh:mm:ss[.fraction]`.
pub fn parse_time(text: &str) -> Option<i64> {
    use chrono::Timelike;
    let time = chrono::NaiveTime::parse_from_str(text.trim(), "%H:%M:%S%.f")
        .or_else(|_| chrono::NaiveTime::parse_from_str(text.trim(), "%H:%M"))
        .ok()?;
    Some(i64::from(time.num_seconds_from_midnight()) * 1_000_000_000 + i64::from(time.nanosecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_written_whole_or_cut() {
        let cells = Series::new(PlSmallStr::EMPTY, [Some("a"), None, Some("b\"c"), Some(""), Some("é")]);
        let list = AnyValue::List(cells);
        for (max_chars, expected) in [(100, r#"["a", null, "b\"c", "", "é"]"#), (8, r#"["a", nu…"#), (0, "…")] {
            assert_eq!(text(&list, max_chars), Some(expected.to_owned()));
        }
        let numbers = AnyValue::List(Series::new(PlSmallStr::EMPTY, [1.0, 2.5]));
        assert_eq!(text(&AnyValue::List(Series::new(PlSmallStr::EMPTY, [1_i64, 2])), 100), Some("[1, 2]".to_owned()));
        assert_eq!(text(&numbers, 100), Some("[1.0, 2.5]".to_owned()));
    }

    /// Cells of a column that comes in several chunks, as groups and appended slices do.
    #[test]
    fn every_chunk_is_written() {
        for (dtype, expected) in [
            (DataType::Int64, ["1", "2", "1", "2"]),
            (DataType::Float64, ["1.0", "2.0", "1.0", "2.0"]),
            (DataType::String, ["1", "2", "1", "2"]),
            (DataType::Date, ["1970-01-02", "1970-01-03", "1970-01-02", "1970-01-03"]),
        ] {
            let mut series = Series::new("v".into(), [1, 2]).cast(&dtype).unwrap();
            series.append(&series.clone()).unwrap();
            assert!(series.n_chunks() > 1);
            let found = texts(&series.into_column(), 10);
            assert_eq!(found, expected.map(|text| Some(text.to_owned())), "{dtype}");
        }
    }
}
