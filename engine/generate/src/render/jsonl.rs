//! One JSON object a line, and the objects themselves (RFC 8259).
//!
//! Names with “.” are paths. Numbers stand in plain form, dates and what is written over as texts. Where there is no
//! value, the key is left out, and so is a branch with nothing in it; with a `null` in the dialect, `null` stands there.

use std::fmt::Write;

use super::encode::Fallback;
use super::tree::{Node, tree};
use super::{NumberFormat, Shown, View, Writer};
use crate::spec::Dialect;
use crate::value::{Cell, Row};

pub(super) struct Jsonl<'a> {
    objects: Objects,
    dialect: &'a Dialect,
}

impl<'a> Jsonl<'a> {
    pub(super) fn new(view: &View<'a>) -> Self {
        Self { objects: Objects::new(view), dialect: &view.file().dialect }
    }
}

impl Writer for Jsonl<'_> {
    fn fallback(&self) -> Fallback {
        Fallback::Escape
    }

    fn head(&mut self, _: &View<'_>, _: &mut String) {}

    fn record(&mut self, view: &View<'_>, row: Row, out: &mut String) {
        self.objects.write(view, row, out);
        out.push_str(self.dialect.line_end.text());
    }
}

/// The object of each record.
pub(super) struct Objects {
    fields: Vec<Field>,
    nulls: bool,
}

/// A key with its quotes and colon, and what follows.
struct Field {
    key: String,
    value: Value,
}

enum Value {
    Column(usize),
    Object(Vec<Field>),
}

impl Objects {
    pub(super) fn new(view: &View<'_>) -> Self {
        let nodes = tree(view.columns().iter().map(|shown| shown.name)).unwrap_or_default();
        Self { fields: nodes.into_iter().map(field).collect(), nulls: !view.file().dialect.null.is_empty() }
    }

    /// Writes the object of a row.
    pub(super) fn write(&self, view: &View<'_>, row: Row, out: &mut String) {
        self.object(&self.fields, view, row, out);
    }

    /// Writes an object; false if there is nothing in it.
    fn object(&self, fields: &[Field], view: &View<'_>, row: Row, out: &mut String) -> bool {
        out.push('{');
        let mut any = false;
        for field in fields {
            let start = out.len();
            if any {
                out.push(',');
            }
            out.push_str(&field.key);
            let is_there = match &field.value {
                Value::Object(fields) => self.object(fields, view, row, out),
                Value::Column(place) => {
                    let shown = &view.columns()[*place];
                    let cell = shown.column.cell(row);
                    value(shown, cell, out);
                    self.nulls || !cell.is_null()
                }
            };
            if is_there {
                any = true;
            } else {
                out.truncate(start);
            }
        }
        out.push('}');
        any
    }
}

fn field(node: Node) -> Field {
    let mut key = String::new();
    string(node.key(), &mut key);
    key.push(':');
    let value = match node {
        Node::Leaf { place, .. } => Value::Column(place),
        Node::Branch { nodes, .. } => Value::Object(nodes.into_iter().map(field).collect()),
    };
    Field { key, value }
}

fn value(shown: &Shown<'_>, cell: Cell<'_>, out: &mut String) {
    match cell {
        Cell::Null => out.push_str("null"),
        Cell::Boolean(value) => out.push_str(if value { "true" } else { "false" }),
        Cell::Number(value) if !value.is_finite() => out.push_str("null"),
        Cell::Integer(_) | Cell::Number(_) | Cell::Decimal(..) => drop(NumberFormat::PLAIN.write(out, cell)),
        Cell::Text(text) | Cell::Written(text) => string(text, out),
        Cell::Date(_) | Cell::Datetime(_) => {
            let mut text = String::new();
            shown.write_time(&mut text, cell);
            string(&text, out);
        }
    }
}

/// Writes a text with its quotes and escapes.
fn string(text: &str, out: &mut String) {
    out.push('"');
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.push_str(&text[done..at]);
        done = at + 1;
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            // Writing to a string cannot fail.
            _ => drop(write!(out, "\\u{byte:04x}")),
        }
    }
    out.push_str(&text[done..]);
    out.push('"');
}
