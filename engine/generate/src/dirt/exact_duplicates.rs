//! Rows that stand in the table more than once, cell for cell the same.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DirtKind, Work};
use crate::column::{Scope, in_range};
use crate::spec::DirtSpec;

/// Each chosen row gets `copies` copies, at random places of the table or right below it. Copies count as one entity
/// with the row.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct ExactDuplicates {
    /// Copies of each chosen row, 1 to 20.
    pub copies: u8,
    /// Whether copies stand right below their row.
    pub adjacent: bool,
}

impl Default for ExactDuplicates {
    fn default() -> Self {
        Self { copies: 1, adjacent: false }
    }
}

impl DirtKind for ExactDuplicates {
    fn check(&self, _: &Scope<'_>, _: &DirtSpec) -> Checked<()> {
        in_range(f64::from(self.copies), 1.0, 20.0, "copies")
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        let rows = work.eligible_rows(|_| true);
        let chosen = work.choose(&rows);
        for _ in 0..self.copies {
            let copies = work.copy_rows(&chosen);
            for (row, copy) in chosen.iter().zip(&copies) {
                work.same_entity(*row, *copy);
            }
            work.mark_rows(&copies);
            if self.adjacent { work.show_below(&chosen, &copies) } else { work.show_anywhere(&copies) }
        }
        Ok(())
    }
}
