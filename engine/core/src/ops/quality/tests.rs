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
