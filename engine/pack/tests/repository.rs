//! The exercises of the repository: they read, the catalogue is current, and a new one begins well.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests read the repository and stop where they cannot go on"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use pack::file::catalog::Catalog;
use pack::referentiel::Referentiel;
use pack::{Fault, School};

fn exercises() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../exercises")
}

fn text(name: &str) -> String {
    fs::read_to_string(exercises().join(name)).unwrap()
}

fn told(faults: Vec<Fault>) -> String {
    faults.iter().map(|fault| format!("{fault}\n")).collect()
}

fn referentiel() -> Referentiel {
    pack::referentiel::read("referentiel.toml", &text("referentiel.toml")).map_err(told).unwrap()
}

fn school() -> School {
    let thresholds = pack::school::thresholds("thresholds.toml", &text("thresholds.toml")).map_err(told).unwrap();
    School::new(&referentiel(), thresholds)
}

fn below(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// `cargo run -p cli -- pack index exercises` writes the catalogue anew.
#[test]
fn the_catalogue_is_current() {
    let school = school();
    let mut catalog = Catalog::default();
    let mut wrong = String::new();
    for path in fs::read_dir(exercises()).unwrap().map(|entry| entry.unwrap().path()) {
        if !path.join("public").is_dir() {
            continue;
        }
        let id = path.file_name().unwrap().to_string_lossy().into_owned();
        match pack::index(&id, &below(&path.join("public")), &school) {
            Ok((pack, entry)) => {
                catalog.exercises.push(entry);
                let texts = below(&path.join("private")).into_iter();
                let texts = texts.map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect();
                wrong.push_str(&pack::private::read(&pack, &texts).err().map(told).unwrap_or_default());
            }
            Err(faults) => wrong.push_str(&told(faults)),
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert_eq!(text("catalog.toml"), pack::catalog::write(&catalog), "write the catalogue anew");
}

#[test]
fn a_new_exercise_reads() {
    let (referentiel, school) = (referentiel(), school());
    let named = referentiel.exercises.iter().map(|exercise| exercise.id.as_str());
    for id in named.chain(["my-own"]) {
        let mut public = BTreeMap::new();
        let mut private = BTreeMap::new();
        for (path, text) in pack::scaffold(id, &referentiel) {
            match path.split_once('/').unwrap() {
                ("public", name) => drop(public.insert(name.to_owned(), text.into_bytes())),
                (_, name) => drop(private.insert(name.to_owned(), text)),
            }
        }
        let (pack, _) = pack::index(id, &public, &school).map_err(told).unwrap();
        assert!(!pack.checks.is_empty() && pack.exercise.id == id);
        pack::private::read(&pack, &private).map_err(told).unwrap();
    }
}

/// Kinds of files whose keys the guide explains one by one.
const GUIDED: [&str; 9] =
    ["checks", "deliverables", "dictionary", "exercise", "hints", "players", "rules", "thresholds", "wrong"];

#[test]
fn the_guide_names_every_key() {
    let guide = text("AUTHORING.md");
    let mut unnamed = Vec::new();
    for (name, schema) in pack::schema::all() {
        let Some(kind) = GUIDED.iter().find(|kind| name == format!("{kind}.json")) else { continue };
        let mut values = vec![serde_json::from_str::<serde_json::Value>(&schema).unwrap()];
        while let Some(value) = values.pop() {
            let properties = value.get("properties").and_then(|found| found.as_object()).into_iter().flatten();
            let unknown = properties.map(|(key, _)| key).filter(|key| !guide.contains(&format!("`{key}`")));
            // The two languages are explained once, for all texts.
            unnamed.extend(
                unknown.filter(|key| !["fr", "en"].contains(&key.as_str())).map(|key| format!("{kind}: {key}")),
            );
            values.extend(
                value
                    .get("$defs")
                    .and_then(|found| found.as_object())
                    .into_iter()
                    .flatten()
                    .map(|(_, one)| one.clone()),
            );
        }
    }
    assert!(unnamed.is_empty(), "AUTHORING.md says nothing of {unnamed:?}");
}
