//! Names, numbers of rows and relations of a specification.

use std::collections::BTreeSet;

use protocol::{Code, Diagnostic};

use super::MAX_ROWS;
use crate::spec::{Count, DataSpec, Rows, Scale, TableSpec};

/// A table of this name does not exist.
pub(super) fn unknown_table(spec: &DataSpec, name: &str) -> Box<Diagnostic> {
    let known: Vec<String> = spec.tables.iter().map(|table| table.name.clone()).collect();
    Diagnostic::new(Code::DataTable).with("table", name).with("known", known)
}

/// Finds what is wrong with names and numbers of rows.
pub(super) fn names(spec: &DataSpec, findings: &mut Vec<Diagnostic>) {
    let mut tables = BTreeSet::new();
    for (place, table) in spec.tables.iter().enumerate() {
        let at = format!("/tables/{place}");
        if !is_name(&table.name) {
            let diagnostic = Diagnostic::new(Code::NameInvalid).with("name", table.name.as_str());
            findings.push(*diagnostic.at_field(format!("{at}/name")));
        }
        if !tables.insert(&table.name) {
            let diagnostic = Diagnostic::new(Code::DataRepeated).with("name", table.name.as_str());
            findings.push(*diagnostic.at_field(format!("{at}/name")));
        }
        columns(table, &at, findings);
        rows(spec, table, &at, findings);
    }
    let mut files = BTreeSet::new();
    for (place, file) in spec.files.iter().enumerate() {
        let at = format!("/files/{place}");
        if !files.insert(&file.name) {
            let diagnostic = Diagnostic::new(Code::DataRepeated).with("name", file.name.as_str());
            findings.push(*diagnostic.at_field(format!("{at}/name")));
        }
        if !spec.tables.iter().any(|table| table.name == file.table) {
            findings.push(*unknown_table(spec, &file.table).at_field(format!("{at}/table")));
        }
    }
    for scale in [Scale::Practice, Scale::Exam, Scale::Stress] {
        let total: u64 = spec.tables.iter().map(|table| expected(spec, table, scale, 0)).fold(0, u64::saturating_add);
        if total > MAX_ROWS {
            let diagnostic = Diagnostic::new(Code::DataTooLarge).with("rows", total).with("limit", MAX_ROWS);
            findings.push(*diagnostic.at_field("/tables"));
            break;
        }
    }
}

fn columns(table: &TableSpec, at: &str, findings: &mut Vec<Diagnostic>) {
    let mut names = BTreeSet::new();
    for (place, column) in table.columns.iter().enumerate() {
        if column.name.is_empty() || !names.insert(column.name.as_str()) {
            let diagnostic = Diagnostic::new(Code::DataRepeated).with("name", column.name.as_str());
            findings.push(*diagnostic.at_field(format!("{at}/columns/{place}/name")));
        }
    }
    let keys = table.key.iter().enumerate().map(|(place, name)| (name, format!("{at}/key/{place}")));
    let dependencies = table.dependencies.iter().enumerate().flat_map(|(place, dependency)| {
        let at = format!("{at}/dependencies/{place}");
        dependency.from.iter().chain(&dependency.to).map(move |name| (name, at.clone()))
    });
    for (name, at) in keys.chain(dependencies).filter(|(name, _)| !names.contains(name.as_str())) {
        let candidates: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let diagnostic = Diagnostic::new(Code::ColumnUnknown).with("column", name.as_str());
        findings.push(*diagnostic.with("candidates", candidates).at_field(at));
    }
}

fn rows(spec: &DataSpec, table: &TableSpec, at: &str, findings: &mut Vec<Diagnostic>) {
    let Rows::PerParent(rows) = &table.rows else { return };
    if !spec.tables.iter().any(|known| known.name == rows.per) {
        findings.push(*unknown_table(spec, &rows.per).at_field(format!("{at}/rows/per")));
    }
    let wrong = match rows.count {
        Count::Poisson { mean } => !(0.0..=500.0).contains(&mean),
        Count::Between { low, high } => low > high,
        Count::Fixed(_) | Count::Scaled(_) => false,
    };
    if wrong {
        let detail = match rows.count {
            Count::Between { low, high } => format!("{low} > {high}"),
            _ => "mean 0..500".to_owned(),
        };
        let diagnostic = Diagnostic::new(Code::ParamInvalid).with("detail", detail);
        findings.push(*diagnostic.at_field(format!("{at}/rows/count")));
    }
}

/// About how many rows a table will have at most.
fn expected(spec: &DataSpec, table: &TableSpec, scale: Scale, depth: usize) -> u64 {
    match &table.rows {
        Rows::Fixed(rows) => u64::from(*rows),
        Rows::Scaled(rows) => u64::from(rows.at(scale)),
        // A circle is found later.
        Rows::PerParent(_) if depth > spec.tables.len() => 0,
        Rows::PerParent(rows) => {
            let parent = spec.tables.iter().find(|table| table.name == rows.per);
            let parents = parent.map_or(0, |parent| expected(spec, parent, scale, depth + 1));
            let each = match rows.count {
                Count::Fixed(count) => f64::from(count),
                Count::Scaled(count) => f64::from(count.at(scale)),
                Count::Between { high, .. } => f64::from(high),
                Count::Poisson { mean } => mean,
            };
            (parents as f64 * each) as u64
        }
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|char: char| char.is_ascii_alphabetic())
        && name.chars().all(|char| char.is_ascii_alphanumeric() || char == '_')
}
