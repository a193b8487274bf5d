//! What cargo says of the crates: the edges between ours, and the features that a selection builds.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde::Deserialize;

use crate::repository::root;

/// A dependency of one of our crates, as its manifest declares it.
#[derive(Debug, Clone, Deserialize)]
pub struct Dependency {
    /// Name of the package.
    pub name: String,
    /// Version requirement.
    pub req: String,
    /// `dev` or `build`; none for a normal one.
    pub kind: Option<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

/// The members of the workspace with what their manifests declare.
pub fn members() -> BTreeMap<String, Vec<Dependency>> {
    let text = cargo(&["metadata", "--no-deps", "--format-version=1"]);
    let metadata: Metadata = serde_json::from_str(&text).unwrap_or_else(|error| panic!("cargo metadata: {error}"));
    metadata.packages.into_iter().map(|package| (package.name, package.dependencies)).collect()
}

/// The packages that a selection compiles (`-p engine`, `--target wasm32-unknown-unknown`), each with its
/// version and the features that are on. `edges` is as for `cargo tree`: `normal,build` or with `dev`.
pub fn features(selection: &[&str], edges: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut arguments = vec!["tree", "--prefix=none", "--format={p}|{f}", "--edges", edges];
    arguments.extend(selection);
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in cargo(&arguments).lines() {
        // A package that came before ends in ` (*)`; blank lines part the trees of several packages.
        let line = line.trim_end_matches(" (*)");
        if let Some((package, features)) = line.split_once('|') {
            let name = package.split(" (").next().unwrap_or(package);
            found.entry(name.to_owned()).or_default().insert(features.to_owned());
        }
    }
    found
}

fn cargo(arguments: &[&str]) -> String {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let output = Command::new(cargo)
        .arg("--locked")
        .args(arguments)
        .current_dir(root())
        .output()
        .unwrap_or_else(|error| panic!("cargo {arguments:?}: {error}"));
    assert!(output.status.success(), "cargo {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
