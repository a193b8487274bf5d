//! Files: each case of `cases/` renders to the bytes, the ledger and the digests that stand beside it. The hashes of the
//! files are held by the shipped worker too (`tests/browser/generated.mjs`).
//!
//! `UPDATE_GOLDEN=1 cargo test -p generate --test files` writes them anew.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]
#![allow(clippy::disallowed_methods, reason = "a test reads its cases, and writes them anew when asked")]

mod formats;
mod hostile;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use generate::render::{Rendering, drift, render};
use generate::{DataSpec, Generated, Scale, digest, generate};

fn cases() -> Vec<(PathBuf, DataSpec)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    paths.sort();
    let case = |path: PathBuf| {
        let spec = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        (path, spec)
    };
    paths.into_iter().map(case).collect()
}

fn made(spec: &DataSpec, seed: &str) -> Generated {
    generate(spec, seed, Scale::Practice).unwrap_or_else(|findings| panic!("{findings:?}"))
}

/// Bytes as text: UTF-8 as it is, other bytes escaped, carriage returns to be seen.
fn shown(bytes: &[u8]) -> String {
    let text = std::str::from_utf8(bytes).map(str::to_owned);
    let escaped = || bytes.split(|byte| *byte == b'\n').map(|line| line.escape_ascii().to_string()).collect::<Vec<_>>();
    text.map_or_else(|_| escaped().join("\n"), |text| text.replace('\r', "\\r").replace('\u{feff}', "\\u{feff}"))
}

fn report(spec: &DataSpec, generated: &Generated) -> String {
    let mut report = String::new();
    for (place, file) in spec.files.iter().enumerate() {
        let mut rendering = Rendering::new(spec, generated, place).unwrap();
        let mut bytes = Vec::new();
        while rendering.advance(usize::MAX, &mut bytes) {}
        let (rows, lost) = (rendering.view().rows(), rendering.lost());
        writeln!(report, "== {} rows {rows:?} lost {lost}\n{}", file.name, shown(&bytes)).unwrap();
    }
    report.push_str("== ledger\n");
    for entry in generated.ledger.entries() {
        let table = generated.tables.iter().find(|table| table.name == entry.table).unwrap();
        let found = entry.column.and_then(|name| table.column(name)).map(|(_, column)| column.cell(entry.row));
        let (kind, column) = (entry.kind, entry.column.unwrap_or("*"));
        let (table, row) = (entry.table, entry.row);
        writeln!(report, "{table} {row} {column} {kind} {:?} {:?}", entry.original, found).unwrap();
    }
    for (table, entities) in &generated.ledger.entities {
        writeln!(report, "entities {table} {:?}", entities.groups().collect::<Vec<_>>()).unwrap();
    }
    for alike in &generated.ledger.twins {
        writeln!(report, "twins {} {:?}", alike.table, alike.rows).unwrap();
    }
    for genuine in &generated.ledger.genuine {
        writeln!(report, "genuine {} {} {:?}", genuine.table, genuine.column, genuine.rows).unwrap();
    }
    for missing in &generated.ledger.missingness {
        writeln!(report, "missing {} {} {:?}", missing.table, missing.column, missing.mechanism).unwrap();
    }
    for drift in drift(spec) {
        writeln!(report, "drift {} {} {:?}", drift.file, drift.column, drift.drifted).unwrap();
    }
    report
}

#[test]
fn cases_are_what_they_were() {
    let update = env::var("UPDATE_GOLDEN").is_ok();
    for (path, spec) in cases() {
        let mut found = report(&spec, &made(&spec, "1"));
        for seed in ["1", "2"] {
            let generated = made(&spec, seed);
            for (place, file) in spec.files.iter().enumerate() {
                let hash = blake3::hash(&render(&spec, &generated, place).unwrap()).to_hex();
                writeln!(found, "== seed {seed} {}: {hash}", file.name).unwrap();
            }
            writeln!(found, "== seed {seed}: {}", digest(&generated)).unwrap();
        }
        let path = path.with_extension("txt");
        if update {
            fs::write(&path, &found).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap();
        for (place, (found, expected)) in found.lines().zip(expected.lines()).enumerate() {
            assert_eq!(found, expected, "{} line {}", path.display(), place + 1);
        }
        assert_eq!(found.len(), expected.len(), "{}", path.display());
    }
}

#[test]
fn pieces_make_the_whole() {
    for (path, spec) in cases() {
        let generated = made(&spec, "1");
        for place in 0..spec.files.len() {
            let whole = render(&spec, &generated, place).unwrap();
            for records in [1, 2, 5] {
                let mut rendering = Rendering::new(&spec, &generated, place).unwrap();
                let mut bytes = Vec::new();
                let mut pieces = 1;
                while rendering.advance(records, &mut bytes) {
                    pieces += 1;
                }
                assert_eq!(bytes, whole, "{}", path.display());
                assert_eq!(pieces, rendering.view().rows().len().div_ceil(records).max(1), "{}", path.display());
            }
        }
    }
}
