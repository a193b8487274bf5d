//! Queries with their answers beside them: `logic/*.test`, in the manner of sqllogictest.
//!
//! A record is `query nosort` or `query rowsort`, the text, `----`, and the rows, cells between tabs (`∅` is
//! null, `""` an empty text); or `error` and a code, and the text. Records stand between empty lines, `#`
//! begins a remark.

use engine::cell;
use engine::table::Table;

use crate::support::{files, run};

struct Record {
    head: String,
    text: String,
    rows: Vec<String>,
}

fn records(text: &str) -> Vec<Record> {
    text.split("\n\n")
        .filter_map(|block| {
            let mut lines = block.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
            let head = lines.next()?.to_owned();
            let lines: Vec<&str> = lines.collect();
            let bar = lines.iter().position(|line| *line == "----").unwrap_or(lines.len());
            let rows = lines.iter().skip(bar + 1).map(|line| (*line).to_owned()).collect();
            Some(Record { head, text: lines[..bar].join("\n"), rows })
        })
        .collect()
}

fn rows(table: &Table) -> Vec<String> {
    let columns: Vec<Vec<Option<String>>> = table
        .columns()
        .iter()
        .map(|column| cell::texts(table.frame.column(&column.name).unwrap(), usize::MAX))
        .collect();
    let shown = |text: &Option<String>| match text.as_deref() {
        None => "∅".to_owned(),
        Some("") => "\"\"".to_owned(),
        Some(text) => text.to_owned(),
    };
    (0..table.height())
        .map(|row| columns.iter().map(|column| shown(&column[row])).collect::<Vec<_>>().join("\t"))
        .collect()
}

fn same(one: &str, two: &str) -> bool {
    let cells = |line: &str| line.split('\t').map(str::to_owned).collect::<Vec<_>>();
    let (one, two) = (cells(one), cells(two));
    one.len() == two.len()
        && one.iter().zip(&two).all(|(one, two)| match (one.parse::<f64>(), two.parse::<f64>()) {
            (Ok(one), Ok(two)) => one == two || (one - two).abs() <= 1e-9 * one.abs().max(two.abs()),
            _ => one == two,
        })
}

fn problem(record: &Record) -> Option<String> {
    let outcome = run(&record.text);
    if let Some(code) = record.head.strip_prefix("error ") {
        let found = match &outcome {
            Ok(_) => "an answer".to_owned(),
            Err(finding) => finding.code.id().to_owned(),
        };
        return (found != code).then(|| format!("{found}, not {code}"));
    }
    let table = match outcome {
        Ok(table) => table,
        Err(finding) => return Some(finding.to_string()),
    };
    let (mut ours, mut theirs) = (rows(&table), record.rows.clone());
    match record.head.as_str() {
        "query nosort" => {}
        "query rowsort" => {
            ours.sort();
            theirs.sort();
        }
        other => return Some(format!("what is {other}?")),
    }
    let is_same = ours.len() == theirs.len() && ours.iter().zip(&theirs).all(|(one, two)| same(one, two));
    (!is_same).then(|| format!("gives\n{}", ours.join("\n")))
}

#[test]
fn statements_answer_as_written() {
    let (mut count, mut wrong) = (0, Vec::new());
    for path in files("logic") {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        for record in records(&std::fs::read_to_string(&path).unwrap()) {
            count += 1;
            if let Some(problem) = problem(&record) {
                wrong.push(format!("{name}: {}\n{problem}", record.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n\n"));
    assert!(count >= 60, "only {count} statements");
}
