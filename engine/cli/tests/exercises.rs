//! The exercises of the repository pass every gate of `creuset check`, on few seeds, and their catalogue is current.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn exercises() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../exercises")
}

/// Whether it succeeded, and what it said.
fn run(arguments: &[&str], folder: &Path) -> (bool, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_creuset")).args(arguments).arg(folder).output().unwrap();
    let told = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (done.status.success(), told(&done.stdout) + &told(&done.stderr))
}

fn creuset(arguments: &[&str]) {
    let (success, told) = run(arguments, &exercises());
    assert!(success, "{told}");
}

#[test]
fn every_gate_holds() {
    creuset(&["check", "--seeds", "1"]);
}

#[test]
fn the_catalogue_is_current() {
    creuset(&["pack", "index", "--check"]);
}

#[test]
fn a_file_that_loses_values_is_refused() {
    let folder = std::env::temp_dir().join(format!("creuset-lost-{}", std::process::id()));
    let public = folder.join("WARMUP1/public");
    fs::create_dir_all(&public).unwrap();
    for file in ["referentiel.toml", "thresholds.toml"] {
        fs::copy(exercises().join(file), folder.join(file)).unwrap();
    }
    for entry in fs::read_dir(exercises().join("WARMUP1/public")).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), public.join(entry.file_name())).unwrap();
    }
    // An encoding without accented letters, which the shelves have.
    let data = fs::read_to_string(public.join("data.toml")).unwrap();
    let spoilt = data.replace("dialect = { ", "dialect = { encoding = \"iso-8859-5\", ");
    assert_ne!(data, spoilt);
    fs::write(public.join("data.toml"), spoilt).unwrap();
    let (success, told) = run(&["check", "--seeds", "1"], &folder);
    fs::remove_dir_all(&folder).unwrap();
    let line = told.lines().find(|line| line.contains("files hold every value")).unwrap_or_default();
    assert!(!success && line.contains("FAILS") && line.contains("prets.csv loses"), "{told}");
}

#[test]
fn a_recipe_is_scored() {
    let recipe = concat!(env!("CARGO_MANIFEST_DIR"), "/../../exercises/WARMUP1/private/solution.json");
    creuset(&["score", "WARMUP1", "--recipe", recipe, "--seed", "a", "--dir"]);
}
