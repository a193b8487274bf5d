//! Figures against SciPy and pandas, and what the operations refuse.

use polars::prelude::*;
use serde_json::{Value, json};

use crate::cell;
use crate::ops::{Files, Tables, Tick, find};
use crate::source::ByteSource;
use crate::table::Table;
use crate::table_text;

struct NoFiles;

impl Files for NoFiles {
    fn open(&self, _: &str) -> Option<&dyn ByteSource> {
        None
    }
    fn identity(&self, _: &str) -> Option<String> {
        None
    }
}

fn run(operation: &str, params: &Value, inputs: &Tables) -> Tables {
    let (operation, params) = (find(operation).unwrap(), params.as_object().unwrap());
    let findings = operation.validate(params, inputs);
    assert!(findings.is_empty(), "{} {params:?}: {findings:?}", operation.name());
    let mut work = operation.start(params, inputs, &Default::default(), &NoFiles).unwrap();
    loop {
        if let Tick::Finished { tables, .. } = work.advance(&NoFiles).unwrap() {
            return tables;
        }
    }
}

fn reference() -> Value {
    serde_json::from_str(include_str!("../../../tests/reference/quality.json")).unwrap()
}

fn table(reference: &Value) -> Tables {
    let columns = reference["types"].as_object().unwrap().iter().map(|(name, kind)| {
        let cells = reference["columns"][name].as_array().unwrap();
        let numbers: Float64Chunked = cells.iter().map(Value::as_f64).collect();
        let series = match kind.as_str().unwrap() {
            "text" => cells.iter().map(Value::as_str).collect::<StringChunked>().into_series(),
            "boolean" => cells.iter().map(Value::as_bool).collect::<BooleanChunked>().into_series(),
            "integer" => numbers.into_series().cast(&DataType::Int64).unwrap(),
            "date" => numbers.into_series().cast(&DataType::Int32).unwrap().cast(&DataType::Date).unwrap(),
            _ => numbers.into_series(),
        };
        series.with_name(name.as_str().into()).into_column()
    });
    Tables::from([("main".to_owned(), Table::unordered(DataFrame::new(columns.collect()).unwrap()))])
}

fn texts(table: &Table, column: &str) -> Vec<Option<String>> {
    cell::texts(table.column(column).unwrap(), usize::MAX)
}

#[test]
fn tests_of_missing_values_are_those_of_scipy() {
    let reference = reference();
    let inputs = table(&reference["table"]);
    let cases = reference["missingness"].as_array().unwrap();
    assert!(cases.len() > 100);
    for case in cases {
        let declared = json!({"column": case["column"], "against": case["against"]});
        let params = json!({"declarations": [declared], "numbers": case["numbers"]});
        let made = &run("missingness", &params, &inputs)["main"];
        let text = |column: &str| texts(made, column)[0].clone();
        assert_eq!(text("missing"), Some(case["missing"].to_string()), "{case}");
        assert_eq!(text("tests"), Some(case["tests"].to_string()), "{case}");
        assert_eq!(text("test").as_deref(), case["test"].as_str(), "{case}");
        assert_eq!(text("against").as_deref(), case["shown"].as_str(), "{case}");
        for (name, expected) in ["statistic", "df", "p_value", "effect"].iter().zip(case["figures"].as_array().unwrap())
        {
            let found = text(name).map(|text| cell::parse_number(&text).unwrap());
            let near = match (found, expected.as_f64()) {
                (Some(found), Some(expected)) => (found - expected).abs() <= 1e-9 * expected.abs() + 1e-12,
                (found, expected) => found == expected,
            };
            assert!(near, "{name} is {found:?}: {case}");
        }
    }
}

#[test]
fn outliers_are_those_of_pandas() {
    let reference = reference();
    let inputs = table(&reference["table"]);
    let cases = reference["outliers"].as_array().unwrap();
    assert!(cases.len() > 100);
    for case in cases {
        let made = &run("flag_outliers", &case["params"], &inputs)["main"];
        let flags = made.column("flag").unwrap().bool().unwrap().clone();
        let sign = |flag: Option<bool>| flag.map_or('-', |flag| if flag { '1' } else { '0' });
        assert_eq!(flags.iter().map(sign).collect::<String>(), case["flags"], "{}", case["params"]);
    }
}

/// A value without a logarithm is far, and so is what is not finite; a spread of zero leaves nothing near but itself.
#[test]
fn what_cannot_be_measured_is_told() {
    let text = "v:number\n1.0\n1.0\n1.0\n2.0\n0.0\n-5.0\n∅\nNaN\nInfinity";
    let inputs = Tables::from([("main".to_owned(), table_text::read(text, Some("t")).unwrap())]);
    for (params, expected) in [
        (json!({"method": "iqr", "logarithm": true}), "000111--1"),
        (json!({"method": "mad"}), "000111--1"),
        (json!({"method": "zscore", "factor": 1}), "000001--1"),
        (json!({"method": "bounds", "low": 0}), "000001--0"),
        (json!({"method": "bounds", "high": 1.5}), "000100--1"),
    ] {
        let mut params = params;
        params["column"] = json!("v");
        params["into"] = json!("flag");
        let made = &run("flag_outliers", &params, &inputs)["main"];
        let flags = made.column("flag").unwrap().bool().unwrap().clone();
        let sign = |flag: Option<bool>| flag.map_or('-', |flag| if flag { '1' } else { '0' });
        assert_eq!(flags.iter().map(sign).collect::<String>(), expected, "{params}");
    }
}

#[test]
fn misfits_are_found_at_their_fields() {
    let text = "name:text | age:integer | rent:number\nCurie | 36 | 900.5";
    let one = table_text::read(text, Some("t")).unwrap();
    let mut two = one.clone();
    two.frame.with_column(Column::new("\u{1f}u".into(), [7_u32])).unwrap();
    let mut none = one.clone();
    none.frame = none.frame.drop("\u{1f}t").unwrap();
    let tables = [("one", one), ("two", two), ("none", none)];
    let fine = json!([{"kind": "old", "column": "age", "where": "age > 30"}]);
    for (operation, table, params, expected) in [
        ("report_anomalies", "one", json!({"findings": fine}), ""),
        ("report_anomalies", "two", json!({"findings": fine}), "param-required /source"),
        ("report_anomalies", "two", json!({"findings": fine, "source": "u"}), ""),
        ("report_anomalies", "two", json!({"findings": fine, "source": "v"}), "source-unknown /source"),
        ("report_anomalies", "none", json!({"findings": fine}), "source-unknown /source"),
        ("report_anomalies", "one", json!({"findings": []}), "param-required /findings"),
        (
            "report_anomalies",
            "one",
            json!({"findings": [{"kind": "", "where": ""}, {"kind": "a b", "column": "x", "where": "age"}]}),
            "param-required /findings/0/kind, param-required /findings/0/where, param-invalid /findings/1/kind, \
             column-unknown /findings/1/column, column-type /findings/1/where",
        ),
        ("missingness", "one", json!({"declarations": []}), "param-required /declarations"),
        (
            "missingness",
            "one",
            json!({"declarations": [{"column": ""}, {"column": "age", "against": "age"}, {"column": "age", "against": "x"}]}),
            "param-required /declarations/0/column, param-invalid /declarations/1/against, \
             column-unknown /declarations/2/against",
        ),
        (
            "flag_outliers",
            "one",
            json!({"column": "name", "into": "age", "by": ["x"], "factor": -1}),
            "column-type /column, column-duplicate /into, column-unknown /by/0, param-range /factor",
        ),
        ("flag_outliers", "one", json!({"column": "age", "into": "f", "method": "bounds"}), "param-required /low"),
        (
            "flag_outliers",
            "one",
            json!({"column": "age", "into": "f", "method": "bounds", "low": 2, "high": 1}),
            "param-range /high",
        ),
        (
            "flag_duplicates",
            "one",
            json!({"keys": ["x"], "compare": [], "limit": 1, "threshold": 2}),
            "column-unknown /keys/0, param-required /compare, param-range /limit, param-range /threshold",
        ),
        (
            "flag_duplicates",
            "one",
            json!({"compare": [{"column": "name", "threshold": -1}, {"column": "name"}]}),
            "param-range /compare/0/threshold, column-duplicate /compare/1/column",
        ),
    ] {
        let table = tables.iter().find(|(name, _)| *name == table).unwrap().1.clone();
        let inputs = Tables::from([("main".to_owned(), table)]);
        let found = find(operation).unwrap().validate(params.as_object().unwrap(), &inputs);
        let found = found.iter().map(|one| format!("{} {}", one.code.id(), one.place.field.as_deref().unwrap_or("?")));
        assert_eq!(found.collect::<Vec<_>>().join(", "), expected, "{operation} {params:?}");
    }
}

/// A join repeats a record of one side, and has none where there is no match: a record is reported once, and what
/// has no record is not reported.
#[test]
fn records_are_reported_once() {
    let mut joined = table_text::read("rent:integer\n1\n2\n3\n4", None).unwrap();
    joined.frame.with_column(Column::new("\u{1f}t".into(), [Some(9_u32), Some(2), None, Some(9)])).unwrap();
    joined.frame.with_column(Column::new("\u{1f}u".into(), [1_u32, 2, 3, 4])).unwrap();
    let findings = json!([{"kind": "any", "where": "true"}, {"kind": "none", "where": "NULL"}]);
    let params = json!({"source": "t", "findings": findings});
    let made = &run("report_anomalies", &params, &Tables::from([("main".to_owned(), joined)]))["main"];
    assert_eq!(texts(made, "record"), ["2", "9"].map(|record| Some(record.to_owned())));
    assert_eq!(made.provenance_names(), ["\u{1f}t", "\u{1f}u"]);
    let other = made.frame.column("\u{1f}u").unwrap().u32().unwrap().clone();
    assert_eq!(other.into_no_null_iter().collect::<Vec<_>>(), [2, 1]);
    assert!(made.ordered);
}

/// Blocks beyond the limit are named and not compared; without keys the table is one block.
#[test]
fn large_blocks_are_refused() {
    let text = "name:text | city:text\na | x\nb | x\nc | x\nd | ∅\ne | ∅\nf | ∅\ng | y";
    let inputs = Tables::from([("main".to_owned(), table_text::read(text, Some("t")).unwrap())]);
    for (keys, limit, expected) in
        [(json!(["city"]), 2, "city = x 3"), (json!(["city"]), 3, ""), (json!([]), 6, " 7"), (json!([]), 7, "")]
    {
        let params = json!({"keys": keys, "limit": limit, "compare": [{"column": "name"}]});
        let operation = find("flag_duplicates").unwrap();
        let found = operation.start(params.as_object().unwrap(), &inputs, &Default::default(), &NoFiles);
        let found = found.err().map_or(String::new(), |finding| {
            assert_eq!(finding.code.id(), "block-too-large");
            let args = serde_json::to_value(&finding.args).unwrap();
            format!("{} {}", args["block"].as_str().unwrap(), args["rows"])
        });
        assert_eq!(found, expected, "{keys} {limit}");
    }
}

/// Likeness is followed from row to row, whatever is compared first, and in pieces as at once.
#[test]
fn likeness_is_followed() {
    let mut rows = String::from("n:integer | name:text");
    for row in 0..1200 {
        rows.push_str(&format!("\n{} | {}{}", row % 2, "abcdefghij".repeat(3), row / 4 * 7919 % 1000));
    }
    let inputs = Tables::from([("main".to_owned(), table_text::read(&rows, Some("t")).unwrap())]);
    let params = json!({"keys": ["n"], "compare": [{"column": "name", "method": "exact", "threshold": 1.0}]});
    let made = run("flag_duplicates", &params, &inputs);
    assert_eq!(made["pairs"].height(), 600);
    let sizes = texts(&made["main"], "cluster_size");
    assert!(sizes.iter().all(|size| size.as_deref() == Some("2")));
    let chain = "name:text\naaaaaaaaaa\nbbbbbbbbbb\naaaaaaaabb\naaaabbbbbb\naaaaaabbbb\n∅";
    let inputs = Tables::from([("main".to_owned(), table_text::read(chain, Some("t")).unwrap())]);
    let params = json!({"compare": [{"column": "name", "method": "levenshtein", "threshold": 0.8}]});
    let made = run("flag_duplicates", &params, &inputs);
    let expected = ["1", "∅", "1", "1", "1", "∅"].map(|text| Some(text.to_owned()).filter(|text| text != "∅"));
    assert_eq!(texts(&made["main"], "cluster"), expected);
    assert_eq!(texts(&made["pairs"], "record_a"), ["1", "3", "4"].map(|text| Some(text.to_owned())));
}
