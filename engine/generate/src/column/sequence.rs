//! Numbers in steps, plain or within a text: `1, 2, 3`, `LOG-000017`.

use std::fmt::Write;

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::scope::in_range;
use super::{ColumnKind, Fill, Filled, Scope, Shape};
use crate::value::{Texts, Type, Values};

/// Value of row `i` (from 0): `start + step · i`; with a prefix, suffix or width, as text.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Sequence {
    /// Value of the first row.
    pub start: i64,
    /// From one row to the next.
    pub step: i64,
    /// Whether it starts again for each row of the parent.
    pub per_parent: bool,
    /// Text before the number.
    pub prefix: String,
    /// Text after the number.
    pub suffix: String,
    /// Least number of digits, filled up with zeros (at most 18).
    pub width: u8,
}

impl Default for Sequence {
    fn default() -> Self {
        Self { start: 1, step: 1, per_parent: false, prefix: String::new(), suffix: String::new(), width: 0 }
    }
}

impl Sequence {
    fn is_text(&self) -> bool {
        self.width > 0 || !self.prefix.is_empty() || !self.suffix.is_empty()
    }
}

impl ColumnKind for Sequence {
    fn shape(&self, _: &Scope<'_>) -> Checked<Shape> {
        in_range(f64::from(self.width), 0.0, 18.0, "width")?;
        Ok(Shape::of(if self.is_text() { Type::Text } else { Type::Integer }))
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let place =
            |row: u32| if self.per_parent { fill.places.get(row as usize).copied().unwrap_or(row) } else { row };
        let value = |row: u32| self.start.wrapping_add(self.step.wrapping_mul(i64::from(place(row))));
        if !self.is_text() {
            return Ok(Values::Integer((0..fill.rows).map(value).collect()).into());
        }
        let width = usize::from(self.width);
        let mut texts = Texts::with_capacity(fill.rows as usize, 0);
        for row in 0..fill.rows {
            texts.push_with(|text| {
                // Writing to a string cannot fail.
                let _ = write!(text, "{}{:0width$}{}", self.prefix, value(row), self.suffix);
            });
        }
        Ok(Values::Text(texts).into())
    }
}
