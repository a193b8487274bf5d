//! What an autopilot finds without having read a brief, what a ledger says, and which files lose values.

use std::collections::BTreeMap;

use protocol::score::{CheckSpec, Instance};
use serde_json::{Value, json};

use super::{Evidence, autopilot, score};
use crate::instance::{Made, Overlay};
use crate::ops::Files;
use crate::recipe::{Advance, Purpose, Run, Session};
use crate::source::ByteSource;
use crate::table_text;

struct Nothing;

impl Files for Nothing {
    fn open(&self, _: &str) -> Option<&dyn ByteSource> {
        None
    }
    fn identity(&self, _: &str) -> Option<String> {
        None
    }
}

fn made(spec: &Value) -> Made {
    let (seed, scale) = ("1".to_owned(), "practice".to_owned());
    Made::at_once(Instance { spec: spec.to_string(), seed, scale }).unwrap()
}

fn clients() -> Value {
    let dirt = |kind: &str, column: &str| json!({"kind": kind, "table": "clients", "columns": [column], "rate": 0.02});
    let mut tokens = dirt("disguised_missing", "mode");
    tokens["tokens"] = json!(["n/a", "99"]);
    let mut late = dirt("impossible_dates", "since");
    late["forms"] = json!([{"form": "calendar"}]);
    json!({
        "tables": [{"name": "clients", "rows": 2000, "columns": [
            {"name": "id", "kind": "sequence", "prefix": "C", "width": 5},
            {"name": "name", "kind": "person", "part": "family"},
            {"name": "siren", "kind": "siren"},
            {"name": "postcode", "kind": "commune", "part": "postcode", "departments": ["01", "42"]},
            {"name": "mode", "kind": "categorical", "values": ["card", "transfer"]},
            {"name": "since", "kind": "date", "from": "2001-01-01", "to": "2024-12-31"},
            {"name": "surface", "kind": "number", "distribution": {"shape": "normal", "mean": 60, "sd": 5}},
            {"name": "amount", "kind": "number", "distribution": {"shape": "normal", "mean": 500, "sd": 20}},
        ]}],
        "dirt": [
            dirt("outliers", "amount"),
            {"kind": "unit_mixups", "table": "clients", "columns": ["surface"], "rate": 0.02, "factor": 10.7639},
            dirt("mojibake", "name"),
            dirt("invalid_checksums", "siren"),
            dirt("lost_leading_zeros", "postcode"),
            tokens,
            late,
            {"kind": "fuzzy_duplicates", "table": "clients", "rate": 0.02, "changes": [{"how": "typo", "column": "name"}]},
            {"kind": "exact_duplicates", "table": "clients", "rate": 0.02},
        ],
        "files": [{"name": "clients.csv", "table": "clients", "format": "csv"}],
    })
}

#[test]
fn an_autopilot_finds_what_a_profiler_flags_and_no_more() {
    let made = made(&clients());
    let kind = |kind: &str, dirt: &str, by: &str| json!({"kind": kind, "dirt": [dirt], "by": by});
    let kinds = json!([
        kind("exact_duplicate", "exact_duplicates", "entity"),
        kind("fuzzy_duplicate", "fuzzy_duplicates", "entity"),
        kind("mojibake", "mojibake", "cell"),
        kind("invalid_key", "invalid_checksums", "cell"),
        kind("lost_zero", "lost_leading_zeros", "cell"),
        kind("disguised_missing", "disguised_missing", "cell"),
        kind("surface_unit", "unit_mixups", "cell"),
        kind("outlier", "outliers", "cell"),
        kind("impossible_date", "impossible_dates", "cell"),
    ]);
    let check = CheckSpec {
        id: "found".to_owned(),
        criterion: "c".to_owned(),
        check: "anomaly_detection".to_owned(),
        points: 100.0,
        table: Some("staging.anomalies".to_owned()),
        columns: BTreeMap::new(),
        params: json!({"kinds": kinds, "ramp": {"low": 0.0, "high": 1.0}}).as_object().cloned().unwrap(),
    };
    let checks = [check];
    let files = Overlay { made: Some(&made), host: &Nothing };
    let recipe = autopilot(&files, &["clients.csv".to_owned()], &checks).unwrap();
    let mut run = Run::start(recipe, None, Purpose::Answer);
    let mut session = Session::new(1 << 28);
    let report = loop {
        if let Advance::Finished(report) = run.advance(&mut session, &files) {
            break report;
        }
    };
    assert!(report.is_complete(), "{report:?}");
    let card = score(&checks, &Evidence::of(&run, &checks), &made.truth).unwrap();
    let shares: BTreeMap<&str, f64> =
        card.checks[0].parts.iter().map(|part| (part.name.as_str(), part.share)).collect();
    for (kind, low, high) in [
        ("exact_duplicate", 0.95, 1.0),
        ("fuzzy_duplicate", 0.0, 0.0),
        ("mojibake", 0.9, 1.0),
        ("invalid_key", 0.95, 1.0),
        ("lost_zero", 0.15, 0.6),
        ("disguised_missing", 0.9, 1.0),
        ("surface_unit", 0.7, 1.0),
        ("outlier", 0.4, 0.9),
        ("impossible_date", 0.95, 1.0),
    ] {
        assert!((low..=high).contains(&shares[kind]), "{kind}: {shares:?}");
    }
}

#[test]
fn a_ledger_names_records_of_files() {
    let spec = json!({
        "tables": [{"name": "t", "rows": 3, "columns": [
            {"name": "id", "kind": "sequence"},
            {"name": "hidden", "kind": "sequence", "hidden": true},
            {"name": "name", "kind": "categorical", "values": ["\"Zoé\"; Cie"]},
        ]}],
        "dirt": [
            {"kind": "disguised_missing", "table": "t", "columns": ["name"], "count": 3, "tokens": ["?"]},
            {"kind": "exact_duplicates", "table": "t", "count": 1},
        ],
        "files": [{"name": "t.csv", "table": "t", "format": "csv", "columns": [{"column": "id"}, {"column": "name", "name": "nom"}]}],
    });
    let ledger = made(&spec).truth.ledger().unwrap();
    let text = table_text::write(&ledger);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "file:text | record:integer | column:text | kind:text | original:text");
    assert_eq!(lines[1], "t.csv | 1 | nom | disguised_missing | \"Zoé\"; Cie");
    let copies: Vec<&&str> = lines.iter().filter(|line| line.contains("exact_duplicates")).collect();
    assert_eq!(copies.len(), 1, "{text}");
    assert!(copies[0].ends_with("| ∅ | exact_duplicates | ∅"), "{text}");
}

#[test]
fn what_a_file_cannot_hold_is_counted() {
    for (encoding, lost) in [("utf-8", None), ("windows-1252", None), ("iso-8859-5", Some(&4))] {
        let spec = json!({
            "tables": [{"name": "t", "rows": 4, "columns": [{"name": "a", "kind": "categorical", "values": ["é"]}]}],
            "files": [{"name": "t.csv", "table": "t", "format": "csv", "dialect": {"encoding": encoding}}],
        });
        assert_eq!(made(&spec).lost.get("t.csv"), lost, "{encoding}");
    }
}
