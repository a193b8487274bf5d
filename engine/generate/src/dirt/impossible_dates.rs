//! Dates that cannot be.
//!
//! | Parameter | Range | Default |
//! |---|---|---|
//! | `forms` | `{"form": "calendar"}`: a day that no calendar has (30 February, 31 April, day 0, month 13) | this one |
//! | | `{"form": "year", "low": 2091, "high": 2099}`: another year, from 1 to 9999 | |
//! | | `{"form": "apart", "from": column, "low": −400, "high": −1}`: so many days after that column's date (an end before its start, a birth after the contract); −100 000 to 100 000 | |
//! | `format` | how days of no calendar are written, in the letters of `strftime` | as the first file with the table writes the column |
//!
//! Each chosen cell takes one of the forms. Eligible are dates for which one can be taken and gives another date.

use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::cells::{self, DATED, Kept};
use super::date_formats::{Writing, formatted};
use super::{DirtKind, Work};
use crate::calendar::{DAY, civil, days_of};
use crate::chance::Stream;
use crate::column::{Scope, in_range, invalid};
use crate::render::Moment;
use crate::spec::DirtSpec;
use crate::value::{Cell, Row, Table};

/// How a date cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "form", rename_all = "snake_case", deny_unknown_fields)]
pub enum Form {
    /// No calendar has the day.
    Calendar {},
    /// The year is another one.
    Year {
        /// First year.
        low: i32,
        /// Last year.
        high: i32,
    },
    /// It is so many days after another date of the row.
    Apart {
        /// Column of the other date.
        from: String,
        /// Least number of days.
        low: i32,
        /// Largest number of days.
        high: i32,
    },
}

/// Each chosen date takes one of the forms.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ImpossibleDates {
    /// The forms, each as likely.
    pub forms: Vec<Form>,
    /// How days of no calendar are written.
    pub format: Option<String>,
}

impl Default for ImpossibleDates {
    fn default() -> Self {
        Self { forms: vec![Form::Calendar {}], format: None }
    }
}

impl DirtKind for ImpossibleDates {
    fn check(&self, scope: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        cells::typed(scope, declared, DATED)?;
        if self.forms.is_empty() {
            return Err(Diagnostic::new(Code::ParamRequired).at_field("/forms"));
        }
        for (place, form) in self.forms.iter().enumerate() {
            let at = |field: &str| format!("forms/{place}/{field}");
            let (low, high, least, most) = match form {
                Form::Calendar {} => continue,
                Form::Year { low, high } => (*low, *high, 1.0, 9999.0),
                Form::Apart { from, low, high } => {
                    scope.typed(from, DATED).map_err(|error| error.at_field(format!("/{}", at("from"))))?;
                    (*low, *high, -100_000.0, 100_000.0)
                }
            };
            in_range(f64::from(low), least, most, &at("low"))?;
            in_range(f64::from(high), least, most, &at("high"))?;
            if low > high {
                return Err(invalid(format!("{low} > {high}"), &at("high")));
            }
        }
        self.format.as_deref().map_or(Ok(()), |format| formatted(format, "format").map(|_| ()))
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        for (column, name) in cells::named(work) {
            let writing = Writing::of(work, &name, self.format.as_deref());
            let sources: Vec<Option<usize>> = self.forms.iter().map(|form| source(form, work.table())).collect();
            let rows = work.eligible_in(&[column], |table, row| {
                day(table.cell(column, row)).is_some()
                    && sources.iter().zip(&self.forms).any(|(source, form)| can(form, *source, table, column, row))
            });
            let chosen = work.choose_for(&rows, &format!("rows {name}"));
            let mut stream = work.stream(&format!("change {name}"));
            for row in chosen {
                let table = work.table();
                let forms = sources.iter().zip(&self.forms);
                let forms: Vec<_> = forms.filter(|(source, form)| can(form, **source, table, column, row)).collect();
                let Some((source, form)) = stream.pick(&forms) else { continue };
                let from = source.and_then(|source| day(table.cell(source, row)));
                let new = change(form, table.cell(column, row), from, &writing, &mut stream);
                work.set(column, row, new.cell());
            }
        }
        Ok(())
    }
}

fn source(form: &Form, table: &Table) -> Option<usize> {
    match form {
        Form::Apart { from, .. } => table.column(from).map(|(place, _)| place),
        _ => None,
    }
}

/// The day of a date or time.
pub(super) fn day(cell: Cell<'_>) -> Option<i32> {
    match cell {
        Cell::Date(days) => Some(days),
        Cell::Datetime(millis) => Some(millis.div_euclid(DAY) as i32),
        _ => None,
    }
}

/// Another day at the same time of day.
pub(super) fn at_day(cell: Cell<'_>, days: i32) -> Cell<'static> {
    match cell {
        Cell::Datetime(millis) => Cell::Datetime(i64::from(days) * DAY + millis.rem_euclid(DAY)),
        _ => Cell::Date(days),
    }
}

/// Whether a form can be taken and gives another date whatever is drawn.
fn can(form: &Form, source: Option<usize>, table: &Table, column: usize, row: Row) -> bool {
    let Some(days) = day(table.cell(column, row)) else { return false };
    match form {
        Form::Calendar {} => true,
        Form::Year { low, high } => !(*low..=*high).contains(&civil(days).0),
        Form::Apart { low, high, .. } => {
            let from = source.and_then(|source| day(table.cell(source, row)));
            from.is_some_and(|from| !(*low..=*high).contains(&(days - from)))
        }
    }
}

fn change(form: &Form, cell: Cell<'_>, from: Option<i32>, writing: &Writing, stream: &mut Stream) -> Kept {
    let days = day(cell).unwrap_or(0);
    let (year, month, of_month) = civil(days);
    match form {
        Form::Calendar {} => {
            let leap = civil(days_of(year, 2, 29)).1 == 2;
            let february = 29 + u32::from(leap);
            let (month, day) = match stream.below(4) {
                0 => (2, stream.between(i64::from(february), 31) as u32),
                1 => (*stream.pick(&[4, 6, 9, 11]).unwrap_or(&4), 31),
                2 => (month, 0),
                _ => (13, stream.between(13, 28) as u32),
            };
            let time = Moment::of_millis(if let Cell::Datetime(millis) = cell { millis } else { 0 }).time;
            Kept::Written(writing.write(cell, Moment { year, month, day, time }))
        }
        Form::Year { low, high } => {
            let year = stream.between(i64::from(*low), i64::from(*high)) as i32;
            // 29 February goes to the day before, where the other year has none.
            let day = if civil(days_of(year, month, of_month)).1 == month { of_month } else { of_month - 1 };
            Kept::of(at_day(cell, days_of(year, month, day)))
        }
        Form::Apart { low, high, .. } => {
            let apart = stream.between(i64::from(*low), i64::from(*high)) as i32;
            Kept::of(at_day(cell, from.unwrap_or(days) + apart))
        }
    }
}
