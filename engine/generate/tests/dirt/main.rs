//! Laws of the kinds of dirt: what each does to its cells, how many it takes, what the ledger keeps.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod hostile;
mod laws;
mod missing;
mod rows;
mod together;

use generate::value::{Column, Table};
use generate::{DataSpec, Generated, Scale, generate};
use serde_json::{Value, json};

const ROWS: u32 = 6000;

fn base() -> Value {
    let towns = ["Saint-Étienne", "Saint Denis", "Nîmes", "Lille", "Le Mans", "Épinal-sur-Saint-Vic", "ÎLE-DE-BATZ"];
    json!({
        "tables": [
            {"name": "agencies", "rows": 40, "key": ["id"], "columns": [
                {"name": "id", "kind": "sequence", "prefix": "A", "width": 2},
                {"name": "number", "kind": "sequence", "start": 10}
            ]},
            {"name": "people", "rows": ROWS, "key": ["id"], "columns": [
                {"name": "id", "kind": "sequence", "prefix": "L-", "width": 6, "suffix": "/B"},
                {"name": "number", "kind": "sequence"},
                {"name": "first", "kind": "person", "part": "given", "draw": "p"},
                {"name": "last", "kind": "person", "part": "family", "draw": "p"},
                {"name": "sex", "kind": "person", "part": "sex", "draw": "p"},
                {"name": "town", "kind": "categorical", "values": towns},
                {"name": "postcode", "kind": "categorical", "values": ["01160", "59500", "06000", "00"]},
                {"name": "born", "kind": "date", "from": "1930-01-01", "to": "2005-12-31"},
                {"name": "moved", "kind": "datetime", "from": "2006-01-01", "to": "2024-12-31"},
                {"name": "surface", "kind": "number", "type": "integer",
                    "distribution": {"shape": "uniform", "low": 9.0, "high": 180.0}},
                {"name": "rent", "kind": "number", "type": "decimal", "scale": 2,
                    "distribution": {"shape": "uniform", "low": 100.0, "high": 900.0}},
                {"name": "income", "kind": "number", "type": "number", "null_rate": 0.1,
                    "distribution": {"shape": "log_normal", "median": 20000.0, "sigma": 0.6}},
                {"name": "nir", "kind": "nir", "sex": "sex", "born": "born", "spaced": true},
                {"name": "iban", "kind": "iban"},
                {"name": "siren", "kind": "siren"},
                {"name": "phone", "kind": "phone"},
                {"name": "agency", "kind": "reference", "table": "agencies", "column": "id"},
                {"name": "desk", "kind": "reference", "table": "agencies", "column": "number"},
                {"name": "active", "kind": "categorical", "values": [true, false]},
                {"name": "full", "kind": "formula", "formula": "last || ' ' || first || ' ' || id"}
            ]}
        ],
        "files": [{"name": "people.csv", "table": "people", "format": "csv", "dialect": {"date": "%d/%m/%Y"}}]
    })
}

fn spec(dirt: &Value) -> DataSpec {
    let mut spec = base();
    spec["dirt"] = dirt.clone();
    serde_json::from_value(spec).unwrap()
}

fn made(dirt: &Value, seed: &str) -> Generated {
    generate(&spec(dirt), seed, Scale::Practice).unwrap_or_else(|findings| panic!("{dirt}: {findings:?}"))
}

fn people(generated: &Generated) -> &Table {
    &generated.tables[1]
}

fn column<'a>(generated: &'a Generated, name: &str) -> &'a Column {
    people(generated).column(name).unwrap().1
}

/// A dirt of the table of people, one row of eight by default, with more parameters.
fn dirt(kind: &str, columns: &[&str], params: &Value) -> Value {
    let mut dirt = json!({"kind": kind, "table": "people", "columns": columns, "rate": 0.125});
    for (name, value) in params.as_object().unwrap() {
        dirt[name] = value.clone();
    }
    dirt
}
