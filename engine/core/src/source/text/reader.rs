//! A text file as decoded text, slice by slice. UTF-8 is read onto the text at hand, without a copy.

use encoding_rs::{Decoder, DecoderResult, mem};
use memchr::memchr_iter;
use protocol::{Checked, Code, Diagnostic};

use super::charset::Charset;
use crate::source::{ByteSource, read_onto};

/// The file so far, decoded; what was consumed is dropped at the next slice.
pub struct TextReader {
    charset: Charset,
    decoder: Option<Decoder>,
    /// Position of the next byte in the file.
    pub offset: u64,
    /// How much of the text is done with.
    pub consumed: usize,
    /// UTF-8 that is at hand, and behind it the bytes of a character that the last slice cut.
    bytes: Vec<u8>,
    /// Length of the text in `bytes`.
    length: usize,
    only_ascii: bool,
    slice: Vec<u8>,
}

impl TextReader {
    /// Reads from `offset` (after the byte order mark).
    pub fn new(charset: Charset, offset: u64) -> Self {
        Self {
            charset,
            decoder: charset.decoder(),
            offset,
            consumed: 0,
            bytes: Vec::new(),
            length: 0,
            only_ascii: true,
            slice: Vec::new(),
        }
    }

    /// Appends a slice; says whether it was the last. `line` is the line at the start of what is not yet
    /// consumed, and `terminator` ends lines: for the place of an error.
    ///
    /// # Errors
    /// `encoding-mismatch`, `file-unreadable`.
    pub fn fill(
        &mut self,
        source: &dyn ByteSource,
        name: &str,
        bytes: usize,
        line: u64,
        terminator: u8,
    ) -> Checked<bool> {
        let last = self.offset + bytes as u64 >= source.len();
        self.bytes.drain(..self.consumed);
        self.length -= self.consumed;
        self.consumed = 0;
        let decoded = match self.charset {
            Charset::Utf8 { .. } => self.fill_utf8(source, name, bytes, last)?,
            _ => {
                self.slice.clear();
                read_onto(source, name, self.offset, bytes, &mut self.slice)?;
                self.decode(last)
            }
        };
        self.offset = (self.offset + bytes as u64).min(source.len());
        if !last {
            source.prefetch(self.offset, bytes);
        }
        if decoded {
            return Ok(last);
        }
        let line = line + memchr_iter(terminator, &self.bytes[..self.length]).count() as u64;
        Err(Diagnostic::new(Code::EncodingMismatch).with("encoding", self.charset.name()).with("line", line))
    }

    /// The text at hand.
    pub fn text(&self) -> &str {
        text(&self.bytes, self.length)
    }

    /// Hands the text over, as bytes and the length of the UTF-8 among them: see [`text`].
    pub fn lend(&mut self) -> (Vec<u8>, usize) {
        (std::mem::take(&mut self.bytes), self.length)
    }

    /// Takes back what was lent, `consumed` bytes of it done with.
    pub fn take_back(&mut self, bytes: Vec<u8>, consumed: usize) {
        (self.bytes, self.consumed) = (bytes, consumed);
    }

    /// Reads straight onto the text, without a copy. On `false` the text ends before the bad byte.
    fn fill_utf8(&mut self, source: &dyn ByteSource, name: &str, length: usize, last: bool) -> Checked<bool> {
        let before = self.length;
        read_onto(source, name, self.offset, length, &mut self.bytes)?;
        let cut = if last { 0 } else { cut_length(&self.bytes) };
        self.length = self.bytes.len() - cut;
        let fresh = &self.bytes[before..];
        // A bitwise sum over all bytes is faster than leaving at the first that is not ASCII: nearly none is.
        if fresh.iter().fold(0, |sum, byte| sum | byte) < 0x80 {
            return Ok(true);
        }
        let may_switch = self.charset == Charset::Utf8 { guessed: true } && self.only_ascii;
        self.only_ascii = false;
        let Err(error) = simdutf8::compat::from_utf8(&self.bytes[before..self.length]) else { return Ok(true) };
        self.length = before + error.valid_up_to();
        if !may_switch || !self.bytes[..self.length].is_ascii() {
            return Ok(false);
        }
        self.slice = self.bytes.split_off(self.length);
        self.charset = Charset::Cp1252;
        self.decoder = self.charset.decoder();
        Ok(self.decode(last))
    }

    /// Decodes the slice onto the text; `false` at a byte that cannot be.
    fn decode(&mut self, last: bool) -> bool {
        let Some(decoder) = &mut self.decoder else {
            self.bytes.extend_from_slice(mem::decode_latin1(&self.slice).as_bytes());
            self.length = self.bytes.len();
            return true;
        };
        let mut rest = self.slice.as_slice();
        loop {
            let needed = decoder.max_utf8_buffer_length_without_replacement(rest.len());
            self.bytes.resize(self.length + needed.unwrap_or(rest.len()).max(16), 0);
            let (result, read, written) =
                decoder.decode_to_utf8_without_replacement(rest, &mut self.bytes[self.length..], last);
            self.length += written;
            self.bytes.truncate(self.length);
            match result {
                DecoderResult::InputEmpty => return true,
                DecoderResult::OutputFull => rest = &rest[read..],
                DecoderResult::Malformed(..) => return false,
            }
        }
    }
}

/// The text among bytes that a reader lent.
pub fn text(bytes: &[u8], length: usize) -> &str {
    // What the reader holds is UTF-8; to see that once more costs less than a copy, and no unsafe code.
    bytes.get(..length).and_then(|bytes| simdutf8::basic::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Length of the unfinished character at the end of UTF-8 bytes.
fn cut_length(bytes: &[u8]) -> usize {
    for (back, byte) in bytes.iter().rev().take(3).enumerate() {
        let needed = match byte {
            0xc0..=0xdf => 2,
            0xe0..=0xef => 3,
            0xf0..=0xf7 => 4,
            0x80..=0xbf => continue,
            _ => return 0,
        };
        return if needed > back + 1 { back + 1 } else { 0 };
    }
    0
}
