//! Dates between two dates, more often on some weekdays or in some months.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::season::{Season, date};
use super::{ColumnKind, Fill, Filled, Scope, Shape};
use crate::value::{Type, Values};

/// A day of `from` to `to`, drawn by the weights of the season.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DateColumn {
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day, `YYYY-MM-DD`.
    pub to: String,
    /// Weights of days.
    #[serde(default)]
    pub season: Season,
    /// Whether rows are in order of their dates.
    #[serde(default)]
    pub ordered: bool,
}

impl ColumnKind for DateColumn {
    fn shape(&self, _: &Scope<'_>) -> Checked<Shape> {
        self.season.check(date(&self.from, "from")?, date(&self.to, "to")?)?;
        Ok(Shape::of(Type::Date))
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let (from, to) = (date(&self.from, "from")?, date(&self.to, "to")?);
        let days = self.season.days(from, to)?;
        let mut stream = fill.stream("value");
        let mut values: Vec<i32> = (0..fill.rows).map(|_| from + days.draw(&mut stream) as i32).collect();
        if self.ordered {
            values.sort_unstable();
        }
        Ok(Values::Date(values).into())
    }
}
