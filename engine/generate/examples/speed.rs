//! How fast rows are made: a million rows of twelve columns, on one core; the bench makes the same.

#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a measurement reads the clock and prints")]

use std::time::Instant;

use generate::{DataSpec, Making, Plan, Scale};

const SPEC: &str = include_str!("../../../tests/bench/generator.json");

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
