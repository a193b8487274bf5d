//! The document: nothing is lost, nothing hostile is taken, one form has one hash.

use form::document::MAX_ROWS;
use form::{Form, Versions, Why};
use serde_json::json;

use crate::sample::{form, id};

#[test]
fn what_a_later_version_says_is_kept() {
    let text = json!({
        "format": "creuset.form", "version": 1, "kind": "sample", "kind_version": 9, "last_row": 4, "colour": "red",
        "rows": [{"id": "r4", "cells": {"name": "a", "later": [1, {"b": 2}]}, "pinned": true}],
    });
    let read = Form::parse(&text.to_string()).unwrap();
    assert_eq!(serde_json::from_str::<serde_json::Value>(&read.to_json()).unwrap(), text);
    let mut edited = read.clone();
    edited.set(&id("r4"), "name", Some(json!("b")));
    assert!(edited.to_json().contains("later") && edited.to_json().contains("pinned"));
}

#[test]
fn the_hash_is_of_what_is_said() {
    let one = form(&[&[("name", "a"), ("cost", "1")]]);
    let other = form(&[&[("cost", "1,0"), ("name", "a")]]);
    assert_eq!(one.hash(), other.hash(), "whatever was filled in first");
    assert_eq!(one.hash(), "c50ea934229220307353c966e83f25f0cb9d16a6ea308919b0fe89be56c8a8ea");
    assert_ne!(one.hash(), form(&[&[("name", "a"), ("cost", "2")]]).hash());
}

#[test]
fn documents_that_are_none_are_refused() {
    let document = |rows: serde_json::Value| {
        json!({"format": "creuset.form", "version": 1, "kind": "sample", "kind_version": 1, "rows": rows}).to_string()
    };
    let row = |name: &str| json!({"id": name, "cells": {}});
    let many = (0..=MAX_ROWS).map(|number| row(&format!("r{number}"))).collect();
    for (text, code) in [
        (String::new(), "form-malformed"),
        ("[]".to_owned(), "form-malformed"),
        (document(json!([])).replace("creuset.form", "creuset.recipe"), "form-malformed"),
        (document(json!([])).replace("\"version\":1", "\"version\":2"), "form-version"),
        (document(json!([row("r1"), row("r1")])), "form-malformed"),
        (document(json!([{"id": "r1", "cells": []}])), "form-malformed"),
        (document(many), "form-too-long"),
        ("[".repeat(100_000), "form-malformed"),
    ] {
        let found = Form::parse(&text).unwrap_err();
        assert_eq!(found.code.id(), code, "{}", &text[..text.len().min(80)]);
    }
}

#[test]
fn versions_are_kept_once_and_those_asked_for_longest() {
    let mut versions = Versions::default();
    let mut form = form(&[&[("name", "0")]]);
    assert!(versions.keep(&form, "t0", Why::Asked) && !versions.keep(&form, "t1", Why::Time));
    for number in 1..=40 {
        form.set(&id("r1"), "name", Some(json!(number.to_string())));
        assert!(versions.keep(&form, format!("t{number}"), Why::Time));
    }
    let all = versions.all();
    assert_eq!((all.len(), all[0].number, all[1].number, all[19].number), (20, 1, 23, 41));
    assert_eq!(versions.get(41).unwrap().form, form);
    assert_eq!(versions.get(41).unwrap().hash, form.hash());
    assert!(versions.get(2).is_none());
}
