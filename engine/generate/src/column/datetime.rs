//! Times between two days, with hours, weekdays and months that are busier than others.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scope::{in_range, invalid};
use super::season::{Season, date};
use super::{ColumnKind, Fill, Filled, Scope, Shape};
use crate::calendar::DAY;
use crate::chance::Alias;
use crate::value::{Type, Values};

/// A day of `from` to `to` by the weights of the season, an hour by its weight, a moment of that hour.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DatetimeColumn {
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day, `YYYY-MM-DD`.
    pub to: String,
    /// Weights of days.
    #[serde(default)]
    pub season: Season,
    /// Weights of the hours 0 to 23; all alike if there are none.
    #[serde(default)]
    pub hours: Vec<f64>,
    /// The grid on which times lie, in milliseconds (a second by default); a divisor of an hour.
    #[serde(default = "second")]
    pub grid: u32,
    /// Whether rows are in order of their times.
    #[serde(default)]
    pub ordered: bool,
}

const HOUR: u32 = 3_600_000;

fn second() -> u32 {
    1000
}

impl ColumnKind for DatetimeColumn {
    fn shape(&self, _: &Scope<'_>) -> Checked<Shape> {
        self.season.check(date(&self.from, "from")?, date(&self.to, "to")?)?;
        if !self.hours.is_empty() && self.hours.len() != 24 {
            return Err(invalid(format!("{} weights, 24 needed", self.hours.len()), "hours"));
        }
        for (place, weight) in self.hours.iter().enumerate() {
            in_range(*weight, 0.0, 1e9, &format!("hours/{place}"))?;
        }
        in_range(f64::from(self.grid), 1.0, f64::from(HOUR), "grid")?;
        if !HOUR.is_multiple_of(self.grid) {
            return Err(invalid(format!("{HOUR} / {}", self.grid), "grid"));
        }
        self.hour_draws().map(drop)?;
        Ok(Shape::of(Type::Datetime))
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let (from, to) = (date(&self.from, "from")?, date(&self.to, "to")?);
        let (days, hours) = (self.season.days(from, to)?, self.hour_draws()?);
        let slots = u64::from(HOUR / self.grid);
        let (mut day_stream, mut hour_stream) = (fill.stream("day"), fill.stream("hour"));
        let mut slot_stream = fill.stream("slot");
        let moments = (0..fill.rows).map(|_| {
            let day = i64::from(from) + i64::from(days.draw(&mut day_stream));
            let hour = i64::from(hours.draw(&mut hour_stream));
            let slot = slot_stream.below(slots) as i64;
            day * DAY + hour * i64::from(HOUR) + slot * i64::from(self.grid)
        });
        let mut moments: Vec<i64> = moments.collect();
        if self.ordered {
            moments.sort_unstable();
        }
        Ok(Values::Datetime(moments).into())
    }
}

impl DatetimeColumn {
    fn hour_draws(&self) -> Checked<Alias> {
        let weights = if self.hours.is_empty() { vec![1.0; 24] } else { self.hours.clone() };
        Alias::new(weights).ok_or_else(|| invalid("no weight", "hours"))
    }
}
