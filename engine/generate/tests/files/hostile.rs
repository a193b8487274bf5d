//! Files that cannot be declared so.

use generate::{DataSpec, Scale, generate};
use serde_json::{Value, json};

#[test]
fn hostile_files_are_refused_with_their_place() {
    let twice = json!([{"column": "a"}, {"column": "b", "name": "a"}]);
    let paths = json!([{"column": "a", "name": "x"}, {"column": "b", "name": "x.y"}]);
    let cases: [(Value, &str); 17] = [
        (json!({"dialect": {"encoding": "latin-1"}}), "param-invalid field=/files/0/dialect/encoding"),
        (json!({"dialect": {"encoding": "windows-1252", "bom": true}}), "param-invalid field=/files/0/dialect/bom"),
        (json!({"dialect": {"date": "%d %B"}}), "param-invalid field=/files/0/dialect/date"),
        (json!({"columns": [{"column": "a", "date": "%Q"}]}), "param-invalid field=/files/0/columns/0/date"),
        (json!({"dialect": {"delimiter": "\n"}}), "param-invalid field=/files/0/dialect/delimiter"),
        (json!({"dialect": {"delimiter": "\""}}), "param-invalid field=/files/0/dialect/delimiter"),
        (json!({"dialect": {"null": "a,b"}}), "param-invalid field=/files/0/dialect/null"),
        (json!({"columns": twice}), "data-repeated field=/files/0/columns/1/name"),
        (json!({"columns": [{"column": "z"}]}), "column-unknown field=/files/0/columns/0/column"),
        (json!({"format": "fixed"}), "param-required field=/files/0/columns"),
        (json!({"format": "fixed", "columns": [{"column": "a"}]}), "param-required field=/files/0/columns/0/width"),
        (json!({"format": "jsonl", "columns": paths}), "param-invalid field=/files/0/columns/1/name"),
        (
            json!({"format": "json", "columns": [{"column": "a", "name": "x."}]}),
            "param-invalid field=/files/0/columns/0/name",
        ),
        (
            json!({"format": "xml", "columns": [{"column": "a", "name": "1x"}]}),
            "param-invalid field=/files/0/columns/0/name",
        ),
        (
            json!({"format": "xml", "columns": [{"column": "a", "name": "@x.y"}]}),
            "param-invalid field=/files/0/columns/0/name",
        ),
        (json!({"format": "xml", "dialect": {"root": "a b"}}), "param-invalid field=/files/0/dialect/root"),
        (json!({"when": "c = 1"}), "column-unknown field=/files/0/when"),
    ];
    for (change, expected) in cases {
        let mut file = json!({"name": "f", "table": "t", "format": "csv"});
        change.as_object().unwrap().iter().for_each(|(name, value)| file[name] = value.clone());
        let columns = [json!({"name": "a", "kind": "sequence"}), json!({"name": "b", "kind": "sequence"})];
        let spec = json!({"tables": [{"name": "t", "rows": 1, "columns": columns}], "files": [file]});
        let spec: DataSpec = serde_json::from_value(spec).unwrap();
        let findings = generate(&spec, "1", Scale::Practice).unwrap_err();
        let found = findings[0].to_string();
        assert!(found.starts_with(expected), "{change}: {found}");
    }
}
