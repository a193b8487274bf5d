//! The encoding of a text file, settled from pieces of it.

use encoding_rs::{Decoder, UTF_16BE, UTF_16LE, WINDOWS_1252, mem};
use protocol::{Checked, Code, Diagnostic};

use crate::source::csv::options::CsvEncoding;

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

    /// Whether characters take two bytes at least.
    pub fn is_wide(self) -> bool {
        matches!(self, Self::Utf16Le | Self::Utf16Be)
    }

    /// The encoding to write down as a parameter.
    pub fn choice(self) -> CsvEncoding {
        match self {
            Self::Utf8 { .. } => CsvEncoding::Utf8,
            Self::Cp1252 => CsvEncoding::Cp1252,
            Self::Latin1 => CsvEncoding::Latin1,
            Self::Utf16Le | Self::Utf16Be => CsvEncoding::Utf16,
        }
    }

    /// A decoder for slices; none for UTF-8, which is read as it is, and ISO 8859-1, whose bytes are characters.
    pub fn decoder(self) -> Option<Decoder> {
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

/// Encoding and length of the byte order mark. Without a mark a text is UTF-8 if all pieces are, else
/// Windows-1252.
///
/// # Errors
/// `encoding-mismatch` where a mark contradicts what was asked for.
pub fn settle(head: &[u8], pieces: &[Vec<u8>], is_whole: bool, asked: CsvEncoding) -> Checked<(Charset, usize)> {
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
            let valid = is_utf8(head, false, !is_whole) && pieces.iter().all(|piece| is_utf8(piece, true, true));
            (if valid { Charset::Utf8 { guessed: true } } else { Charset::Cp1252 }, 0)
        }
        (CsvEncoding::Utf8, Some((charset, _))) if charset.is_wide() => {
            return Err(Diagnostic::new(Code::EncodingMismatch).with("encoding", "utf-8").with("line", 1_u64));
        }
        (CsvEncoding::Utf8, marked) => (Charset::Utf8 { guessed: false }, marked.map_or(0, |marked| marked.1)),
        (CsvEncoding::Cp1252, _) => (Charset::Cp1252, 0),
        (CsvEncoding::Latin1, _) => (Charset::Latin1, 0),
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
