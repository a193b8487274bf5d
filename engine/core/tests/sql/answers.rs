//! Every query of `queries/` answers as DuckDB does (`make_fixture.py` wrote the answers).

use std::cmp::Ordering;

use engine::cell;
use engine::sql::Query;
use engine::table::Table;
use polars::prelude::*;
use protocol::table::ColumnType;
use serde_json::Value;

use crate::support::{files, folder, named, tables};

#[test]
fn queries_answer_as_duckdb_does() {
    let tables = tables();
    let schemas = tables.iter().map(|(name, table)| (name.clone(), table.frame.schema().as_ref().clone())).collect();
    let (mut count, mut wrong) = (0, Vec::new());
    for path in files("queries") {
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let answers = std::fs::read_to_string(folder().join("answers").join(format!("{stem}.json"))).unwrap();
        let answers: Value = serde_json::from_str(&answers).unwrap();
        for (name, text) in named(&std::fs::read_to_string(&path).unwrap()) {
            count += 1;
            let outcome = Query::parse(&text).and_then(|query| {
                let schema = query.output_schema(&schemas)?;
                let table = query.run(&tables, engine::sql::Options::default())?;
                Ok((schema, table))
            });
            let problem = match outcome {
                Err(finding) => Some(finding.to_string()),
                Ok((schema, table)) if schema != **table.frame.schema() => {
                    Some(format!("schema {schema:?} but {:?}", table.frame.schema()))
                }
                Ok((_, table)) => differs(&table, &answers[&name]),
            };
            if let Some(problem) = problem {
                wrong.push(format!("{stem}/{name}: {}\n    {problem}", text.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 500, "only {count} queries");
}

fn differs(table: &Table, answer: &Value) -> Option<String> {
    let Some(rows) = answer["rows"].as_array() else { return Some(format!("DuckDB refuses: {}", answer["error"])) };
    let kinds: Vec<&str> = answer["kinds"].as_array().unwrap().iter().map(|kind| kind.as_str().unwrap()).collect();
    let columns = table.columns();
    if columns.len() != kinds.len() {
        return Some(format!("{} columns, not {}", columns.len(), kinds.len()));
    }
    for (column, kind) in columns.iter().zip(&kinds) {
        let found = serde_json::to_value(column.kind).unwrap();
        if found != *kind && *kind != "null" && column.kind != ColumnType::Other {
            return Some(format!("column {} is {found}, not {kind}", column.name));
        }
    }
    let mut ours = cells(table);
    let mut theirs: Vec<Vec<Value>> = rows.iter().map(|row| row.as_array().unwrap().clone()).collect();
    if !table.ordered {
        ours.sort_by(|left, right| by_cells(left, right));
        theirs.sort_by(|left, right| by_cells(left, right));
    }
    let same = ours.len() == theirs.len()
        && ours.iter().zip(&theirs).all(|(left, right)| left.iter().zip(right).all(|(one, two)| equal(one, two)));
    (!same).then(|| format!("ours   {}\n    theirs {}", Value::from_iter(ours), Value::from_iter(theirs)))
}

fn cells(table: &Table) -> Vec<Vec<Value>> {
    let columns: Vec<Vec<Value>> = table
        .columns()
        .iter()
        .map(|column| {
            let series = table.frame.column(&column.name).unwrap().as_materialized_series().clone();
            series.iter().map(|value| json(&value)).collect()
        })
        .collect();
    (0..table.height()).map(|row| columns.iter().map(|column| column[row].clone()).collect()).collect()
}

fn json(value: &AnyValue) -> Value {
    match value {
        AnyValue::Null => Value::Null,
        AnyValue::Boolean(value) => Value::from(*value),
        AnyValue::Int64(value) => Value::from(*value),
        AnyValue::Float64(value) if value.is_nan() => Value::from("nan"),
        AnyValue::Float64(value) if value.is_infinite() => Value::from(if *value > 0.0 { "inf" } else { "-inf" }),
        AnyValue::Float64(value) => Value::from(*value),
        AnyValue::Duration(value, _) => Value::from(*value),
        AnyValue::List(cells) => cells.rechunk().iter().map(|cell| json(&cell)).collect(),
        other => cell::text(other, usize::MAX).map_or(Value::Null, Value::from),
    }
}

fn equal(one: &Value, two: &Value) -> bool {
    match (one.as_f64(), two.as_f64()) {
        (Some(one), Some(two)) => one == two || (one - two).abs() <= 1e-9 * one.abs().max(two.abs()),
        // Fractions of a second are written with or without trailing zeros.
        _ if one.is_array() && two.is_array() => {
            let (one, two) = (one.as_array().unwrap(), two.as_array().unwrap());
            one.len() == two.len() && one.iter().zip(two).all(|(one, two)| equal(one, two))
        }
        _ => {
            one == two
                || matches!((one.as_str(), two.as_str()), (Some(one), Some(two)) if one.contains('T') && one.contains('.') && one.trim_end_matches('0') == two.trim_end_matches('0'))
        }
    }
}

fn by_cells(left: &[Value], right: &[Value]) -> Ordering {
    left.iter().zip(right).map(|(one, two)| by_cell(one, two)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

fn by_cell(one: &Value, two: &Value) -> Ordering {
    match (one.as_f64(), two.as_f64()) {
        (Some(one), Some(two)) => one.total_cmp(&two),
        _ => one.to_string().cmp(&two.to_string()),
    }
}
