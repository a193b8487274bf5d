//! A text file slice by slice, with what an error in it needs: the name of the file and the line.

use memchr::memchr_iter;
use protocol::Checked;

use super::charset::Charset;
use super::reader::TextReader;
use crate::source::ByteSource;

/// The file so far; what was consumed is dropped at the next slice.
pub struct Slices {
    file: String,
    reader: TextReader,
    terminator: u8,
    /// One-based line at the start of what is not yet consumed.
    line: u64,
}

impl Slices {
    /// Slices from `offset` (after the byte order mark); `terminator` ends lines.
    pub fn new(file: &str, charset: Charset, offset: u64, terminator: u8) -> Self {
        Self { file: file.to_owned(), reader: TextReader::new(charset, offset), terminator, line: 1 }
    }

    /// Position of the next byte in the file.
    pub fn offset(&self) -> u64 {
        self.reader.offset
    }

    /// The text at hand.
    pub fn text(&self) -> &str {
        self.reader.text()
    }

    /// Appends a slice; says whether it was the last.
    ///
    /// # Errors
    /// `encoding-mismatch`, `file-unreadable`.
    pub fn fill(&mut self, source: &dyn ByteSource, bytes: usize) -> Checked<bool> {
        self.reader.fill(source, &self.file, bytes, self.line, self.terminator)
    }

    /// Is done with so much of the text at hand.
    pub fn consume(&mut self, bytes: usize) {
        let done = self.reader.text().get(..bytes).unwrap_or_default();
        self.line += memchr_iter(self.terminator, done.as_bytes()).count() as u64;
        self.reader.consumed = bytes;
    }
}
