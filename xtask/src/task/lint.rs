//! Formatting, clippy natively and for wasm, spelling, licences.

use anyhow::Result;

use crate::call::Call;
use crate::clock::Clock;
use crate::place::Places;
use crate::setup::rust::WASM;
use crate::setup::{compiler, rust, tool};
use crate::task::test::GROUPS;

/// All of them; the first that fails ends it.
pub fn run(places: &Places) -> Result<()> {
    let mut clock = Clock::default();
    let result = parts(places, &mut clock);
    clock.summary();
    result
}

fn parts(places: &Places, clock: &mut Clock) -> Result<()> {
    rust::ensure(places)?;
    compiler::ensure(places)?;
    clock.part("formatting", || Call::new(places, "cargo").args(["fmt", "--all", "--check"]).run())?;
    clock.part("spelling", || {
        tool::typos(places)?;
        Call::new(places, "typos").run()
    })?;
    clock.part("licences", || {
        tool::cargo_deny(places)?;
        Call::new(places, "cargo-deny").args(["check", "licenses", "bans", "sources"]).run()
    })?;
    clock.part("clippy", || {
        GROUPS.iter().try_for_each(|group| {
            let packages = group.iter().flat_map(|package| ["-p", package]);
            clippy(places).args(packages).args(["--all-targets", "--", "-D", "warnings"]).run()
        })
    })?;
    // One package a call: together they would ask for other features, and Polars would be checked again.
    clock.part("clippy for wasm", || {
        ["worker", "app"].iter().try_for_each(|package| {
            let target = ["--target", WASM, "--profile", "wasm", "--", "-D", "warnings"];
            clippy(places).args(["-p", package]).args(target).run()
        })
    })
}

fn clippy(places: &Places) -> Call {
    Call::new(places, "cargo").arg("clippy")
}
