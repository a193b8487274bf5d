//! Fields of a fixed width in characters: numbers at the right, all else at the left, spaces between.
//!
//! Texts that are too long are cut, numbers that are too long become stars, ends of lines become spaces; all of them are
//! counted as lost.

use super::{View, Writer};
use crate::spec::Dialect;
use crate::value::{Cell, Row};

pub(super) struct Fixed<'a> {
    dialect: &'a Dialect,
    field: String,
    lost: u64,
}

impl<'a> Fixed<'a> {
    pub(super) fn new(dialect: &'a Dialect) -> Self {
        Self { dialect, field: String::new(), lost: 0 }
    }

    fn put(&mut self, width: usize, right: bool, out: &mut String) {
        let length = self.field.chars().count();
        if self.field.contains(['\r', '\n']) {
            self.lost += 1;
            self.field = self.field.replace(['\r', '\n'], " ");
        }
        if length > width {
            self.lost += 1;
            if right {
                return out.extend(std::iter::repeat_n('*', width));
            }
            return out.extend(self.field.chars().take(width));
        }
        let spaces = std::iter::repeat_n(' ', width - length);
        if right {
            out.extend(spaces);
            out.push_str(&self.field);
        } else {
            out.push_str(&self.field);
            out.extend(spaces);
        }
    }
}

impl Writer for Fixed<'_> {
    fn head(&mut self, view: &View<'_>, out: &mut String) {
        for line in &self.dialect.preamble {
            out.push_str(line);
            out.push_str(self.dialect.line_end.text());
        }
        if self.dialect.header {
            for shown in view.columns() {
                self.field.clear();
                self.field.push_str(shown.name);
                self.put(shown.width, false, out);
            }
            out.push_str(self.dialect.line_end.text());
        }
    }

    fn record(&mut self, view: &View<'_>, row: Row, out: &mut String) {
        for shown in view.columns() {
            let cell = shown.column.cell(row);
            self.field.clear();
            match cell {
                Cell::Null => self.field.push_str(&self.dialect.null),
                cell => shown.write(&mut self.field, cell, self.dialect),
            }
            let right = shown.is_number() && !matches!(cell, Cell::Written(_));
            self.put(shown.width, right, out);
        }
        out.push_str(self.dialect.line_end.text());
    }

    fn lost(&self) -> u64 {
        self.lost
    }
}
