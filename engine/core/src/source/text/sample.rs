//! A few pieces of a text file: what everything that is guessed is guessed from.
//!
//! The head, and four short pieces spread to the end, cut to whole lines. Files up to [`WHOLE_BYTES`] are
//! looked at whole.

use protocol::{Checked, Code, Diagnostic};

use super::charset::{self, Charset};
use super::slices::Slices;
use crate::source::csv::options::CsvEncoding;
use crate::source::{ByteSource, MemorySource, read_onto};

/// Length of a file that is looked at whole.
const WHOLE_BYTES: u64 = 512 << 10;
const HEAD_BYTES: usize = 256 << 10;
const PIECE_BYTES: usize = 24 << 10;
const PIECES: u64 = 4;

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
    pub fn take(source: &dyn ByteSource, file: &str, encoding: CsvEncoding) -> Checked<Self> {
        let bytes = source.len();
        let is_whole = bytes <= WHOLE_BYTES;
        let mut head = Vec::new();
        read_onto(source, file, 0, if is_whole { WHOLE_BYTES as usize } else { HEAD_BYTES }, &mut head)?;
        let mut pieces = Vec::new();
        let rest = bytes - head.len() as u64;
        for index in (1..=PIECES).filter(|_| rest > PIECES * PIECE_BYTES as u64) {
            // Even offsets keep the pairs of UTF-16 together; the last piece ends with the file.
            let offset = (head.len() as u64 + (rest - PIECE_BYTES as u64) * index / PIECES) & !1;
            let mut piece = Vec::new();
            read_onto(source, file, offset, PIECE_BYTES + 1, &mut piece)?;
            pieces.push(piece);
        }
        let (charset, mark_bytes) = charset::settle(&head, &pieces, is_whole, encoding)?;
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

    /// Slices of the file that the sample was taken from.
    pub fn slices(&self, file: &str) -> Slices {
        Slices::new(file, self.charset, self.mark_bytes)
    }

    /// The head as a file of its own, with its slices: what a preview reads.
    pub fn head_file(&self, file: &str) -> (MemorySource, Slices) {
        (MemorySource(self.head.clone().into_bytes()), Slices::new(file, charset::UTF8, 0))
    }

    /// Head and pieces as one file, where lines stand for themselves: what types are inferred from.
    pub fn lines_file(&self, file: &str) -> (MemorySource, Slices) {
        let text = self.head.clone() + &self.pieces.concat();
        (MemorySource(text.into_bytes()), Slices::new(file, charset::UTF8, 0))
    }
}
