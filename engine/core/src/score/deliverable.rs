//! Columns of a deliverable by what they are to a check.

use protocol::score::CheckSpec;
use protocol::{Code, Diagnostic};

use super::{Evidence, Judgement};
use crate::cell;
use crate::table::Table;

/// A deliverable that is there.
pub struct Deliverable<'a> {
    check: &'a CheckSpec,
    table: &'a Table,
}

impl<'a> Deliverable<'a> {
    /// The deliverable that a check looks at, or what a candidate is told where it is not there.
    pub fn of(check: &'a CheckSpec, evidence: &'a Evidence) -> Result<Self, Judgement> {
        let name = check.table.as_deref().unwrap_or_default();
        let missing = || refused(*Diagnostic::new(Code::ScoreTableMissing).with("table", name));
        evidence.table(name).map(|table| Self { check, table }).ok_or_else(missing)
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.table.height()
    }

    /// The cells of a column as canonical texts, by what it is to the check; without a name of its own in the pack
    /// it is called as its role.
    pub fn texts(&self, role: &str) -> Result<Vec<Option<String>>, Judgement> {
        let name = self.check.columns.get(role).map_or(role, String::as_str);
        let column = self.table.column(name).map_err(|_| {
            let table = self.check.table.as_deref().unwrap_or_default();
            refused(*Diagnostic::new(Code::ScoreColumnMissing).with("table", table).with("column", name))
        })?;
        Ok(cell::texts(column, usize::MAX))
    }
}

/// Nothing earned, and the reason.
fn refused(finding: Diagnostic) -> Judgement {
    Judgement { findings: vec![finding], ..Judgement::default() }
}
