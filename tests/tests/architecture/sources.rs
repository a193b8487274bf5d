//! Every Rust source: how it opens, how long it is, and what it must not say.

use std::collections::BTreeMap;

use tests::repository::{files, read};
use tests::rust_source::RustSource;

const MAX_LINES: usize = 500;

/// Longer files, with the reason that they are not parted.
const LONG: [(&str, &str); 0] = [];

/// Sources whose texts reach a person through the page. The binary and the tools speak to who calls them.
const WORDED_ELSEWHERE: [&str; 7] = [
    "engine/protocol/src",
    "engine/generate/src",
    "engine/form/src",
    "engine/pack/src",
    "engine/core/src",
    "engine/worker/src",
    "app/src",
];

/// Where technical fragments stand, never sentences: they are arguments that a sentence of the locales quotes.
const FRAGMENTS: [(&str, &str); 6] = [
    ("engine/generate/src/", "what does not fit in a specification: `detail` of `param-invalid`"),
    ("engine/core/src/source/parquet/", "what is damaged in a file: `detail` of `parquet-malformed`"),
    ("engine/protocol/src/recipe/", "what serde says of a document: `detail` of `recipe-malformed`"),
    ("engine/core/src/cell.rs", "an error inside Polars: `detail` of `engine-internal`"),
    ("engine/core/src/ops/", "an error that no person can cause: `detail` of `engine-internal`"),
    ("engine/core/src/table_text.rs", "an example that does not read: only its author sees it"),
];

fn rust() -> Vec<String> {
    let folders = ["app", "engine", "tests", "xtask"];
    let paths: Vec<String> = folders.iter().flat_map(|folder| files(folder, ".rs")).collect();
    assert!(paths.len() > 100, "only {} sources", paths.len());
    paths
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent: Vec<_> = rust().into_iter().filter(|path| !read(path).starts_with("//! ")).collect();
    assert!(silent.is_empty(), "no `//!` on the first line: {silent:#?}");
}

#[test]
fn files_are_short() {
    let long: BTreeMap<String, usize> = rust()
        .into_iter()
        .map(|path| (path.clone(), read(&path).lines().count()))
        .filter(|(_, lines)| *lines > MAX_LINES)
        .collect();
    let excused: Vec<&str> = LONG.iter().map(|(path, _)| *path).collect();
    let new: Vec<_> = long.iter().filter(|(path, _)| !excused.contains(&path.as_str())).collect();
    assert!(new.is_empty(), "longer than {MAX_LINES} lines: {new:?}");
    let idle: Vec<_> = excused.iter().filter(|path| !long.contains_key(**path)).collect();
    assert!(idle.is_empty(), "need no exception any more: {idle:?}");
}

#[test]
fn no_exercise_stands_in_code() {
    for path in rust() {
        if path.starts_with("tests/") || path.contains("/tests/") || path.ends_with("/tests.rs") {
            continue;
        }
        let source = RustSource::shipped(&read(&path));
        let literals = source.literals.iter().map(|literal| (literal.line, literal.text.as_str()));
        let code = source.code.lines().enumerate().map(|(index, line)| (index + 1, line));
        for (line, text) in literals.chain(code) {
            if let Some(id) = exercise_id(text) {
                panic!("{path}:{line}: {id} — an exercise is data");
            }
        }
    }
}

/// `E01` to `E26`, standing alone.
fn exercise_id(text: &str) -> Option<&str> {
    let part = |char: char| char.is_ascii_alphanumeric();
    text.split(|char: char| !part(char)).find(|word| {
        let number = word.strip_prefix(['E', 'e']).filter(|digits| digits.len() == 2);
        number.and_then(|digits| digits.parse::<u8>().ok()).is_some_and(|number| (1..=26).contains(&number))
    })
}

#[test]
fn no_sentence_stands_in_code() {
    let (mut found, mut used) = (Vec::new(), BTreeMap::new());
    for path in WORDED_ELSEWHERE.iter().flat_map(|folder| files(folder, ".rs")) {
        if path.ends_with("/tests.rs") {
            continue;
        }
        let source = RustSource::shipped(&read(&path));
        for literal in source.literals.iter().filter(|literal| is_prose(&literal.text)) {
            // Attributes speak to who reads the code.
            let is_reason = source.code[..literal.offset].trim_end().ends_with("reason =");
            let excused = FRAGMENTS.iter().find(|(place, _)| path.starts_with(place) && !is_sentence(&literal.text));
            match excused {
                Some((place, _)) => *used.entry(*place).or_insert(0) += 1,
                None if is_reason => {}
                None => found.push(format!("{path}:{}: {:?}", literal.line, literal.text)),
            }
        }
    }
    assert!(found.is_empty(), "words for a person belong in app/locales:\n{}", found.join("\n"));
    let idle: Vec<_> = FRAGMENTS.iter().filter(|(place, _)| !used.contains_key(place)).collect();
    assert!(idle.is_empty(), "need no exception any more: {idle:?}");
}

/// Four words on end in lower case or with a capital first: not a table, a query, a signature, a list of names.
fn is_prose(text: &str) -> bool {
    if text.contains(['_', '→', '[', '|']) || text.to_lowercase().starts_with("select ") {
        return false;
    }
    let mut run = 0;
    for piece in text.split(' ') {
        let word = piece.trim_matches(|char: char| ",.:;!?’'\u{a0}«»()".contains(char));
        let is_word = !word.is_empty()
            && word.chars().all(|char| char.is_alphabetic() || "’'-".contains(char))
            && word.chars().skip(1).all(|char| !char.is_uppercase());
        run = if is_word { run + 1 } else { 0 };
        if run >= 4 {
            return true;
        }
    }
    false
}

/// Prose that begins or ends as a sentence does, or is French.
fn is_sentence(text: &str) -> bool {
    let mut chars = text.trim().chars();
    let begins = chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase);
    begins || text.trim().ends_with(['.', '!', '?', '…']) || text.contains(['é', 'è', 'ê', 'à', 'ç', '’'])
}

#[test]
fn the_scans_tell_what_they_look_for() {
    assert!(is_prose("La colonne n’existe pas ici"));
    assert!(is_prose("The file could not be read."));
    assert!(is_sentence("Joindre le fichier") && is_sentence("the file is empty.") && !is_sentence("a damaged page"));
    assert!(!is_prose("SELECT a FROM b WHERE c = 1"));
    assert!(!is_prose("city:text | rent:integer\nParis | 900"));
    assert_eq!(exercise_id("pack E14: dirt"), Some("E14"));
    assert_eq!(exercise_id("1e05 + 2E12 + E27 + E1 + SE14"), None);
}
