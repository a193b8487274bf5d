//! The dictionary and the contract: names of tables and columns.

use protocol::{Code, Diagnostic};

use super::{Findings, Opened};
use crate::fault::Fault;
use crate::file::deliverables::Deliverable;

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
    let Some(file) = &all.dictionary else { return };
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
