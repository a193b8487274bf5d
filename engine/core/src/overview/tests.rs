//! Keys, nulls and drawings of small tables; the numbers of correlations against pandas and scipy.

use protocol::overview::{Mark, MissingPattern};
use serde_json::Value;

use super::*;
use crate::table_text;

fn table(text: &str) -> Table {
    table_text::read(text, Some("s")).unwrap()
}

#[test]
fn keys_are_single_columns_and_pairs() {
    let found = overview(&table(
        "id:integer | city:text | year:integer | note:text
        1 | Paris | 2023 | a
        2 | Paris | 2024 | ∅
        3 | Lyon | 2023 | b
        4 | Lyon | 2024 | b",
    ))
    .unwrap();
    assert_eq!(found.keys.found, [vec!["id".to_owned()], vec!["city".to_owned(), "year".to_owned()]]);
    assert_eq!((found.keys.pairs_tried, found.keys.pairs_left), (1, 0));
    assert_eq!((found.rows, found.columns, found.duplicate_rows), (4, 4, Some(0)));
    let twice = overview(&table("a:integer | b:text\n1 | ∅\n1 | ∅\n2 | x")).unwrap();
    assert_eq!((twice.duplicate_rows, twice.keys.found.len()), (Some(1), 0));
    assert_eq!(overview(&table("a:integer")).unwrap().keys, protocol::overview::Keys::default());
}

#[test]
fn nulls_stand_together() {
    let found = missing::missing(&table(
        "a:integer | b:text | c:number | d:text
        1 | ∅ | ∅ | x
        ∅ | ∅ | ∅ | x
        3 | ∅ | ∅ | x
        4 | y | 1.5 | x
        5 | y | 1.5 | x
        6 | y | 1.5 | x",
    ));
    assert_eq!(found.columns, [("a".to_owned(), 1), ("b".to_owned(), 3), ("c".to_owned(), 3)]);
    assert_eq!(found.together, [[1, 1, 1], [1, 3, 3], [1, 3, 3]]);
    let pattern = |names: &[&str], count| MissingPattern {
        columns: names.iter().map(|name| (*name).to_owned()).collect(),
        count,
    };
    assert_eq!(found.patterns, [pattern(&[], 3), pattern(&["b", "c"], 2), pattern(&["a", "b", "c"], 1)]);
    assert_eq!((found.distinct_patterns, found.columns_left), (3, 0));
}

#[test]
fn correlations_are_those_of_pandas_and_scipy() {
    let csv = include_str!("../../../../tests/reference/profile.csv");
    let expected: Value = serde_json::from_str(include_str!("../../../../tests/reference/profile.json")).unwrap();
    let head = csv.lines().next().unwrap().split(',').map(|name| format!("{name}:number")).collect::<Vec<_>>();
    let rows = csv
        .lines()
        .skip(1)
        .map(|line| line.split(',').map(|cell| if cell.is_empty() { "∅" } else { cell }).collect::<Vec<_>>().join("|"));
    let text = [head.join("|")].into_iter().chain(rows).collect::<Vec<_>>().join("\n");
    let found = correlation::correlations(&table(&text));
    assert_eq!(serde_json::json!(found.columns), expected["columns"]);
    for (name, found) in [("pearson", &found.pearson), ("spearman", &found.spearman)] {
        for (row, coefficients) in found.iter().enumerate() {
            for (column, coefficient) in coefficients.iter().enumerate() {
                let theirs = expected[name][row][column].as_f64();
                let same = match (coefficient, theirs) {
                    (Some(ours), Some(theirs)) => (ours - theirs).abs() < 1e-12,
                    (ours, theirs) => ours.is_none() && theirs.is_none(),
                };
                assert!(same, "{name}[{row}][{column}]: {coefficient:?}, not {theirs:?}");
            }
        }
    }
    let missing = missing::missing(&table(&text));
    assert_eq!(serde_json::json!(missing.together), expected["together"]);
}

#[test]
fn drawings_suit_their_columns() {
    let table = table(
        "city:text | rent:number | area:integer | since:date
        Paris | 900.0 | 30 | 2024-01-01
        Lyon | 650.0 | 40 | 2024-01-02
        Paris | 1100.0 | ∅ | 2024-01-02
        ∅ | ∅ | 20 | ∅",
    );
    for (column, other, mark, points, left) in [
        ("city", None, Mark::Bars, vec![("Paris", 2.0), ("Lyon", 1.0), ("∅", 1.0)], 0),
        ("city", Some("rent"), Mark::Bars, vec![("Paris", 1000.0), ("Lyon", 650.0)], 1),
        ("area", Some("rent"), Mark::Scatter, vec![("30.0", 900.0), ("40.0", 650.0)], 2),
        ("since", Some("rent"), Mark::Line, vec![("2024-01-01", 900.0), ("2024-01-02", 875.0)], 1),
        ("since", None, Mark::Histogram, vec![("2024-01-01", 1.0), ("2024-01-02", 2.0)], 1),
    ] {
        let made = chart(&table, column, other).unwrap();
        let seen: Vec<_> =
            made.points.iter().map(|point| (point.label.as_deref().unwrap_or("∅"), point.value)).collect();
        assert_eq!((made.mark, seen, made.rows_left), (mark, points, left), "{column} {other:?}");
    }
    assert!(chart(&table, "rent", Some("city")).is_err());
}
