//! Reads dates and instants in text columns, by an ordered list of formats.

use polars::prelude::*;
use protocol::operation::{Example, Group, Port};
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::dates::{Layout, Moment};
use super::made::{must_be_texts, with_columns};
use super::quarantine::{Bad, OnError, part};
use crate::frame;
use crate::ops::columns::{example, example_of, input, listed, on_main};
use crate::ops::{Findings, Operation, Tables};
use crate::table_text::type_name;

/// The operation `parse_dates`.
pub struct ParseDates;

/// What the columns become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// Calendar dates; a time in the text is left out.
    #[default]
    Date,
    /// Dates and times; a date alone is its midnight.
    Datetime,
}

/// What happens to a text that several formats read as different dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Ambiguous {
    /// The first format of the list decides.
    #[default]
    FirstFormat,
    /// A format in which the day stands before the month decides.
    DayFirst,
    /// A format in which the month stands before the day decides.
    MonthFirst,
    /// It becomes null.
    Null,
    /// Its row leaves the table for the quarantine, with the reason.
    Quarantine,
}

/// Which instant a clock time means that comes twice, when summer time ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, Default)]
#[serde(rename_all = "snake_case")]
pub enum Repeated {
    /// The first of the two.
    #[default]
    Earliest,
    /// The second.
    Latest,
    /// None: the cell counts as one that cannot be read.
    Unreadable,
}

/// Parameters of `parse_dates`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Params {
    /// Text columns.
    #[schemars(extend("x-widget" = "columns"))]
    pub columns: Vec<String>,
    /// `strftime` formats such as `%d/%m/%Y`, the most trusted first. None: ISO 8601.
    #[serde(default)]
    pub formats: Vec<String>,
    /// What the columns become.
    #[serde(default)]
    pub to: Target,
    /// Two-digit years below it are of the years from 2000, the others of those from 1900.
    #[serde(default = "default_pivot")]
    #[schemars(range(max = 100))]
    pub pivot: u32,
    /// What happens to a text that several formats read as different dates.
    #[serde(default)]
    pub ambiguous: Ambiguous,
    /// The IANA time zone of clock times without an offset, such as `Europe/Paris`: they become UTC. None: they
    /// stay as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    /// Which instant a clock time means that comes twice in the zone.
    #[serde(default)]
    pub repeated_hour: Repeated,
    /// What happens to a cell that no format reads.
    #[serde(default)]
    pub on_error: OnError,
}

fn default_pivot() -> u32 {
    70
}

/// The largest pivot: all two-digit years are of the years from 2000.
const LAST_PIVOT: u32 = 100;

impl Params {
    fn zone(&self) -> Option<&str> {
        self.zone.as_deref().filter(|zone| !zone.is_empty())
    }

    fn kind(&self) -> ColumnType {
        match self.to {
            Target::Date => ColumnType::Date,
            Target::Datetime => ColumnType::Datetime,
        }
    }
}

impl Operation for ParseDates {
    const NAME: &'static str = "parse_dates";
    const GROUP: Group = Group::Clean;
    type Params = Params;

    fn outputs() -> Vec<Port> {
        vec![Port::required("main"), Port::optional("quarantine")]
    }

    fn suggested_for() -> Vec<ColumnType> {
        vec![ColumnType::Text]
    }

    fn validate(params: &Params, inputs: &Tables) -> Findings {
        on_main(inputs, |table, findings| {
            must_be_texts(table, &params.columns, findings);
            for (field, format) in listed("/formats", &params.formats) {
                if Layout::new(format).is_none() {
                    findings.push(*Diagnostic::new(Code::ParamInvalid).with("detail", format).at_field(field));
                }
            }
            if params.pivot > LAST_PIVOT {
                let finding = Diagnostic::new(Code::ParamRange).with("value", u64::from(params.pivot));
                findings.push(*finding.with("low", 0_u64).with("high", u64::from(LAST_PIVOT)).at_field("/pivot"));
            }
            // A date has no clock that a zone could be about.
            let is_zone = |zone| params.to == Target::Datetime && TimeZone::validate_time_zone(zone).is_ok();
            if let Some(zone) = params.zone().filter(|zone| !is_zone(zone)) {
                findings.push(*Diagnostic::new(Code::ParamInvalid).with("detail", zone).at_field("/zone"));
            }
        })
    }

    fn run(params: &Params, inputs: &Tables) -> Checked<Tables> {
        let table = input(inputs, "main")?;
        let layouts = match params.formats.as_slice() {
            [] => Layout::iso(),
            formats => formats.iter().filter_map(|format| Layout::new(format)).collect(),
        };
        let (mut made, mut bad) = (Vec::new(), Vec::new());
        for name in &params.columns {
            let Read { column, unreadable, ambiguous } =
                read(table.column(name)?, &layouts, params).map_err(|error| frame::fault(&error))?;
            let count = unreadable.sum().unwrap_or(0);
            if count > 0 && params.on_error == OnError::Fail {
                let finding = Diagnostic::new(Code::CastFailed).with("count", u64::from(count));
                let finding = finding.with("column", name.as_str()).with("type", type_name(params.kind()));
                return Err(finding.at_field("/columns"));
            }
            made.push(column);
            if params.on_error == OnError::Quarantine {
                bad.push(Bad { column: name, cells: unreadable, reason: Code::RejectCast });
            }
            if params.ambiguous == Ambiguous::Quarantine {
                bad.push(Bad { column: name, cells: ambiguous, reason: Code::RejectAmbiguous });
            }
        }
        Ok(part(table, &with_columns(table, made)?, &bad, true)?.into_tables("quarantine"))
    }

    fn examples() -> Vec<Example> {
        vec![
            example_of(
                "several-formats",
                &[(
                    "main",
                    "id:integer | since:text\n1 | 03/04/2021\n2 | 2021-04-05\n3 | 25 déc. 98\n4 | soon\n5 | ∅\n6 | \"\"",
                )],
                json!({"columns": ["since"], "formats": ["%d/%m/%Y", "%Y-%m-%d", "%d %b %y"]}),
                &[
                    ("main", "id:integer | since:date\n1 | 2021-04-03\n2 | 2021-04-05\n3 | 1998-12-25\n5 | ∅\n6 | ∅"),
                    (
                        "quarantine",
                        "id:integer | since:text | quarantine_columns:text | quarantine_reason:text\n4 | soon | since | reject-cast",
                    ),
                ],
            ),
            example_of(
                "day-or-month",
                &[("main", "since:text\n03/04/2021\n25/12/2021\n12/25/2021\n05/05/2021")],
                json!({"columns": ["since"], "formats": ["%d/%m/%Y", "%m/%d/%Y"], "ambiguous": "quarantine"}),
                &[
                    ("main", "since:date\n2021-12-25\n2021-12-25\n2021-05-05"),
                    (
                        "quarantine",
                        "since:text | quarantine_columns:text | quarantine_reason:text\n03/04/2021 | since | reject-ambiguous",
                    ),
                ],
            ),
            example(
                "zone-to-utc",
                "at:text\n2024-07-01 12:00\n2024-01-01T12:00:00+02:00\n2024-10-27 02:30\n2024-03-31 02:30",
                json!({"columns": ["at"], "to": "datetime", "zone": "Europe/Paris", "repeated_hour": "latest",
                    "on_error": "null"}),
                "at:datetime\n2024-07-01T10:00:00\n2024-01-01T10:00:00\n2024-10-27T01:30:00\n∅",
            ),
            example(
                "pivot",
                "born:text\n01/02/25\n01/02/31",
                json!({"columns": ["born"], "formats": ["%d/%m/%y"], "pivot": 30}),
                "born:date\n2025-02-01\n1931-02-01",
            ),
        ]
    }
}

/// A column that was read.
struct Read {
    column: Column,
    unreadable: BooleanChunked,
    ambiguous: BooleanChunked,
}

/// What the formats make of one text.
enum Reading {
    Missing,
    Unreadable,
    Ambiguous,
    Known(Moment),
}

fn read(column: &Column, layouts: &[Layout], params: &Params) -> PolarsResult<Read> {
    let texts = column.as_materialized_series().cast(&DataType::String)?;
    let readings: Vec<Reading> = texts.str()?.iter().map(|text| reading(text, layouts, params)).collect();
    let known = |reading: &Reading| match reading {
        Reading::Known(moment) => Some(*moment),
        _ => None,
    };
    let name = column.name().clone();
    let made = match params.to {
        Target::Date => {
            let epoch = chrono::NaiveDate::default();
            let days = |moment: Moment| moment.local.date().signed_duration_since(epoch).num_days() as i32;
            let made: Int32Chunked = readings.iter().map(|reading| known(reading).map(days)).collect();
            made.into_series().cast(&DataType::Date)?
        }
        Target::Datetime => {
            let moments: Vec<Option<Moment>> = readings.iter().map(known).collect();
            instants(&moments, params)?.into_series().cast(&DataType::Datetime(TimeUnit::Microseconds, None))?
        }
    };
    let nulls = made.is_null();
    let unreadable = readings.iter().zip(nulls.iter()).map(|(reading, is_null)| match reading {
        // A clock time that does not exist in the zone, or exists twice, is found only here.
        Reading::Known(_) => is_null,
        reading => Some(matches!(reading, Reading::Unreadable)),
    });
    let ambiguous = readings.iter().map(|reading| Some(matches!(reading, Reading::Ambiguous)));
    let (unreadable, ambiguous) = (unreadable.collect(), ambiguous.collect());
    Ok(Read { column: made.with_name(name).into_column(), unreadable, ambiguous })
}

fn reading(text: Option<&str>, layouts: &[Layout], params: &Params) -> Reading {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else { return Reading::Missing };
    let mut all = layouts.iter().filter_map(|layout| Some((layout, layout.read(text, params.pivot)?)));
    let Some((first_layout, first)) = all.next() else { return Reading::Unreadable };
    if params.ambiguous == Ambiguous::FirstFormat {
        return Reading::Known(first);
    }
    let differs = |other: &Moment| match params.to {
        Target::Date => other.local.date() != first.local.date(),
        Target::Datetime => other.micros() != first.micros(),
    };
    let others: Vec<(&Layout, Moment)> = all.filter(|(_, other)| differs(other)).collect();
    if others.is_empty() {
        return Reading::Known(first);
    }
    let choose = |day_first: bool| {
        let mut fitting = [(first_layout, first)].into_iter().chain(others.iter().copied());
        let chosen = fitting.find(|(layout, _)| layout.day_first == Some(day_first));
        Reading::Known(chosen.map_or(first, |(_, moment)| moment))
    };
    match params.ambiguous {
        Ambiguous::FirstFormat => Reading::Known(first),
        Ambiguous::DayFirst => choose(true),
        Ambiguous::MonthFirst => choose(false),
        Ambiguous::Null | Ambiguous::Quarantine => Reading::Ambiguous,
    }
}

/// Microseconds since 1970-01-01T00:00:00, those of the zone in UTC.
fn instants(moments: &[Option<Moment>], params: &Params) -> PolarsResult<Int64Chunked> {
    let written: Int64Chunked = moments.iter().map(|moment| moment.map(Moment::micros)).collect();
    let Some(zone) = TimeZone::opt_try_new(params.zone())? else { return Ok(written) };
    let repeated = match params.repeated_hour {
        Repeated::Earliest => "earliest",
        Repeated::Latest => "latest",
        Repeated::Unreadable => "null",
    };
    let local = written.clone().into_datetime(TimeUnit::Microseconds, None);
    let repeated = StringChunked::new("repeated".into(), [repeated]);
    let in_zone = replace_time_zone(&local, Some(&zone), &repeated, NonExistent::Null)?;
    let pairs = moments.iter().zip(written.iter().zip(in_zone.physical().iter()));
    Ok(pairs
        .map(
            |(moment, (written, in_zone))| {
                if moment.is_some_and(|moment| moment.offset.is_some()) { written } else { in_zone }
            },
        )
        .collect())
}
