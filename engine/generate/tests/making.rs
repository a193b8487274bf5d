//! The doorway: specifications to tables, and what must hold whatever the columns are.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use generate::value::Cell;
use generate::{DataSpec, Generated, Scale, digest, generate};
use serde_json::{Value, json};

fn spec(value: Value) -> DataSpec {
    serde_json::from_value(value).unwrap()
}

fn flats() -> Value {
    json!({
        "tables": [
            {"name": "rents", "rows": {"per": "flats", "count": {"low": 0, "high": 4}}, "columns": [
                {"name": "flat", "kind": "reference", "table": "flats", "column": "id"},
                {"name": "month", "kind": "sequence", "per_parent": true},
                {"name": "size", "kind": "parent", "table": "flats", "column": "size"},
                {"name": "label", "kind": "formula", "formula": "flat || '/' || pad(place(), 2)"}
            ]},
            {"name": "flats", "rows": {"practice": 500, "exam": 5000, "stress": 50000}, "columns": [
                {"name": "twice", "kind": "formula", "formula": "size * 2", "type": "integer"},
                {"name": "id", "kind": "sequence", "prefix": "F", "width": 5},
                {"name": "size", "kind": "categorical", "values": [1, 2, 3], "weights": [1, 2, 1]},
                {"name": "note", "kind": "categorical", "values": ["a", "b"], "null_rate": 0.5, "null_when": "size = 1"}
            ]}
        ],
        "dirt": [{"kind": "exact_duplicates", "table": "flats", "rate": 0.1, "when": "size = 2"}],
        "files": [{"name": "small.csv", "table": "flats", "format": "csv", "when": "size < 3"}]
    })
}

fn made(value: Value, seed: &str) -> Generated {
    generate(&spec(value), seed, Scale::Practice).unwrap()
}

#[test]
fn tables_are_filled_in_the_order_of_their_needs() {
    let generated = made(flats(), "1");
    let [rents, flats] = &generated.tables[..] else { panic!("two tables") };
    assert_eq!((rents.name.as_str(), flats.name.as_str()), ("rents", "flats"));
    let names: Vec<&str> = flats.columns().iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["twice", "id", "size", "note"]);
    for row in 0..flats.clean_rows() {
        assert_eq!(flats.cell(0, row).number().unwrap(), 2.0 * flats.cell(2, row).number().unwrap());
    }
    assert!((700..1300).contains(&rents.clean_rows()));
    for row in 0..rents.clean_rows() {
        let Cell::Text(flat) = rents.cell(0, row) else { panic!("no flat") };
        let parent: u32 = flat[1..].parse::<u32>().unwrap() - 1;
        assert_eq!(rents.cell(2, row), flats.cell(2, parent));
        let Cell::Integer(month) = rents.cell(1, row) else { panic!("no month") };
        assert_eq!(rents.cell(3, row), Cell::Text(&format!("{flat}/{month:02}")));
    }
    let nulls = flats.columns()[3].nulls();
    assert!(nulls.rows().all(|row| flats.cell(2, flats.root(row)) == Cell::Integer(1)) && nulls.count() > 40);
}

#[test]
fn duplicates_are_of_eligible_rows_and_in_the_ledger() {
    let generated = made(flats(), "1");
    let flats = &generated.tables[1];
    let eligible = (0..500).filter(|row| flats.cell(2, *row) == Cell::Integer(2)).count();
    let groups: Vec<&[u32]> = generated.ledger.entities["flats"].groups().collect();
    assert_eq!(groups.len(), (eligible as f64 * 0.1).round() as usize);
    assert_eq!(flats.order().len(), 500 + groups.len());
    let records = flats.records();
    for group in groups {
        let [row, copy] = group else { panic!("one copy each") };
        assert_eq!((flats.root(*copy), flats.cell(1, *copy)), (*row, flats.cell(1, *row)));
        assert_eq!(flats.order()[records[*copy as usize].unwrap() as usize], *copy);
    }
    assert_eq!(generated.ledger.entries().count(), flats.order().len() - 500);
    let small = generated.files[0].as_ref().unwrap();
    assert!((0..500).all(|row| small.get(row) == (flats.cell(2, row) != Cell::Integer(3))));
}

#[test]
fn a_seed_gives_the_same_and_another_seed_something_else() {
    let first = digest(&made(flats(), "1"));
    assert_eq!(first, digest(&made(flats(), "1")));
    assert_ne!(first, digest(&made(flats(), "2")));
}

#[test]
fn a_column_more_changes_no_other() {
    let mut more = flats();
    let column = json!({"name": "other", "kind": "categorical", "values": ["x", "y"]});
    more["tables"][1]["columns"].as_array_mut().unwrap().insert(0, column);
    let (before, after) = (made(flats(), "1"), made(more, "1"));
    let (before, after) = (&before.tables[1], &after.tables[1]);
    assert_eq!(before.order(), after.order());
    for (place, column) in before.columns().iter().enumerate() {
        assert!((0..before.stored_rows()).all(|row| column.cell(row) == after.cell(place + 1, row)), "{}", column.name);
    }
}

/// A change of the specification, and the findings that it causes.
#[test]
fn faults_are_found_where_they_are() {
    let cases: [(&str, Value, &str); 13] = [
        ("/tables/1/name", json!("1x"), "name-invalid field=/tables/1/name"),
        ("/tables/1/columns/1/kind", json!("none"), "data-kind field=/tables/1/columns/1"),
        ("/tables/1/columns/1/width", json!(99), "param-range field=/tables/1/columns/1/width"),
        ("/tables/1/columns/1/weight", json!(99), "param-invalid field=/tables/1/columns/1"),
        ("/tables/1/columns/0/formula", json!("lost * 2"), "column-unknown field=/tables/1/columns/0/formula at=1:1"),
        ("/tables/1/columns/2/weights", json!([1]), "param-invalid field=/tables/1/columns/2/weights"),
        ("/tables/1/columns/3/null_when", json!("size"), "formula-type field=/tables/1/columns/3/null_when"),
        ("/tables/1/columns/2/by", json!("twice"), "data-circle field=/tables/1"),
        ("/tables/0/columns/2/via", json!("month"), "data-link field=/tables/0/columns/2/via"),
        ("/tables/0/rows/per", json!("houses"), "data-table field=/tables/0/rows/per"),
        ("/tables/1/rows/stress", json!(400_000_000), "data-too-large field=/tables"),
        ("/dirt/0/when", json!("size ="), "formula-end field=/dirt/0/when at=1:7"),
        ("/files/0/table", json!("houses"), "data-table field=/files/0/table"),
    ];
    for (pointer, value, expected) in cases {
        let mut changed = flats();
        let (above, name) = pointer.rsplit_once('/').unwrap();
        changed.pointer_mut(above).unwrap()[name] = value;
        let findings = generate(&spec(changed), "1", Scale::Practice).unwrap_err();
        let is_found = findings.iter().any(|finding| finding.to_string().starts_with(expected));
        assert!(is_found, "{pointer}: {findings:?}");
    }
}

#[test]
fn a_table_refers_to_its_own_rows_above() {
    let generated = made(
        json!({"tables": [{"name": "parts", "rows": 200, "columns": [
            {"name": "id", "kind": "sequence", "start": 1000},
            {"name": "whole", "kind": "reference", "table": "parts", "column": "id", "null_rate": 0.1},
            {"name": "of_whole", "kind": "parent", "table": "parts", "column": "size", "via": "whole"},
            {"name": "size", "kind": "zipf", "ranks": 90, "exponent": 0.5}
        ]}]}),
        "1",
    );
    let parts = &generated.tables[0];
    let mut roots = 0;
    for row in 0..200 {
        match parts.cell(1, row) {
            Cell::Null => {
                roots += 1;
                assert!(parts.cell(2, row).is_null());
            }
            Cell::Integer(id) => {
                let above = u32::try_from(id - 1000).unwrap();
                assert!(above < row);
                assert_eq!(parts.cell(2, row), parts.cell(3, above));
            }
            cell => panic!("{cell}"),
        }
    }
    assert!((8..40).contains(&roots) && parts.cell(1, 0).is_null());
}
