//! What computations along an order share: a column, an order, groups, the name of the result.

use protocol::Checked;

use super::sort::{Key, key_columns};
use crate::frame::SortKey;
use crate::ops::Findings;
use crate::ops::columns::{listed, must_be_named, must_exist};
use crate::ops::ordered::Ordered;
use crate::table::Table;

/// Finds columns that are not there, and a name that cannot be one.
pub fn must_run_along(
    table: &Table,
    (column, name): (&str, &str),
    order: &[Key],
    groups: &[String],
    findings: &mut Findings,
) {
    must_exist(table, [("/column".to_owned(), column)], findings);
    must_exist(table, key_columns("/order", order), findings);
    must_exist(table, listed("/groups", groups), findings);
    must_be_named("/name", name, findings);
}

/// The rows of a table, arranged by groups and in an order.
///
/// # Errors
/// Of the doorway, for columns that cannot be compared.
pub fn arranged(table: &Table, groups: &[String], order: &[Key]) -> Checked<Ordered> {
    let keys: Vec<SortKey> = order.iter().map(Key::sort_key).collect();
    Ordered::of(table, groups, &keys)
}
