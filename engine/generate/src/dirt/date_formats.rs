//! Dates written otherwise than the rest of their column.
//!
//! | Parameter | Range | Default |
//! |---|---|---|
//! | `formats` | formats in the letters of `strftime` that are numbers (`%d/%m/%y`, `%Y%m%d`) | required |
//!
//! Each chosen date is written in one of the formats; the date itself stays. Eligible are dates that read otherwise in
//! one of them than in the first file that shows the table.

use std::cell::RefCell;

use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::cells::{self, DATED};
use super::{DirtKind, Work};
use crate::column::{Scope, invalid};
use crate::render::{DateFormat, Moment};
use crate::spec::{Dialect, DirtSpec};
use crate::value::Cell;

/// Each chosen date is written in one of the formats.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DateFormats {
    /// The formats, each as likely.
    pub formats: Vec<String>,
}

impl DirtKind for DateFormats {
    fn check(&self, scope: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        cells::typed(scope, declared, DATED)?;
        if self.formats.is_empty() {
            return Err(Diagnostic::new(Code::ParamRequired).at_field("/formats"));
        }
        let mut formats = self.formats.iter().enumerate();
        formats.try_for_each(|(place, format)| formatted(format, &format!("formats/{place}")).map(|_| ()))
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        let formats: Vec<DateFormat> = self.formats.iter().filter_map(|format| DateFormat::parse(format)).collect();
        for (column, name) in cells::named(work) {
            let usual = Writing::of(work, &name, None);
            let texts = RefCell::new((String::new(), String::new()));
            let differs = |format: &DateFormat, cell: Cell<'_>| {
                let (text, other) = &mut *texts.borrow_mut();
                let Some(moment) = moment(cell) else { return false };
                text.clear();
                other.clear();
                usual.append(text, cell, moment);
                format.write(other, moment);
                text != other
            };
            let rows = work.eligible(column, |cell| formats.iter().any(|format| differs(format, cell)));
            let chosen = work.choose_for(&rows, &format!("rows {name}"));
            let mut stream = work.stream(&format!("change {name}"));
            for row in chosen {
                let cell = work.table().cell(column, row);
                let others: Vec<&DateFormat> = formats.iter().filter(|format| differs(format, cell)).collect();
                if let (Some(format), Some(moment)) = (stream.pick(&others), moment(cell)) {
                    work.set(column, row, Cell::Written(&write(format, moment)));
                }
            }
        }
        Ok(())
    }
}

/// Reads a format of dates.
pub(super) fn formatted(format: &str, field: &str) -> Checked<DateFormat> {
    DateFormat::parse(format).ok_or_else(|| invalid(format!("format of dates: {format}"), field))
}

/// The moment of a date or time.
pub(super) fn moment(cell: Cell<'_>) -> Option<Moment> {
    match cell {
        Cell::Date(days) => Some(Moment::of_days(days)),
        Cell::Datetime(millis) => Some(Moment::of_millis(millis)),
        _ => None,
    }
}

/// A moment in a format.
pub(super) fn write(format: &DateFormat, moment: Moment) -> String {
    let mut text = String::new();
    format.write(&mut text, moment);
    text
}

/// How a column's dates and times are written.
pub(super) struct Writing {
    date: Option<DateFormat>,
    datetime: Option<DateFormat>,
}

impl Writing {
    /// In this format, or else as the first file that shows the table writes the column.
    pub(super) fn of(work: &Work<'_>, column: &str, format: Option<&str>) -> Self {
        let table = &work.declared().table;
        let file = work.spec().files.iter().find(|file| file.table == *table);
        let own = file.and_then(|file| file.columns.iter().find(|shown| shown.column == column));
        let own = format.or(own.and_then(|shown| shown.date.as_deref()));
        let usual = Dialect::default();
        let dialect = file.map_or(&usual, |file| &file.dialect);
        let parse = |otherwise: &str| DateFormat::parse(own.unwrap_or(otherwise));
        Self { date: parse(&dialect.date), datetime: parse(&dialect.datetime) }
    }

    /// The moment as a cell like this one would be written.
    pub(super) fn write(&self, cell: Cell<'_>, moment: Moment) -> String {
        let mut text = String::new();
        self.append(&mut text, cell, moment);
        text
    }

    fn append(&self, out: &mut String, cell: Cell<'_>, moment: Moment) {
        let format = if matches!(cell, Cell::Datetime(_)) { &self.datetime } else { &self.date };
        if let Some(format) = format {
            format.write(out, moment);
        }
    }
}
