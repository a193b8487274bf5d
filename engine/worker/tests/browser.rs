//! In a dedicated worker of a real browser: files are read in slices, and a recipe gives the golden hash.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use engine::ops::Files;
use js_sys::{Array, Uint8Array};
use protocol::message::{Request, Response};
use serde_json::Value;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::File;
use worker::desk::{Desk, Outcome, Task};
use worker::file::Attached;

wasm_bindgen_test_configure!(run_in_dedicated_worker);

fn attached(name: &str, bytes: &[u8]) -> Attached {
    let parts = Array::of1(&Uint8Array::from(bytes));
    let file = File::new_with_u8_array_sequence(&parts, name).unwrap();
    let mut attached = Attached::default();
    attached.attach(name.to_owned(), file).unwrap();
    attached
}

fn ask(desk: &mut Desk, files: &Attached, request: Request) -> Response {
    let mut task = Task::new(request, 1);
    loop {
        match desk.advance(task, files) {
            (Some(rest), _) => task = rest,
            (None, Outcome::Done(answer)) => return answer.response,
            (None, Outcome::Working(_)) => panic!("work without a rest"),
        }
    }
}

#[wasm_bindgen_test]
fn files_are_read_in_slices() {
    let bytes: Vec<u8> = (0..100_000u32).map(|index| (index % 251) as u8).collect();
    let files = attached("bytes.bin", &bytes);
    let file = files.open("bytes.bin").unwrap();
    assert_eq!(file.len(), 100_000);
    let mut slice = vec![0; 4_096];
    file.read(65_000, &mut slice).unwrap();
    assert_eq!(slice, bytes[65_000..69_096]);
    assert!(file.read(99_000, &mut slice).is_err());
}

#[wasm_bindgen_test]
fn a_recipe_gives_the_golden_hash() {
    let recipe = include_str!("../../../tests/golden/cases/sort/recipe.json");
    let csv = include_bytes!("../../../tests/golden/cases/sort/tenants.csv");
    let expected: Value = serde_json::from_str(include_str!("../../../tests/golden/cases/sort/expected.json")).unwrap();
    let files = attached("tenants.csv", csv);
    let mut desk = Desk::default();
    let ran = ask(&mut desk, &files, Request::Run { recipe: recipe.to_owned(), until: None });
    assert!(matches!(&ran, Response::Ran(report) if report.is_complete()), "{ran:?}");
    let Response::Hashes { tables } = ask(&mut desk, &files, Request::Hashes) else { panic!("no hashes") };
    assert!(!tables.is_empty());
    for table in tables {
        let name = table.at.table.to_string();
        assert_eq!(table.hash, expected["tables"][&name]["hash"].as_str().unwrap(), "{name}");
    }
}
