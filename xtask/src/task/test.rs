//! Every test: Rust natively, the modules in a browser, the journeys.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::call::Call;
use crate::clock::Clock;
use crate::place::Places;
use crate::setup::rust::WASM;
use crate::setup::{browser, compiler, node, rust, tool};
use crate::task::dist;

/// Packages that one call of cargo may name together. Cargo unites the features that the packages of a call
/// ask for: a group that needs Polars and one that does not, in one call, would compile Polars once more.
pub const GROUPS: [&[&str]; 3] = [
    &["protocol", "generate", "form", "pack", "evidence", "unpack", "serve", "xtask"],
    &["app"],
    &["engine", "worker", "cli", "tests"],
];

/// What is tested in wasm, in calls of their own for the same reason.
const IN_WASM: [&[&str]; 2] = [&["-p", "generate", "--test", "golden"], &["-p", "worker"]];

const PARTS: [&str; 3] = ["rust", "wasm", "browser"];

/// Runs the named parts; all of them, if none is named.
pub fn run(places: &Places, names: &[String]) -> Result<()> {
    for name in names {
        ensure!(PARTS.contains(&name.as_str()), "unknown part {name}: there are {}", PARTS.join(", "));
    }
    let wanted = |part: &str| names.is_empty() || names.iter().any(|name| name == part);
    let mut clock = Clock::default();
    let result = parts(places, &mut clock, wanted);
    clock.summary();
    result
}

fn parts(places: &Places, clock: &mut Clock, wanted: impl Fn(&str) -> bool) -> Result<()> {
    rust::ensure(places)?;
    compiler::ensure(places)?;
    if wanted("rust") {
        for group in GROUPS {
            let packages = group.iter().flat_map(|package| ["-p", package]);
            let name = format!("tests of {}", group.join(", "));
            clock.part(&name, || Call::new(places, "cargo").arg("test").args(packages).run())?;
        }
    }
    if wanted("wasm") {
        clock.part("tests in wasm", || in_wasm(places))?;
    }
    if wanted("browser") {
        let chromium = browser::ensure(places)?;
        node::ensure(places, node::TESTS)?;
        dist::parts(places, clock)?;
        clock.part("creuset", || Call::new(places, "cargo").args(["build", "-p", "cli"]).run())?;
        clock.part("golden recipes and data in the shipped worker", || {
            script(places, "tests/browser/golden.mjs", &chromium).run()
        })?;
        clock.part("journeys", || {
            let native = places.cli();
            script(places, "tests/e2e/run.mjs", &chromium).arg("--native").arg(native).run()
        })?;
        clock.part("the way in every browser", || {
            let call = script(places, "tests/e2e/engines.mjs", &chromium);
            let named = browser::OTHERS.iter().fold(call, |call, other| match browser::other(places, other) {
                Some(program) => call.arg(format!("--{}", other.name)).arg(program),
                None => call,
            });
            named.run()
        })?;
    }
    Ok(())
}

/// A script that opens the built folder in a browser.
fn script(places: &Places, path: &str, browser: &Path) -> Call {
    Call::new(places, "node").arg(path).arg("--dist").arg(places.dist()).arg("--browser").arg(browser)
}

/// The worker's own tests and the generator's digests, compiled for wasm and run in a browser.
fn in_wasm(places: &Places) -> Result<()> {
    tool::wasm_bindgen(places)?;
    let chromium = browser::ensure(places)?;
    let driver = browser::ensure_driver(places)?;
    let settings = places.cache.join("webdriver.json");
    fs::write(&settings, webdriver(&chromium.to_string_lossy())).context("webdriver.json cannot be written")?;
    for selection in IN_WASM {
        Call::new(places, "cargo")
            .args(["test", "--profile", "wasm", "--target", WASM])
            .args(selection)
            .env("CHROMEDRIVER", &driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &settings)
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
            .run()?;
    }
    Ok(())
}

/// How the driver starts the browser: headless, in a container too, and quiet on the network.
fn webdriver(browser: &str) -> String {
    let browser = browser.replace('\\', "\\\\").replace('"', "\\\"");
    let flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
    let flags = flags.map(|flag| format!("\"{flag}\"")).join(", ");
    format!(
        r#"{{"goog:chromeOptions": {{"binary": "{browser}", "args": [{flags}, "--disable-background-networking"]}}}}"#
    )
}
