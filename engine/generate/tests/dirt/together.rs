//! Many dirts at once: conditions, rates, and a truth that stays whole.

use std::collections::{BTreeMap, BTreeSet};

use generate::value::Cell;
use serde_json::{Value, json};

use super::laws::laws;
use super::rows::fuzzy;
use super::{ROWS, column, dirt, made, people};

/// Many dirts, several on the same columns.
fn all_at_once() -> Value {
    let twins = json!({"rate": 0.02, "when": "surface > 50", "differ": [
        {"column": "id", "how": "next"}, {"column": "nir", "how": "key", "scheme": "nir"}]});
    let mut all = vec![dirt("genuine_extremes", &["rent"], &json!({"rate": 0.01})), dirt("twins", &[], &twins)];
    all.extend(laws().into_iter().map(|law| law.dirt));
    all.push(dirt("swapped_columns", &["first", "last"], &json!({})));
    all.push(dirt("swapped_columns", &["postcode", "surface"], &json!({})));
    all.push(fuzzy());
    all.push(dirt("exact_duplicates", &[], &json!({"rate": 0.03})));
    all.push(json!({"kind": "lost_rows", "table": "agencies", "count": 3}));
    Value::Array(all)
}

#[test]
fn originals_and_untouched_cells_are_the_clean_table() {
    for seed in ["1", "2"] {
        let (clean, generated) = (made(&json!([]), seed), made(&all_at_once(), seed));
        let (before, after) = (people(&clean), people(&generated));
        let genuine: BTreeSet<u32> = generated.ledger.genuine[0].rows.iter().copied().collect();
        for (place, column) in after.columns().iter().enumerate() {
            let truth = generated.ledger.truth("people", &column.name);
            for row in 0..ROWS {
                let found = truth.get(&row).copied().unwrap_or_else(|| column.cell(row));
                if column.name == "rent" && genuine.contains(&row) {
                    let factor = found.number().unwrap() / before.cell(place, row).number().unwrap();
                    assert!((factor - 5.0).abs() < 0.01 || (factor - 10.0).abs() < 0.01, "{factor}");
                } else {
                    assert_eq!(found, before.cell(place, row), "{} {row}", column.name);
                }
            }
        }
    }
}

#[test]
fn a_cell_has_one_kind_unless_kinds_compose() {
    let generated = made(&all_at_once(), "3");
    let mut seen = BTreeMap::new();
    for entry in generated.ledger.entries().filter(|entry| entry.kind != "schema_drift") {
        if let Some(column) = entry.column {
            let before = seen.insert((column.to_owned(), entry.row), entry.kind);
            assert!(before.is_none_or(|before| before == entry.kind), "{before:?} {entry:?}");
        }
    }
    assert!(seen.len() > 5000);
}

#[test]
fn conditions_and_formulas_choose_the_rows() {
    let clean = made(&json!([]), "1");
    let typos = json!({"rate": null, "count": 100, "when": "surface > 100 and active"});
    let outliers = json!({"rate": "if(surface > 100, 0.5, 0.1)"});
    let dirts = json!([dirt("typos", &["last"], &typos), dirt("outliers", &["rent"], &outliers)]);
    let generated = made(&dirts, "1");
    let (surface, active) = (column(&clean, "surface"), column(&clean, "active"));
    let rows = |kind: &str| {
        let entries = generated.ledger.entries().filter(|entry| entry.kind == kind);
        entries.map(|entry| entry.row).collect::<Vec<u32>>()
    };
    let large = |row: &u32| surface.number(*row).unwrap() > 100.0;
    assert_eq!(rows("typos").len(), 100);
    assert!(rows("typos").iter().all(|row| large(row) && active.cell(*row) == Cell::Boolean(true)));
    for (is_large, probability) in [(true, 0.5), (false, 0.1)] {
        let count = (0..ROWS).filter(|row| large(row) == is_large).count() as f64;
        let found = rows("outliers").iter().filter(|row| large(row) == is_large).count() as f64;
        let limit = 5.0 * (count * probability * (1.0 - probability)).sqrt();
        assert!((found - count * probability).abs() < limit, "{found} of {count}");
    }
}

#[test]
fn dirt_moves_no_other_dirt() {
    let (first, second) = (dirt("typos", &["town"], &json!({})), dirt("outliers", &["rent"], &json!({})));
    let rows = |dirt: Value| {
        let generated = made(&dirt, "1");
        let entries = generated.ledger.entries().filter(|entry| entry.kind == "outliers");
        entries.map(|entry| entry.row).collect::<Vec<u32>>()
    };
    assert_eq!(rows(json!([first, second])), rows(json!([second])));
}
