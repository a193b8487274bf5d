//! Whether clean tables keep what their specification declares: keys, references, functional dependencies.
//!
//! Kinds of columns keep them by construction or not at all; an author finds here what a formula has broken.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use protocol::{Code, Diagnostic};

use crate::spec::{DataSpec, TableSpec};
use crate::value::{Column, Row, Table};

/// What does not hold in tables before dirt.
pub fn conformity(spec: &DataSpec, tables: &[Table]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (place, declared) in spec.tables.iter().enumerate() {
        let Some(table) = tables.iter().find(|table| table.name == declared.name) else { continue };
        let at = format!("/tables/{place}");
        key(declared, table, &at, &mut findings);
        dependencies(declared, table, &at, &mut findings);
        references(declared, table, tables, &at, &mut findings);
    }
    findings
}

fn key(declared: &TableSpec, table: &Table, at: &str, findings: &mut Vec<Diagnostic>) {
    if declared.key.is_empty() {
        return;
    }
    let columns = columns(table, &declared.key);
    let keys: BTreeSet<String> = (0..table.clean_rows()).map(|row| joined(&columns, row)).collect();
    let repeated = u64::from(table.clean_rows()) - keys.len() as u64;
    if repeated > 0 {
        let diagnostic = Diagnostic::new(Code::KeyRepeated).with("count", repeated);
        findings.push(*diagnostic.with("keys", declared.key.join(", ")).at_field(format!("{at}/key")));
    }
}

fn dependencies(declared: &TableSpec, table: &Table, at: &str, findings: &mut Vec<Diagnostic>) {
    for (place, dependency) in declared.dependencies.iter().enumerate() {
        let (from, to) = (columns(table, &dependency.from), columns(table, &dependency.to));
        let mut known: BTreeMap<String, String> = BTreeMap::new();
        let breaks = (0..table.clean_rows()).filter(|row| {
            let follows = joined(&to, *row);
            *known.entry(joined(&from, *row)).or_insert_with(|| follows.clone()) != follows
        });
        let count = breaks.count();
        if count > 0 {
            let diagnostic = Diagnostic::new(Code::DataDependency).with("count", count);
            let diagnostic = diagnostic.with("from", dependency.from.join(", ")).with("to", dependency.to.join(", "));
            findings.push(*diagnostic.at_field(format!("{at}/dependencies/{place}")));
        }
    }
}

fn references(declared: &TableSpec, table: &Table, tables: &[Table], at: &str, findings: &mut Vec<Diagnostic>) {
    for (place, column) in declared.columns.iter().enumerate().filter(|(_, column)| column.kind == "reference") {
        let word = |name: &str| column.params.get(name).and_then(|value| value.as_str()).unwrap_or_default();
        let other = tables.iter().find(|known| known.name == word("table"));
        let found = other.and_then(|other| other.column(word("column")).map(|(_, column)| (other, column)));
        let (Some((other, there)), Some((_, here))) = (found, table.column(&column.name)) else { continue };
        let known: BTreeSet<String> = (0..other.clean_rows()).map(|row| joined(&[there], row)).collect();
        let lost = |row: &Row| !here.nulls().get(*row) && !known.contains(&joined(&[here], *row));
        let count = (0..table.clean_rows()).filter(lost).count();
        if count > 0 {
            let diagnostic = Diagnostic::new(Code::DataReference).with("count", count).with("table", word("table"));
            findings.push(*diagnostic.at_field(format!("{at}/columns/{place}")));
        }
    }
}

fn columns<'a>(table: &'a Table, names: &[String]) -> Vec<&'a Column> {
    names.iter().filter_map(|name| table.column(name).map(|(_, column)| column)).collect()
}

fn joined(columns: &[&Column], row: Row) -> String {
    let mut text = String::new();
    for column in columns {
        // Writing to a string cannot fail.
        let _ = write!(text, "{}\u{1f}", column.cell(row));
    }
    text
}
