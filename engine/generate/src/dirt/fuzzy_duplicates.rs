//! Rows that stand in the table more than once, with small differences.
//!
//! | Parameter | Range | Default |
//! |---|---|---|
//! | `changes` | changes that can happen, each `{"how": …, "column": …}`: `typo`, `abbreviation`, `initial`, `digit`, `digits`, `missing`, `date`, `noise`, `other`, `swap` | required |
//! | `always` | changes that every copy gets before the others, which do not count: what an import gives anew, such as a number | none |
//! | `copies` | 1 to 10 copies of each chosen row | 1 |
//! | `least`, `most` | how many changes a copy has, 1 to 20 | 1, 2 |
//!
//! A copy and its row are one entity. The ledger names the copy as a row and each changed cell with what it was.
//! Eligible are rows that at least one change can change.

use protocol::{Checked, Code, Diagnostic};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::change::{Change, Ready};
use super::{DirtKind, Work};
use crate::chance::permutation;
use crate::column::{Scope, in_range, invalid};
use crate::spec::DirtSpec;

/// Each chosen row gets copies with some of the changes, at random places of the table.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FuzzyDuplicates {
    /// Changes that can happen.
    pub changes: Vec<Change>,
    /// Changes of every copy, before the others, where they fit.
    #[serde(default)]
    pub always: Vec<Change>,
    /// Copies of each chosen row, 1 to 10.
    #[serde(default = "one")]
    pub copies: u8,
    /// Least number of changes of a copy.
    #[serde(default = "one")]
    pub least: u8,
    /// Largest number of changes of a copy.
    #[serde(default = "two")]
    pub most: u8,
}

fn one() -> u8 {
    1
}

fn two() -> u8 {
    2
}

fn ready<'a>(changes: &'a [Change], work: &Work<'_>) -> Vec<Ready<'a>> {
    changes.iter().filter_map(|change| change.ready(work.table())).collect()
}

impl DirtKind for FuzzyDuplicates {
    fn check(&self, scope: &Scope<'_>, _: &DirtSpec) -> Checked<()> {
        if self.changes.is_empty() {
            return Err(Diagnostic::new(Code::ParamRequired).at_field("/changes"));
        }
        for (list, changes) in [("changes", &self.changes), ("always", &self.always)] {
            for (place, change) in changes.iter().enumerate() {
                change.check(scope).map_err(|mut error| {
                    let below = error.place.field.take().unwrap_or_default();
                    error.at_field(format!("/{list}/{place}{below}"))
                })?;
            }
        }
        in_range(f64::from(self.copies), 1.0, 10.0, "copies")?;
        in_range(f64::from(self.least), 1.0, 20.0, "least")?;
        in_range(f64::from(self.most), 1.0, 20.0, "most")?;
        if self.least > self.most {
            return Err(invalid(format!("{} > {}", self.least, self.most), "most"));
        }
        Ok(())
    }

    fn apply(&self, work: &mut Work<'_>) -> Checked<()> {
        let (changes, always) = (ready(&self.changes, work), ready(&self.always, work));
        let rows = work.eligible_rows(|row| changes.iter().any(|change| change.fits(work, row)));
        let chosen = work.choose(&rows);
        let mut stream = work.stream("changes");
        for _ in 0..self.copies {
            let copies = work.copy_rows(&chosen);
            for (row, copy) in chosen.iter().zip(&copies) {
                work.same_entity(*row, *copy);
                for change in &always {
                    if change.fits(work, *copy) {
                        change.apply(work, *copy, &mut stream);
                    }
                }
                let mut wanted = stream.between(i64::from(self.least), i64::from(self.most));
                for place in permutation(&mut stream, changes.len() as u32) {
                    let change = &changes[place as usize];
                    // A change before may have taken the ground from under this one.
                    if wanted > 0 && change.fits(work, *copy) {
                        wanted -= i64::from(change.apply(work, *copy, &mut stream));
                    }
                }
            }
            work.mark_rows(&copies);
            work.show_anywhere(&copies);
        }
        Ok(())
    }
}
