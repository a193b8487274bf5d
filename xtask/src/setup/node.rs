//! Node and the packages that the repository's lock files name.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::call::Call;
use crate::place::Places;
use crate::setup::system::{self, Package};

const OLDEST: u32 = 20;

/// Where package.json files stand: the page's own parts, and the tests'.
pub const PAGE: &str = "app/js";
/// See [`PAGE`].
pub const TESTS: &str = "tests";

const PACKAGE: Package = Package { purpose: "Node 20 or newer", apt: &["nodejs", "npm"], brew: "node" };

/// Node, and the packages of `folder` as its lock file has them; skipped when they are there already.
pub fn ensure(places: &Places, folder: &str) -> Result<()> {
    if version(places).is_none() {
        system::install(places, &PACKAGE)?;
    }
    match version(places) {
        Some(version) if version >= OLDEST => {}
        Some(version) => bail!("Node {version} is too old: install Node {OLDEST} or newer (https://nodejs.org)"),
        None => bail!("Node is missing: install Node {OLDEST} or newer (https://nodejs.org)"),
    }
    let folder = places.root.join(folder);
    let lock = fs::read(folder.join("package-lock.json")).context("package-lock.json")?;
    let wanted = blake3::hash(&lock).to_hex().to_string();
    let stamp = folder.join("node_modules/.creuset");
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    Call::new(places, "npm").args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).dir(&folder).run()?;
    fs::write(stamp, wanted).context("the packages' stamp cannot be written")
}

fn version(places: &Places) -> Option<u32> {
    let text = Call::new(places, "node").arg("--version").output()?;
    text.trim_start_matches('v').split('.').next()?.parse().ok()
}
