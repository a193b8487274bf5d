//! A value that follows from a reference: another column of the row that it means.

use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::reference::gather;
use super::{ColumnKind, Fill, Filled, Need, Scope, Shape};

/// The value of `column` in the row that the reference `via` means. In a table that has rows for each row of another,
/// `via` may be left out: the parent's row is meant.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Parent {
    /// The other table.
    pub table: String,
    /// Its column.
    pub column: String,
    /// A column of this table that refers to the other table.
    #[serde(default)]
    pub via: Option<String>,
}

impl ColumnKind for Parent {
    fn needs(&self) -> Vec<Need> {
        let via = self.via.iter().cloned().map(Need::Column);
        via.chain([Need::Other(self.table.clone(), self.column.clone())]).collect()
    }

    fn shape(&self, scope: &Scope<'_>) -> Checked<Shape> {
        let is_linked = match &self.via {
            Some(via) => scope.table.columns.iter().any(|column| {
                column.name == *via
                    && column.kind == "reference"
                    && column.params.get("table").is_some_and(|table| *table == self.table)
            }),
            None => matches!(&scope.table.rows, crate::spec::Rows::PerParent(rows) if rows.per == self.table),
        };
        if !is_linked {
            return Err(Diagnostic::new(Code::DataLink).with("table", self.table.as_str()).at_field("/via"));
        }
        scope.other(&self.table, &self.column)
    }

    fn fill(&self, fill: &Fill<'_>) -> Checked<Filled> {
        let link = match &self.via {
            Some(via) => fill.links.get(via),
            None => fill.parent,
        };
        let link = link.ok_or_else(|| fill.missing(&self.table))?;
        if self.table == fill.table {
            return Ok(gather(fill.of(&self.column)?, &link.rows));
        }
        let found = fill.other(&self.table)?.column(&self.column);
        let (_, column) = found.ok_or_else(|| fill.missing(&self.column))?;
        Ok(gather(column, &link.rows))
    }
}
