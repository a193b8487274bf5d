//! Rows that never arrived.
//!
//! No parameters; `columns` stays empty. What refers to a lost row refers to nothing that can be found.

use protocol::Checked;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DirtKind, Work};
use crate::column::Scope;
use crate::spec::DirtSpec;

/// Each chosen row is no longer shown.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LostRows {}

impl DirtKind for LostRows {
    fn check(&self, _: &Scope<'_>, _: &DirtSpec) -> Checked<()> {
        Ok(())
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        let rows = work.eligible_rows(|_| true);
        let chosen = work.choose(&rows);
        work.drop_rows(&chosen);
        Ok(())
    }
}
