//! How fast rows are made: a million rows of twelve columns, on one core.

#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a measurement reads the clock and prints")]

use std::time::Instant;

use generate::{DataSpec, Making, Plan, Scale};

const SPEC: &str = r#"{"tables": [{"name": "t", "rows": 1000000, "columns": [
    {"name": "id", "kind": "sequence"},
    {"name": "code", "kind": "pattern", "pattern": "@@-####"},
    {"name": "given", "kind": "person", "part": "given"},
    {"name": "family", "kind": "person", "part": "family"},
    {"name": "commune", "kind": "commune", "part": "name"},
    {"name": "postcode", "kind": "commune", "part": "postcode"},
    {"name": "day", "kind": "date", "from": "2020-01-01", "to": "2024-12-31", "season": {"weekdays": [2, 2, 2, 2, 2, 1, 1]}},
    {"name": "at", "kind": "datetime", "from": "2024-01-01", "to": "2024-12-31"},
    {"name": "rent", "kind": "money", "distribution": {"shape": "log_normal", "median": 500, "sigma": 0.4}},
    {"name": "surface", "kind": "number", "distribution": {"shape": "normal", "mean": 60, "sd": 20}},
    {"name": "mode", "kind": "categorical", "values": ["a", "b", "c"], "weights": [5, 3, 2]},
    {"name": "by_area", "kind": "formula", "formula": "rent / surface * 12"}
]}]}"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let spec: DataSpec = serde_json::from_str(SPEC)?;
    let plan = Plan::new(&spec).map_err(|findings| format!("{findings:?}"))?;
    let table = &spec.tables[0];
    let mut making = Making::new(plan, "1", Scale::Practice);
    let start = Instant::now();
    for column in &table.columns {
        let before = Instant::now();
        making.advance().map_err(|error| error.to_string())?;
        println!("{:>10} {:>6.1} ns", column.name, before.elapsed().as_secs_f64() * 1e3);
    }
    let seconds = start.elapsed().as_secs_f64();
    println!("{:.2} million rows of {} columns a second", 1.0 / seconds, table.columns.len());
    Ok(())
}
