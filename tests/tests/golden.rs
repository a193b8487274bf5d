//! Golden recipes: each folder of `golden/cases` runs to the hashes that its `expected.json` says.
//!
//! The same folders run in a browser against the shipped worker (`tests/browser/golden.mjs`): equal hashes
//! there are what makes a portfolio verifiable. `UPDATE_GOLDEN=1 cargo test -p tests --test golden` writes them anew.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use engine::ops::Files;
use engine::recipe::{Advance, Found, Purpose, Run, Session, table_hash};
use engine::source::{ByteSource, MemorySource};
use protocol::Recipe;
use protocol::report::{Counters, RunReport};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Expected {
    counters: Counters,
    tables: BTreeMap<String, Hash>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Hash {
    hash: String,
    rows: u64,
    ordered: bool,
}

#[derive(Default)]
struct Folder(BTreeMap<String, MemorySource>);

impl Files for Folder {
    fn open(&self, name: &str) -> Option<&dyn ByteSource> {
        self.0.get(name).map(|file| file as &dyn ByteSource)
    }
    fn identity(&self, name: &str) -> Option<String> {
        self.0.contains_key(name).then(|| name.to_owned())
    }
}

fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/cases");
    let mut cases: Vec<PathBuf> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

fn recipe(case: &Path) -> Recipe {
    protocol::recipe::parse(&fs::read_to_string(case.join("recipe.json")).unwrap()).unwrap()
}

fn files(case: &Path, recipe: &Recipe) -> Folder {
    let read = |name: &String| (name.clone(), MemorySource(fs::read(case.join(name)).unwrap()));
    Folder(recipe.files.iter().map(|file| read(&file.name)).collect())
}

fn finish(run: &mut Run, session: &mut Session, files: &Folder) -> RunReport {
    loop {
        if let Advance::Finished(report) = run.advance(session, files) {
            return report;
        }
    }
}

fn replay(case: &Path) -> (RunReport, Expected) {
    let recipe = recipe(case);
    let files = files(case, &recipe);
    let mut session = Session::new(1 << 30);
    let report = finish(&mut Run::start(recipe, None, Purpose::Work), &mut session, &files);
    let tables = session.final_tables().into_iter().filter_map(|at| {
        let Ok(Found::Table(table)) = session.table(&at) else { return None };
        let hash = table_hash(&at, &table).unwrap();
        Some((at.table.to_string(), Hash { hash: hash.hash, rows: hash.rows, ordered: hash.ordered }))
    });
    let tables = tables.collect();
    let counters = report.counters;
    (report, Expected { counters, tables })
}

#[test]
fn recipes_give_their_hashes() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    for case in cases() {
        let (report, found) = replay(&case);
        let findings: Vec<_> = report.steps.iter().flat_map(|step| &step.diagnostics).collect();
        assert!(report.is_complete(), "{}: {findings:?}", case.display());
        let path = case.join("expected.json");
        if update {
            fs::write(&path, serde_json::to_string_pretty(&found).unwrap() + "\n").unwrap();
        }
        let expected: Expected = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        assert_eq!(found, expected, "{}", case.display());
    }
}

#[test]
fn every_operation_has_a_golden_case_of_its_name() {
    let folders: BTreeSet<String> =
        cases().iter().map(|case| case.file_name().unwrap().to_string_lossy().into_owned()).collect();
    for operation in engine::ops::all() {
        let name = operation.name();
        assert!(folders.contains(name), "no folder golden/cases/{name}");
        let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/cases").join(name);
        assert!(recipe(&case).steps.iter().any(|step| step.op == name), "{name} does not run in its case");
    }
}

#[test]
fn an_edit_recomputes_only_what_is_below() {
    use protocol::report::StepState::Cached;
    for case in cases() {
        let recipe = recipe(&case);
        let files = files(&case, &recipe);
        let mut session = Session::new(1 << 30);
        finish(&mut Run::start(recipe.clone(), None, Purpose::Work), &mut session, &files);
        let again = finish(&mut Run::start(recipe.clone(), None, Purpose::Work), &mut session, &files);
        assert!(again.steps.iter().all(|step| step.state == Cached), "{}", case.display());
        for (index, step) in recipe.steps.iter().enumerate() {
            let mut edited = recipe.clone();
            edited.set_disabled(&step.id, true).unwrap();
            let report = finish(&mut Run::start(edited, None, Purpose::Work), &mut session, &files);
            let above = &report.steps[..index];
            assert!(above.iter().all(|step| step.state == Cached), "{} above {}", case.display(), step.id);
            let back = finish(&mut Run::start(recipe.clone(), None, Purpose::Work), &mut session, &files);
            assert!(back.steps.iter().all(|step| step.state == Cached), "{} with {} back", case.display(), step.id);
        }
    }
}
