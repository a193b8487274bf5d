//! One step over one small table, for the tests of what is told of steps.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::ops::{self, Files, Tables, Tick};
use crate::source::ByteSource;
use crate::table::Table;

struct NoFiles;

impl Files for NoFiles {
    fn open(&self, _: &str) -> Option<&dyn ByteSource> {
        None
    }

    fn identity(&self, _: &str) -> Option<String> {
        None
    }
}

/// The tables that an operation makes of its main input.
pub fn run(op: &str, params: &Value, main: &Table) -> Tables {
    let inputs = Tables::from([("main".to_owned(), main.clone())]);
    let operation = ops::find(op).unwrap();
    let findings = operation.validate(params.as_object().unwrap(), &inputs);
    assert!(findings.is_empty(), "{findings:?}");
    let mut work = operation.start(params.as_object().unwrap(), &inputs, &BTreeMap::new(), &NoFiles).unwrap();
    match work.advance(&NoFiles).unwrap() {
        Tick::Finished { tables, .. } => tables,
        Tick::Working { .. } => panic!("{op}"),
    }
}
