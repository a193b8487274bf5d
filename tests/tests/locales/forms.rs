//! Every kind of form has its words, and no other has.

use std::collections::BTreeSet;

use form::kinds::KINDS;

use crate::messages::{LANGUAGES, messages};

#[test]
fn every_kind_has_its_words() {
    let required: BTreeSet<String> = KINDS.iter().flat_map(|kind| kind.keys()).collect();
    assert!(!required.is_empty(), "there is a kind");
    for language in LANGUAGES {
        let messages = messages(language);
        let missing: Vec<_> = required.iter().filter(|key| !messages.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:#?}");
        let family = messages.iter().filter(|(key, _)| key.starts_with("form-kind-"));
        let idle: Vec<_> = family.clone().map(|(key, _)| key).filter(|key| !required.contains(*key)).collect();
        assert!(idle.is_empty(), "{language} words what no kind has: {idle:#?}");
        let filled: Vec<_> = family.filter(|(_, message)| !message.variables.is_empty()).map(|(key, _)| key).collect();
        assert!(filled.is_empty(), "{language}: labels are given no variables: {filled:#?}");
    }
}
