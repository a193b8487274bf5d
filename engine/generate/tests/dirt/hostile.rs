//! Declarations that cannot be.

use generate::{Scale, generate};
use serde_json::{Value, json};

use super::{dirt, spec};

#[test]
fn hostile_declarations_are_refused_with_their_place() {
    let backwards = json!({"forms": [{"form": "year", "low": 9, "high": 1}]});
    let apart = json!({"forms": [{"form": "apart", "from": "x", "low": 0, "high": 1}]});
    let nowhere = json!({"to": {"table": "x", "column": "y"}});
    let typo = json!({"changes": [{"how": "typo", "column": "rent"}]});
    let always =
        json!({"changes": [{"how": "missing", "column": "id"}], "always": [{"how": "typo", "column": "rent"}]});
    let formula = json!({"differ": [{"how": "formula", "column": "id", "formula": "nothing"}]});
    let cases: [(&str, &[&str], Value, &str); 29] = [
        ("typos", &["town"], json!({"rate": 2}), "param-range field=/dirt/0/rate"),
        ("typos", &["town"], json!({"rate": -0.1}), "param-range field=/dirt/0/rate"),
        ("typos", &["swapped"], json!({}), "column-unknown field=/dirt/0/columns/0"),
        ("typos", &[], json!({}), "param-required field=/dirt/0/columns"),
        ("typos", &["town", "rent"], json!({}), "column-type field=/dirt/0/columns/1"),
        ("typos", &["town"], json!({"slips": []}), "param-required field=/dirt/0/slips"),
        ("typos", &["town"], json!({"slip": 1}), "param-invalid field=/dirt/0"),
        ("typos", &["town"], json!({"per_cell": 9}), "param-range field=/dirt/0/per_cell"),
        ("abbreviations", &["town"], json!({"words": {}}), "param-invalid field=/dirt/0/words"),
        ("mojibake", &["town"], json!({"encoding": "utf-8"}), "param-invalid field=/dirt/0/encoding"),
        ("unit_mixups", &["rent"], json!({"factor": 0}), "param-invalid field=/dirt/0/factor"),
        ("unit_mixups", &["rent"], json!({"factor": 1e300}), "param-range field=/dirt/0/factor"),
        ("impossible_dates", &["born"], backwards, "param-invalid field=/dirt/0/forms/0/high"),
        ("impossible_dates", &["born"], apart, "column-unknown field=/dirt/0/forms/0/from"),
        ("date_formats", &["born"], json!({"formats": ["%B"]}), "param-invalid field=/dirt/0/formats/0"),
        ("disguised_missing", &["rent"], json!({"tokens": [null]}), "param-invalid field=/dirt/0/tokens/0"),
        ("swapped_columns", &["rent"], json!({}), "param-invalid field=/dirt/0/columns"),
        ("swapped_columns", &["rent", "rent"], json!({}), "param-invalid field=/dirt/0/columns"),
        ("broken_references", &["town"], json!({}), "param-required field=/dirt/0/to"),
        ("broken_references", &["town"], nowhere, "data-table field=/dirt/0/to"),
        ("missing", &["rent"], json!({"mechanism": "mar"}), "param-required field=/dirt/0/driver"),
        ("missing", &["rent"], json!({"mechanism": "mar", "driver": "rent"}), "param-invalid field=/dirt/0/driver"),
        ("missing", &["town"], json!({"mechanism": "mnar"}), "param-required field=/dirt/0/weights"),
        ("outliers", &["rent"], json!({"factors": [10, 1]}), "param-invalid field=/dirt/0/factors/1"),
        ("fuzzy_duplicates", &[], typo, "column-type field=/dirt/0/changes/0/column"),
        ("fuzzy_duplicates", &[], always, "column-type field=/dirt/0/always/0/column"),
        ("twins", &[], formula, "column-unknown field=/dirt/0/differ/0/formula"),
        ("exact_duplicates", &[], json!({"copies": 0}), "param-range field=/dirt/0/copies"),
        ("nothing", &[], json!({}), "data-kind field=/dirt/0/kind"),
    ];
    for (kind, columns, params, expected) in cases {
        let dirt = dirt(kind, columns, &params);
        let findings = generate(&spec(&json!([dirt])), "1", Scale::Practice).unwrap_err();
        let found = findings[0].to_string();
        assert!(found.starts_with(expected), "{dirt}: {found}");
    }
}
