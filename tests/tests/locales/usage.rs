//! The page asks for keys that exist, and no message waits in vain.

use std::collections::BTreeSet;

use tests::repository::{files, read};
use tests::rust_source::RustSource;

use crate::messages::{LANGUAGES, messages};

/// Methods that take a key.
const ASKING: [&str; 6] = [".text(", ".text_with(", ".text_or(", ".has(", "words.or(", "words.get("];

/// Families whose members are asked for by computed keys. Other tests hold the first three with their sources;
/// the settings page asks for the legend of a choice followed by its value.
const FAMILIES: [&str; 5] = ["op-", "fn-", "error-", "settings-font-", "settings-text-size-"];

struct Asked {
    /// Every literal: one that equals a key counts as its use.
    literals: BTreeSet<String>,
    /// Keys with parts to be filled in: what stands between the parts, in order.
    patterns: Vec<Vec<String>>,
    /// Literals that are passed as a key, with their place.
    keys: Vec<(String, String)>,
}

fn asked() -> Asked {
    let mut asked = Asked { literals: BTreeSet::new(), patterns: Vec::new(), keys: Vec::new() };
    let mut paths = files("app/src", ".rs");
    paths.extend(files("app/build", ".rs"));
    paths.extend(files("engine/form/src", ".rs"));
    for path in paths {
        let source = RustSource::shipped(&read(&path));
        for literal in source.literals {
            let text = literal.text;
            if text.contains('{') && text.chars().all(|char| char.is_ascii_alphanumeric() || "-_{}.:?()".contains(char))
            {
                asked.patterns.push(pattern(&text));
            } else if is_key(&text) {
                let before = source.code[..literal.offset].trim_end();
                if ASKING.iter().any(|method| before.ends_with(method)) {
                    asked.keys.push((text.clone(), format!("{path}:{}", literal.line)));
                }
            }
            asked.literals.insert(text);
        }
    }
    assert!(asked.keys.len() > 50, "the page asks for {} keys", asked.keys.len());
    asked
}

fn is_key(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.chars().all(|char| char.is_ascii_alphanumeric() || "-_".contains(char))
}

fn pattern(text: &str) -> Vec<String> {
    text.split('{')
        .enumerate()
        .map(|(index, part)| match part.split_once('}') {
            Some((_, rest)) if index > 0 => rest.to_owned(),
            _ => part.to_owned(),
        })
        .collect()
}

/// Whether a key has these parts in order, the first at its start and the last at its end.
fn fits(key: &str, parts: &[String]) -> bool {
    let (first, last) = (&parts[0], &parts[parts.len() - 1]);
    // A pattern that begins with what is filled in could be anything.
    if first.len() < 3 || !key.starts_with(first.as_str()) || !key.ends_with(last.as_str()) {
        return false;
    }
    let mut rest = &key[first.len()..];
    parts[1..].iter().all(|part| match rest.find(part.as_str()) {
        Some(at) => {
            rest = &rest[at + part.len()..];
            true
        }
        None => false,
    })
}

/// Whether a key is one that is asked for, with a fixed ending.
fn ends(key: &str, parts: &[String], literals: &BTreeSet<String>) -> bool {
    matches!(parts, [first, ending] if first.is_empty() && !ending.is_empty()
        && key.strip_suffix(ending.as_str()).is_some_and(|start| literals.contains(start)))
}

#[test]
fn the_page_asks_for_keys_that_exist() {
    let asked = asked();
    for language in LANGUAGES {
        let messages = messages(language);
        let missing: Vec<_> = asked.keys.iter().filter(|(key, _)| !messages.contains_key(key)).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:#?}");
    }
}

#[test]
fn no_message_waits_in_vain() {
    let asked = asked();
    let messages = messages(LANGUAGES[0]);
    let referred: BTreeSet<&String> = messages.values().flat_map(|message| &message.references).collect();
    let idle: Vec<_> = messages
        .keys()
        .filter(|key| !FAMILIES.iter().any(|family| key.starts_with(family)))
        .filter(|key| !asked.literals.contains(*key) && !referred.contains(key))
        .filter(|key| !asked.patterns.iter().any(|parts| fits(key, parts) || ends(key, parts, &asked.literals)))
        .collect();
    assert!(idle.is_empty(), "nothing asks for {idle:#?}");
}

#[test]
fn patterns_fit_what_they_make() {
    let parts = pattern("settings-theme-{}");
    assert!(fits("settings-theme-dark", &parts) && !fits("settings-text", &parts));
    let parts = pattern("ws-command-{name}-help");
    assert!(fits("ws-command-undo-help", &parts) && !fits("ws-command-undo", &parts));
    assert!(!fits("anything", &pattern("{name}-count")));
}
