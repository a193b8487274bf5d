//! One XML document (XML 1.0): an element for all, one for each record, one for each value.
//!
//! Names with “.” are paths; a last part that begins with `@` is an attribute of the element that it stands in. Where
//! there is no value, the element is left out, and so is one with nothing in it; with a `null` in the dialect, that text
//! stands there. Control characters that XML does not have become U+FFFD and are counted as lost.

use super::encode::Fallback;
use super::tree::{Node, tree};
use super::{View, Writer};
use crate::spec::Dialect;
use crate::value::{Cell, Row};

pub(super) struct Xml<'a> {
    dialect: &'a Dialect,
    nodes: Vec<Node>,
    text: String,
    lost: u64,
}

impl<'a> Xml<'a> {
    pub(super) fn new(view: &View<'a>) -> Self {
        let nodes = tree(view.columns().iter().map(|shown| shown.name)).unwrap_or_default();
        Self { dialect: &view.file().dialect, nodes, text: String::new(), lost: 0 }
    }

    /// Writes an element with what stands in it; false if that is nothing.
    fn element(&mut self, name: &str, nodes: &[Node], view: &View<'_>, row: Row, out: &mut String) -> bool {
        let start = out.len();
        out.push('<');
        out.push_str(name);
        let mut any = false;
        for node in nodes {
            let Some((key, place)) = attribute(node) else { continue };
            if self.value(view, place, row) {
                any = true;
                out.push(' ');
                out.push_str(key);
                out.push_str("=\"");
                self.escape(out);
                out.push('"');
            }
        }
        out.push('>');
        for node in nodes.iter().filter(|node| attribute(node).is_none()) {
            any |= match node {
                Node::Branch { key, nodes } => self.element(key, nodes, view, row, out),
                Node::Leaf { key, place } => {
                    let is_there = self.value(view, *place, row);
                    if is_there {
                        open(key, out);
                        self.escape(out);
                        close(key, out);
                    }
                    is_there
                }
            };
        }
        close(name, out);
        if !any {
            out.truncate(start);
        }
        any
    }

    /// Takes the text of a value; false if nothing is to stand there.
    fn value(&mut self, view: &View<'_>, place: usize, row: Row) -> bool {
        let shown = &view.columns()[place];
        self.text.clear();
        match shown.column.cell(row) {
            Cell::Null => {
                self.text.push_str(&self.dialect.null);
                !self.text.is_empty()
            }
            cell => {
                shown.write(&mut self.text, cell, self.dialect);
                true
            }
        }
    }

    fn escape(&mut self, out: &mut String) {
        for char in self.text.chars() {
            match char {
                '&' => out.push_str("&amp;"),
                '<' => out.push_str("&lt;"),
                '>' => out.push_str("&gt;"),
                '"' => out.push_str("&quot;"),
                '\r' => out.push_str("&#13;"),
                '\n' | '\t' | ' '.. if char != '\u{fffe}' && char != '\u{ffff}' => out.push(char),
                _ => {
                    out.push('\u{fffd}');
                    self.lost += 1;
                }
            }
        }
    }
}

fn attribute(node: &Node) -> Option<(&str, usize)> {
    match node {
        Node::Leaf { key, place } => key.strip_prefix('@').map(|key| (key, *place)),
        Node::Branch { .. } => None,
    }
}

fn open(name: &str, out: &mut String) {
    out.push('<');
    out.push_str(name);
    out.push('>');
}

fn close(name: &str, out: &mut String) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

impl Writer for Xml<'_> {
    fn fallback(&self) -> Fallback {
        Fallback::Reference
    }

    fn head(&mut self, view: &View<'_>, out: &mut String) {
        let encoding = super::encode::find(&view.file().dialect.encoding).map_or("UTF-8", |encoding| encoding.name());
        out.push_str("<?xml version=\"1.0\" encoding=\"");
        out.push_str(encoding);
        out.push_str("\"?>");
        out.push_str(self.dialect.line_end.text());
        open(&self.dialect.root, out);
        out.push_str(self.dialect.line_end.text());
    }

    fn record(&mut self, view: &View<'_>, row: Row, out: &mut String) {
        let nodes = std::mem::take(&mut self.nodes);
        let name = &self.dialect.record;
        if !self.element(name, &nodes, view, row, out) {
            open(name, out);
            close(name, out);
        }
        self.nodes = nodes;
        out.push_str(self.dialect.line_end.text());
    }

    fn foot(&mut self, _: &View<'_>, out: &mut String) {
        close(&self.dialect.root, out);
        out.push_str(self.dialect.line_end.text());
    }

    fn lost(&self) -> u64 {
        self.lost
    }
}
