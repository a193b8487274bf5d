//! What the operations refuse, with the code and the field at fault.

use serde_json::{Value, json};

use crate::ops::tests::NoFiles;
use crate::ops::{self, Tables};
use crate::table_text;

/// What is said of a step, at its validation or else when it runs; empty where it is content.
fn refusals(op: &str, inputs: &[(&str, &str)], params: &Value) -> Vec<String> {
    let operation = ops::find(op).unwrap();
    let read = |(port, text): &(&str, &str)| ((*port).to_owned(), table_text::read(text, Some(port)).unwrap());
    let inputs: Tables = inputs.iter().map(read).collect();
    let params = params.as_object().unwrap();
    let mut findings = operation.validate(params, &inputs);
    if findings.is_empty()
        && let Err(finding) = operation.start(params, &inputs, &Default::default(), &NoFiles)
    {
        findings.push(*finding);
    }
    findings
        .iter()
        .map(|finding| format!("{} {}", finding.code.id(), finding.place.field.as_deref().unwrap_or_default()))
        .collect()
}

const ROWS: &str =
    "k:text | n:text | v:integer | d:date\na | x | 9223372036854775807 | 2024-01-01\na | x | 1 | ∅\nb | k | 1 | ∅";

#[test]
fn steps_say_what_they_cannot_do() {
    let cases = [
        ("pivot", json!({"keys": ["k"], "names": "n", "values": ["v"]}), "key-repeated /aggregate"),
        (
            "pivot",
            json!({"keys": ["k"], "names": "n", "values": ["v"], "aggregate": "first"}),
            "column-duplicate /names",
        ),
        ("pivot", json!({"names": "n", "values": ["v"], "aggregate": "max", "limit": 1}), "result-too-wide /limit"),
        ("pivot", json!({"names": "n", "values": ["v"], "limit": 9000}), "param-range /limit"),
        ("pivot", json!({"names": "z", "values": []}), "column-unknown /names, param-required /values"),
        ("pivot", json!({"names": "n", "values": ["k"], "aggregate": "mean"}), "sql-argument-type /values/0"),
        ("aggregate", json!({"measures": [{"name": "\u{1f}t"}]}), "param-required /measures/0/name"),
        ("unpivot", json!({}), "param-required /columns"),
        ("unpivot", json!({"columns": ["v"], "value_column": "k"}), "column-duplicate /value_column"),
        (
            "unpivot",
            json!({"columns": ["v", "v"], "name_column": " "}),
            "column-duplicate /columns/1, param-required /name_column",
        ),
        ("window", json!({"columns": []}), "param-required /columns"),
        ("window", json!({"columns": [{"name": "r", "function": "rank"}]}), "param-required /order"),
        ("window", json!({"columns": [{"name": "r", "function": "lag"}]}), "param-required /columns/0/column"),
        (
            "window",
            json!({"columns": [{"name": "r", "function": "sum", "column": "k"}]}),
            "column-type /columns/0/column",
        ),
        ("window", json!({"columns": [{"name": "r", "function": "ntile", "n": 0}]}), "param-range /columns/0/n"),
        ("window", json!({"columns": [{"name": "r", "function": "sum", "column": "v"}]}), "sql-overflow "),
        ("rank", json!({"column": "z", "name": ""}), "column-unknown /column, param-required /name"),
        ("cumulative", json!({"column": "v"}), "sql-overflow /column"),
        ("cumulative", json!({"column": "v", "function": "mean"}), ""),
        ("cumulative", json!({"column": "d"}), "column-type /column"),
        ("difference", json!({"column": "k"}), "column-type /column"),
        ("difference", json!({"column": "d", "method": "relative_change"}), "column-type /column"),
        ("difference", json!({"column": "k", "method": "lag"}), ""),
        ("top", json!({"keys": [], "count": 0}), "param-range /count, param-required /keys"),
        ("explode", json!({"column": "k"}), "param-required /separator"),
        ("explode", json!({"column": "v", "separator": ","}), "column-type /column"),
        ("explode", json!({"column": "k", "separator": ",", "position": "v"}), "column-duplicate /position"),
        ("one_hot", json!({"column": "v", "limit": 1}), "result-too-wide /limit"),
        ("one_hot", json!({"column": "k", "categories": ["v", "v"]}), "column-duplicate /categories/1"),
    ];
    for (op, params, expected) in cases {
        assert_eq!(refusals(op, &[("main", ROWS)], &params).join(", "), expected, "{op} {params}");
    }
}

#[test]
fn steps_over_two_tables_say_what_they_cannot_do() {
    let other = "k:text | at:datetime | v:number\na | 2024-01-01T00:00:00 | 1.0\na | ∅ | ∅";
    let on = |left: &str, right: &str| json!({"left": left, "right": right});
    let cases = [
        ("union", ["a", "b"], json!({}), ""),
        ("union", ["a", "b"], json!({"source": "k"}), "column-duplicate /source"),
        ("compare", ["before", "after"], json!({"keys": ["k"]}), "key-repeated /keys"),
        ("compare", ["before", "after"], json!({"keys": ["n"]}), "column-unknown /keys/0"),
        (
            "compare",
            ["before", "after"],
            json!({"keys": [], "tolerance": -1.0}),
            "param-required /keys, param-range /tolerance",
        ),
        ("join", ["left", "right"], json!({"keys": [on("k", "k"), on("k", "k")]}), "column-duplicate /keys/1/left"),
        (
            "join",
            ["left", "right"],
            json!({"keys": [on("k", "k"), on("n", "k")], "cardinality": "one_to_one"}),
            "join-cardinality /cardinality",
        ),
        ("asof_join", ["left", "right"], json!({"on": on("v", "v")}), ""),
        (
            "asof_join",
            ["left", "right"],
            json!({"on": on("v", "v"), "tolerance": 1, "unit": "days"}),
            "param-invalid /unit",
        ),
        ("asof_join", ["left", "right"], json!({"on": on("d", "v")}), "column-type /on/right"),
        ("asof_join", ["left", "right"], json!({"on": on("k", "k")}), "column-type /on/left"),
        (
            "asof_join",
            ["left", "right"],
            json!({"on": on("v", "v"), "keys": [on("v", "k")]}),
            "column-type /keys/0/right",
        ),
    ];
    for (op, [one, two], params, expected) in cases {
        assert_eq!(refusals(op, &[(one, ROWS), (two, other)], &params).join(", "), expected, "{op} {params}");
    }
    assert_eq!(refusals("union", &[], &json!({})), ["step-input-missing "]);
    let mixed = [("a", "x:text\n1"), ("b", "x:integer\n1")];
    assert_eq!(refusals("union", &mixed, &json!({})), ["column-type /mixed"]);
}

#[test]
fn expectations_say_what_they_cannot_check() {
    let check = |check: Value| json!({"checks": [check]});
    let cases = [
        (json!({"checks": []}), "param-required /checks"),
        (check(json!({"kind": "unique"})), "param-required /checks/0/columns"),
        (check(json!({"kind": "in_set", "columns": ["k"]})), "param-required /checks/0/values"),
        (check(json!({"kind": "range", "columns": ["v"]})), "param-required /checks/0/low"),
        (check(json!({"kind": "range", "columns": ["d"], "low": "soon"})), "param-invalid /checks/0/low"),
        (check(json!({"kind": "range", "columns": ["d"], "high": "2024-12-31"})), ""),
        (check(json!({"kind": "row_count", "high": "-1"})), "param-invalid /checks/0/high"),
        (check(json!({"kind": "pattern", "columns": ["k"], "pattern": "("})), "param-invalid /checks/0/pattern"),
        (check(json!({"kind": "pattern", "columns": ["v"], "pattern": "a"})), "column-type /checks/0/columns/0"),
        (check(json!({"kind": "checksum", "columns": ["d"]})), "column-type /checks/0/columns/0"),
        (check(json!({"kind": "reference", "columns": ["k"], "reference": ["k"]})), "step-input-missing "),
        (check(json!({"kind": "expression"})), "param-required /checks/0/expression"),
        (check(json!({"kind": "expression", "expression": "v + 1"})), "column-type /checks/0/expression"),
        (
            json!({"on_error": "stop", "checks": [{"kind": "unique", "columns": ["k", "n"]}]}),
            "expectation-failed /checks",
        ),
        (json!({"on_error": "stop", "checks": [{"kind": "unique", "columns": ["k"], "severity": "warning"}]}), ""),
    ];
    for (params, expected) in cases {
        assert_eq!(refusals("expect", &[("main", ROWS)], &params).join(", "), expected, "{params}");
    }
}
