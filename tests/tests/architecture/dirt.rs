//! What makes dirt and what finds or repairs it share nothing: a list or a factor that both read would let a check be
//! passed by those who read the sources, and prove nothing of a repair.

use std::collections::BTreeSet;

use tests::repository::{files, read};
use tests::rust_source::RustSource;

/// What makes dirt.
const DIRT: [&str; 2] = ["engine/generate/src/dirt", "engine/generate/src/lists"];

/// What finds it, repairs it, or is measured by it.
const REPAIR: [&str; 6] = [
    "engine/core/src/ops",
    "engine/core/src/score",
    "engine/core/src/sql",
    "engine/core/src/source",
    "engine/core/src/overview",
    "engine/core/src/facet",
];

/// So many words in common make two lists one.
const MANY: usize = 4;

fn sources(folders: &[&str]) -> Vec<(String, RustSource)> {
    let paths = folders.iter().flat_map(|folder| files(folder, ".rs")).filter(|path| !path.ends_with("/tests.rs"));
    let sources: Vec<_> = paths.map(|path| (path.clone(), RustSource::shipped(&read(&path)))).collect();
    assert!(sources.len() > 10, "{folders:?} are elsewhere");
    sources
}

#[test]
fn the_engine_reads_no_lists_of_the_generator() {
    let mut found = Vec::new();
    for path in files("engine/core/src", ".rs") {
        let source = RustSource::shipped(&read(&path));
        for (at, _) in source.code.match_indices("generate::") {
            let named = source.code[at..].split([';', '(', ')', ' ']).next().unwrap_or_default();
            let group = source.code[at..].split(';').next().unwrap_or_default();
            let named = if named.contains('{') { group } else { named };
            let words = named.split(|char: char| !char.is_alphanumeric() && char != '_');
            found.extend(words.filter(|word| ["lists", "dirt"].contains(word)).map(|word| format!("{path}: {word}")));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn no_list_and_no_factor_stands_on_both_sides() {
    let answers = files("exercises", ".json").into_iter().filter(|path| path.contains("/private/"));
    let answers: Vec<_> = answers.map(|path| (path.clone(), RustSource::whole(&read(&path)))).collect();
    assert!(answers.len() > 5, "the solutions are elsewhere");
    let known = |(path, source): (String, RustSource)| (path, lists(&source), factors(&source));
    let dirt: Vec<_> = sources(&DIRT).into_iter().map(known).collect();
    let repair: Vec<_> = sources(&REPAIR).into_iter().chain(answers).map(known).collect();
    for side in [&dirt, &repair] {
        assert!(side.iter().any(|(_, lists, _)| !lists.is_empty()), "no list was found");
    }
    let mut found = Vec::new();
    for (theirs, made, made_factors) in &dirt {
        for (path, lists, factors) in &repair {
            let pairs = made.iter().flat_map(|made| lists.iter().map(move |list| made.intersection(list)));
            let common = pairs.map(|common| common.collect::<Vec<_>>()).filter(|common| common.len() >= MANY);
            found.extend(common.map(|common| format!("{theirs} and {path}: {common:?}")));
            found.extend(made_factors.intersection(factors).map(|factor| format!("{theirs} and {path}: {factor}")));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// The words of each list: those of the texts between two brackets, and those that one text holds.
fn lists(source: &RustSource) -> Vec<BTreeSet<String>> {
    let mut lists: Vec<BTreeSet<String>> =
        source.literals.iter().map(|literal| words(&literal.text).collect()).collect();
    let mut open = Vec::new();
    for (at, byte) in source.code.bytes().enumerate() {
        match byte {
            b'[' => open.push(at),
            b']' => {
                let Some(start) = open.pop() else { continue };
                let inside = source.literals.iter().filter(|literal| (start..at).contains(&literal.offset));
                lists.push(inside.flat_map(|literal| words(&literal.text)).collect());
            }
            _ => {}
        }
    }
    lists.retain(|list| list.len() >= MANY);
    lists
}

/// The words of a text, in small letters; numbers and single letters are none.
fn words(text: &str) -> impl Iterator<Item = String> + '_ {
    let words = text.split([' ', '\t', '\n', ',', ';', '|']).map(str::trim);
    let is_word = |word: &&str| word.chars().filter(|char| char.is_alphabetic()).count() >= 2;
    words.filter(is_word).map(str::to_lowercase)
}

/// Numbers with a fraction whose digits are no coincidence: three and more that are not zeros at an end.
fn factors(source: &RustSource) -> BTreeSet<String> {
    let numbers = source.code.split(|char: char| !char.is_ascii_digit() && char != '.' && char != '_');
    let is_factor = |number: &&str| {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        number.contains('.') && digits.trim_matches('0').len() >= 3
    };
    numbers.filter(is_factor).map(|number| number.replace('_', "")).collect()
}
