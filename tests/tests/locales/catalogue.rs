//! Every operation, parameter, choice, example and function has its words, and no other has.

use std::collections::BTreeSet;

use engine::ops::AnyOperation;
use serde_json::Value;

use crate::messages::{LANGUAGES, messages};

/// Endings that a key of an operation may have beyond those that it must have.
const OPTIONAL: [&str; 2] = ["-hint", "-terms"];

/// The keys that an operation must have.
fn required(operation: &dyn AnyOperation) -> BTreeSet<String> {
    let info = operation.info();
    let own = format!("op-{}", info.name);
    let mut keys: BTreeSet<String> =
        ["", "-summary", "-help", "-sentence"].iter().map(|ending| format!("{own}{ending}")).collect();
    parameters(&info.schema, &format!("{own}-param"), &mut keys);
    keys.extend(info.examples.iter().map(|example| format!("{own}-example-{}", example.name)));
    keys
}

/// Labels of an object's properties and of their choices. A list of objects is labelled by their properties:
/// its path goes on without an index.
fn parameters(schema: &Value, path: &str, keys: &mut BTreeSet<String>) {
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}-{name}");
        let mut words = BTreeSet::new();
        choices(property, &mut words);
        choices(&property["items"], &mut words);
        keys.extend(words.iter().map(|word| format!("{path}-value-{word}")));
        parameters(property, &path, keys);
        parameters(&property["items"], &path, keys);
        keys.insert(path);
    }
}

/// The words of an enumeration, whether it stands as `enum`, or as `oneOf` of documented constants.
fn choices(schema: &Value, words: &mut BTreeSet<String>) {
    let listed = schema["enum"].as_array().into_iter().flatten();
    words.extend(listed.chain([&schema["const"]]).filter_map(Value::as_str).map(str::to_owned));
    for family in ["oneOf", "anyOf"] {
        schema[family].as_array().into_iter().flatten().for_each(|choice| choices(choice, words));
    }
}

/// Arguments of the sentence of a step: parameters, lists with their counts, tables by port.
fn sentence_arguments(operation: &dyn AnyOperation) -> BTreeSet<String> {
    let info = operation.info();
    let mut names = BTreeSet::from(["inputs".to_owned()]);
    for (name, property) in info.schema["properties"].as_object().into_iter().flatten() {
        names.insert(name.clone());
        if property.to_string().contains("\"items\"") {
            names.insert(format!("{name}-count"));
        }
    }
    names.extend(info.inputs.iter().map(|port| format!("in-{}", port.name)));
    names.extend(info.outputs.iter().map(|port| format!("out-{}", port.name)));
    names
}

#[test]
fn every_operation_has_its_words() {
    let required: BTreeSet<String> = engine::ops::all().iter().flat_map(|operation| required(*operation)).collect();
    assert!(required.len() > 100, "schemas are read");
    for language in LANGUAGES {
        let messages = messages(language);
        let missing: Vec<_> = required.iter().filter(|key| !messages.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:#?}");
        let idle: Vec<_> = messages
            .keys()
            .filter(|key| key.starts_with("op-") && !required.contains(*key))
            .filter(|key| !OPTIONAL.iter().any(|end| key.strip_suffix(end).is_some_and(|key| required.contains(key))))
            .collect();
        assert!(idle.is_empty(), "{language} words what no operation has: {idle:#?}");
    }
}

#[test]
fn sentences_use_what_a_step_has() {
    for operation in engine::ops::all() {
        let known = sentence_arguments(*operation);
        let own = format!("op-{}", operation.name());
        for language in LANGUAGES {
            for (key, message) in messages(language).range(own.clone()..).take_while(|(key, _)| key.starts_with(&own)) {
                let is_sentence = *key == format!("{own}-sentence");
                let unknown: Vec<_> =
                    message.variables.iter().filter(|name| !is_sentence || !known.contains(*name)).collect();
                assert!(unknown.is_empty(), "{language}: {key} uses {unknown:?} of {known:?}");
            }
        }
    }
}

#[test]
fn every_function_has_its_words() {
    let functions = engine::sql::functions();
    let required: BTreeSet<String> =
        functions.iter().map(|function| format!("fn-{}", function.name.replace('_', "-"))).collect();
    let groups: BTreeSet<String> =
        functions.iter().map(|function| format!("help-functions-{}", function.group)).collect();
    assert_eq!(required.len(), functions.len(), "two functions share a key");
    for language in LANGUAGES {
        let messages = messages(language);
        let missing: Vec<_> = required.union(&groups).filter(|key| !messages.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{language} lacks {missing:#?}");
        let idle: Vec<_> = messages.keys().filter(|key| key.starts_with("fn-") && !required.contains(*key)).collect();
        assert!(idle.is_empty(), "{language} words what no function is: {idle:#?}");
    }
}
