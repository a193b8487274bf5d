//! Fields with a delimiter between them (RFC 4180, in the dialects that are met).
//!
//! A field is quoted where it needs it: it holds the delimiter, a quote, the end of a line, or reads like no value
//! without being so. Quotes inside are doubled. No value is never quoted, so that it can be told from an empty text.

use super::{View, Writer};
use crate::spec::{Dialect, LineEnd};
use crate::value::{Cell, Row};

pub(super) struct Csv<'a> {
    dialect: &'a Dialect,
    delimiter: String,
    quote: String,
    /// First bytes of what makes a field need quotes.
    special: [bool; 256],
}

impl<'a> Csv<'a> {
    pub(super) fn new(dialect: &'a Dialect) -> Self {
        let mut special = [false; 256];
        for char in [dialect.delimiter, dialect.quote, '\r', '\n'] {
            special[usize::from(char.encode_utf8(&mut [0; 4]).as_bytes()[0])] = true;
        }
        Self { dialect, delimiter: dialect.delimiter.into(), quote: dialect.quote.into(), special }
    }

    /// Quotes what was written from `start` on, if it needs it.
    #[inline]
    fn finish(&self, out: &mut String, start: usize) {
        let field = &out[start..];
        let needs = self.dialect.quote_all
            || field.bytes().any(|byte| self.special[usize::from(byte)])
            || field == self.dialect.null;
        if needs {
            let field = out.split_off(start);
            out.push_str(&self.quote);
            for (place, piece) in field.split(self.dialect.quote).enumerate() {
                if place > 0 {
                    out.push_str(&self.quote);
                    out.push_str(&self.quote);
                }
                out.push_str(piece);
            }
            out.push_str(&self.quote);
        }
    }
}

impl Writer for Csv<'_> {
    fn head(&mut self, view: &View<'_>, out: &mut String) {
        for line in &self.dialect.preamble {
            out.push_str(line);
            out.push_str(self.dialect.line_end.text());
        }
        if self.dialect.header {
            for (place, shown) in view.columns().iter().enumerate() {
                if place > 0 {
                    out.push_str(&self.delimiter);
                }
                let start = out.len();
                out.push_str(shown.name);
                self.finish(out, start);
            }
            out.push_str(self.dialect.line_end.text());
        }
    }

    fn record(&mut self, view: &View<'_>, row: Row, out: &mut String) {
        let first = out.len();
        for (place, shown) in view.columns().iter().enumerate() {
            if place > 0 {
                out.push_str(&self.delimiter);
            }
            match shown.column.cell(row) {
                Cell::Null => out.push_str(&self.dialect.null),
                cell => {
                    let start = out.len();
                    shown.write(out, cell, self.dialect);
                    self.finish(out, start);
                }
            }
        }
        // A line with nothing on it would be no record.
        if out.len() == first {
            out.push_str(&self.quote);
            out.push_str(&self.quote);
        }
        out.push_str(self.dialect.line_end.text());
    }
}

impl LineEnd {
    /// Its characters.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Lf => "\n",
            Self::Crlf => "\r\n",
        }
    }
}
