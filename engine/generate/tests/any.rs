//! Whatever the text, the seed or the neighbours: nothing panics, and streams stay apart.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use generate::chance::{Scatter, Seed};
use generate::formula::Formula;
use generate::value::Type;
use generate::{DataSpec, Scale, digest, generate};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Columns of several kinds, each of which must not depend on the others.
fn columns() -> Vec<Value> {
    vec![
        json!({"name": "a", "kind": "person", "part": "given", "draw": "p"}),
        json!({"name": "b", "kind": "person", "part": "family", "draw": "p"}),
        json!({"name": "c", "kind": "number", "distribution": {"shape": "normal", "mean": 0, "sd": 1}}),
        json!({"name": "d", "kind": "iban"}),
        json!({"name": "e", "kind": "date", "from": "2020-01-01", "to": "2020-12-31", "null_rate": 0.2}),
        json!({"name": "f", "kind": "pattern", "pattern": "@##", "unique": true}),
    ]
}

fn spec(columns: &[Value]) -> DataSpec {
    serde_json::from_value(json!({"tables": [{"name": "t", "rows": 50, "columns": columns}]})).unwrap()
}

/// Pieces of formulas in any order.
fn formula() -> impl Strategy<Value = String> {
    const PIECES: [&str; 33] = [
        "n",
        "t",
        "b",
        "1",
        "2.5e3",
        "'x'",
        "\"n\"",
        "(",
        ")",
        ",",
        "+",
        "-",
        "*",
        "/",
        "%",
        "||",
        "=",
        "<",
        "<=",
        "and",
        "or",
        "not",
        "in",
        "is",
        "null",
        "if(",
        "coalesce(",
        "round(",
        "left(",
        "date('2024-01-01')",
        "é",
        "'",
        "row()",
    ];
    proptest::collection::vec(proptest::sample::select(&PIECES[..]), 0..24).prop_map(|pieces| pieces.join(" "))
}

fn types(name: &str) -> Option<Type> {
    match name {
        "n" => Some(Type::Decimal),
        "t" => Some(Type::Text),
        "b" => Some(Type::Boolean),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_formula_is_read_or_its_fault_has_a_place(text in prop_oneof![formula(), any::<String>()]) {
        if let Err(error) = Formula::compile(&text, &types) {
            let span = error.place.span.unwrap();
            prop_assert!(span.column >= 1 && span.column as usize <= text.chars().count() + 1, "{error} of {text:?}");
        }
    }

    #[test]
    fn a_column_is_the_same_among_any_others(seed in ".{0,12}", kept in 0_usize..6, order in any::<bool>()) {
        let all = generate(&spec(&columns()), &seed, Scale::Practice).unwrap();
        let mut some: Vec<Value> = columns();
        if order {
            some.reverse();
        }
        let name = columns()[kept]["name"].as_str().unwrap().to_owned();
        some.retain(|column| column["name"] == name.as_str() || column["name"].as_str().unwrap() > name.as_str());
        let some = generate(&spec(&some), &seed, Scale::Practice).unwrap();
        let (_, there) = all.tables[0].column(&name).unwrap();
        let (_, here) = some.tables[0].column(&name).unwrap();
        prop_assert!((0..50).all(|row| here.cell(row) == there.cell(row)));
    }

    #[test]
    fn seeds_differ(first in ".{0,12}", second in ".{0,12}") {
        let made = |seed: &str| digest(&generate(&spec(&columns()), seed, Scale::Practice).unwrap());
        prop_assert_eq!(made(&first) == made(&second), first == second);
    }

    #[test]
    fn scattered_numbers_do_not_meet(bound in 1_u64..5000, seed in any::<u64>()) {
        let scatter = Scatter::new(&mut Seed::new(seed.to_string()).stream(&[]), bound);
        let mut seen: Vec<u64> = (0..bound).map(|number| scatter.at(number)).collect();
        seen.sort_unstable();
        prop_assert!(seen.into_iter().eq(0..bound));
    }
}
