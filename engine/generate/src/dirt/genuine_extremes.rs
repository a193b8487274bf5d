//! Extreme values that are true: who flags them as errors is wrong.
//!
//! | Parameter | Range | Default |
//! |---|---|---|
//! | `factors` | numbers, not 0 or 1 | 5, 10 |
//!
//! All declared columns of a chosen row are multiplied by the same factor, so that what belongs together stays so.
//! The cells are no dirt: the ledger names them as genuine, and later dirt leaves them alone. Declare it before dirt on
//! the same columns.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::outliers::factors;
use super::scaling::Scaling;
use super::{DirtKind, Work, cells};
use crate::column::Scope;
use crate::spec::DirtSpec;
use crate::value::Cell;

/// Each chosen row has its numbers multiplied by one of the factors, and is genuine.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct GenuineExtremes {
    /// The factors, each as likely.
    pub factors: Vec<f64>,
}

impl Default for GenuineExtremes {
    fn default() -> Self {
        Self { factors: vec![5.0, 10.0] }
    }
}

impl DirtKind for GenuineExtremes {
    fn check(&self, scope: &Scope<'_>, declared: &DirtSpec) -> Checked<()> {
        cells::typed(scope, declared, cells::NUMERIC)?;
        factors(&self.factors)
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        let scaling = Scaling { factors: &self.factors, offset: 0.0, digits: 9 };
        let columns = work.columns();
        let rows = work.eligible_in(&columns, |table, row| {
            let changes = |column: &usize| scaling.other(table.cell(*column, row), 2.0).is_some();
            columns.iter().all(changes)
        });
        let chosen = work.choose(&rows);
        let mut stream = work.stream("factors");
        for row in chosen {
            let factor = stream.pick(&self.factors).copied().unwrap_or(1.0);
            for column in &columns {
                let new = scaling.other(work.table().cell(*column, row), factor);
                if let Some(new) = new {
                    work.set_genuine(*column, row, Cell::Number(new));
                }
            }
        }
        Ok(())
    }
}
