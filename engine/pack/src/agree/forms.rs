//! The forms of the contract: kinds that there are, lists and figures that fit their fields.

use form::{Field, Kind, Shape};
use protocol::{Code, Diagnostic};

use super::{Findings, Opened};
use crate::fault::Fault;
use crate::file::deliverables::{Deliverable, FormDeliverable, FormFigures, FormTerm};

pub(super) fn hold(all: &Opened<'_>, faults: &mut Vec<Fault>) {
    let Some(file) = &all.deliverables else { return };
    let mut findings = Findings::new(&file.document, faults);
    let forms = &file.content.forms;
    findings.ids("forms", "id", forms.iter().map(|form| form.id.as_str()));
    for (index, form) in forms.iter().enumerate() {
        let path = format!("forms/{index}");
        findings.words(&format!("{path}/label"), &form.label);
        let Some(kind) = form::kind(&form.kind) else {
            let names = form::kinds::KINDS.iter().map(|kind| kind.name);
            findings.known(&format!("{path}/kind"), Code::PackChoice, "value", &form.kind, names);
            continue;
        };
        lists(&path, form, kind, &mut findings);
        for (place, figures) in form.figures.iter().enumerate() {
            figure(&format!("{path}/figures/{place}"), figures, kind, &file.content.tables, &mut findings);
        }
    }
}

fn is_listed(field: &Field) -> bool {
    matches!(field.shape, Shape::Listed { .. })
}

fn lists(path: &str, form: &FormDeliverable, kind: &Kind, findings: &mut Findings<'_, '_, '_>) {
    findings.unique(&format!("{path}/lists"), "field", form.lists.iter().map(|list| list.field.as_str()));
    let listed = || kind.fields.iter().filter(|field| is_listed(field));
    for field in listed().filter(|field| !form.lists.iter().any(|list| list.field == field.name)) {
        findings.add(path, Diagnostic::new(Code::PackKeyMissing).with("key", format!("lists: {}", field.name)));
    }
    for (place, list) in form.lists.iter().enumerate() {
        let path = format!("{path}/lists/{place}");
        let names = listed().map(|field| field.name);
        findings.known(&format!("{path}/field"), Code::PackChoice, "value", &list.field, names);
        findings.unique(&format!("{path}/terms"), "id", list.terms.iter().map(|term| term.id.as_str()));
        let tags = match kind.field(&list.field).map(|field| &field.shape) {
            Some(Shape::Listed { tags }) => tags,
            _ => &[][..],
        };
        for (at, one) in list.terms.iter().enumerate() {
            term(&format!("{path}/terms/{at}"), one, tags, findings);
        }
    }
}

fn term(path: &str, term: &FormTerm, tags: &[&str], findings: &mut Findings<'_, '_, '_>) {
    if term.id.trim().is_empty() {
        findings.add(&format!("{path}/id"), Diagnostic::new(Code::ParamRequired));
    }
    findings.words(&format!("{path}/label"), &term.label);
    for (at, tag) in term.tags.iter().enumerate() {
        findings.known(&format!("{path}/tags/{at}"), Code::PackChoice, "value", tag, tags.iter().copied());
    }
}

/// Figures fit a computed field: what says of what they are is all there, in columns that the contract promises.
fn figure(path: &str, figures: &FormFigures, kind: &Kind, tables: &[Deliverable], findings: &mut Findings<'_, '_, '_>) {
    let computed = kind.fields.iter().filter(|field| field.is_computed()).map(|field| field.name);
    findings.known(&format!("{path}/field"), Code::PackChoice, "value", &figures.field, computed);
    let known = tables.iter().map(|table| table.table.as_str());
    findings.known(&format!("{path}/table"), Code::PackDeliverable, "table", &figures.table, known);
    if let Some(table) = tables.iter().find(|table| table.table == figures.table) {
        let columns = || table.columns.iter().map(|column| column.name.as_str());
        if let Some(value) = &figures.value {
            findings.known(&format!("{path}/value"), Code::ColumnUnknown, "column", value, columns());
        }
        for (field, column) in &figures.by {
            findings.known(&format!("{path}/by/{field}"), Code::ColumnUnknown, "column", column, columns());
        }
    }
    let Some(Shape::Figure { by }) = kind.field(&figures.field).map(|field| &field.shape) else { return };
    for (key, fields) in [("by", &figures.by), ("with", &figures.with)] {
        for field in fields.keys() {
            findings.known(&format!("{path}/{key}/{field}"), Code::PackChoice, "value", field, by.iter().copied());
        }
    }
    for field in by.iter().filter(|field| !figures.by.contains_key(**field) && !figures.with.contains_key(**field)) {
        findings.add(path, Diagnostic::new(Code::PackKeyMissing).with("key", format!("by: {field}")));
    }
}
