//! The encoding of a text file, settled from pieces of it.

use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, mem};
use protocol::{Checked, Code, Diagnostic};

use crate::source::csv::options::CsvEncoding;

/// An encoding with its name in documents; ISO 8859-1 has no decoder of its own.
#[derive(Debug, Clone, Copy)]
pub struct Charset {
    name: &'static str,
    encoding: Option<&'static Encoding>,
}

/// UTF-8.
pub const UTF8: Charset = Charset { name: "utf-8", encoding: Some(UTF_8) };
const CP1252: Charset = Charset { name: "cp1252", encoding: Some(WINDOWS_1252) };
const LATIN1: Charset = Charset { name: "latin-1", encoding: None };
const UTF16_LE: Charset = Charset { name: "utf-16", encoding: Some(UTF_16LE) };
const UTF16_BE: Charset = Charset { name: "utf-16", encoding: Some(UTF_16BE) };

impl Charset {
    /// Its name in documents.
    pub fn name(self) -> &'static str {
        self.name
    }

    /// Whether characters take two bytes at least.
    pub fn is_wide(self) -> bool {
        self.name == "utf-16"
    }

    /// The encoding to write down as a parameter.
    pub fn choice(self) -> CsvEncoding {
        match self.name {
            "cp1252" => CsvEncoding::Cp1252,
            "latin-1" => CsvEncoding::Latin1,
            "utf-16" => CsvEncoding::Utf16,
            _ => CsvEncoding::Utf8,
        }
    }

    /// A decoder for slices; none for ISO 8859-1, whose bytes are characters.
    pub fn decoder(self) -> Option<Decoder> {
        self.encoding.map(Encoding::new_decoder_without_bom_handling)
    }

    /// Text of a piece that may begin and end anywhere; what cannot be decoded is replaced.
    pub fn decode_piece(self, bytes: &[u8]) -> String {
        match self.encoding {
            Some(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            None => mem::decode_latin1(bytes).into_owned(),
        }
    }
}

/// Encoding and length of the byte order mark. Without a mark a text is UTF-8 if all pieces are, else
/// Windows-1252.
///
/// # Errors
/// `encoding-mismatch` where a mark contradicts what was asked for.
pub fn settle(head: &[u8], pieces: &[Vec<u8>], is_whole: bool, asked: CsvEncoding) -> Checked<(Charset, usize)> {
    let marked = match head {
        [0xef, 0xbb, 0xbf, ..] => Some((UTF8, 3)),
        [0xff, 0xfe, ..] => Some((UTF16_LE, 2)),
        [0xfe, 0xff, ..] => Some((UTF16_BE, 2)),
        _ => None,
    };
    let wide = || if has_zeros_at(head, 0) { UTF16_BE } else { UTF16_LE };
    Ok(match (asked, marked) {
        (CsvEncoding::Auto, Some(marked)) => marked,
        (CsvEncoding::Auto, None) if has_zeros_at(head, 0) || has_zeros_at(head, 1) => (wide(), 0),
        (CsvEncoding::Auto, None) => {
            let valid = is_utf8(head, false, !is_whole) && pieces.iter().all(|piece| is_utf8(piece, true, true));
            (if valid { UTF8 } else { CP1252 }, 0)
        }
        (CsvEncoding::Utf8, Some((charset, _))) if charset.is_wide() => {
            return Err(Diagnostic::new(Code::EncodingMismatch).with("encoding", UTF8.name).with("line", 1_u64));
        }
        (CsvEncoding::Utf8, marked) => (UTF8, marked.map_or(0, |marked| marked.1)),
        (CsvEncoding::Cp1252, _) => (CP1252, 0),
        (CsvEncoding::Latin1, _) => (LATIN1, 0),
        (CsvEncoding::Utf16, Some((charset, length))) if charset.is_wide() => (charset, length),
        (CsvEncoding::Utf16, _) => (wide(), 0),
    })
}

/// Whether most pairs have a zero at this place: text of Western scripts in UTF-16.
fn has_zeros_at(head: &[u8], place: usize) -> bool {
    let pairs = head.len().min(4_096) / 2;
    let zeros = |place: usize| head.chunks_exact(2).take(pairs).filter(|pair| pair[place] == 0).count();
    pairs > 0 && zeros(place) * 10 > pairs * 4 && zeros(1 - place) * 20 < pairs
}

/// Whether a piece is UTF-8, but for characters that its ends may cut.
fn is_utf8(piece: &[u8], start_is_cut: bool, end_is_cut: bool) -> bool {
    let start = piece.iter().take(3).take_while(|byte| start_is_cut && (0x80..0xc0).contains(*byte)).count();
    match std::str::from_utf8(&piece[start..]) {
        Ok(_) => true,
        Err(error) => end_is_cut && error.error_len().is_none(),
    }
}
