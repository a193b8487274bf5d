//! Every example of every operation runs and gives what it says; every schema is well formed.

use serde_json::{Map, Value};

use super::{AnyOperation, Files, Tables, Tick, all};
use crate::source::ByteSource;
use crate::table_text;

struct NoFiles;

impl Files for NoFiles {
    fn open(&self, _: &str) -> Option<&dyn ByteSource> {
        None
    }
    fn identity(&self, _: &str) -> Option<String> {
        None
    }
}

fn run(operation: &dyn AnyOperation, params: &Map<String, Value>, inputs: &Tables) -> Tables {
    let findings = operation.validate(params, inputs);
    assert!(findings.is_empty(), "{}: {findings:?}", operation.name());
    let mut work = operation.start(params, inputs, &Default::default(), &NoFiles).unwrap();
    loop {
        if let Tick::Finished { tables, .. } = work.advance(&NoFiles).unwrap() {
            return tables;
        }
    }
}

#[test]
fn examples_give_what_they_say() {
    for operation in all() {
        for example in operation.info().examples {
            let read = |(port, text): (&String, &String)| (port.clone(), table_text::read(text, Some(port)).unwrap());
            let inputs: Tables = example.inputs.iter().map(read).collect();
            let params = example.params.as_object().unwrap();
            let outputs = run(*operation, params, &inputs);
            for (port, expected) in &example.outputs {
                let found = &outputs[port];
                let expected_table = table_text::read(expected, None).unwrap();
                let (found_text, expected_text) = (table_text::write(found), table_text::write(&expected_table));
                let place = format!("{} / {} / {port}", operation.name(), example.name);
                if found.ordered {
                    assert_eq!(found_text, expected_text, "{place}");
                } else {
                    assert_eq!(table_text::sorted(&found_text), table_text::sorted(&expected_text), "{place}");
                }
            }
        }
    }
}

#[test]
fn every_operation_has_examples_or_reads_files() {
    for operation in all() {
        let info = operation.info();
        let reads_files = info.schema.to_string().contains("\"x-widget\":\"file\"");
        assert!(reads_files || !info.examples.is_empty(), "{}", info.name);
        assert!(info.outputs.first().is_some_and(|port| port.name == "main"), "{}", info.name);
    }
}

#[test]
fn schemas_are_whole() {
    for operation in all() {
        let schema = operation.info().schema;
        assert_eq!(schema["type"], "object", "{}", operation.name());
        assert_eq!(schema["additionalProperties"], false, "{}", operation.name());
        assert!(!schema.to_string().contains("$ref"), "{}", operation.name());
    }
}

#[test]
fn names_are_those_of_the_groups_in_order() {
    let names: Vec<_> = all().iter().map(|operation| (operation.info().group, operation.name())).collect();
    let mut sorted = names.clone();
    sorted.sort();
    assert_eq!(names, sorted);
}
