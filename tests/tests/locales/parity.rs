//! Both languages have the same files, keys, attributes and variables.

use std::collections::BTreeSet;

use tests::repository::files;

use crate::messages::{LANGUAGES, messages};

#[test]
fn languages_have_the_same_files() {
    let names = |language: &str| -> BTreeSet<String> {
        let folder = format!("app/locales/{language}/");
        files(&folder, "").into_iter().map(|path| path.replace(&folder, "")).collect()
    };
    for language in LANGUAGES {
        assert_eq!(names(language), names(LANGUAGES[0]), "{language}");
        assert!(names(language).iter().all(|name| name.ends_with(".ftl")), "{language}");
    }
    let folders: BTreeSet<String> =
        files("app/locales", ".ftl").iter().filter_map(|path| path.split('/').nth(2).map(str::to_owned)).collect();
    assert_eq!(folders, LANGUAGES.map(str::to_owned).into(), "a language came or went");
}

#[test]
fn languages_have_the_same_messages() {
    let first = messages(LANGUAGES[0]);
    for language in &LANGUAGES[1..] {
        let other = messages(language);
        let missing: Vec<_> = first.keys().filter(|key| !other.contains_key(*key)).collect();
        let extra: Vec<_> = other.keys().filter(|key| !first.contains_key(*key)).collect();
        assert!(missing.is_empty() && extra.is_empty(), "{language} lacks {missing:?} and has {extra:?} more");
        let different: Vec<_> = first.iter().filter(|(key, message)| other[*key] != **message).collect();
        let theirs: Vec<_> = different.iter().map(|(key, _)| &other[*key]).collect();
        assert!(different.is_empty(), "{} {different:#?}\n{language} {theirs:#?}", LANGUAGES[0]);
    }
}

#[test]
fn references_lead_somewhere() {
    for language in LANGUAGES {
        let messages = messages(language);
        for (key, message) in &messages {
            let lost: Vec<_> = message.references.iter().filter(|other| !messages.contains_key(*other)).collect();
            assert!(lost.is_empty(), "{language}: {key} refers to {lost:?}");
            assert!(!message.is_blank, "{language}: {key} says nothing");
        }
    }
}
