//! Kinds that copy, drop and exchange, and extremes that are true.

use std::collections::BTreeSet;

use generate::Generated;
use generate::checksum::{iban_is_valid, luhn_is_valid, nir_key};
use serde_json::{Value, json};

use super::{ROWS, column, dirt, made, people};

pub fn fuzzy() -> Value {
    let changes = json!({"rate": 0.04, "copies": 2, "least": 2, "most": 3, "changes": [
        {"how": "typo", "column": "last"},
        {"how": "abbreviation", "column": "town", "words": {"Saint": "St"}},
        {"how": "initial", "column": "first"},
        {"how": "digit", "column": "phone"},
        {"how": "digits", "column": "phone", "last": 4},
        {"how": "missing", "column": "siren"},
        {"how": "date", "column": "born", "format": "%Y/%m/%d"},
        {"how": "noise", "column": "last", "form": "upper"},
        {"how": "other", "column": "town"},
        {"how": "swap", "column": "first", "with": "last"}
    ]});
    dirt("fuzzy_duplicates", &[], &changes)
}

#[test]
fn fuzzy_duplicates_differ_and_are_one_entity() {
    let generated = made(&json!([fuzzy()]), "1");
    let table = people(&generated);
    let groups: Vec<&[u32]> = generated.ledger.entities["people"].groups().collect();
    assert_eq!(groups.len(), 240);
    for group in groups {
        let [row, copies @ ..] = group else { panic!("a group") };
        assert_eq!(copies.len(), 2);
        for copy in copies {
            let columns = table.columns().iter().filter(|column| column.cell(*row) != column.cell(*copy));
            let differ: BTreeSet<&str> = columns.map(|column| column.name.as_str()).collect();
            assert!((1..=4).contains(&differ.len()), "{differ:?}");
            let entries = generated.ledger.entries().filter(|entry| entry.row == *copy);
            let marked: BTreeSet<&str> = entries.filter_map(|entry| entry.column).collect();
            assert_eq!(differ, marked);
        }
    }
    assert_eq!(table.order().len(), ROWS as usize + 480);
}

#[test]
fn some_changes_happen_to_every_copy() {
    let mut dirt = fuzzy();
    dirt["always"] = json!([{"how": "digits", "column": "iban", "last": 8}]);
    let generated = made(&json!([dirt]), "1");
    let table = people(&generated);
    let iban = column(&generated, "iban");
    for group in generated.ledger.entities["people"].groups() {
        for copy in &group[1..] {
            assert_ne!(iban.cell(group[0]), iban.cell(*copy));
            let differ = table.columns().iter().filter(|column| column.cell(group[0]) != column.cell(*copy)).count();
            assert!((2..=5).contains(&differ), "the others happen too: {differ}");
        }
    }
}

#[test]
fn twins_are_alike_and_no_entity() {
    let differ = json!({"rate": 0.05, "differ": [
        {"column": "id", "how": "next"},
        {"column": "number", "how": "next"},
        {"column": "nir", "how": "key", "scheme": "nir"},
        {"column": "iban", "how": "key", "scheme": "iban"},
        {"column": "siren", "how": "key", "scheme": "luhn"},
        {"column": "phone", "how": "digits", "last": 8},
        {"column": "town", "how": "other"},
        {"column": "full", "how": "formula", "formula": "last || ' ' || first || ' ' || id"}
    ]});
    let (clean, generated) = (made(&json!([]), "1"), made(&json!([dirt("twins", &[], &differ)]), "1"));
    assert_eq!(generated.ledger.twins.len(), 300);
    assert_eq!((generated.ledger.entries().count(), generated.ledger.entities.len()), (0, 0));
    let of = |name: &str, row: u32| column(&generated, name).cell(row).to_string();
    for name in ["id", "nir", "iban", "siren", "phone"] {
        let before: BTreeSet<String> = (0..ROWS).map(|row| column(&clean, name).cell(row).to_string()).collect();
        let twins = generated.ledger.twins.iter().map(|alike| of(name, alike.rows[1]));
        let fresh: BTreeSet<String> = twins.collect();
        assert!(fresh.len() == 300 && fresh.is_disjoint(&before), "{name}");
    }
    for alike in &generated.ledger.twins {
        let [row, twin] = alike.rows[..] else { panic!("a pair") };
        for same in ["first", "last", "born", "agency", "rent"] {
            assert_eq!(of(same, row), of(same, twin));
        }
        assert_ne!(of("town", row), of("town", twin));
        let number: u32 = of("number", twin).parse().unwrap();
        assert_eq!(of("id", twin), format!("L-{number:06}/B"));
        assert_eq!(of("full", twin), format!("{} {} {}", of("last", twin), of("first", twin), of("id", twin)));
        let nir = of("nir", twin).replace(' ', "");
        assert_eq!(nir_key(&nir[..13]), nir[13..].parse().ok());
        assert!(iban_is_valid(&of("iban", twin)) && luhn_is_valid(&of("siren", twin)));
    }
}

#[test]
fn swapped_cells_swap_back() {
    let swap = dirt("swapped_columns", &["first", "last"], &json!({}));
    let (clean, generated) = (made(&json!([]), "1"), made(&json!([swap]), "1"));
    let of = |generated: &Generated, name: &str, row| column(generated, name).cell(row).to_string();
    let rows: BTreeSet<u32> = generated.ledger.entries().map(|entry| entry.row).collect();
    assert_eq!(generated.ledger.entries().count(), 2 * rows.len());
    assert!(rows.len() > 500);
    for row in rows {
        assert_eq!(of(&generated, "first", row), of(&clean, "last", row));
        assert_eq!(of(&generated, "last", row), of(&clean, "first", row));
    }
}

#[test]
fn lost_rows_are_not_shown_and_named() {
    let generated = made(&json!([{"kind": "lost_rows", "table": "agencies", "count": 3}]), "1");
    let lost: BTreeSet<u32> = generated.ledger.entries().map(|entry| entry.row).collect();
    let shown = generated.tables[0].order();
    assert_eq!((lost.len(), shown.len()), (3, 37));
    assert!(shown.iter().all(|row| !lost.contains(row)));
}

#[test]
fn genuine_extremes_are_left_alone_and_are_no_dirt() {
    let extremes = dirt("genuine_extremes", &["rent"], &json!({"rate": 0.1}));
    let errors = dirt("outliers", &["rent"], &json!({"rate": 1.0}));
    let generated = made(&json!([extremes, errors]), "1");
    let genuine: BTreeSet<u32> = generated.ledger.genuine[0].rows.iter().copied().collect();
    assert_eq!(genuine.len(), 600);
    let dirty: BTreeSet<u32> = generated.ledger.entries().map(|entry| entry.row).collect();
    assert!(genuine.is_disjoint(&dirty) && genuine.len() + dirty.len() == ROWS as usize);
}
