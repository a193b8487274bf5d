//! What the tests share: the tables of the fixture, and queries by name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use engine::sql::{Options, Query};
use engine::table::Table;
use engine::table_text;
use protocol::Checked;

/// The folder of the tests.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sql")
}

/// The tables of the fixture, each with provenance.
pub fn tables() -> BTreeMap<String, Table> {
    let mut made = BTreeMap::new();
    for entry in std::fs::read_dir(folder().join("tables")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        made.insert(name.clone(), table_text::read(&text, Some(&name)).unwrap());
    }
    made
}

/// Runs a query over the tables of the fixture.
pub fn run(text: &str) -> Checked<Table> {
    Query::parse(text)?.run(&tables(), Options::default())
}

/// The parts of a file after lines of `-- name: …`.
pub fn named(text: &str) -> Vec<(String, String)> {
    let mut made: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix("-- name:"), made.last_mut()) {
            (Some(name), _) => made.push((name.trim().to_owned(), String::new())),
            (None, Some((_, body))) => {
                body.push_str(line);
                body.push('\n');
            }
            (None, None) => {}
        }
    }
    made
}

/// The files of a folder, by name.
pub fn files(name: &str) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        std::fs::read_dir(folder().join(name)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}
