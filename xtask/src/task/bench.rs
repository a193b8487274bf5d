//! Times of the shipped `dist/` in a browser, beside DuckDB-Wasm and native Polars.

use anyhow::Result;

use crate::call::Call;
use crate::clock::Clock;
use crate::place::Places;
use crate::setup::{browser, node};
use crate::task::dist;

/// Builds what is measured, then measures; `arguments` go to the measuring script.
pub fn run(places: &Places, arguments: &[String]) -> Result<()> {
    let mut clock = Clock::default();
    let chromium = browser::ensure(places)?;
    node::ensure(places, node::TESTS)?;
    dist::parts(places, &mut clock)?;
    clock.part("native binary", || Call::new(places, "cargo").args(["build", "-p", "cli"]).run())?;
    clock.part("bench", || {
        Call::new(places, "node")
            .args(["tests/bench/run.mjs", "--dist"])
            .arg(places.dist())
            .arg("--browser")
            .arg(&chromium)
            .arg("--native")
            .arg(places.cli())
            .args(arguments)
            .run()
    })?;
    clock.summary();
    Ok(())
}
