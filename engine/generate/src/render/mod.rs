//! Files: tables to real bytes, in pieces, so that a host can stop in between and memory stays bounded.
//!
//! Boundary: reads tables and changes none; the ledger never comes here. One file a format, each a [`Writer`] of
//! Unicode text; bytes are made by `encode`. Parquet is written by the engine, from [`View::typed`].
//! Record `i` of a file shows the row that stands at place `i` of [`View::rows`].

mod check;
mod csv;
mod date;
mod drift;
mod encode;
mod fixed;
mod json;
mod jsonl;
mod number;
mod tree;
mod typed;
mod view;
mod xml;

use crate::make::Generated;
use crate::spec::{DataSpec, Format};
use crate::value::Row;
pub(crate) use check::check;
pub(crate) use date::{DateFormat, Moment};
pub use drift::{Drift, Drifted, drift};
use encode::{Bytes, Fallback};
pub(crate) use number::NumberFormat;
pub use typed::Typed;
pub use view::{Shown, View};

/// A format of text.
trait Writer {
    /// What stands for a character that the encoding of the file does not have.
    fn fallback(&self) -> Fallback {
        Fallback::Question
    }

    /// Writes what stands before the first record.
    fn head(&mut self, view: &View<'_>, out: &mut String);

    /// Writes a record.
    fn record(&mut self, view: &View<'_>, row: Row, out: &mut String);

    /// Writes what stands after the last record.
    fn foot(&mut self, _: &View<'_>, _: &mut String) {}

    /// How many values could not be written whole.
    fn lost(&self) -> u64 {
        0
    }
}

/// Text is turned into bytes when there is so much of it.
const PIECE: usize = 1 << 16;

/// A file that is being written.
pub struct Rendering<'a> {
    view: View<'a>,
    writer: Box<dyn Writer + 'a>,
    bytes: Bytes,
    text: String,
    next: usize,
    begun: bool,
    ended: bool,
}

impl<'a> Rendering<'a> {
    /// A file of a specification that [`crate::Plan`] found right, of what was generated from it. None if there is no
    /// such file, or if the engine writes its format.
    pub fn new(spec: &'a DataSpec, generated: &'a Generated, file: usize) -> Option<Self> {
        let view = View::new(spec, generated, file)?;
        let dialect = &view.file().dialect;
        let writer: Box<dyn Writer + 'a> = match view.file().format {
            Format::Csv => Box::new(csv::Csv::new(dialect)),
            Format::Fixed => Box::new(fixed::Fixed::new(dialect)),
            Format::Jsonl => Box::new(jsonl::Jsonl::new(&view)),
            Format::Json => Box::new(json::Json::new(&view)),
            Format::Xml => Box::new(xml::Xml::new(&view)),
            Format::Parquet => return None,
        };
        let bytes = Bytes::new(&dialect.encoding, dialect.bom, writer.fallback())?;
        Some(Self { view, writer, bytes, text: String::new(), next: 0, begun: false, ended: false })
    }

    /// What the file shows.
    pub fn view(&self) -> &View<'a> {
        &self.view
    }

    /// Appends the bytes of so many records more (at least one), with what stands before and after all of them; false
    /// once there is no more.
    pub fn advance(&mut self, records: usize, out: &mut Vec<u8>) -> bool {
        if self.ended {
            return false;
        }
        if !self.begun {
            self.begun = true;
            self.bytes.begin(out);
            self.writer.head(&self.view, &mut self.text);
        }
        let last = self.view.rows().len().min(self.next.saturating_add(records.max(1)));
        for record in self.next..last {
            self.writer.record(&self.view, self.view.rows()[record], &mut self.text);
            if self.text.len() > PIECE {
                self.bytes.write(&self.text, false, out);
                self.text.clear();
            }
        }
        self.next = last;
        self.ended = last == self.view.rows().len();
        if self.ended {
            self.writer.foot(&self.view, &mut self.text);
        }
        self.bytes.write(&self.text, self.ended, out);
        self.text.clear();
        !self.ended
    }

    /// How many characters or values so far could not be written as they are: characters that the encoding does not
    /// have, texts cut to their width, numbers wider than it. A file with any does not agree with the ledger.
    pub fn lost(&self) -> u64 {
        self.bytes.lost() + self.writer.lost()
    }
}

/// A whole file at once.
pub fn render(spec: &DataSpec, generated: &Generated, file: usize) -> Option<Vec<u8>> {
    let mut rendering = Rendering::new(spec, generated, file)?;
    let mut out = Vec::new();
    while rendering.advance(usize::MAX, &mut out) {}
    Some(out)
}
