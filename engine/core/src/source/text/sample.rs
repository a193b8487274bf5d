//! A few pieces of a text file: what everything that is guessed is guessed from.
//!
//! The head, and four short pieces spread to the end, cut to whole lines. Short files are looked at whole, so
//! nothing about them is a guess from a part.

use memchr::{memchr, memchr_iter};
use protocol::{Checked, Code, Diagnostic};

use super::charset::{self, Charset};
use super::slices::Slices;
use crate::source::csv::MAX_RECORD_BYTES;
use crate::source::csv::options::CsvEncoding;
use crate::source::{ByteSource, MemorySource, read_onto};

const PIECE_BYTES: usize = 24 << 10;
const PIECES: u64 = 4;

/// How much of a file is looked at.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Length of a file that is looked at whole.
    whole_bytes: usize,
    /// Length of the head of a longer one.
    head_bytes: usize,
    /// Lines that the head must have, if the file has them.
    lines: usize,
}

impl Look {
    /// At what all records have in common: the names stand in the first line after those to skip.
    pub fn at_lines(skip_lines: u32) -> Self {
        Self { whole_bytes: 256 << 10, head_bytes: 128 << 10, lines: skip_lines as usize + 1 }
    }

    /// At records of which each may bring names of its own.
    pub fn at_records() -> Self {
        Self { whole_bytes: 512 << 10, head_bytes: 256 << 10, lines: 0 }
    }
}

/// Pieces of a text file, decoded.
pub struct Sample {
    /// Its encoding.
    pub charset: Charset,
    /// Length of the byte order mark.
    pub mark_bytes: u64,
    /// The beginning, to the end of a line if it is not the whole file.
    pub head: String,
    /// Whether the head is the whole file.
    pub is_whole: bool,
    /// Whole lines from further on.
    pub pieces: Vec<String>,
    /// What ends lines: `\n` (with or without `\r` before it), or `\r` in a text that has no `\n`.
    pub terminator: u8,
}

impl Sample {
    /// Takes a sample.
    ///
    /// # Errors
    /// `csv-binary`, `encoding-mismatch` (a byte order mark that contradicts the choice), `file-unreadable`.
    pub fn take(source: &dyn ByteSource, file: &str, encoding: CsvEncoding, look: Look) -> Checked<Self> {
        let bytes = source.len();
        let mut head = Vec::new();
        let head_bytes = if bytes <= look.whole_bytes as u64 { look.whole_bytes } else { look.head_bytes };
        read_onto(source, file, 0, head_bytes, &mut head)?;
        let is_missing = memchr_iter(b'\n', &head).take(look.lines).count() < look.lines;
        if is_missing && (head.len() as u64) < bytes {
            read_onto(source, file, head.len() as u64, MAX_RECORD_BYTES, &mut head)?;
        }
        let mut pieces = Vec::new();
        let rest = bytes - head.len() as u64;
        for index in (1..=PIECES).filter(|_| rest > PIECES * PIECE_BYTES as u64) {
            // Even offsets keep the pairs of UTF-16 together; the last piece ends with the file.
            let offset = (head.len() as u64 + (rest - PIECE_BYTES as u64) * index / PIECES) & !1;
            let mut piece = Vec::new();
            read_onto(source, file, offset, PIECE_BYTES + 1, &mut piece)?;
            pieces.push(piece);
        }
        Self::decode(&head, &pieces, rest == 0, file, encoding)
    }

    fn decode(head: &[u8], pieces: &[Vec<u8>], is_whole: bool, file: &str, encoding: CsvEncoding) -> Checked<Self> {
        let (charset, mark_bytes) = charset::settle(head, pieces, is_whole, encoding)?;
        let zeros = head.iter().filter(|byte| **byte == 0).count();
        if !charset.is_wide() && zeros * 1_000 > head.len() {
            return Err(Diagnostic::new(Code::CsvBinary).with("name", file));
        }
        let mut text = charset.decode_piece(&head[mark_bytes..]);
        let terminator = if text.contains('\n') || !text.contains('\r') { b'\n' } else { b'\r' };
        let end_of_line = char::from(terminator);
        if !is_whole && let Some(end) = text.rfind(end_of_line) {
            text.truncate(end + 1);
        }
        let whole_lines = |piece: &Vec<u8>| {
            let piece = charset.decode_piece(piece);
            let (start, end) = (piece.find(end_of_line)? + 1, piece.rfind(end_of_line)? + 1);
            piece.get(start..end).map(str::to_owned)
        };
        let pieces = pieces.iter().filter_map(whole_lines).collect();
        Ok(Self { charset, mark_bytes: mark_bytes as u64, head: text, is_whole, pieces, terminator })
    }

    /// The encoding to write down. Pure ASCII so far may still meet an accent: that is for the import to see.
    pub fn encoding(&self) -> CsvEncoding {
        let is_ascii = || self.head.is_ascii() && self.pieces.iter().all(|piece| piece.is_ascii());
        match self.charset {
            Charset::Utf8 { guessed: true } if !self.is_whole && is_ascii() => CsvEncoding::Auto,
            charset => charset.choice(),
        }
    }

    /// The head after the lines to skip.
    pub fn body(&self, skip_lines: u32) -> &str {
        let mut body = self.head.as_str();
        for _ in 0..skip_lines {
            let end = memchr(self.terminator, body.as_bytes()).map_or(body.len(), |end| end + 1);
            body = &body[end..];
        }
        body
    }

    /// Slices of the file that the sample was taken from.
    pub fn slices(&self, file: &str) -> Slices {
        Slices::new(file, self.charset, self.mark_bytes, self.terminator)
    }

    /// The head as a file of its own, with its slices: what a preview reads.
    pub fn head_file(&self, file: &str) -> (MemorySource, Slices) {
        self.inner_file(file, self.head.clone())
    }

    /// Head and pieces as one file, where lines stand for themselves: what types are inferred from.
    pub fn lines_file(&self, file: &str) -> (MemorySource, Slices) {
        self.inner_file(file, self.head.clone() + &self.pieces.concat())
    }

    fn inner_file(&self, file: &str, text: String) -> (MemorySource, Slices) {
        (MemorySource(text.into_bytes()), Slices::new(file, Charset::Utf8 { guessed: false }, 0, self.terminator))
    }
}
