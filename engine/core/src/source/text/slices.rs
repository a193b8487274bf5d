//! A text file, decoded slice by slice.

use encoding_rs::{Decoder, DecoderResult, mem};
use memchr::memchr_iter;
use protocol::{Checked, Code, Diagnostic};

use super::charset::Charset;
use crate::source::{ByteSource, read_onto};

/// The file so far, decoded; what was consumed is dropped at the next slice.
pub struct Slices {
    file: String,
    charset: Charset,
    decoder: Option<Decoder>,
    /// Position of the next byte in the file.
    pub offset: u64,
    /// Text that is at hand.
    pub text: String,
    /// Ends of line in what was dropped.
    lines: u64,
    slice: Vec<u8>,
}

impl Slices {
    /// Slices from `offset` (after the byte order mark).
    pub fn new(file: &str, charset: Charset, offset: u64) -> Self {
        let (file, decoder) = (file.to_owned(), charset.decoder());
        Self { file, charset, decoder, offset, text: String::new(), lines: 0, slice: Vec::new() }
    }

    /// Drops what was consumed and appends a slice; says whether it was the last.
    ///
    /// # Errors
    /// `encoding-mismatch`, `file-unreadable`.
    pub fn fill(&mut self, source: &dyn ByteSource, bytes: usize, consumed: usize) -> Checked<bool> {
        let dropped = self.text.get(..consumed).unwrap_or_default();
        self.lines += memchr_iter(b'\n', dropped.as_bytes()).count() as u64;
        self.text.drain(..consumed);
        let last = self.offset + bytes as u64 >= source.len();
        self.slice.clear();
        read_onto(source, &self.file, self.offset, bytes, &mut self.slice)?;
        self.offset = (self.offset + bytes as u64).min(source.len());
        if self.decode(last) {
            return Ok(last);
        }
        let line = self.lines + memchr_iter(b'\n', self.text.as_bytes()).count() as u64 + 1;
        Err(Diagnostic::new(Code::EncodingMismatch).with("encoding", self.charset.name()).with("line", line))
    }

    /// Decodes the slice onto the text; `false` at a byte that cannot be.
    fn decode(&mut self, last: bool) -> bool {
        let Some(decoder) = &mut self.decoder else {
            self.text.push_str(&mem::decode_latin1(&self.slice));
            return true;
        };
        let mut rest = self.slice.as_slice();
        loop {
            let needed = decoder.max_utf8_buffer_length_without_replacement(rest.len());
            self.text.reserve(needed.unwrap_or(rest.len()).max(16));
            match decoder.decode_to_string_without_replacement(rest, &mut self.text, last) {
                (DecoderResult::InputEmpty, _) => return true,
                (DecoderResult::OutputFull, read) => rest = &rest[read..],
                (DecoderResult::Malformed(..), _) => return false,
            }
        }
    }
}
