//! The exercises of the repository pass every gate of `creuset check`, on few seeds, and their catalogue is current.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::process::Command;

fn creuset(arguments: &[&str]) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../exercises");
    let done = Command::new(env!("CARGO_BIN_EXE_creuset")).args(arguments).arg(folder).output().unwrap();
    let told = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    assert!(done.status.success(), "{}{}", told(&done.stdout), told(&done.stderr));
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
fn a_recipe_is_scored() {
    let recipe = concat!(env!("CARGO_MANIFEST_DIR"), "/../../exercises/WARMUP1/private/solution.json");
    creuset(&["score", "WARMUP1", "--recipe", recipe, "--seed", "a", "--dir"]);
}
