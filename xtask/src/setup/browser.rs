//! A Chromium and its driver, for the journeys and the tests of the wasm modules; Firefox and WebKit where a machine
//! has them or can have them.

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

/// A browser beside Chromium: looked at where the machine allows.
pub struct Other {
    /// Its name, and that of its argument.
    pub name: &'static str,
    programs: &'static [&'static str],
    /// Where systems keep it when it is not on `PATH`.
    paths: &'static [&'static str],
    /// What else must be on `PATH`.
    beside: &'static [&'static str],
    package: Package,
}

/// All of them.
pub const OTHERS: [Other; 2] = [
    Other {
        name: "firefox",
        programs: &["firefox-esr", "firefox"],
        paths: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
        beside: &[],
        package: Package { purpose: "Firefox", apt: &["firefox-esr"], brew: "--cask firefox" },
    },
    Other {
        name: "webkit",
        programs: &[],
        paths: &[
            "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
            "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
            "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
        ],
        beside: &["WebKitWebDriver", "xvfb-run"],
        package: Package {
            purpose: "WebKitGTK with its driver and a screen",
            apt: &["webkit2gtk-driver", "xvfb", "xauth"],
            brew: "",
        },
    },
];

/// Another browser; none, with the reason printed, where it is not and cannot be installed.
pub fn other(places: &Places, browser: &Other) -> Option<PathBuf> {
    let find = || {
        let whole = browser.beside.iter().all(|program| which(places, program).is_some());
        let on_path = || browser.programs.iter().find_map(|name| which(places, name));
        let elsewhere = || browser.paths.iter().map(PathBuf::from).find(|path| path.is_file());
        whole.then(|| on_path().or_else(elsewhere)).flatten()
    };
    if find().is_none()
        && let Err(error) = system::install(places, &browser.package)
    {
        println!("   skipped: {error:#}");
        return None;
    }
    let found = find();
    if found.is_none() {
        println!("   skipped: {} was not found where systems keep it", browser.package.purpose);
    }
    found
}

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
