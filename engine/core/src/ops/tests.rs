//! Every example of every operation runs and gives what it says; every schema is well formed.

use polars::prelude::*;
use protocol::{Checked, Code};
use serde_json::{Map, Value, json};

use super::{AnyOperation, Files, Tables, Tick, all};
use crate::source::ByteSource;
use crate::table::{Table, is_provenance};
use crate::table_text;

/// A host that has attached nothing.
pub struct NoFiles;

impl Files for NoFiles {
    fn open(&self, _: &str) -> Option<&dyn ByteSource> {
        None
    }
    fn identity(&self, _: &str) -> Option<String> {
        None
    }
}

/// What a step makes that nothing is wrong with.
pub fn run(operation: &dyn AnyOperation, params: &Value, inputs: &Tables) -> Tables {
    let params = params.as_object().unwrap();
    let findings = operation.validate(params, inputs);
    assert!(findings.is_empty(), "{} {params:?}: {findings:?}", operation.name());
    let mut work = operation.start(params, inputs, &Default::default(), &NoFiles).unwrap();
    loop {
        if let Tick::Finished { tables, .. } = work.advance(&NoFiles).unwrap() {
            return tables;
        }
    }
}

#[test]
fn examples_give_what_they_say() {
    for operation in all() {
        for example in operation.info().examples {
            let read = |(port, text): (&String, &String)| (port.clone(), table_text::read(text, Some(port)).unwrap());
            let inputs: Tables = example.inputs.iter().map(read).collect();
            let outputs = run(*operation, &example.params, &inputs);
            for (port, expected) in &example.outputs {
                let found = &outputs[port];
                let expected_table = table_text::read(expected, None).unwrap();
                let (found_text, expected_text) = (table_text::write(found), table_text::write(&expected_table));
                let place = format!("{} / {} / {port}", operation.name(), example.name);
                if found.ordered {
                    assert_eq!(found_text, expected_text, "{place}");
                } else {
                    assert_eq!(table_text::sorted(&found_text), table_text::sorted(&expected_text), "{place}");
                }
            }
        }
    }
}

/// The table with a column of every type that files bring, and of every value that is hard to compute with.
fn with_every_type(table: &Table) -> Table {
    let rows = table.height();
    let repeated = |cells: &[f64]| -> Vec<f64> { cells.iter().copied().cycle().take(rows).collect() };
    let odd = Series::new("odd".into(), repeated(&[f64::NAN, f64::INFINITY, -0.0, 0.0, f64::NEG_INFINITY, 1e308]));
    let plain = Series::new("plain".into(), (0..rows as i64).map(|row| row * 7 % 3).collect::<Vec<_>>());
    let lists: ListChunked =
        (0..rows).map(|row| Some(Series::new(PlSmallStr::EMPTY, vec![row as i64; row % 3]))).collect();
    let structure = DataFrame::new(vec![plain.clone().into_column()]).unwrap().into_struct("structure".into());
    let cast = |name: &str, dtype: DataType| plain.cast(&dtype).unwrap().with_name(name.into());
    let zoned = DataType::Datetime(TimeUnit::Microseconds, TimeZone::opt_try_new(Some("Europe/Paris")).unwrap());
    let large: Vec<u64> = (0..rows as u64).map(|row| u64::MAX - row % 2).collect();
    let whole: Vec<i64> = (0..rows).map(|row| if row % 2 == 0 { i64::MAX } else { i64::MIN }).collect();
    let texts: Vec<&str> = (0..rows).map(|row| ["é\u{1f}", "", " ", "\u{10ffff}\n", "İ"][row % 5]).collect();
    let made = [
        odd,
        lists.into_series().with_name("list".into()),
        structure.into_series(),
        cast("duration", DataType::Duration(TimeUnit::Microseconds)),
        cast("decimal", DataType::Decimal(Some(20), Some(2))),
        cast("zoned", zoned),
        cast("date", DataType::Date),
        cast("datetime", DataType::Datetime(TimeUnit::Microseconds, None)),
        cast("time", DataType::Time),
        plain.equal(1).unwrap().into_series().with_name("flag".into()),
        plain.cast(&DataType::String).unwrap().cast(&DataType::Binary).unwrap().with_name("bytes".into()),
        Series::new("large".into(), large),
        Series::new("whole".into(), whole),
        Series::new("texts".into(), texts),
        Series::full_null("unknown".into(), rows, &DataType::String),
    ];
    let (hidden, mut columns): (Vec<Column>, Vec<Column>) =
        table.frame.get_columns().iter().cloned().partition(|column| is_provenance(column.name()));
    columns.extend(made.into_iter().map(Series::into_column).filter(|made| table.column(made.name()).is_err()));
    columns.extend(hidden);
    Table { frame: DataFrame::new(columns).unwrap(), ordered: table.ordered }
}

/// The parameters with every field of a column, or of columns, naming this one; twice where it may.
fn renamed(params: &Value, schema: &Value, column: &str) -> Vec<Value> {
    let mut made = Vec::new();
    let widget = |schema: &Value| schema["x-widget"].as_str().map(str::to_owned);
    for (field, schema) in schema["properties"].as_object().into_iter().flatten() {
        let mut put = |value: Value| {
            let mut params = params.clone();
            params[field.as_str()] = value;
            made.push(params);
        };
        match widget(schema).as_deref() {
            Some("column") => put(json!(column)),
            Some("columns") => {
                put(json!([column]));
                put(json!([column, column]));
                let known = params[field.as_str()].as_array().cloned().unwrap_or_default();
                put(known.into_iter().chain([json!(column)]).collect());
            }
            _ if schema["items"].is_object() => {
                let known = params[field.as_str()].as_array().cloned().unwrap_or_default();
                for (place, item) in known.iter().enumerate() {
                    for changed in renamed(item, &schema["items"], column) {
                        let mut all = known.clone();
                        all.push(changed.clone());
                        put(json!(all));
                        all[place] = changed;
                        put(json!(all));
                        all.pop();
                        put(json!(all));
                    }
                }
            }
            _ if schema["properties"].is_object() => {
                renamed(&params[field.as_str()], schema, column).into_iter().for_each(put)
            }
            _ => {}
        }
    }
    made
}

#[test]
fn what_passes_validation_runs_on_every_type() {
    let attempt = |operation: &dyn AnyOperation, params: &Map<String, Value>, inputs: &Tables| -> Checked<()> {
        if !operation.validate(params, inputs).is_empty() {
            return Ok(());
        }
        let mut work = operation.start(params, inputs, &Default::default(), &NoFiles)?;
        while !matches!(work.advance(&NoFiles)?, Tick::Finished { .. }) {}
        Ok(())
    };
    let mut failures = Vec::new();
    for operation in all() {
        let info = operation.info();
        for example in &info.examples {
            let read = |(port, text): (&String, &String)| {
                (port.clone(), with_every_type(&table_text::read(text, Some(port)).unwrap()))
            };
            let whole: Tables = example.inputs.iter().map(read).collect();
            let first = |rows: usize| -> Tables {
                let cut = |table: &Table| Table { frame: table.frame.head(Some(rows)), ordered: table.ordered };
                whole.iter().map(|(port, table)| (port.clone(), cut(table))).collect()
            };
            for column in whole.values().next().map(Table::visible_names).unwrap_or_default() {
                for params in renamed(&example.params, &info.schema, &column) {
                    for (rows, inputs) in [("all", &whole), ("one", &first(1)), ("no", &first(0))] {
                        match attempt(*operation, params.as_object().unwrap(), inputs) {
                            Err(finding) if finding.code == Code::EngineInternal => {
                                failures.push(format!("{} {params}, {rows} rows: {finding}", info.name));
                            }
                            _ => {}
                        }
                    }
                }
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_operation_has_examples_or_reads_files() {
    for operation in all() {
        let info = operation.info();
        let reads_files = info.schema.to_string().contains("\"x-widget\":\"file\"");
        assert!(reads_files || !info.examples.is_empty(), "{}", info.name);
        assert!(info.outputs.first().is_some_and(|port| port.name == "main"), "{}", info.name);
    }
}

#[test]
fn schemas_are_whole() {
    for operation in all() {
        let schema = operation.info().schema;
        assert_eq!(schema["type"], "object", "{}", operation.name());
        assert_eq!(schema["additionalProperties"], false, "{}", operation.name());
        assert!(!schema.to_string().contains("$ref"), "{}", operation.name());
    }
}

#[test]
fn names_are_those_of_the_groups_in_order() {
    let names: Vec<_> = all().iter().map(|operation| (operation.info().group, operation.name())).collect();
    let mut sorted = names.clone();
    sorted.sort();
    assert_eq!(names, sorted);
}
