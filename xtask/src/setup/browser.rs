//! A Chromium and its driver, for the journeys and the tests of the wasm modules.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::call::which;
use crate::place::Places;
use crate::setup::system::{self, Package};

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const APPLICATIONS: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const BROWSER: Package = Package { purpose: "Chromium", apt: &["chromium"], brew: "--cask chromium" };
const DRIVER: Package = Package { purpose: "chromedriver", apt: &["chromium-driver"], brew: "chromedriver" };

/// The browser, from `CHROME` or from where systems keep it; installed if there is none.
pub fn ensure(places: &Places) -> Result<PathBuf> {
    if find(places).is_none() {
        system::install(places, &BROWSER)?;
    }
    find(places).context("no Chromium was found: name it in CHROME")
}

/// The browser's driver, from `CHROMEDRIVER` or `PATH`.
pub fn ensure_driver(places: &Places) -> Result<PathBuf> {
    let find = || std::env::var_os("CHROMEDRIVER").map(PathBuf::from).or_else(|| which(places, "chromedriver"));
    if find().is_none() {
        system::install(places, &DRIVER)?;
    }
    find().context("no chromedriver was found: name it in CHROMEDRIVER")
}

fn find(places: &Places) -> Option<PathBuf> {
    let named = std::env::var_os("CHROME").map(PathBuf::from);
    let on_path = || NAMES.iter().find_map(|name| which(places, name));
    let application = || APPLICATIONS.iter().map(PathBuf::from).find(|path| path.is_file());
    named.or_else(on_path).or_else(application)
}
