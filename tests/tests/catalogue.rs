//! The help is generated from a copy of the catalogue: it must be the engine's own.
//!
//! `UPDATE_CATALOGUE=1 cargo test -p tests --test catalogue` writes it anew.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::fs;
use std::path::Path;

#[test]
fn the_help_shows_the_engine_that_is_here() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/help/catalogue.json");
    let current = serde_json::to_string_pretty(&engine::catalogue()).unwrap() + "\n";
    if std::env::var_os("UPDATE_CATALOGUE").is_some() {
        fs::write(&path, &current).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap();
    assert!(committed == current, "app/help/catalogue.json is of another engine: UPDATE_CATALOGUE=1 writes it anew");
}
