//! The page: scripts and styles bundled by esbuild, the application by trunk.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::build::{Effort, engine};
use crate::call::Call;
use crate::place::Places;
use crate::setup::{node, rust, tool};

/// Builds the page; gives the folder that trunk made.
pub fn build(places: &Places, effort: Effort) -> Result<PathBuf> {
    rust::ensure(places)?;
    tool::wasm_bindgen(places)?;
    tool::trunk(places)?;
    node::ensure(places, node::PAGE)?;
    Call::new(places, "node").arg("build.mjs").dir(places.root.join(node::PAGE)).run()?;
    let folder = places.root.join("target/page");
    Call::new(places, "trunk")
        .args(["build", "--dist"])
        .arg(&folder)
        // trunk wants a word here where others take any value, and would ask the network for a newer self.
        .env("NO_COLOR", "true")
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        .run()?;
    if effort == Effort::Full {
        let module = module(&folder)?;
        tool::wasm_opt(places)?;
        engine::optimise(places, &module)?;
    }
    Ok(folder)
}

fn module(folder: &Path) -> Result<PathBuf> {
    let files = fs::read_dir(folder)?.filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let mut modules = files.filter(|file| file.extension().is_some_and(|extension| extension == "wasm"));
    modules.next().context("trunk made no module")
}
