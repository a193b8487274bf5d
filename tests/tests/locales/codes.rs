//! Every diagnostic code has its sentence, which uses only the arguments that the code documents.

use std::collections::{BTreeMap, BTreeSet};

use tests::repository::read;

use crate::messages::{LANGUAGES, messages};

/// Messages of the family that are no codes: the frame around a sentence with its place.
const FRAMES: [(&str, &[&str]); 1] = [("error-at", &["sentence", "line", "column"])];

/// Arguments that the page adds to those that it is given: to choose a sentence by whether there is something.
const DERIVED: [(&str, &str); 2] = [("candidates", "candidate-count"), ("expected", "expects")];

/// The codes of `code.rs` with the arguments of their `Args:` lines.
fn documented() -> BTreeMap<String, BTreeSet<String>> {
    let text = read("engine/protocol/src/code.rs");
    let mut codes = BTreeMap::new();
    let mut args = BTreeSet::new();
    for line in text.lines().map(str::trim) {
        if let Some(doc) = line.strip_prefix("///") {
            if let Some((_, list)) = doc.split_once("Args:") {
                let list = list.split('.').next().unwrap_or_default();
                args = list.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
            }
        } else if let Some((_, id)) = line.split_once(" = \"").filter(|_| line.ends_with("\",")) {
            codes.insert(id.trim_end_matches("\",").to_owned(), std::mem::take(&mut args));
        } else {
            args.clear();
        }
    }
    codes
}

#[test]
fn the_list_reads() {
    let known: BTreeSet<String> = protocol::Code::ALL.iter().map(|code| code.id().to_owned()).collect();
    assert_eq!(documented().into_keys().collect::<BTreeSet<_>>(), known);
}

#[test]
fn every_code_has_its_sentence() {
    let documented = documented();
    for language in LANGUAGES {
        let messages = messages(language);
        let mut wrong = Vec::new();
        for code in protocol::Code::ALL {
            let key = format!("error-{}", code.id());
            let Some(message) = messages.get(&key) else {
                wrong.push(format!("{key} is missing"));
                continue;
            };
            let mut allowed = documented[code.id()].clone();
            for (_, derived) in DERIVED.iter().filter(|(given, _)| documented[code.id()].contains(*given)) {
                allowed.insert((*derived).to_owned());
            }
            let unknown: Vec<_> = message.variables.difference(&allowed).collect();
            if !unknown.is_empty() {
                wrong.push(format!("{key} uses {unknown:?} of {allowed:?}"));
            }
        }
        assert!(wrong.is_empty(), "{language}:\n{}", wrong.join("\n"));
    }
}

#[test]
fn every_sentence_has_its_code() {
    let known = documented();
    for language in LANGUAGES {
        for (key, message) in messages(language) {
            let Some(id) = key.strip_prefix("error-") else { continue };
            match FRAMES.iter().find(|(frame, _)| *frame == key) {
                Some((_, args)) => assert!(message.variables.iter().all(|name| args.contains(&name.as_str())), "{key}"),
                None => assert!(known.contains_key(id), "{language}: no code has the sentence {key}"),
            }
        }
    }
}
