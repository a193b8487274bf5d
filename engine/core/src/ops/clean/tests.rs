//! Repairs against pandas and SciPy, what they refuse, and that rows keep their source.

use polars::prelude::*;
use protocol::operation::Group;
use serde_json::{Map, Value, json};

use crate::ops::tests::run;
use crate::ops::{Tables, all, find};
use crate::table::{Table, is_provenance};
use crate::table_text;

fn column(name: &str, kind: &str, cells: &Value) -> Column {
    let cells = cells.as_array().unwrap();
    let numbers: Float64Chunked = cells.iter().map(Value::as_f64).collect();
    let texts: StringChunked = cells.iter().map(Value::as_str).collect();
    let series = match kind {
        "text" => texts.into_series(),
        "integer" => numbers.into_series().cast(&DataType::Int64).unwrap(),
        "date" => numbers.into_series().cast(&DataType::Int32).unwrap().cast(&DataType::Date).unwrap(),
        _ => numbers.into_series(),
    };
    series.with_name(name.into()).into_column()
}

#[test]
fn numbers_are_those_of_pandas() {
    let reference: Value = serde_json::from_str(include_str!("../../../tests/reference/clean.json")).unwrap();
    let types = reference["table"]["types"].as_object().unwrap();
    let columns =
        types.iter().map(|(name, kind)| column(name, kind.as_str().unwrap(), &reference["table"]["columns"][name]));
    let table = Table::unordered(DataFrame::new(columns.collect()).unwrap());
    let inputs = Tables::from([("main".to_owned(), table)]);
    let cases = reference["cases"].as_array().unwrap();
    assert!(cases.len() > 30);
    for case in cases {
        let made = run(find(case["operation"].as_str().unwrap()).unwrap(), &case["params"], &inputs);
        let made = made["main"].column(case["column"].as_str().unwrap()).unwrap().clone();
        let found = made.as_materialized_series().to_physical_repr().cast(&DataType::Float64).unwrap();
        let expected = case["expected"].as_array().unwrap();
        assert_eq!(found.len(), expected.len());
        for (row, (found, expected)) in found.f64().unwrap().iter().zip(expected).enumerate() {
            let near = match (found, expected.as_f64()) {
                (Some(found), Some(expected)) => (found - expected).abs() <= 1e-12 * expected.abs().max(1.0),
                (found, expected) => found == expected,
            };
            assert!(near, "{}, row {row}: {found:?} and not {expected}", case["name"]);
        }
    }
}

#[test]
fn misfits_are_found_at_their_fields() {
    let text = "name:text | age:integer | rent:number | since:date\nCurie | 36 | 900.5 | 2021-04-03";
    let inputs = Tables::from([("main".to_owned(), table_text::read(text, Some("t")).unwrap())]);
    for (operation, params, expected) in [
        ("bin", json!({"column": "name", "into": "c"}), "column-type /column"),
        ("bin", json!({"column": "age", "into": "rent"}), "column-duplicate /into"),
        ("bin", json!({"column": "age", "into": "c", "count": 0}), "param-range /count"),
        ("bin", json!({"column": "age", "into": "c", "method": "edges"}), "param-required /edges"),
        (
            "bin",
            json!({"column": "age", "into": "c", "method": "edges", "edges": [{"at": 1}, {"at": 1}]}),
            "param-range /edges/1/at",
        ),
        ("clean_text", json!({"columns": ["name"]}), "param-required /trim"),
        ("clean_text", json!({"columns": ["age"], "trim": true}), "column-type /columns/0"),
        ("conditional", json!({"name": "c", "cases": []}), "param-required /cases"),
        (
            "conditional",
            json!({"name": "", "cases": [{"when": "age", "then": "1"}, {"when": "nobody > 1", "then": "rent +"}]}),
            "param-required /name, sql-unknown-column /cases/1/when, sql-syntax /cases/1/then",
        ),
        (
            "conditional",
            json!({"name": "c", "cases": [{"when": "age", "then": "1"}]}),
            "sql-type-mismatch /cases/0/when",
        ),
        (
            "conditional",
            json!({"name": "c", "cases": [{"when": "age > 1", "then": "age"}, {"when": "true", "then": "name"}]}),
            "sql-type-mismatch /cases/1/then",
        ),
        (
            "conditional",
            json!({"name": "c", "cases": [{"when": "age > 1", "then": "age"}], "otherwise": "'none'"}),
            "sql-bad-literal /otherwise",
        ),
        ("cast", json!({"columns": ["name"], "to": "datetime", "format": "%d/%m"}), "param-invalid /format"),
        ("deduplicate", json!({"keys": ["name", "age", "name"]}), "column-duplicate /keys/2"),
        ("extract", json!({"column": "name", "pattern": "("}), "param-invalid /pattern"),
        ("extract", json!({"column": "name", "pattern": ""}), "param-required /pattern"),
        ("extract", json!({"column": "name", "pattern": "a"}), "param-invalid /pattern"),
        ("extract", json!({"column": "name", "pattern": "(a)"}), "param-required /names"),
        ("extract", json!({"column": "name", "pattern": "(?<age>a)"}), "column-duplicate /pattern"),
        ("extract", json!({"column": "name", "pattern": "(a)", "names": ["b", "c"]}), "param-invalid /names/1"),
        ("fill", json!({"columns": ["age"]}), "param-required /value"),
        ("fill", json!({"columns": ["age"], "value": "n/a"}), "sql-bad-literal /value"),
        ("fill", json!({"columns": ["age"], "value": "1.5"}), "sql-bad-literal /value"),
        ("fill", json!({"columns": ["name"], "method": "mean"}), "column-type /columns/0"),
        ("fill", json!({"columns": ["name"], "method": "forward"}), "param-required /order_by"),
        ("fill", json!({"columns": ["name", "nobody"], "method": "mode"}), "column-unknown /columns/1"),
        ("interpolate", json!({"columns": ["rent"], "order_by": "name"}), "column-type /order_by"),
        ("interpolate", json!({"columns": ["rent"], "order_by": ""}), "param-required /order_by"),
        ("merge_columns", json!({"columns": ["name"], "into": "c"}), "param-required /columns"),
        ("merge_columns", json!({"columns": ["name", "age"], "into": "name"}), "column-duplicate /into"),
        ("null_tokens", json!({"columns": ["age"], "tokens": ["-1", "n/a"]}), "sql-bad-literal /tokens/1"),
        ("null_tokens", json!({"columns": ["age"], "tokens": []}), "param-required /tokens"),
        ("parse_dates", json!({"columns": ["name"], "formats": ["%d/%m/%Y", "%d/%m"]}), "param-invalid /formats/1"),
        ("parse_dates", json!({"columns": ["name"], "pivot": 101}), "param-range /pivot"),
        ("parse_dates", json!({"columns": ["name"], "to": "datetime", "zone": "Paris"}), "param-invalid /zone"),
        ("parse_dates", json!({"columns": ["name"], "zone": "Europe/Paris"}), "param-invalid /zone"),
        ("replace", json!({"columns": ["name"], "pairs": []}), "param-required /pairs"),
        (
            "replace",
            json!({"columns": ["name"], "mode": "part", "pairs": [{"from": ""}]}),
            "param-required /pairs/0/from",
        ),
        (
            "replace",
            json!({"columns": ["name"], "mode": "pattern", "pairs": [{"from": "["}]}),
            "param-invalid /pairs/0/from",
        ),
        (
            "replace",
            json!({"columns": ["name"], "mode": "pattern", "pairs": [{"from": "(a)", "to": "$1x ${1}x $$2 $2"}]}),
            "param-invalid /pairs/0/to",
        ),
        ("split_column", json!({"column": "name", "into": []}), "param-required /into, param-required /separator"),
        (
            "split_column",
            json!({"column": "name", "by": "pattern", "separator": "*", "into": ["a"]}),
            "param-invalid /separator",
        ),
        (
            "split_column",
            json!({"column": "name", "by": "positions", "positions": [{"after": 2}, {"after": 2}], "into": ["a", "a"]}),
            "column-duplicate /into/1, param-range /positions/1/after",
        ),
    ] {
        let params = params.as_object().unwrap();
        let found = find(operation).unwrap().validate(params, &inputs);
        let found = found.iter().map(|one| format!("{} {}", one.code.id(), one.place.field.as_deref().unwrap_or("?")));
        assert_eq!(found.collect::<Vec<_>>().join(", "), expected, "{operation} {params:?}");
    }
}

#[test]
fn cells_at_the_edge_are_read_as_they_stand() {
    let far = "x:number | d:datetime\n1.0 | 9999-12-31T23:59:59.999999\n2.0 | ∅";
    for (operation, input, params, expected) in [
        (
            "cast",
            "t:text\n23:59:60\n23:59:59",
            json!({"columns": ["t"], "to": "time", "on_error": "null"}),
            "t:time\n∅\n23:59:59",
        ),
        (
            "cast",
            "t:text\n03/04/2021\n03/04/2021 07:05\n31/02/2021",
            json!({"columns": ["t"], "to": "datetime", "format": "%d/%m/%Y", "on_error": "null"}),
            "t:datetime\n2021-04-03T00:00:00\n2021-04-03T07:05:00\n∅",
        ),
        (
            "cast",
            "t:text\n03/04/2021 07:05 +0200",
            json!({"columns": ["t"], "to": "datetime", "format": "%d/%m/%Y %H:%M %z"}),
            "t:datetime\n2021-04-03T05:05:00",
        ),
        (
            "parse_dates",
            "t:text\n2021-04-03T07:05:00+02:00",
            json!({"columns": ["t"], "to": "datetime", "formats": ["%+"]}),
            "t:datetime\n2021-04-03T05:05:00",
        ),
        (
            "bin",
            "v:number\n-1.7e308\n0.5\n1.7e308",
            json!({"column": "v", "into": "c", "count": 2, "labels": "index"}),
            "v:number | c:integer\n-1.7e308 | 1\n0.5 | 2\n1.7e308 | 2",
        ),
        ("interpolate", far, json!({"columns": ["d"], "order_by": "x"}), far),
        (
            "interpolate",
            "x:number | d:date\n-Infinity | 2024-01-01\n0.0 | ∅\n1.0 | 2024-01-03",
            json!({"columns": ["d"], "order_by": "x"}),
            "x:number | d:date\n-Infinity | 2024-01-01\n0.0 | ∅\n1.0 | 2024-01-03",
        ),
    ] {
        let inputs = Tables::from([("main".to_owned(), table_text::read(input, Some("t")).unwrap())]);
        let made = run(find(operation).unwrap(), &params, &inputs);
        assert_eq!(table_text::write(&made["main"]), expected, "{operation} {params}");
    }
}

#[test]
fn types_that_only_files_bring_are_read_exactly() {
    let zone = TimeZone::opt_try_new(Some("Europe/Paris")).unwrap();
    let instants = Series::new("at".into(), [0_i64, 86_400_000_000]);
    let instants = instants.cast(&DataType::Datetime(TimeUnit::Microseconds, zone)).unwrap();
    let exact = Series::new("n".into(), [9_007_199_254_740_993_i64, 1]).cast(&DataType::Decimal(Some(38), Some(2)));
    let frame = DataFrame::new(vec![instants.into_column(), exact.unwrap().into_column()]).unwrap();
    let inputs = Tables::from([("main".to_owned(), Table::unordered(frame))]);
    let tokens = json!({"columns": ["at"], "tokens": ["1970-01-01T00:00:00Z"]});
    let made = run(find("null_tokens").unwrap(), &tokens, &inputs)["main"].column("at").unwrap().is_null();
    assert_eq!(made.into_no_null_iter().collect::<Vec<_>>(), [true, false]);
    let made = run(find("cast").unwrap(), &json!({"columns": ["n"], "to": "integer"}), &inputs);
    let made = made["main"].column("n").unwrap().i64().unwrap().clone();
    assert_eq!(made.into_no_null_iter().collect::<Vec<_>>(), [9_007_199_254_740_993, 1]);
}

#[test]
fn rows_keep_their_source_and_tables_their_order() {
    for operation in all().iter().filter(|operation| operation.info().group == Group::Clean) {
        for example in operation.info().examples {
            for ordered in [false, true] {
                let mut table = table_text::read(&example.inputs["main"], Some("t")).unwrap();
                table.ordered = ordered;
                let names = table.provenance_names();
                let made = run(*operation, &example.params, &Tables::from([("main".to_owned(), table)]));
                for (port, table) in made {
                    let place = format!("{} / {} / {port}", operation.name(), example.name);
                    let all: Vec<String> =
                        table.frame.get_column_names_str().iter().map(|&name| name.to_owned()).collect();
                    let visible = table.visible_names().len();
                    assert_eq!(all[visible..], names, "{place}");
                    assert!(all[..visible].iter().all(|name| !is_provenance(name)), "{place}");
                    let rows: Vec<u32> =
                        table.frame.column(&names[0]).unwrap().u32().unwrap().into_no_null_iter().collect();
                    assert!(rows.is_sorted(), "{place}: rows {rows:?}");
                    assert!(port != "main" || table.ordered == ordered, "{place}");
                }
            }
        }
    }
}

#[test]
fn empty_and_all_null_tables_pass() {
    for operation in all().iter().filter(|operation| operation.info().group == Group::Clean) {
        for example in operation.info().examples {
            let whole = table_text::read(&example.inputs["main"], Some("t")).unwrap();
            let empty = Table { frame: whole.frame.head(Some(0)), ordered: false };
            let made = run(*operation, &example.params, &Tables::from([("main".to_owned(), empty)]));
            assert_eq!(made["main"].height(), 0, "{}", operation.name());
            let nulls = whole.frame.get_columns().iter().map(|column| match is_provenance(column.name()) {
                true => column.clone(),
                false => Column::full_null(column.name().clone(), column.len(), column.dtype()),
            });
            let nulls = Table::unordered(DataFrame::new(nulls.collect()).unwrap());
            let rows = nulls.height();
            let made = run(*operation, &example.params, &Tables::from([("main".to_owned(), nulls)]));
            let kept: usize = made.values().map(Table::height).sum();
            assert_eq!(kept, rows, "{} / {}", operation.name(), example.name);
        }
    }
}

/// A parameter that a schema does not know is refused, not passed over.
#[test]
fn parameters_are_closed() {
    for operation in all().iter().filter(|operation| operation.info().group == Group::Clean) {
        let params = Map::from_iter([("no_such_parameter".to_owned(), json!(1))]);
        assert!(operation.check(&params).is_err(), "{}", operation.name());
    }
}
