//! The contract of an exercise, held against the tables of the last run.

use pack::file::deliverables::{Deliverable, DeliverableColumn};
use protocol::report::RunReport;
use protocol::table::{ColumnType, TableInfo};
use protocol::{Step, StepId, TableRef};
use serde_json::{Map, json};

/// The operation, and its version, whose effect tells how many rows repeat a key.
const BY_KEY: (&str, u32) = ("deduplicate", 1);

/// How something that is to be handed in stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// As the contract says.
    Yes,
    /// Not there, and need not be.
    Optional,
    /// Not there.
    Missing,
    /// A column of another type.
    OtherType(ColumnType),
    /// A column with empty cells where none may be; so many.
    Empty(u64),
    /// Rows with the key of an earlier one; so many.
    Repeated(u64),
    /// Not looked at yet.
    Unknown,
    /// A table of which something is not as it must be.
    Broken,
}

impl Held {
    /// Key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Yes => "contract-yes",
            Self::Optional => "contract-optional",
            Self::Missing => "contract-missing",
            Self::OtherType(_) => "contract-other-type",
            Self::Empty(_) => "contract-empty",
            Self::Repeated(_) => "contract-repeated",
            Self::Unknown => "contract-unknown",
            Self::Broken => "contract-broken",
        }
    }

    /// Whether nothing is to be done.
    pub fn is_fine(self) -> bool {
        matches!(self, Self::Yes | Self::Optional)
    }
}

/// How a table that is handed in stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableHeld {
    /// As a whole.
    pub held: Held,
    /// Its columns, in the order of the contract.
    pub columns: Vec<Held>,
    /// Its key; nothing where the contract has none.
    pub key: Option<Held>,
    /// Rows that it has.
    pub rows: Option<u64>,
}

/// The table of a run that a deliverable names.
pub fn table<'a>(deliverable: &Deliverable, report: &'a RunReport) -> Option<&'a TableInfo> {
    let wanted = deliverable.table_ref()?;
    report.tables.iter().find(|info| info.table == wanted)
}

/// A step over a table whose rows that go are those that repeat the key of the contract; none where there is no key,
/// or where the table lacks a column of it.
pub fn key_step(deliverable: &Deliverable, info: &TableInfo) -> Option<Step> {
    let is_there = |name: &String| info.columns.iter().any(|column| column.name == *name);
    if deliverable.key.is_empty() || !deliverable.key.iter().all(is_there) {
        return None;
    }
    let params = Map::from_iter([("keys".to_owned(), json!(deliverable.key)), ("keep".to_owned(), json!("first"))]);
    let port = |table: TableRef| [("main".to_owned(), table)].into();
    Some(Step {
        id: StepId(String::new()),
        op: BY_KEY.0.to_owned(),
        op_version: BY_KEY.1,
        params,
        inputs: port(info.table.clone()),
        outputs: port(info.table.clone()),
        note: String::new(),
        disabled: false,
        extra: Map::new(),
    })
}

/// Holds a deliverable against a table. `nulls` gives the empty cells of a column, `repeated` the rows that repeat a
/// key, where they are known.
pub fn hold(
    deliverable: &Deliverable,
    info: Option<&TableInfo>,
    nulls: impl Fn(&str) -> Option<u64>,
    repeated: Option<u64>,
) -> TableHeld {
    let has_key = !deliverable.key.is_empty();
    let Some(info) = info else {
        let held = if deliverable.required { Held::Missing } else { Held::Optional };
        let columns = vec![held; deliverable.columns.len()];
        return TableHeld { held, columns, key: has_key.then_some(held), rows: None };
    };
    let columns: Vec<Held> = deliverable.columns.iter().map(|column| column_held(column, info, &nulls)).collect();
    let key = has_key.then(|| key_held(deliverable, info, repeated));
    let held = match key {
        _ if !columns.iter().all(|column| column.is_fine()) => Held::Broken,
        None | Some(Held::Yes) => Held::Yes,
        Some(Held::Unknown) => Held::Unknown,
        Some(_) => Held::Broken,
    };
    TableHeld { held, columns, key, rows: Some(info.rows) }
}

fn key_held(deliverable: &Deliverable, info: &TableInfo, repeated: Option<u64>) -> Held {
    match repeated {
        _ if key_step(deliverable, info).is_none() => Held::Missing,
        None => Held::Unknown,
        Some(0) => Held::Yes,
        Some(count) => Held::Repeated(count),
    }
}

fn column_held(column: &DeliverableColumn, info: &TableInfo, nulls: &impl Fn(&str) -> Option<u64>) -> Held {
    let Some(found) = info.columns.iter().find(|found| found.name == column.name) else { return Held::Missing };
    // A whole number is a number.
    let fits = found.kind == column.kind || (found.kind, column.kind) == (ColumnType::Integer, ColumnType::Number);
    match nulls(&column.name) {
        _ if !fits => Held::OtherType(found.kind),
        Some(count) if count > 0 && !column.nullable => Held::Empty(count),
        _ => Held::Yes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::table::ColumnInfo;
    use protocol::{TableRef, Zone};

    fn deliverable(required: bool) -> Deliverable {
        let column = |name: &str, kind, nullable| DeliverableColumn {
            name: name.into(),
            kind,
            nullable,
            values: Vec::new(),
            label: None,
        };
        Deliverable {
            table: "staging.found".into(),
            label: Default::default(),
            required,
            source_references: false,
            key: Vec::new(),
            columns: vec![column("a", ColumnType::Number, false), column("b", ColumnType::Text, true)],
        }
    }

    fn report(columns: &[(&str, ColumnType)]) -> RunReport {
        let columns = columns.iter().map(|(name, kind)| ColumnInfo { name: (*name).into(), kind: *kind }).collect();
        let table = TableRef::new(Zone::Staging, "found");
        let info = TableInfo { table, rows: 3, columns, ordered: false, bytes: 0 };
        RunReport { tables: vec![info], ..RunReport::default() }
    }

    #[test]
    fn what_is_not_as_it_must_be_is_said_where_it_is() {
        use ColumnType::{Date, Integer, Text};
        for (columns, nulls, held, expected) in [
            (vec![("a", Integer), ("b", Text)], 0, Held::Yes, [Held::Yes, Held::Yes]),
            (vec![("a", Integer), ("b", Text)], 2, Held::Broken, [Held::Empty(2), Held::Yes]),
            (vec![("a", Date), ("more", Text)], 2, Held::Broken, [Held::OtherType(Date), Held::Missing]),
        ] {
            let (deliverable, report) = (deliverable(true), report(&columns));
            let found = hold(&deliverable, table(&deliverable, &report), |_| Some(nulls), None);
            let expected = TableHeld { held, columns: expected.to_vec(), key: None, rows: Some(3) };
            assert_eq!(found, expected, "{columns:?}");
        }
    }

    #[test]
    fn a_key_is_held_once_it_was_looked_at() {
        use ColumnType::{Integer, Text};
        for (columns, repeated, held, key) in [
            (vec![("a", Integer), ("b", Text)], None, Held::Unknown, Held::Unknown),
            (vec![("a", Integer), ("b", Text)], Some(0), Held::Yes, Held::Yes),
            (vec![("a", Integer), ("b", Text)], Some(2), Held::Broken, Held::Repeated(2)),
            (vec![("a", Integer)], Some(0), Held::Broken, Held::Missing),
        ] {
            let deliverable = Deliverable { key: vec!["a".into(), "b".into()], ..deliverable(true) };
            let found = hold(&deliverable, table(&deliverable, &report(&columns)), |_| None, repeated);
            assert_eq!((found.held, found.key), (held, Some(key)), "{columns:?} {repeated:?}");
        }
    }

    #[test]
    fn a_table_that_is_not_there_is_missing_only_where_it_must_be() {
        for (required, held) in [(true, Held::Missing), (false, Held::Optional)] {
            let found = hold(&deliverable(required), None, |_| None, None);
            assert_eq!((found.held, found.rows), (held, None));
        }
    }
}
