//! Whole packs: a valid one, and what is found in malformed ones, file by file in `cases/malformed/`.
//!
//! A malformed pack is the valid one with a few edits, so that its case says only what is wrong with it.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests read their cases and stop where they cannot go on"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use pack::{Fault, School};
use serde::Deserialize;

const ID: &str = "first-steps";
const PRIVATE: &str = "private/";

type Bytes = BTreeMap<String, Vec<u8>>;

/// The public and the private files, each by its path in its folder.
fn parted(files: Bytes) -> (Bytes, BTreeMap<String, String>) {
    let (private, public): (Bytes, Bytes) = files.into_iter().partition(|(path, _)| path.starts_with(PRIVATE));
    let text = |(path, bytes): (String, Vec<u8>)| (path[PRIVATE.len()..].to_owned(), String::from_utf8(bytes).unwrap());
    (public, private.into_iter().map(text).collect())
}

/// Everything that is wrong with a pack.
fn faults(files: Bytes) -> Vec<Fault> {
    let (public, private) = parted(files);
    match pack::index(ID, &public, &school()) {
        Ok((pack, _)) => pack::private::read(&pack, &private).err().unwrap_or_default(),
        Err(faults) => faults,
    }
}

/// A case: how a pack is made from the valid one, and what is found in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    about: String,
    #[serde(default)]
    edit: Vec<Edit>,
    #[serde(default)]
    remove: Vec<String>,
    #[serde(default)]
    add: BTreeMap<String, String>,
    /// `file:line:column code`, with the arguments where they are worth holding.
    faults: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Edit {
    file: String,
    from: String,
    to: String,
}

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn school() -> School {
    let text = fs::read_to_string(cases().join("valid/thresholds.toml")).unwrap();
    let thresholds = pack::school::thresholds("thresholds.toml", &text).unwrap();
    let criteria = ["b3.c13.k1", "b3.c13.k2", "b3.c13.k3"].map(str::to_owned).into_iter().collect::<BTreeSet<_>>();
    let shares = [("b3.c13.k1", 60.0), ("b3.c13.k2", 40.0)].map(|(key, points)| (key.to_owned(), points));
    let shares = BTreeMap::from([(ID.to_owned(), BTreeMap::from(shares))]);
    School { criteria, shares, thresholds }
}

/// The files of the valid pack: public ones by their path, private ones below `private/`.
fn valid() -> Bytes {
    let root = cases().join("valid").join(ID);
    let mut files = BTreeMap::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                let name = name.strip_prefix("public/").unwrap_or(&name).to_owned();
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}

fn check(name: &str, case: &Case) -> Result<(), String> {
    let mut files = valid();
    for Edit { file, from, to } in &case.edit {
        let text = String::from_utf8(files[file].clone()).unwrap();
        if text.matches(from.as_str()).count() != 1 {
            return Err(format!("{name}: {from:?} does not stand once in {file}"));
        }
        files.insert(file.clone(), text.replace(from.as_str(), to).into_bytes());
    }
    case.remove.iter().for_each(|file| drop(files.remove(file)));
    files.extend(case.add.iter().map(|(file, text)| (file.clone(), text.clone().into_bytes())));
    let found: Vec<String> = faults(files).iter().map(told).collect();
    let as_expected = found.len() == case.faults.len()
        && found.iter().zip(&case.faults).all(|(found, expected)| {
            found == expected || found.strip_prefix(expected.as_str()).is_some_and(|rest| rest.starts_with(' '))
        });
    if as_expected { Ok(()) } else { Err(format!("{name} ({}):\n  {}", case.about, found.join("\n  "))) }
}

/// The fault without the folders before its file.
fn told(fault: &Fault) -> String {
    let text = fault.to_string().replacen(&format!("{ID}/"), "", 1);
    let text = text.strip_prefix("public/").map(str::to_owned).unwrap_or(text);
    text.replacen(": ", " ", 1)
}

#[test]
fn malformed_packs_are_refused_with_their_place() {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(cases().join("malformed")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 20, "{paths:?}");
    let wrong: Vec<String> = paths
        .iter()
        .filter_map(|path| {
            let case: Case = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
            assert!(!case.faults.is_empty(), "{}", path.display());
            check(&path.file_stem().unwrap().to_string_lossy(), &case).err()
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_valid_pack_is_taken_from_its_entry() {
    let (public, private) = parted(valid());
    let (indexed, entry) = pack::index(ID, &public, &school()).unwrap();
    let private = pack::private::read(&indexed, &private).unwrap();
    assert_eq!((private.wrong.len(), private.players.seeds, private.solution.is_some()), (1, 3, true));
    assert_eq!(indexed.checks[2].params["least"], 11.0, "the school's figure stands in the parameter");
    let text = pack::catalog::write(&pack::file::catalog::Catalog { exercises: vec![entry.clone()] });
    let (catalog, faults) = pack::catalog::read("catalog.toml", &text).unwrap();
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(catalog.exercises, std::slice::from_ref(&entry), "{text}");

    let files = public.into_iter().filter(|(path, _)| pack::is_text(path));
    let mut files: BTreeMap<String, String> =
        files.map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap())).collect();
    assert_eq!(pack::load(&entry, &files, &school()).unwrap(), indexed);

    // One byte more, and the pack is not the one that the catalogue lists.
    files.get_mut("hints.toml").unwrap().push('\n');
    let faults = pack::load(&entry, &files, &school()).unwrap_err();
    assert_eq!(
        faults.iter().map(told).collect::<Vec<_>>(),
        ["hints.toml pack-file-changed name=\"first-steps/public/hints.toml\""]
    );
}

#[test]
fn a_broken_entry_harms_no_other() {
    let (_, entry) = pack::index(ID, &parted(valid()).0, &school()).unwrap();
    let other = pack::file::catalog::Entry { id: "other".to_owned(), ..entry };
    let text = pack::catalog::write(&pack::file::catalog::Catalog { exercises: vec![other.clone()] });
    let broken = text.replacen("[[exercises]]", "[[exercises]]\nid = \"broken\"\n\n[[exercises]]", 1);
    let (catalog, faults) = pack::catalog::read("catalog.toml", &broken).unwrap();
    assert_eq!(catalog.exercises, [other]);
    assert_eq!(
        faults.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["catalog.toml:4:1: pack-key-missing key=\"kind\""]
    );
}

/// A check less, and the criterion that waits for it is told from the one that is scored.
#[test]
fn a_criterion_may_wait_for_its_checks() {
    let mut public = parted(valid()).0;
    let mut edit = |file: &str, change: &dyn Fn(&str) -> String| {
        let text = String::from_utf8(public[file].clone()).unwrap();
        public.insert(file.to_owned(), change(&text).into_bytes());
    };
    edit("exercise.toml", &|text| text.replace("points = 40 }", "points = 40, scored = false }"));
    edit("checks.toml", &|text| {
        let kept = text.split("[[checks]]").filter(|check| !check.contains("criterion = \"b3.c13.k2\""));
        kept.collect::<Vec<_>>().join("[[checks]]")
    });
    let (pack, entry) = pack::index(ID, &public, &school()).unwrap();
    assert_eq!(pack.exercise.criteria.iter().map(|one| one.scored).collect::<Vec<_>>(), [true, false]);
    let text = pack::catalog::write(&pack::file::catalog::Catalog { exercises: vec![entry.clone()] });
    assert_eq!(pack::catalog::read("catalog.toml", &text).unwrap().0.exercises, [entry], "{text}");
}
