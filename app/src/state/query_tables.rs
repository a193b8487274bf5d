//! Which tables a query of a step reads, from its text: one input for each name that stands in it.
//!
//! A plain name of a raw table means the table in preparation that begins as it (`staging.a` is `raw.a` as long as
//! no step above has made `staging.a`): so a step that is put above the query later is read by it, as by any
//! other step. A name that is written with its zone means that very table.

use std::collections::{BTreeMap, BTreeSet};

use protocol::recipe::begins_as;
use protocol::{TableRef, Zone};

/// The inputs of a query over the tables above it, by the names that it writes. `known` are the inputs that the
/// step has: they stay what they are as long as they stand above. `shown` is the table that is looked at.
pub fn inputs(
    text: &str,
    tables: &[TableRef],
    known: &BTreeMap<String, TableRef>,
    shown: Option<&TableRef>,
) -> BTreeMap<String, TableRef> {
    let text = text.to_lowercase();
    let words: BTreeSet<&str> =
        text.split(|char: char| !char.is_alphanumeric() && !matches!(char, '_' | '.' | '@')).collect();
    let mentions = |name: &str| {
        words.iter().any(|word| word.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
    };
    let mut inputs = BTreeMap::<String, TableRef>::new();
    for table in tables {
        let full = table.to_string();
        if mentions(&full.to_lowercase()) {
            inputs.insert(full, table.clone());
        }
        if !mentions(&table.name.to_lowercase()) {
            continue;
        }
        // Of several zones the one that is looked at is meant, else the one furthest on its way.
        if inputs.get(&table.name).is_none_or(|other| Some(other) != shown) {
            inputs.insert(table.name.clone(), table.clone());
        }
    }
    for (name, table) in &mut inputs {
        let kept = known.get(name).filter(|kept| stands(kept, tables));
        match kept {
            Some(kept) => *table = kept.clone(),
            None if !name.contains('.') => *table = in_preparation(table, tables),
            None => {}
        }
    }
    inputs
}

/// The table in preparation that begins as a raw one, where none has been made yet; else the table itself.
pub fn in_preparation(table: &TableRef, tables: &[TableRef]) -> TableRef {
    let prepared = TableRef { zone: Zone::Staging, ..table.clone() };
    if table.zone == Zone::Raw && !tables.contains(&prepared) { prepared } else { table.clone() }
}

fn stands(table: &TableRef, tables: &[TableRef]) -> bool {
    tables.contains(table) || begins_as(table).is_some_and(|raw| tables.contains(&raw))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(name: &str) -> TableRef {
        name.parse().unwrap()
    }

    #[test]
    fn names_mean_the_table_on_its_way() {
        for (text, tables, known, shown, expected) in [
            ("select * from a", &["raw.a"][..], &[][..], None, &["a=staging.a"][..]),
            ("select * from A", &["raw.a", "staging.a"], &[], None, &["a=staging.a"]),
            ("select * from a", &["raw.a", "staging.a"], &[], Some("raw.a"), &["a=raw.a"]),
            (
                "select a.x from a join b on a.i = b.i",
                &["raw.a", "warehouse.b"],
                &[],
                None,
                &["a=staging.a", "b=warehouse.b"],
            ),
            ("select * from raw.a", &["raw.a", "staging.a"], &[], None, &["raw.a=raw.a"]),
            ("select raw.a.x from raw.a", &["raw.a"], &[], None, &["raw.a=raw.a"]),
            // A step that was written to read the raw table goes on reading it.
            ("select * from a", &["raw.a"], &[("a", "raw.a")], None, &["a=raw.a"]),
            ("select * from a", &["raw.a"], &[("a", "staging.a")], None, &["a=staging.a"]),
            ("select * from a", &["raw.a"], &[("a", "warehouse.a")], None, &["a=staging.a"]),
            ("select * from ab", &["raw.a"], &[], None, &[]),
        ] {
            let tables: Vec<TableRef> = tables.iter().map(|name| table(name)).collect();
            let known = known.iter().map(|(port, name)| ((*port).to_owned(), table(name))).collect();
            let found = inputs(text, &tables, &known, shown.map(table).as_ref());
            let found: Vec<String> = found.iter().map(|(port, table)| format!("{port}={table}")).collect();
            assert_eq!(found, expected, "{text} over {tables:?}");
        }
    }
}
