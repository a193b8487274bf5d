//! Day and month in each other's place.
//!
//! No parameters. Eligible are dates whose day is at most 12 and is not the number of the month: the result is a date, and
//! nothing in it says that it is wrong.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::impossible_dates::{at_day, day};
use super::{DirtKind, Work, cells};
use crate::calendar::{civil, days_of};
use crate::column::Scope;
use crate::spec::DirtSpec;
use crate::value::Cell;

/// Each chosen date has its day and its month exchanged.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AmbiguousDates {}

impl DirtKind for AmbiguousDates {
    fn check(&self, scope: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        cells::typed(scope, declared, cells::DATED)
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        cells::change(work, |cell| exchanged(cell).is_some(), |cell, _, _| exchanged(cell).unwrap_or(Cell::Null));
        Ok(())
    }
}

/// The date with day and month exchanged, where that is another date.
fn exchanged(cell: Cell<'_>) -> Option<Cell<'static>> {
    let (year, month, of_month) = civil(day(cell)?);
    (of_month <= 12 && of_month != month).then(|| at_day(cell, days_of(year, of_month, month)))
}
