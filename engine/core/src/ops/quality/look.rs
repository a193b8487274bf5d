//! Which rows fail an expectation.

use std::collections::BTreeSet;

use polars::prelude::*;
use protocol::{Checked, Code, Diagnostic};

use super::check::{Check, Checksum, Kind, bound, comparable};
use crate::cell;
use crate::checksum;
use crate::frame;
use crate::ops::unify::shared_groups;
use crate::table::Table;

/// What a check found.
pub enum Outcome {
    /// Which rows fail.
    Rows(BooleanChunked),
    /// Whether the table as a whole passes.
    Table(bool),
}

impl Check {
    /// Looks at the rows.
    ///
    /// # Errors
    /// What only the rows can show of an expression, and those of the doorway.
    pub fn look(&self, table: &Table, reference: Option<&Table>) -> Checked<Outcome> {
        let fault = |error| frame::fault(&error);
        Ok(Outcome::Rows(match self.kind {
            Kind::NotNull => self.any(table, |column| Ok(column.is_null()))?,
            Kind::Unique => {
                let groups = frame::groups(&table.frame, &self.columns)?;
                let incomplete = self.any(table, |column| Ok(column.is_null()))?;
                let sizes = groups.sizes();
                let repeats = groups.of_row.iter().map(|group| sizes[*group as usize] > 1);
                repeats
                    .zip(&incomplete)
                    .map(|(repeats, incomplete)| Some(repeats && incomplete == Some(false)))
                    .collect()
            }
            Kind::InSet => {
                let allowed: BTreeSet<&str> = self.values.iter().map(String::as_str).collect();
                self.texts(table, |text| allowed.contains(text))?
            }
            Kind::Range => self.any(table, |column| outside(column, &self.low, &self.high).map_err(fault))?,
            Kind::Pattern => {
                let mut failing = BooleanChunked::full(PlSmallStr::EMPTY, false, table.height());
                for name in &self.columns {
                    failing = &failing | &rows(table, self.unmatched(table, name)?)?;
                }
                failing
            }
            Kind::Checksum => {
                let valid = match self.checksum {
                    Checksum::Luhn => checksum::luhn,
                    Checksum::Nir => checksum::nir,
                    Checksum::Siren => checksum::siren,
                    Checksum::Siret => checksum::siret,
                    Checksum::Iban => checksum::iban,
                };
                self.texts(table, valid)?
            }
            Kind::Reference => {
                let Some(reference) = reference else {
                    return Err(Diagnostic::new(Code::StepInputMissing).with("port", "reference").with("op", "expect"));
                };
                let pairs: Vec<(&str, &str)> = self
                    .columns
                    .iter()
                    .zip(&self.reference)
                    .map(|(own, other)| (own.as_str(), other.as_str()))
                    .collect();
                let keys = shared_groups(table, reference, &pairs, false)?;
                let known: BTreeSet<IdxSize> = keys.right.into_iter().flatten().collect();
                keys.left.into_iter().map(|key| Some(key.is_some_and(|key| !known.contains(&key)))).collect()
            }
            Kind::RowCount => {
                let limit = |text: &str| text.trim().parse::<u64>().ok();
                let rows = table.height() as u64;
                let low = limit(&self.low).is_none_or(|low| rows >= low);
                return Ok(Outcome::Table(low && limit(&self.high).is_none_or(|high| rows <= high)));
            }
            Kind::Expression => rows(table, self.condition(table)?.not())?,
        }))
    }

    /// Rows on which some column fails.
    fn any(&self, table: &Table, fails: impl Fn(&Series) -> Checked<BooleanChunked>) -> Checked<BooleanChunked> {
        let mut failing = BooleanChunked::full(PlSmallStr::EMPTY, false, table.height());
        for name in &self.columns {
            failing = &failing | &fails(table.column(name)?.as_materialized_series())?;
        }
        Ok(failing)
    }

    /// Rows on which the text of some cell is not valid.
    fn texts(&self, table: &Table, valid: impl Fn(&str) -> bool) -> Checked<BooleanChunked> {
        let mut failing = vec![false; table.height()];
        for name in &self.columns {
            let texts = cell::texts(table.column(name)?, usize::MAX);
            for (fails, text) in failing.iter_mut().zip(texts) {
                *fails |= text.is_some_and(|text| !valid(&text));
            }
        }
        Ok(BooleanChunked::from_slice(PlSmallStr::EMPTY, &failing))
    }
}

/// Rows on which an expression is true; a constant counts for all of them.
pub(super) fn rows(table: &Table, fails: Expr) -> Checked<BooleanChunked> {
    const FAILS: &str = "\u{1e}fails";
    let plan = table.frame.clone().lazy().with_column(fails.fill_null(lit(false)).alias(FAILS)).select([col(FAILS)]);
    let made = frame::collect(plan)?;
    made.column(FAILS).and_then(|made| Ok(made.bool()?.clone())).map_err(|error| frame::fault(&error))
}

fn outside(column: &Series, low: &str, high: &str) -> PolarsResult<BooleanChunked> {
    let cells = column.cast(&comparable(column.dtype()))?;
    let mut outside = BooleanChunked::full(PlSmallStr::EMPTY, false, cells.len());
    let given =
        |text: &str| Some(text).filter(|text| !text.trim().is_empty()).and_then(|text| bound(text, column.dtype()));
    // Polars sees not-a-number above all numbers: it is beyond any upper bound.
    if let Some(low) = given(low) {
        outside = &outside | &known(&cells.lt(&low.cast(cells.dtype())?)?);
    }
    if let Some(high) = given(high) {
        outside = &outside | &known(&cells.gt(&high.cast(cells.dtype())?)?);
    }
    Ok(outside)
}

fn known(mask: &BooleanChunked) -> BooleanChunked {
    mask.iter().map(|cell| Some(cell == Some(true))).collect()
}
