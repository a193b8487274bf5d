//! Functions of dates and datetimes.

use chrono::Datelike;
use polars::prelude::*;
use protocol::Checked;

use super::text::{all_of, e, functions};
use super::{Arg, Function};
use crate::sql::kernel::date::{self, Part};
use crate::sql::kind::Kind;

const GROUP: &str = "date";

functions! {
    "year" [] "year(temporal) → integer", "year(DATE '2026-11-23')" => "2026", false, |a| Ok(int(e(a, 0).dt().year()));
    "quarter" [] "quarter(temporal) → integer", "quarter(DATE '2026-11-23')" => "4", false,
        |a| Ok(int(e(a, 0).dt().quarter()));
    "month" [] "month(temporal) → integer", "month(DATE '2026-11-23')" => "11", false,
        |a| Ok(int(e(a, 0).dt().month()));
    "week" ["weekofyear"] "week(temporal) → integer", "week(DATE '2026-11-23')" => "48", false,
        |a| Ok(int(e(a, 0).dt().week()));
    "day" ["dayofmonth"] "day(temporal) → integer", "day(DATE '2026-11-23')" => "23", false,
        |a| Ok(int(e(a, 0).dt().day()));
    "dayofyear" [] "dayofyear(temporal) → integer", "dayofyear(DATE '2026-11-23')" => "327", false,
        |a| Ok(int(e(a, 0).dt().ordinal_day()));
    "dayofweek" ["weekday"] "dayofweek(temporal) → integer", "dayofweek(DATE '2026-11-23')" => "1", false,
        |a| Ok(int(e(a, 0).dt().weekday()) % lit(7_i64));
    "isodow" [] "isodow(temporal) → integer", "isodow(DATE '2026-11-23')" => "1", false,
        |a| Ok(int(e(a, 0).dt().weekday()));
    "isoyear" [] "isoyear(temporal) → integer", "isoyear(DATE '2027-01-01')" => "2026", false,
        |a| Ok(int(e(a, 0).dt().iso_year()));
    "hour" [] "hour(datetime) → integer", "hour(TIMESTAMP '2026-11-23 20:43:51')" => "20", false,
        |a| Ok(int(e(a, 0).dt().hour()));
    "minute" [] "minute(datetime) → integer", "minute(TIMESTAMP '2026-11-23 20:43:51')" => "43", false,
        |a| Ok(int(e(a, 0).dt().minute()));
    "second" [] "second(datetime) → integer", "second(TIMESTAMP '2026-11-23 20:43:51')" => "51", false,
        |a| Ok(int(e(a, 0).dt().second()));
    "decade" [] "decade(temporal) → integer", "decade(DATE '2026-11-23')" => "202", false,
        |a| Ok(date::part_of(e(a, 0), |time| i64::from(time.year()) / 10));
    "century" [] "century(temporal) → integer", "century(DATE '2026-11-23')" => "21", false,
        |a| Ok(date::part_of(e(a, 0), |time| (i64::from(time.year()) + 99) / 100));
    "millennium" [] "millennium(temporal) → integer", "millennium(DATE '2026-11-23')" => "3", false,
        |a| Ok(date::part_of(e(a, 0), |time| (i64::from(time.year()) + 999) / 1000));
    "yearweek" [] "yearweek(temporal) → integer", "yearweek(DATE '2024-12-30')" => "202501", false,
        |a| Ok(date::part_of(e(a, 0), |time| i64::from(time.iso_week().year()) * 100 + i64::from(time.iso_week().week())));
    "millisecond" ["milliseconds"] "millisecond(datetime) → integer",
        "millisecond(TIMESTAMP '2026-11-23 20:43:51.25')" => "51250", false,
        |a| Ok(date::part_of(e(a, 0), |time| date::micros_of_minute(time) / 1_000));
    "microsecond" ["microseconds"] "microsecond(datetime) → integer",
        "microsecond(TIMESTAMP '2026-11-23 20:43:51.25')" => "51250000", false,
        |a| Ok(date::part_of(e(a, 0), date::micros_of_minute));
    "epoch_ms" [] "epoch_ms(datetime) → integer", "epoch_ms(TIMESTAMP '1970-01-01 00:00:01.5')" => "1500", false,
        |a| Ok(date::part_of(e(a, 0), |time| time.and_utc().timestamp_millis()));
    "epoch" [] "epoch(datetime) → number", "epoch(DATE '1970-01-02')" => "86400.0", false,
        |a| Ok(int(e(a, 0).to_physical()).cast(DataType::Float64) / lit(1e6));
    "date_trunc" ["datetrunc"] "date_trunc(text, datetime) → datetime",
        "date_trunc('month', DATE '2026-11-23')" => "2026-11-01T00:00:00", false,
        |a| Ok(date::truncated(part(a)?, e(a, 1)));
    "date_diff" ["datediff"] "date_diff(text, datetime, datetime) → integer",
        "date_diff('day', DATE '2026-11-23', DATE '2026-12-25')" => "32", false,
        |a| Ok(date::difference(part(a)?, e(a, 1), e(a, 2)));
    "date_sub" ["datesub"] "date_sub(text, datetime, datetime) → integer",
        "date_sub('month', DATE '2024-01-31', DATE '2024-03-30')" => "1", false,
        |a| Ok(date::whole_parts(part(a)?, e(a, 1), e(a, 2)));
    "last_day" [] "last_day(temporal) → date", "last_day(DATE '2026-02-03')" => "2026-02-28", false,
        |a| Ok(date::last_day(e(a, 0)));
    "dayname" [] "dayname(temporal) → text", "dayname(DATE '2026-11-23')" => "Monday", false,
        |a| Ok(date::to_text(e(a, 0), |time| time.format("%A").to_string()));
    "monthname" [] "monthname(temporal) → text", "monthname(DATE '2026-11-23')" => "November", false,
        |a| Ok(date::to_text(e(a, 0), |time| time.format("%B").to_string()));
    "make_date" [] "make_date(integer, integer, integer) → date", "make_date(2026, 11, 23)" => "2026-11-23", true,
        |a| Ok(date::make_date(all_of(a), a[0].at));
    "make_timestamp" [] "make_timestamp(integer, integer, integer, integer, integer, number) → datetime",
        "make_timestamp(2026, 11, 23, 20, 43, 51.5)" => "2026-11-23T20:43:51.500", true,
        |a| Ok(date::make_timestamp(all_of(a), a[0].at));
    "strftime" [] "strftime(temporal, text) → text", "strftime(DATE '2026-11-23', '%d/%m/%Y')" => "23/11/2026", false,
        strftime;
    "strptime" [] "strptime(text, text) → datetime", "strptime('23/11/2026', '%d/%m/%Y')" => "2026-11-23T00:00:00",
        true, |a| strptime(a, true);
    "try_strptime" [] "try_strptime(text, text) → datetime", "try_strptime('demain', '%d/%m/%Y')" => "∅", false,
        |a| strptime(a, false);
}

fn int(expr: Expr) -> Expr {
    expr.cast(DataType::Int64)
}

fn part(args: &[Arg]) -> Checked<Part> {
    let name = args[0].text("date_part(x, …)")?;
    Part::named(name).ok_or_else(|| args[0].bad(name, "datepart"))
}

fn strftime(args: &[Arg]) -> Checked<Expr> {
    let format = args[1].text("strftime(…, x)")?;
    let items = date::format(format).ok_or_else(|| args[1].bad(format, "format"))?;
    let time = e(args, 0).cast(Kind::Datetime.dtype());
    Ok(date::to_text(time, move |time| time.format_with_items(items.iter()).to_string()))
}

fn strptime(args: &[Arg], strict: bool) -> Checked<Expr> {
    let format = args[1].text("strptime(…, x)")?;
    date::format(format).ok_or_else(|| args[1].bad(format, "format"))?;
    Ok(date::parse(e(args, 0), format.to_owned(), strict.then_some(args[0].at)))
}
