//! What must hold between the values of a pack: ids, references, sums, and both languages.
//!
//! Everything is looked at before a pack is refused, so that an author mends it in one go.

mod brief;
mod checks;
mod exercise;
mod forms;
mod help;
mod tables;

use std::collections::BTreeSet;

use generate::DataSpec;
use protocol::{Arg, Code, Diagnostic};

use crate::fault::{Fault, nearest};
use crate::file::checks::{Check, Checks};
use crate::file::deliverables::Deliverables;
use crate::file::dictionary::Dictionary;
use crate::file::exercise::Exercise;
use crate::file::hints::Hints;
use crate::file::is_legal_id;
use crate::file::rules::BusinessRules;
use crate::load::School;
use crate::reading::Document;
use crate::words::Words;

/// A file that read, with where everything stands in it.
pub(crate) struct File<'a, T> {
    /// Where.
    pub document: Document<'a>,
    /// What.
    pub content: T,
}

/// The files of a pack that read.
pub(crate) struct Opened<'a> {
    pub exercise: File<'a, Exercise>,
    pub data: Option<File<'a, DataSpec>>,
    pub dictionary: Option<File<'a, Dictionary>>,
    pub deliverables: Option<File<'a, Deliverables>>,
    pub checks: Option<File<'a, Checks>>,
    pub hints: Option<File<'a, Hints>>,
    pub business: Option<File<'a, BusinessRules>>,
}

/// The content of a file that may be absent.
pub(crate) fn content<T: Default>(file: Option<File<'_, T>>) -> T {
    file.map(|file| file.content).unwrap_or_default()
}

/// Adds all that does not agree to `faults`; gives the checks with the school's figures in their parameters.
pub(crate) fn hold(
    folder: &str,
    all: &Opened<'_>,
    brief: &Words,
    paths: &BTreeSet<&str>,
    school: &School,
    faults: &mut Vec<Fault>,
) -> Vec<Check> {
    exercise::hold(folder, &all.exercise, school, faults);
    brief::hold(folder, brief, paths, faults);
    tables::hold(all, faults);
    forms::hold(all, faults);
    let checks = checks::hold(all, school, faults);
    help::hold(all, faults);
    checks
}

/// What is wrong with the values of one file, as it is found.
pub(crate) struct Findings<'d, 'a, 'f> {
    document: &'d Document<'a>,
    faults: &'f mut Vec<Fault>,
}

impl<'d, 'a, 'f> Findings<'d, 'a, 'f> {
    pub fn new(document: &'d Document<'a>, faults: &'f mut Vec<Fault>) -> Self {
        Self { document, faults }
    }

    /// Keeps a finding at a path.
    pub fn add(&mut self, path: &str, diagnostic: Box<Diagnostic>) {
        self.faults.push(self.document.at(path, diagnostic));
    }

    /// A text that says nothing in a language.
    pub fn words(&mut self, path: &str, words: &Words) {
        for language in words.silent() {
            self.add(&format!("{path}/{language}"), Diagnostic::new(Code::ParamRequired));
        }
    }

    /// A number outside its bounds, both of which it may have.
    pub fn range(&mut self, path: &str, value: f64, low: f64, high: f64) {
        if !(low..=high).contains(&value) {
            let wrong = Diagnostic::new(Code::ParamRange).with("value", value).with("low", low).with("high", high);
            self.add(path, wrong);
        }
    }

    /// Points that are none.
    pub fn points(&mut self, path: &str, points: f64) {
        if !(points > 0.0 && points <= 100.0) {
            self.range(path, points, f64::MIN_POSITIVE, 100.0);
        }
    }

    /// Ids that are not legal or stand twice; `list` is the path of the array, `key` where the id stands in it.
    pub fn ids<'i>(&mut self, list: &str, key: &str, ids: impl Iterator<Item = &'i str>) {
        let mut seen = BTreeSet::new();
        for (index, id) in ids.enumerate() {
            let path = format!("{list}/{index}/{key}");
            if !is_legal_id(id) {
                self.add(&path, Diagnostic::new(Code::PackId).with("id", id));
            } else if !seen.insert(id) {
                self.add(&path, Diagnostic::new(Code::PackRepeated).with("name", id));
            }
        }
    }

    /// Names that stand twice.
    pub fn unique<'i>(&mut self, list: &str, key: &str, names: impl Iterator<Item = &'i str>) {
        let mut seen = BTreeSet::new();
        for (index, name) in names.enumerate() {
            if !seen.insert(name) {
                let path = if key.is_empty() { format!("{list}/{index}") } else { format!("{list}/{index}/{key}") };
                self.add(&path, Diagnostic::new(Code::PackRepeated).with("name", name));
            }
        }
    }

    /// A name that names nothing of those that are known.
    pub fn known<'k>(&mut self, path: &str, code: Code, arg: &str, name: &str, known: impl Iterator<Item = &'k str>) {
        let known: Vec<&str> = known.collect();
        if !known.contains(&name) {
            let candidates: Arg = nearest(name, known).into();
            self.add(path, Diagnostic::new(code).with(arg, name).with("candidates", candidates));
        }
    }
}
