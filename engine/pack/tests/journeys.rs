//! The packs of the journeys: one opens, one has a mistake, and their catalogue has their hashes.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests read the repository and stop where they cannot go on"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use pack::School;
use pack::file::catalog::{Catalog, Entry};
use pack::file::exercise::ExerciseKind;
use pack::hash::{file_entry, pack_hash};
use pack::words::Words;

fn packs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/e2e/packs")
}

fn texts(id: &str) -> BTreeMap<String, String> {
    let files = fs::read_dir(packs().join(id).join("public")).unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap()))
        .collect()
}

fn school() -> School {
    let text = fs::read_to_string(packs().join("../../../exercises/thresholds.toml")).unwrap();
    let thresholds = pack::school::thresholds("thresholds.toml", &text).unwrap();
    School { criteria: BTreeSet::from(["b3.c13.k1".to_owned()]), shares: BTreeMap::new(), thresholds }
}

/// The line of the faulty pack: the catalogue's own writer refuses such packs.
fn faulty() -> Entry {
    let files = texts("broken").iter().map(|(path, text)| file_entry(path, text.as_bytes())).collect::<Vec<_>>();
    Entry {
        id: "broken".to_owned(),
        kind: ExerciseKind::WarmUp,
        title: Words { fr: "Un sujet fautif".to_owned(), en: "A faulty exercise".to_owned() },
        summary: Words { fr: "Il ne peut pas être ouvert.".to_owned(), en: "It cannot be opened.".to_owned() },
        sector: Words { fr: "Essais".to_owned(), en: "Trials".to_owned() },
        difficulty: 1,
        minutes: 5,
        tools: Vec::new(),
        criteria: Vec::new(),
        hash: pack_hash(&files),
        files,
    }
}

#[test]
fn the_catalogue_of_the_journeys_is_current() {
    let school = school();
    let bytes = texts("housing").into_iter().map(|(path, text)| (path, text.into_bytes())).collect();
    let (_, entry) = pack::index("housing", &bytes, &school).unwrap();
    let broken = faulty();
    let faults = pack::load(&broken, &texts("broken"), &school).unwrap_err();
    let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert!(said.len() == 1 && said[0].starts_with("broken/public/exercise.toml:11:1: pack-key-unknown"), "{said:?}");
    let written = pack::catalog::write(&Catalog { exercises: vec![entry, broken] });
    let path = packs().join("catalog.toml");
    if std::env::var_os("UPDATE_CATALOGUE").is_some() {
        fs::write(&path, &written).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap_or_default(), written, "write it anew: UPDATE_CATALOGUE=1");
}
