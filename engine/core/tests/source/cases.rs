//! Folders of `cases/`: `input.csv` or `input.bin`, `options.json`, and `expected.txt`, the table, its record
//! numbers and its rejects (or the diagnostic). `UPDATE_CASES=1` writes `expected.txt` anew.

use std::fs;
use std::path::Path;

use engine::source::csv::CsvOptions;

use crate::support;

fn check(folder: &Path) -> Result<(), String> {
    let input = fs::read(folder.join("input.csv")).or_else(|_| fs::read(folder.join("input.bin")));
    let input = input.map_err(|error| error.to_string())?;
    let options = fs::read_to_string(folder.join("options.json")).map_err(|error| error.to_string())?;
    let options: CsvOptions = serde_json::from_str(&options).map_err(|error| error.to_string())?;
    let found = support::describe(support::csv(&input, &options, 1 << 20));
    for slice_bytes in [1, 2, 3, 7, 64] {
        let sliced = support::describe(support::csv(&input, &options, slice_bytes));
        if sliced != found {
            return Err(format!("slices of {slice_bytes} bytes give\n{sliced}\nnot\n{found}"));
        }
    }
    let file = folder.join("expected.txt");
    if std::env::var_os("UPDATE_CASES").is_some() {
        fs::write(&file, &found).map_err(|error| error.to_string())?;
    }
    let expected = fs::read_to_string(&file).map_err(|error| error.to_string())?;
    if expected == found { Ok(()) } else { Err(format!("found\n{found}\nexpected\n{expected}")) }
}

#[test]
fn every_case_is_read_as_expected() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/source/cases");
    let mut folders: Vec<_> = fs::read_dir(cases)
        .expect("cases")
        .map(|entry| entry.expect("a case").path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    assert!(folders.len() >= 20, "the cases are gone");
    let failures: Vec<String> = folders
        .iter()
        .filter_map(|folder| check(folder).err().map(|failure| format!("{}: {failure}", folder.display())))
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}
