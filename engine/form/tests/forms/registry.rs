//! Every kind that ships is well made.

use std::collections::BTreeSet;

use form::kinds::KINDS;
use form::{Kind, Shape, kind};

fn is_name(text: &str, also: char) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == also)
}

fn refers_to(kind: &Kind, names: &[&str]) {
    for name in names {
        assert!(kind.field(name).is_some_and(|field| !field.is_computed()), "{}: {name}", kind.name);
    }
}

#[test]
fn kinds_are_listed_in_order_of_name() {
    let names: Vec<&str> = KINDS.iter().map(|kind| kind.name).collect();
    let sorted: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(names, sorted.into_iter().collect::<Vec<_>>());
    for name in names {
        assert!(kind(name).is_some_and(|kind| kind.name == name));
    }
    assert!(kind("none").is_none());
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a test looks at the sources")]
fn each_kind_has_a_file_and_each_file_a_kind() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/kinds");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> = files.filter(|name| name != "mod.rs").collect();
    let named: BTreeSet<String> = KINDS.iter().map(|kind| format!("{}.rs", kind.name.replace('-', "_"))).collect();
    assert_eq!(files, named);
}

#[test]
fn fields_are_well_made() {
    for kind in KINDS {
        assert!(is_name(kind.name, '-') && kind.code.starts_with("F-") && kind.version >= 1, "{}", kind.name);
        let names: BTreeSet<&str> = kind.fields.iter().map(|field| field.name).collect();
        assert_eq!(names.len(), kind.fields.len(), "{}: two fields of one name", kind.name);
        refers_to(kind, kind.key);
        for field in kind.fields {
            let place = format!("{}: {}", kind.name, field.name);
            assert!(is_name(field.name, '_') && field.name != form::sheet::ID && field.name != "summary", "{place}");
            match &field.shape {
                Shape::Number { low, high } => assert!(low < high, "{place}"),
                Shape::Choice(choices) => {
                    assert!(choices.len() > 1 && choices.iter().all(|choice| is_name(choice, '_')), "{place}");
                }
                Shape::Link { within, most, .. } => {
                    refers_to(kind, within.as_slice());
                    assert!(*most >= 1, "{place}");
                }
                Shape::Figure { by } => {
                    refers_to(kind, by);
                    assert!(!field.required && !field.may_be_unknown && !by.is_empty(), "{place}");
                }
                Shape::Text | Shape::LongText | Shape::Date | Shape::Listed { .. } | Shape::Tick => {}
            }
        }
        let keys: BTreeSet<String> = kind.keys().into_iter().collect();
        assert_eq!(keys.len(), kind.keys().len(), "{}: a key stands twice", kind.name);
    }
}
