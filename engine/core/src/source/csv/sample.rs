//! A few pieces of a file: what everything that is guessed is guessed from.
//!
//! The head, and four short pieces spread to the end, cut to whole lines. Files up to
//! [`WHOLE_BYTES`] are looked at whole, so nothing about them is a guess from a part.

use memchr::memchr;
use protocol::{Checked, Code, Diagnostic};

use super::options::{CsvEncoding, CsvOptions};
use super::text::Charset;
use super::token::{Dialect, Field, Found, MAX_RECORD_BYTES, Scanner};
use crate::source::{ByteSource, read_onto};

/// Length of a file that is looked at whole.
const WHOLE_BYTES: u64 = 256 << 10;
const HEAD_BYTES: usize = 128 << 10;
const PIECE_BYTES: usize = 24 << 10;
const PIECES: u64 = 4;

/// Pieces of a file, decoded.
pub struct Sample {
    /// Its encoding.
    pub charset: Charset,
    /// Length of the byte order mark.
    pub mark_bytes: u64,
    /// Whether a piece has a character beyond ASCII.
    pub has_accents: bool,
    /// The first lines; whole lines, unless there is only one or the file ends.
    pub head: String,
    /// Whether the head is the whole file.
    pub is_whole: bool,
    /// Whole lines from further on.
    pub pieces: Vec<String>,
    /// What ends lines.
    pub terminator: u8,
}

impl Sample {
    /// Takes a sample.
    ///
    /// # Errors
    /// `csv-binary`, `encoding-mismatch` (a byte order mark that contradicts the options), `file-unreadable`.
    pub fn take(source: &dyn ByteSource, options: &CsvOptions) -> Checked<Self> {
        let bytes = source.len();
        let mut head = Vec::new();
        let head_bytes = if bytes <= WHOLE_BYTES { WHOLE_BYTES as usize } else { HEAD_BYTES };
        read_onto(source, &options.file, 0, head_bytes, &mut head)?;
        // The names stand in the first line after those to skip: it must be in sight.
        let lines = options.skip_lines as usize + 1;
        let missing = memchr::memchr_iter(b'\n', &head).take(lines).count() < lines;
        if missing && (head.len() as u64) < bytes {
            let offset = head.len() as u64;
            read_onto(source, &options.file, offset, MAX_RECORD_BYTES, &mut head)?;
        }
        let mut pieces = Vec::new();
        let rest = bytes - head.len() as u64;
        for index in (1..=PIECES).filter(|_| rest > PIECES * PIECE_BYTES as u64) {
            // Even offsets keep the pairs of UTF-16 together; the last piece ends with the file.
            let offset = (head.len() as u64 + (rest - PIECE_BYTES as u64) * index / PIECES) & !1;
            let mut piece = Vec::new();
            read_onto(source, &options.file, offset, PIECE_BYTES + 1, &mut piece)?;
            pieces.push(piece);
        }
        Self::decode(&head, &pieces, rest == 0, options)
    }

    fn decode(head: &[u8], pieces: &[Vec<u8>], is_whole: bool, options: &CsvOptions) -> Checked<Self> {
        let (charset, mark_bytes) = charset(head, pieces, is_whole, options.encoding)?;
        let is_wide = matches!(charset, Charset::Utf16Le | Charset::Utf16Be);
        let zeros = head.iter().filter(|byte| **byte == 0).count();
        if !is_wide && zeros * 1_000 > head.len() {
            return Err(Diagnostic::new(Code::CsvBinary).with("name", options.file.as_str()));
        }
        let mut text = charset.decode_piece(&head[mark_bytes..]);
        let terminator = if text.contains('\n') || !text.contains('\r') { b'\n' } else { b'\r' };
        let is_end = char::from(terminator);
        if !is_whole && let Some(end) = text.rfind(is_end) {
            text.truncate(end + 1);
        }
        let pieces: Vec<String> = pieces
            .iter()
            .map(|piece| charset.decode_piece(piece))
            .filter_map(|piece| {
                let (start, end) = (piece.find(is_end)? + 1, piece.rfind(is_end)? + 1);
                piece.get(start..end).map(str::to_owned)
            })
            .collect();
        let has_accents = !text.is_ascii() || !pieces.iter().all(|piece| piece.is_ascii());
        Ok(Self { charset, mark_bytes: mark_bytes as u64, has_accents, head: text, is_whole, pieces, terminator })
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
}

/// Encoding and length of the byte order mark.
fn charset(head: &[u8], pieces: &[Vec<u8>], is_whole: bool, asked: CsvEncoding) -> Checked<(Charset, usize)> {
    let marked = match head {
        [0xef, 0xbb, 0xbf, ..] => Some((Charset::Utf8 { guessed: false }, 3)),
        [0xff, 0xfe, ..] => Some((Charset::Utf16Le, 2)),
        [0xfe, 0xff, ..] => Some((Charset::Utf16Be, 2)),
        _ => None,
    };
    let wide = || if has_zeros_at(head, 0) { Charset::Utf16Be } else { Charset::Utf16Le };
    Ok(match (asked, marked) {
        (CsvEncoding::Auto, Some(marked)) => marked,
        (CsvEncoding::Auto, None) if has_zeros_at(head, 0) || has_zeros_at(head, 1) => (wide(), 0),
        (CsvEncoding::Auto, None) => {
            let valid = is_utf8_piece(head, !is_whole) && pieces.iter().all(|piece| is_utf8_piece(piece, true));
            (if valid { Charset::Utf8 { guessed: true } } else { Charset::Cp1252 }, 0)
        }
        (CsvEncoding::Utf8, Some((Charset::Utf16Le | Charset::Utf16Be, _))) => {
            return Err(Diagnostic::new(Code::EncodingMismatch).with("encoding", "utf-8").with("line", 1_u64));
        }
        (CsvEncoding::Utf8, marked) => (Charset::Utf8 { guessed: false }, marked.map_or(0, |marked| marked.1)),
        (CsvEncoding::Cp1252, _) => (Charset::Cp1252, 0),
        (CsvEncoding::Latin1, _) => (Charset::Latin1, 0),
        (CsvEncoding::Utf16, Some((charset @ (Charset::Utf16Le | Charset::Utf16Be), length))) => (charset, length),
        (CsvEncoding::Utf16, _) => (wide(), 0),
    })
}

/// Whether most pairs have a zero at this place: text of Western scripts in UTF-16.
fn has_zeros_at(head: &[u8], place: usize) -> bool {
    let pairs = head.len().min(4_096) / 2;
    let zeros = |place: usize| head.chunks_exact(2).take(pairs).filter(|pair| pair[place] == 0).count();
    pairs > 0 && zeros(place) * 10 > pairs * 4 && zeros(1 - place) * 20 < pairs
}

/// Whether a piece is UTF-8, but for characters that its ends may cut (only the end, at the head of a file).
fn is_utf8_piece(piece: &[u8], is_cut: bool) -> bool {
    let start = piece.iter().take(3).take_while(|byte| is_cut && (0x80..0xc0).contains(*byte)).count();
    match std::str::from_utf8(&piece[start..]) {
        Ok(_) => true,
        Err(error) => is_cut && error.error_len().is_none(),
    }
}

/// Records of a piece of text, as ranges.
pub struct Records<'a> {
    text: &'a str,
    quote: Option<u8>,
    fields: Vec<Field>,
    /// End of each record among the fields.
    ends: Vec<usize>,
    /// Whether the first line had broken quotes, or was too long to be a record.
    pub is_first_broken: bool,
}

impl<'a> Records<'a> {
    /// The first records of a text, at most `limit`.
    pub fn read(text: &'a str, dialect: Dialect, limit: usize) -> Self {
        let mut scanner = Scanner::new(text, dialect, true);
        let mut records =
            Self { text, quote: dialect.quote, fields: Vec::new(), ends: Vec::new(), is_first_broken: false };
        let mut at = 0;
        while records.ends.len() < limit {
            match scanner.record(at, &mut records.fields) {
                Found::Record { next, .. } => {
                    records.ends.push(records.fields.len());
                    at = next;
                }
                Found::Blank { next } => at = next,
                Found::Broken { next } => {
                    records.is_first_broken |= records.ends.is_empty();
                    at = next;
                }
                Found::Long | Found::More | Found::End => break,
            }
        }
        records
    }

    /// Number of records.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The fields of a record.
    pub fn fields(&self, record: usize) -> &[Field] {
        let start = if record == 0 { 0 } else { self.ends.get(record - 1).copied().unwrap_or_default() };
        self.ends.get(record).and_then(|end| self.fields.get(start..*end)).unwrap_or_default()
    }

    /// Text of a field of these records.
    pub fn text<'b>(&'b self, field: Field, scratch: &'b mut String) -> &'b str {
        field.text(self.text, self.quote, scratch)
    }
}
