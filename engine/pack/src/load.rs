//! A pack as a whole: from the texts of its files to checked types, or to everything that is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use protocol::{Code, Diagnostic};

use crate::agree;
use generate::DataSpec;

use crate::data;
use crate::fault::{Fault, nearest};
use crate::file::catalog::{Entry, FileEntry};
use crate::file::checks::{Check, Checks};
use crate::file::deliverables::{Deliverable, Deliverables, FormDeliverable};
use crate::file::dictionary::Dictionary;
use crate::file::exercise::Exercise;
use crate::file::hints::{Hint, Hints};
use crate::file::rules::{BusinessRule, BusinessRules};
use crate::file::thresholds::Thresholds;
use crate::hash::{file_entry, is_safe_path, pack_hash};
use crate::markdown::is_image;
use crate::reading::{Document, Kind};
use crate::referentiel::Referentiel;
use crate::words::Words;

/// Files that every pack has.
const REQUIRED: [&str; 3] = ["brief.en.md", "brief.fr.md", "exercise.toml"];
/// Files that a pack may have. Beside them it may have images in `images/` and real data in `data/`.
const OPTIONAL: [&str; 6] =
    ["checks.toml", "data.toml", "deliverables.toml", "dictionary.toml", "hints.toml", "rules.toml"];

/// What stands beside the packs and what they refer to.
#[derive(Debug, Clone)]
pub struct School {
    /// Keys of the criteria of the référentiel.
    pub criteria: BTreeSet<String>,
    /// What the référentiel says that its exercises give: points by criterion, by exercise.
    pub shares: BTreeMap<String, BTreeMap<String, f64>>,
    /// The school's figures.
    pub thresholds: Thresholds,
}

impl School {
    /// What packs refer to.
    pub fn new(referentiel: &Referentiel, thresholds: Thresholds) -> Self {
        let criteria = referentiel.criteria.iter().map(|criterion| criterion.key.clone()).collect();
        let mut shares: BTreeMap<String, BTreeMap<String, f64>> = BTreeMap::new();
        for criterion in &referentiel.criteria {
            for share in &criterion.exercises {
                shares.entry(share.id.clone()).or_default().insert(criterion.key.clone(), share.points.into());
            }
        }
        Self { criteria, shares, thresholds }
    }
}

/// An exercise that is known to be whole and to agree with itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    /// What it is and what there is to do.
    pub exercise: Exercise,
    /// The brief, in Markdown.
    pub brief: Words,
    /// The data to generate, if there are any.
    pub data: Option<DataSpec>,
    /// What the data mean.
    pub dictionary: Dictionary,
    /// What is handed in.
    pub deliverables: Vec<Deliverable>,
    /// The forms that are handed in.
    pub forms: Vec<FormDeliverable>,
    /// What is scored; figures of the school stand in their parameters.
    pub checks: Vec<Check>,
    /// Help that costs something.
    pub hints: Vec<Hint>,
    /// Business rules.
    pub rules: Vec<BusinessRule>,
    /// What an attempt pins.
    pub hash: String,
}

/// Whether a public file is one of the texts that make a pack (the others are fetched when they are shown or read).
pub fn is_text(path: &str) -> bool {
    REQUIRED.contains(&path) || OPTIONAL.contains(&path)
}

/// Takes a pack from the texts that the catalogue lists.
///
/// `files` holds, by path below `public/`, every listed file for which [`is_text`] is true, byte for byte.
/// Whether its data can be generated was seen when the catalogue was written.
///
/// # Errors
/// Everything that is wrong: a text that is not what the catalogue says, or what does not read or agree.
pub fn load(entry: &Entry, files: &BTreeMap<String, String>, school: &School) -> Result<Pack, Vec<Fault>> {
    let mut faults = Vec::new();
    if pack_hash(&entry.files) != entry.hash {
        let wrong = Diagnostic::new(Code::PackFileChanged).with("name", entry.id.as_str());
        faults.push(Fault::whole(entry.id.as_str(), wrong));
    }
    for listed in entry.files.iter().filter(|listed| is_text(&listed.path)) {
        let name = format!("{}/public/{}", entry.id, listed.path);
        match files.get(&listed.path) {
            None => faults.push(missing(&name)),
            Some(text) if file_entry(&listed.path, text.as_bytes()) != *listed => {
                faults.push(Fault::whole(&name, Diagnostic::new(Code::PackFileChanged).with("name", name.as_str())));
            }
            Some(_) => {}
        }
    }
    if faults.is_empty() { read(&entry.id, &entry.files, files, school, |_, _| {}) } else { Err(faults) }
}

/// Takes a pack from the bytes of its public folder, with the line that the catalogue has for it.
///
/// # Errors
/// Everything that is wrong.
pub fn index(folder: &str, files: &BTreeMap<String, Vec<u8>>, school: &School) -> Result<(Pack, Entry), Vec<Fault>> {
    let listing: Vec<FileEntry> = files.iter().map(|(path, bytes)| file_entry(path, bytes)).collect();
    let mut texts = BTreeMap::new();
    let mut faults = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| is_text(path)) {
        match std::str::from_utf8(bytes) {
            Ok(text) => drop(texts.insert(path.clone(), text.to_owned())),
            Err(_) => {
                faults.push(Fault::whole(format!("{folder}/public/{path}"), Diagnostic::new(Code::PackEncoding)));
            }
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let pack =
        read(folder, &listing, &texts, school, |file, faults| data::plan(&file.document, &file.content, faults))?;
    let exercise = &pack.exercise;
    let entry = Entry {
        id: exercise.id.clone(),
        kind: exercise.kind,
        title: exercise.title.clone(),
        summary: exercise.summary.clone(),
        sector: exercise.sector.clone(),
        difficulty: exercise.difficulty,
        minutes: exercise.minutes,
        tools: exercise.tools.clone(),
        criteria: exercise.criteria.clone(),
        hash: pack.hash.clone(),
        files: listing,
    };
    Ok((pack, entry))
}

/// Takes a pack from the list of its public files and the texts among them. `plan` looks closer at the data.
///
/// If a file does not read, the first fault of each such file is told; otherwise all that does not agree.
fn read(
    folder: &str,
    listing: &[FileEntry],
    files: &BTreeMap<String, String>,
    school: &School,
    plan: fn(&agree::File<'_, DataSpec>, &mut Vec<Fault>),
) -> Result<Pack, Vec<Fault>> {
    let mut faults = layout(folder, listing);
    let mut open = Open { folder, files, faults: &mut faults };
    let exercise = open.file::<Exercise>("exercise.toml");
    let data = open.data();
    let dictionary = open.file::<Dictionary>("dictionary.toml");
    let deliverables = open.file::<Deliverables>("deliverables.toml");
    let checks = open.file::<Checks>("checks.toml");
    let hints = open.file::<Hints>("hints.toml");
    let business = open.file::<BusinessRules>("rules.toml");
    let (Some(exercise), true) = (exercise, faults.is_empty()) else { return Err(faults) };

    if let Some(data) = &data {
        plan(data, &mut faults);
    }
    let text = |name: &str| files.get(name).cloned().unwrap_or_default();
    let brief = Words { fr: text("brief.fr.md"), en: text("brief.en.md") };
    let paths: BTreeSet<&str> = listing.iter().map(|file| file.path.as_str()).collect();
    let all = agree::Opened { exercise, data, dictionary, deliverables, checks, hints, business };
    let resolved = agree::hold(folder, &all, &brief, &paths, school, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    let Deliverables { tables, forms } = agree::content(all.deliverables);
    Ok(Pack {
        exercise: all.exercise.content,
        brief,
        data: all.data.map(|data| data.content),
        dictionary: agree::content(all.dictionary),
        deliverables: tables,
        forms,
        checks: resolved,
        hints: agree::content(all.hints).hints,
        rules: agree::content(all.business).rules,
        hash: pack_hash(listing),
    })
}

/// Which files there are, and which there must be.
fn layout(folder: &str, listing: &[FileEntry]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for name in REQUIRED {
        if !listing.iter().any(|file| file.path == name) {
            faults.push(missing(&format!("{folder}/public/{name}")));
        }
    }
    for FileEntry { path, .. } in listing {
        let name = format!("{folder}/public/{path}");
        if !is_safe_path(path) {
            faults.push(Fault::whole(&name, Diagnostic::new(Code::PackPath).with("path", path.as_str())));
        } else if !is_known(path) {
            let candidates = nearest(path, REQUIRED.into_iter().chain(OPTIONAL));
            let unknown = Diagnostic::new(Code::PackFileUnknown).with("name", path.as_str());
            faults.push(Fault::whole(&name, unknown.with("candidates", candidates)));
        }
    }
    faults
}

fn is_known(path: &str) -> bool {
    is_text(path) || path.starts_with("data/") || (path.starts_with("images/") && is_image(path))
}

fn missing(name: &str) -> Fault {
    Fault::whole(name, Diagnostic::new(Code::PackFileMissing).with("name", name))
}

/// Opens files one by one and keeps what is wrong.
struct Open<'a, 'f> {
    folder: &'a str,
    files: &'a BTreeMap<String, String>,
    faults: &'f mut Vec<Fault>,
}

impl<'a> Open<'a, '_> {
    fn file<T: Kind>(&mut self, name: &str) -> Option<agree::File<'a, T>> {
        self.with(name, Document::read::<T>)
    }

    fn data(&mut self) -> Option<agree::File<'a, DataSpec>> {
        self.with("data.toml", data::data_spec)
    }

    fn with<T>(
        &mut self,
        name: &str,
        read: impl FnOnce(&Document<'a>) -> Result<T, Fault>,
    ) -> Option<agree::File<'a, T>> {
        let text = self.files.get(name)?;
        let opened = Document::parse(format!("{}/public/{name}", self.folder), text)
            .and_then(|document| read(&document).map(|content| agree::File { document, content }));
        opened.map_err(|fault| self.faults.push(fault)).ok()
    }
}
