//! Numbers multiplied and shifted, rounded to what their column can hold.

use super::{Work, cells};
use crate::value::{Cell, ten_to};

/// `value · factor + offset`, with one of the factors.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scaling<'a> {
    /// The factors, each as likely among those that change the number.
    pub(super) factors: &'a [f64],
    /// Is added then.
    pub(super) offset: f64,
    /// Digits after the point that are kept.
    pub(super) digits: u8,
}

impl Scaling<'_> {
    /// Dirties the declared columns; eligible are numbers that a factor makes another one in the type of their column.
    pub(super) fn apply(self, work: &mut Work<'_>) {
        let fits = |cell: Cell<'_>| self.factors.iter().any(|factor| self.other(cell, *factor).is_some());
        cells::change(work, fits, |cell, stream, _| {
            let mut others = self.factors.iter().filter_map(|factor| self.other(cell, *factor));
            let other = stream.below(others.clone().count() as u64) as usize;
            others.nth(other).map_or(Cell::Null, Cell::Number)
        });
    }

    /// The other number that a factor gives.
    pub(super) fn other(self, cell: Cell<'_>, factor: f64) -> Option<f64> {
        let digits = match cell {
            Cell::Integer(_) => 0,
            Cell::Decimal(_, scale) => self.digits.min(scale),
            _ => self.digits,
        };
        let value = cell.number()?;
        let power = ten_to(digits);
        let new = ((value * factor + self.offset) * power).round() / power;
        (new != value && new.is_finite()).then_some(new)
    }
}
