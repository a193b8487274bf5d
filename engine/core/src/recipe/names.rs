//! Which table a name in a query means.

use std::collections::BTreeMap;

use protocol::recipe::{Bound, begins_as};
use protocol::{Checked, Code, Diagnostic, TableRef};

/// The table that a query means by a name: `zone.name[@batch]` in full, or the plain name of the one that
/// was made last. Case does not count. A table in preparation that no step has made is the raw one that it
/// begins as.
///
/// # Errors
/// `sql-unknown-table`, with the names there are.
pub fn find(tables: &BTreeMap<TableRef, Bound>, written: &str) -> Checked<TableRef> {
    let wanted = written.to_lowercase();
    let full = tables.keys().find(|table| table.to_string().to_lowercase() == wanted);
    let plain = || {
        tables
            .iter()
            .filter(|(table, _)| table.name.to_lowercase() == wanted)
            .max_by_key(|(table, bound)| (bound.step, std::cmp::Reverse(bound.port != "main"), (*table).clone()))
            .map(|(table, _)| table)
    };
    let begins = || {
        let raw = written.parse::<TableRef>().ok().as_ref().and_then(begins_as)?;
        tables.keys().find(|table| **table == raw)
    };
    full.or_else(plain).or_else(begins).cloned().ok_or_else(|| {
        let mut candidates: Vec<String> = tables.keys().map(|table| table.name.clone()).collect();
        candidates.dedup();
        Diagnostic::new(Code::SqlUnknownTable).with("table", written).with("candidates", candidates)
    })
}
