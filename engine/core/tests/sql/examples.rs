//! Each function's example is what it says, and what DuckDB says.

use engine::cell;
use engine::sql::{Options, Query};
use engine::table_text;
use serde_json::Value;

use crate::support::folder;

/// Functions that DuckDB does not have, with the reason that they are here.
const OWN: [(&str, &str); 10] = [
    ("pattern", "facets by the shape of a text become steps"),
    ("is_valid_iban", CHECKS),
    ("is_valid_nir", CHECKS),
    ("is_valid_siren", CHECKS),
    ("is_valid_siret", CHECKS),
    ("is_valid_date", "impossible dates are found before they are read"),
    ("looks_numeric", "columns that hold numbers and words are found before they are read"),
    ("has_mojibake", "a wrong decoding is found whatever letters it spoilt"),
    ("fingerprint", MEETING),
    ("ngram_fingerprint", MEETING),
];
const CHECKS: &str = "numbers with check digits are checked where rows are looked for";
const MEETING: &str = "writings of one thing meet under a key, as in OpenRefine";

fn value_of(expression: &str) -> String {
    let values = table_text::read("x:integer\n1\n2\n4\n∅", None).unwrap();
    let example = || [("example".to_owned(), values)].into();
    let (text, tables) = if expression.contains(" OVER (") {
        let inner = format!("SELECT x, {expression} AS made FROM example");
        (format!("SELECT made FROM ({inner}) windows WHERE x = 2"), example())
    } else if expression.contains("(x") {
        (format!("SELECT {expression} AS made FROM example"), example())
    } else {
        (format!("SELECT {expression} AS made"), Default::default())
    };
    let made = Query::parse(&text).and_then(|query| query.run(&tables, Options::default()));
    let made = made.unwrap_or_else(|finding| panic!("{expression}: {finding}"));
    let value = made.frame.column("made").unwrap().get(0).unwrap().into_static();
    cell::text(&value, usize::MAX).unwrap_or_else(|| "∅".to_owned())
}

/// Equal texts, or numbers that differ in their last bits.
fn same(one: &str, two: &str) -> bool {
    match (one.parse::<f64>(), two.parse::<f64>()) {
        (Ok(one), Ok(two)) => (one - two).abs() <= 1e-12 * one.abs().max(two.abs()),
        _ => one == two,
    }
}

#[test]
fn every_example_gives_its_value() {
    let wrong: Vec<String> = engine::sql::functions()
        .into_iter()
        .filter_map(|function| {
            let (expression, expected) = function.example;
            let found = value_of(&expression);
            (!same(&found, &expected)).then(|| format!("{expression} gives {found}, not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_example_is_duckdbs_too() {
    let text = std::fs::read_to_string(folder().join("examples.json")).unwrap();
    let known: Value = serde_json::from_str(&text).unwrap();
    for function in engine::sql::functions() {
        if OWN.iter().any(|(name, _)| *name == function.name) {
            continue;
        }
        let (expression, expected) = function.example;
        let theirs = known[&expression].as_str().unwrap_or_else(|| panic!("{expression}: run examples.py again"));
        assert!(same(theirs, &expected), "{expression} is {theirs} for DuckDB, not {expected}");
    }
}
