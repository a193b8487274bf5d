//! One JSON array of the objects that `jsonl` writes one a line.

use super::encode::Fallback;
use super::jsonl::Objects;
use super::{View, Writer};
use crate::spec::Dialect;
use crate::value::Row;

pub(super) struct Json<'a> {
    objects: Objects,
    dialect: &'a Dialect,
    first: bool,
}

impl<'a> Json<'a> {
    pub(super) fn new(view: &View<'a>) -> Self {
        Self { objects: Objects::new(view), dialect: &view.file().dialect, first: true }
    }
}

impl Writer for Json<'_> {
    fn fallback(&self) -> Fallback {
        Fallback::Escape
    }

    fn head(&mut self, _: &View<'_>, out: &mut String) {
        out.push('[');
    }

    fn record(&mut self, view: &View<'_>, row: Row, out: &mut String) {
        out.push_str(if self.first { "" } else { "," });
        self.first = false;
        out.push_str(self.dialect.line_end.text());
        self.objects.write(view, row, out);
    }

    fn foot(&mut self, _: &View<'_>, out: &mut String) {
        out.push_str(self.dialect.line_end.text());
        out.push(']');
        out.push_str(self.dialect.line_end.text());
    }
}
