//! Slices of a file as decoded text.

use encoding_rs::{Decoder, DecoderResult, UTF_16BE, UTF_16LE, WINDOWS_1252, mem};
use memchr::memchr_iter;
use protocol::{Checked, Code, Diagnostic};

use crate::source::{ByteSource, read_onto};

/// Encoding of a file, as settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8. If `guessed` and only ASCII came so far, a byte that is not UTF-8 makes it Windows-1252:
    /// the samples did not reach the first accent.
    Utf8 {
        /// Whether it may still turn out to be Windows-1252.
        guessed: bool,
    },
    /// Windows-1252.
    Cp1252,
    /// ISO 8859-1.
    Latin1,
    /// UTF-16, little-endian.
    Utf16Le,
    /// UTF-16, big-endian.
    Utf16Be,
}

impl Charset {
    /// Its name in documents.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 { .. } => "utf-8",
            Self::Cp1252 => "cp1252",
            Self::Latin1 => "latin-1",
            Self::Utf16Le | Self::Utf16Be => "utf-16",
        }
    }

    fn decoder(self) -> Option<Decoder> {
        Some(match self {
            Self::Utf8 { .. } | Self::Latin1 => return None,
            Self::Cp1252 => WINDOWS_1252.new_decoder_without_bom_handling(),
            Self::Utf16Le => UTF_16LE.new_decoder_without_bom_handling(),
            Self::Utf16Be => UTF_16BE.new_decoder_without_bom_handling(),
        })
    }

    /// Text of a piece that may begin and end anywhere; what cannot be decoded is replaced.
    pub fn decode_piece(self, bytes: &[u8]) -> String {
        match self {
            Self::Utf8 { .. } => String::from_utf8_lossy(bytes).into_owned(),
            Self::Latin1 => mem::decode_latin1(bytes).into_owned(),
            Self::Cp1252 => WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
            Self::Utf16Le => UTF_16LE.decode_without_bom_handling(bytes).0.into_owned(),
            Self::Utf16Be => UTF_16BE.decode_without_bom_handling(bytes).0.into_owned(),
        }
    }
}

/// The file so far, decoded; what was consumed is dropped at the next slice.
pub struct TextReader {
    charset: Charset,
    decoder: Option<Decoder>,
    /// Position of the next byte in the file.
    pub offset: u64,
    /// Text that is at hand.
    pub text: String,
    /// How much of the text is done with.
    pub consumed: usize,
    /// Bytes of a character that the last slice cut.
    cut: Vec<u8>,
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
            text: String::new(),
            consumed: 0,
            cut: Vec::new(),
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
        self.text.drain(..self.consumed);
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
        if decoded {
            return Ok(last);
        }
        let line = line + memchr_iter(terminator, self.text.as_bytes()).count() as u64;
        Err(Diagnostic::new(Code::EncodingMismatch).with("encoding", self.charset.name()).with("line", line))
    }

    /// Reads straight onto the text, without a copy. On `false` the text ends before the bad byte.
    fn fill_utf8(&mut self, source: &dyn ByteSource, name: &str, length: usize, last: bool) -> Checked<bool> {
        let mut bytes = std::mem::take(&mut self.text).into_bytes();
        bytes.append(&mut self.cut);
        read_onto(source, name, self.offset, length, &mut bytes)?;
        if !last {
            self.cut = bytes.split_off(bytes.len() - cut_length(&bytes));
        }
        let guessed = self.charset == Charset::Utf8 { guessed: true } && self.only_ascii;
        match String::from_utf8(bytes) {
            Ok(text) => {
                self.only_ascii = guessed && text.is_ascii();
                self.text = text;
                Ok(true)
            }
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                let mut bytes = error.into_bytes();
                self.slice = bytes.split_off(valid);
                self.text = String::from_utf8(bytes).unwrap_or_default();
                if !(guessed && self.text.is_ascii()) {
                    return Ok(false);
                }
                self.slice.append(&mut self.cut);
                self.charset = Charset::Cp1252;
                self.decoder = self.charset.decoder();
                Ok(self.decode(last))
            }
        }
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
