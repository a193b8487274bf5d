//! The profile of a table as a whole: keys, duplicates, correlations, nulls; and small drawings of columns.

mod chart;
mod correlation;
mod keys;
mod missing;

use polars::prelude::*;
use protocol::Checked;
use protocol::overview::Overview;

use crate::frame;
use crate::table::Table;

pub use chart::chart;

/// The figures of a table.
///
/// # Errors
/// Only an inconsistency of the engine.
pub fn overview(table: &Table) -> Checked<Overview> {
    Ok(Overview {
        rows: table.height() as u64,
        columns: table.columns().len() as u64,
        duplicate_rows: duplicate_rows(table),
        keys: keys::keys(table)?,
        correlations: correlation::correlations(table),
        missing: missing::missing(table),
    })
}

/// Rows that are equal to an earlier one; `None` where Polars cannot compare a column (lists, structures).
fn duplicate_rows(table: &Table) -> Option<u64> {
    let names = table.visible_names();
    if names.is_empty() {
        return Some(0);
    }
    different(table, &names).ok().map(|different| table.height() as u64 - different)
}

/// Different rows of some columns, nulls equal to one another.
fn different(table: &Table, names: &[String]) -> Checked<u64> {
    let columns: Vec<Expr> = names.iter().map(|name| col(name.as_str())).collect();
    let plan = frame::distinct(table.frame.clone().lazy().select(columns), None, UniqueKeepStrategy::Any);
    let counted = frame::collect(plan.select([len().alias("rows")]))?;
    let rows = counted.column("rows").and_then(|rows| rows.get(0)).map_err(|error| frame::fault(&error))?;
    Ok(rows.extract::<u64>().unwrap_or(0))
}

#[cfg(test)]
mod tests;
