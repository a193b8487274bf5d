//! Operations against the answers of another library: `reference/shape.py` wrote the cases with pandas.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use engine::cell;
use engine::ops::{Files, Tables, Tick};
use engine::source::ByteSource;
use engine::table::Table;
use engine::table_text;
use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Deserialize)]
struct Reference {
    tables: BTreeMap<String, String>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    op: String,
    /// Names of tables by port.
    inputs: BTreeMap<String, String>,
    params: Map<String, Value>,
    /// The columns that are compared.
    output: String,
}

struct NoFiles;

impl Files for NoFiles {
    fn open(&self, _: &str) -> Option<&dyn ByteSource> {
        None
    }
    fn identity(&self, _: &str) -> Option<String> {
        None
    }
}

fn run(case: &Case, tables: &BTreeMap<String, String>) -> Table {
    let operation = engine::ops::find(&case.op).unwrap_or_else(|| panic!("no operation {}", case.op));
    let read = |(port, name): (&String, &String)| (port.clone(), table_text::read(&tables[name], Some(port)).unwrap());
    let inputs: Tables = case.inputs.iter().map(read).collect();
    let findings = operation.validate(&case.params, &inputs);
    assert!(findings.is_empty(), "{}: {findings:?}", case.name);
    let mut work = operation.start(&case.params, &inputs, &Default::default(), &NoFiles).unwrap();
    loop {
        if let Tick::Finished { tables, .. } = work.advance(&NoFiles).unwrap() {
            return tables["main"].clone();
        }
    }
}

/// Equal cells, or numbers that differ in their last digits.
fn same(one: &Option<String>, two: &Option<String>) -> bool {
    let number = |cell: &Option<String>| cell.as_ref().and_then(|cell| cell.parse::<f64>().ok());
    match (number(one), number(two)) {
        (Some(one), Some(two)) => (one - two).abs() <= 1e-10 * one.abs().max(two.abs()).max(1.0),
        _ => one == two,
    }
}

#[test]
fn shapes_are_those_of_pandas() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("reference/shape.json");
    let reference: Reference = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let mut wrong = Vec::new();
    for case in &reference.cases {
        let found = run(case, &reference.tables);
        let expected = table_text::read(&case.output, None).unwrap();
        for name in expected.visible_names() {
            let (found, expected) = (found.column(&name), expected.column(&name).unwrap());
            let found = found.unwrap_or_else(|finding| panic!("{}: {finding}", case.name));
            assert_eq!((found.dtype(), found.len()), (expected.dtype(), expected.len()), "{} / {name}", case.name);
            let cells = cell::texts(found, usize::MAX).into_iter().zip(cell::texts(expected, usize::MAX));
            for (row, (found, expected)) in cells.enumerate().filter(|(_, (found, expected))| !same(found, expected)) {
                wrong.push(format!("{} / {name} / {row}: {found:?} instead of {expected:?}", case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} cells:\n{}", wrong.len(), wrong[..wrong.len().min(20)].join("\n"));
}
