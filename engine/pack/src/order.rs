//! Checks of a pack as the engine takes them.

use protocol::score::CheckSpec;

use crate::file::checks::Check;

impl From<&Check> for CheckSpec {
    fn from(check: &Check) -> Self {
        Self {
            id: check.id.clone(),
            criterion: check.criterion.clone(),
            check: check.kind.clone(),
            points: check.points,
            table: check.table.clone(),
            columns: check.columns.clone(),
            params: check.params.clone(),
        }
    }
}
