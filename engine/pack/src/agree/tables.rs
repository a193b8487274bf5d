//! The dictionary and the contract: names of tables and columns.

use generate::DataSpec;
use generate::spec::{ColumnSpec, TableSpec};
use protocol::{Code, Diagnostic};

use super::{File, Findings, Opened};
use crate::fault::Fault;
use crate::file::deliverables::Deliverable;
use crate::file::dictionary::TableEntry;

pub(super) fn hold(all: &Opened<'_>, faults: &mut Vec<Fault>) {
    dictionary(all, faults);
    if let Some(file) = &all.deliverables {
        let mut findings = Findings::new(&file.document, faults);
        let tables = &file.content.tables;
        findings.unique("tables", "table", tables.iter().map(|table| table.table.as_str()));
        for (index, table) in tables.iter().enumerate() {
            contract(&format!("tables/{index}"), table, &mut findings);
        }
    }
}

fn contract(path: &str, table: &Deliverable, findings: &mut Findings<'_, '_, '_>) {
    if table.table_ref().is_none() {
        let wrong = Diagnostic::new(Code::NameInvalid).with("name", table.table.as_str());
        findings.add(&format!("{path}/table"), wrong);
    }
    findings.words(&format!("{path}/label"), &table.label);
    let columns = &table.columns;
    if columns.is_empty() {
        findings.add(&format!("{path}/columns"), Diagnostic::new(Code::ParamRequired));
    }
    findings.unique(&format!("{path}/columns"), "name", columns.iter().map(|column| column.name.as_str()));
    for (place, column) in columns.iter().enumerate() {
        if column.name.trim().is_empty() {
            findings.add(&format!("{path}/columns/{place}/name"), Diagnostic::new(Code::ParamRequired));
        }
        if let Some(label) = &column.label {
            findings.words(&format!("{path}/columns/{place}/label"), label);
        }
    }
    findings.unique(&format!("{path}/key"), "", table.key.iter().map(String::as_str));
    for (place, name) in table.key.iter().enumerate() {
        let known = columns.iter().map(|column| column.name.as_str());
        findings.known(&format!("{path}/key/{place}"), Code::ColumnUnknown, "column", name, known);
    }
}

fn dictionary(all: &Opened<'_>, faults: &mut Vec<Fault>) {
    if let Some(file) = &all.dictionary {
        let mut findings = Findings::new(&file.document, faults);
        let tables = &file.content.tables;
        findings.unique("tables", "name", tables.iter().map(|table| table.name.as_str()));
        for (index, table) in tables.iter().enumerate() {
            findings.words(&format!("tables/{index}/label"), &table.label);
            let columns = format!("tables/{index}/columns");
            findings.unique(&columns, "name", table.columns.iter().map(|column| column.name.as_str()));
            for (place, column) in table.columns.iter().enumerate() {
                findings.words(&format!("{columns}/{place}/label"), &column.label);
            }
        }
    }
    if let Some(data) = &all.data {
        let tables = all.dictionary.as_ref().map_or(&[][..], |file| &file.content.tables);
        described(data, tables, faults);
        if let Some(file) = &all.dictionary {
            made(tables, &data.content, &mut Findings::new(&file.document, faults));
        }
    }
}

/// What the candidate is given is described: every table that has a file, every column that is not hidden.
fn described(data: &File<'_, DataSpec>, tables: &[TableEntry], faults: &mut Vec<Fault>) {
    let mut findings = Findings::new(&data.document, faults);
    let given = |table: &TableSpec| data.content.files.iter().any(|file| file.table == table.name);
    for (index, table) in data.content.tables.iter().enumerate().filter(|(_, table)| given(table)) {
        let path = format!("tables/{index}");
        let undescribed = |name: &str| Diagnostic::new(Code::PackUndescribed).with("name", name);
        let Some(entry) = tables.iter().find(|entry| entry.name == table.name) else {
            findings.add(&format!("{path}/name"), undescribed(&table.name));
            continue;
        };
        for (place, column) in table.columns.iter().enumerate().filter(|(_, column)| !column.hidden) {
            if !entry.columns.iter().any(|entry| entry.name == words_of(column)) {
                findings.add(&format!("{path}/columns/{place}/name"), undescribed(&column.name));
            }
        }
    }
}

/// What is described is made.
fn made(tables: &[TableEntry], data: &DataSpec, findings: &mut Findings<'_, '_, '_>) {
    for (index, entry) in tables.iter().enumerate() {
        let path = format!("tables/{index}");
        let Some(table) = data.tables.iter().find(|table| table.name == entry.name) else {
            let known: Vec<String> = data.tables.iter().map(|table| table.name.clone()).collect();
            let wrong = Diagnostic::new(Code::DataTable).with("table", entry.name.as_str()).with("known", known);
            findings.add(&format!("{path}/name"), wrong);
            continue;
        };
        for (place, column) in entry.columns.iter().enumerate() {
            let known = table.columns.iter().map(words_of);
            let at = format!("{path}/columns/{place}/name");
            findings.known(&at, Code::ColumnUnknown, "column", &column.name, known);
        }
    }
}

/// The name under which the dictionary describes a column.
fn words_of(column: &ColumnSpec) -> &str {
    column.label.as_deref().unwrap_or(&column.name)
}
