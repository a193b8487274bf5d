//! The import of a text format, slice after slice: decoded text goes to what knows the format, rows come out.

use memchr::memchr;
use protocol::{Checked, Code};

use super::csv::MAX_RECORD_BYTES;
use super::rows::Rows;
use super::text::slices::Slices;
use super::{ByteSource, Imported, Progress};

/// Bytes that one call of [`Streamed::advance`] reads.
const SLICE_BYTES: usize = 4 << 20;

/// Longest text file that is read: what it becomes must fit into 32-bit memory.
pub const MAX_TEXT_BYTES: u64 = 1_500_000_000;

/// What makes rows of a text.
pub trait Consumer {
    /// Takes the text at hand, `last` if nothing comes after it; says how much of it is done with.
    ///
    /// # Errors
    /// What makes the rest of the file unreadable.
    fn consume(&mut self, text: &str, last: bool, rows: &mut Rows) -> Checked<usize>;
}

/// An import under way.
pub struct Streamed<C> {
    source_name: String,
    slices: Slices,
    consumer: C,
    rows: Rows,
    slice_bytes: usize,
    done: bool,
}

impl<C: Consumer> Streamed<C> {
    /// An import of what comes in slices. `source_name` names the table that is made.
    pub fn new(slices: Slices, consumer: C, rows: Rows, source_name: &str) -> Self {
        let source_name = source_name.to_owned();
        Self { source_name, slices, consumer, rows, slice_bytes: SLICE_BYTES, done: false }
    }

    /// The same import with slices of another length; the result does not depend on it.
    pub fn sliced(self, slice_bytes: usize) -> Self {
        Self { slice_bytes: slice_bytes.max(1), ..self }
    }

    /// Reads the next slice; `None` when all is read.
    ///
    /// # Errors
    /// `encoding-mismatch`, `file-unreadable`, and those of the format.
    pub fn advance(&mut self, source: &dyn ByteSource) -> Checked<Option<Progress>> {
        if self.done {
            return Ok(None);
        }
        let last = self.slices.fill(source, self.slice_bytes)?;
        let consumed = self.consumer.consume(self.slices.text(), last, &mut self.rows)?;
        self.slices.consume(consumed);
        self.rows.flush()?;
        self.done = last;
        Ok(Some(Progress { bytes_done: self.slices.offset(), bytes_total: source.len() }))
    }

    /// The table and the rejects.
    ///
    /// # Errors
    /// Only an inconsistency of the engine.
    pub fn finish(self) -> Checked<Imported> {
        self.rows.finish(&self.source_name, self.slices.offset())
    }

    /// Reads all of a source at once: for samples.
    ///
    /// # Errors
    /// As [`Self::advance`].
    pub fn read_all(mut self, source: &dyn ByteSource) -> Checked<(C, Imported)> {
        while self.advance(source)?.is_some() {}
        let imported = self.rows.finish(&self.source_name, self.slices.offset())?;
        Ok((self.consumer, imported))
    }
}

/// What makes rows of lines.
pub trait Lines {
    /// Takes a line without its end; `number` is one-based.
    ///
    /// # Errors
    /// What makes the rest of the file unreadable.
    fn line(&mut self, number: u64, text: &str, rows: &mut Rows) -> Checked<()>;

    /// No line comes any more.
    ///
    /// # Errors
    /// As [`Self::line`].
    fn end(&mut self, _rows: &mut Rows) -> Checked<()> {
        Ok(())
    }
}

/// Cuts a text into lines.
pub struct ByLine<L> {
    lines: L,
    terminator: u8,
    /// Number of the last line.
    number: u64,
    /// Whether the rest of a line that is too long is being skipped.
    skipping: bool,
}

impl<L: Lines> ByLine<L> {
    /// Lines that end with `\n` (a `\r` before it is dropped) or with `\r`.
    pub fn new(lines: L, terminator: u8) -> Self {
        Self { lines, terminator, number: 0, skipping: false }
    }

    /// What the lines went to.
    pub fn into_lines(self) -> L {
        self.lines
    }

    fn take(&mut self, line: &str, rows: &mut Rows) -> Checked<()> {
        self.number += 1;
        if line.len() > MAX_RECORD_BYTES {
            return self.refuse(line, rows);
        }
        let line = if self.terminator == b'\n' { line.strip_suffix('\r').unwrap_or(line) } else { line };
        self.lines.line(self.number, line, rows)
    }

    fn refuse(&mut self, line: &str, rows: &mut Rows) -> Checked<()> {
        // What was being gathered comes first in the file.
        self.lines.end(rows)?;
        rows.begin(self.number);
        rows.refuse(Code::RejectRecordLength, line, Some(MAX_RECORD_BYTES.to_string()));
        Ok(())
    }
}

impl<L: Lines> Consumer for ByLine<L> {
    fn consume(&mut self, text: &str, last: bool, rows: &mut Rows) -> Checked<usize> {
        let mut at = 0;
        while let Some(length) = memchr(self.terminator, &text.as_bytes()[at..]) {
            if self.skipping {
                self.skipping = false;
            } else {
                self.take(&text[at..at + length], rows)?;
            }
            at += length + 1;
        }
        let rest = &text[at..];
        if last {
            if !rest.is_empty() && !self.skipping {
                self.take(rest, rows)?;
            }
            self.lines.end(rows)?;
            return Ok(text.len());
        }
        if self.skipping {
            return Ok(text.len());
        }
        if rest.len() > MAX_RECORD_BYTES + 1 {
            self.number += 1;
            self.refuse(rest, rows)?;
            self.skipping = true;
            return Ok(text.len());
        }
        Ok(at)
    }
}
