//! One specification with every kind of column and of dirt gives the digests that are written down, on every machine:
//! these tests run natively and, compiled for wasm, in a browser.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::collections::{BTreeMap, BTreeSet};

use generate::{DataSpec, Scale, digest, generate};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

const SPEC: &str = include_str!("golden/every_kind.json");
const DIGESTS: &str = include_str!("golden/digests.json");

fn spec() -> DataSpec {
    serde_json::from_str(SPEC).unwrap()
}

#[test]
fn digests_are_what_they_were() {
    let written: BTreeMap<String, String> = serde_json::from_str(DIGESTS).unwrap();
    assert!(written.len() >= 2);
    let spec = spec();
    for (seed, expected) in &written {
        let generated = generate(&spec, seed, Scale::Practice).unwrap();
        assert_eq!(digest(&generated), *expected, "seed {seed}: write it down if you know why it changed");
    }
    let unique: BTreeSet<&String> = written.values().collect();
    assert_eq!(unique.len(), written.len());
}

#[test]
fn every_kind_is_in_the_specification() {
    let spec = spec();
    let used: BTreeSet<&str> =
        spec.tables.iter().flat_map(|table| &table.columns).map(|column| column.kind.as_str()).collect();
    let known: BTreeSet<&str> = generate::column::KINDS.iter().map(|entry| entry.name).collect();
    assert_eq!(used, known);
    let used: BTreeSet<&str> = spec.dirt.iter().map(|dirt| dirt.kind.as_str()).collect();
    let known: BTreeSet<&str> = generate::dirt::KINDS.iter().map(|entry| entry.name).collect();
    assert_eq!(used, known);
}

// Schemas are for native tools.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn registries_are_in_order_and_have_schemas() {
    let columns: Vec<&str> = generate::column::KINDS.iter().map(|entry| entry.name).collect();
    let dirt: Vec<&str> = generate::dirt::KINDS.iter().map(|entry| entry.name).collect();
    assert!(columns.is_sorted() && dirt.is_sorted());
    for entry in generate::column::KINDS {
        let schema = entry.schema().to_value();
        assert_eq!(schema["additionalProperties"], false, "{}: unknown parameters must be refused", entry.name);
        assert!(schema["description"].as_str().is_some_and(|text| text.len() > 30), "{}", entry.name);
    }
}

#[test]
fn a_specification_is_written_as_it_is_read() {
    let spec = spec();
    let again: DataSpec = serde_json::from_value(serde_json::to_value(&spec).unwrap()).unwrap();
    assert_eq!(spec, again);
}
