//! A column that is of another type from some part of a delivery on: an amount that becomes a text with “€”.
//!
//! | Parameter | Range | Default |
//! |---|---|---|
//! | `prefix`, `suffix` | texts around the number | empty |
//! | `decimal` | `point`, `comma` | `point` |
//! | `thousands` | between groups of three digits | empty |
//!
//! Which part is meant is said by `when`, with the condition of the file in which the drift shows, and a rate of 1. What
//! else drifts is declared by the files themselves: a column that is renamed, added (a hidden one that only the later
//! file shows) or left out stands in the `columns` of that file.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DirtKind, Work, cells};
use crate::column::{Scope, invalid};
use crate::render::NumberFormat;
use crate::spec::{Decimal, DirtSpec};
use crate::value::Cell;

/// Each chosen number is written as a text.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SchemaDrift {
    /// Before the number.
    pub prefix: String,
    /// After the number.
    pub suffix: String,
    /// Between whole and part.
    pub decimal: Decimal,
    /// Between groups of three digits.
    pub thousands: String,
}

impl Default for SchemaDrift {
    fn default() -> Self {
        Self { prefix: String::new(), suffix: String::new(), decimal: Decimal::Point, thousands: String::new() }
    }
}

impl DirtKind for SchemaDrift {
    fn check(&self, scope: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        cells::typed(scope, declared, cells::NUMERIC)?;
        if self.prefix.is_empty() && self.suffix.is_empty() {
            return Err(invalid("nothing around the number", "suffix"));
        }
        Ok(())
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        let format = NumberFormat { decimal: self.decimal, thousands: &self.thousands };
        let fits = |cell: Cell<'_>| !matches!(cell, Cell::Written(_));
        cells::change(work, fits, |cell, _, text| {
            text.push_str(&self.prefix);
            format.write(text, cell);
            text.push_str(&self.suffix);
            Cell::Written(text)
        });
        Ok(())
    }
}
