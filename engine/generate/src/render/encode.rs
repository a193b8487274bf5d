//! Text to the bytes of an encoding.

use encoding_rs::{Encoder, EncoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// What stands for a character that the encoding does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fallback {
    /// A question mark: the character is lost.
    Question,
    /// A reference by number, as in XML.
    Reference,
    /// An escape of JSON.
    Escape,
}

/// The bytes of a file.
pub(super) struct Bytes {
    target: Target,
    bom: bool,
    fallback: Fallback,
    lost: u64,
}

enum Target {
    Utf8,
    Utf16 { big: bool },
    Other(Box<Encoder>),
}

/// An encoding that files can be written in; none for labels that are unknown or only for reading.
pub(super) fn find(label: &str) -> Option<&'static Encoding> {
    let found = Encoding::for_label_no_replacement(label.as_bytes())?;
    let writable = found == UTF_16LE || found == UTF_16BE || found.output_encoding() == found;
    writable.then_some(found)
}

impl Bytes {
    pub(super) fn new(label: &str, bom: bool, fallback: Fallback) -> Option<Self> {
        let encoding = find(label)?;
        let target = if encoding == UTF_8 {
            Target::Utf8
        } else if encoding == UTF_16LE || encoding == UTF_16BE {
            Target::Utf16 { big: encoding == UTF_16BE }
        } else {
            Target::Other(Box::new(encoding.new_encoder()))
        };
        Some(Self { target, bom, fallback, lost: 0 })
    }

    /// How many characters were lost.
    pub(super) fn lost(&self) -> u64 {
        self.lost
    }

    /// Writes the byte order mark, if there is to be one.
    pub(super) fn begin(&mut self, out: &mut Vec<u8>) {
        if self.bom && !matches!(self.target, Target::Other(_)) {
            self.write("\u{feff}", false, out);
        }
    }

    /// Writes a piece of text.
    pub(super) fn write(&mut self, text: &str, last: bool, out: &mut Vec<u8>) {
        let encoder = match &mut self.target {
            Target::Utf8 => return out.extend_from_slice(text.as_bytes()),
            Target::Utf16 { big } => {
                let units = text.encode_utf16();
                return out.extend(units.flat_map(|unit| if *big { unit.to_be_bytes() } else { unit.to_le_bytes() }));
            }
            Target::Other(encoder) => encoder,
        };
        let mut rest = text;
        loop {
            let room = encoder.max_buffer_length_from_utf8_without_replacement(rest.len());
            out.reserve(room.unwrap_or(rest.len()));
            let (result, read) = encoder.encode_from_utf8_to_vec_without_replacement(rest, out, last);
            rest = &rest[read..];
            match result {
                EncoderResult::InputEmpty => return,
                EncoderResult::OutputFull => out.reserve(64),
                EncoderResult::Unmappable(char) => match self.fallback {
                    Fallback::Question => {
                        out.push(b'?');
                        self.lost += 1;
                    }
                    Fallback::Reference => out.extend_from_slice(format!("&#{};", u32::from(char)).as_bytes()),
                    Fallback::Escape => {
                        let mut units = [0; 2];
                        for unit in char.encode_utf16(&mut units) {
                            out.extend_from_slice(format!("\\u{unit:04x}").as_bytes());
                        }
                    }
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_become_the_bytes_of_their_encoding() {
        let text = "é€ œ 漢😀";
        let cases: [(&str, bool, Fallback, &[u8]); 7] = [
            (
                "utf-8",
                true,
                Fallback::Question,
                b"\xef\xbb\xbf\xc3\xa9\xe2\x82\xac \xc5\x93 \xe6\xbc\xa2\xf0\x9f\x98\x80",
            ),
            ("windows-1252", true, Fallback::Question, b"\xe9\x80 \x9c ??"),
            ("latin1", false, Fallback::Question, b"\xe9\x80 \x9c ??"),
            ("iso-8859-15", false, Fallback::Reference, b"\xe9\xa4 \xbd &#28450;&#128512;"),
            ("windows-1252", false, Fallback::Escape, b"\xe9\x80 \x9c \\u6f22\\ud83d\\ude00"),
            ("utf-16le", true, Fallback::Question, b"\xff\xfe\xe9\0\xac\x20 \0\x53\x01 \0\x22\x6f\x3d\xd8\0\xde"),
            ("macintosh", false, Fallback::Question, b"\x8e\xdb \xcf ??"),
        ];
        for (label, bom, fallback, expected) in cases {
            let mut bytes = Bytes::new(label, bom, fallback).unwrap();
            let mut out = Vec::new();
            bytes.begin(&mut out);
            for char in text.chars() {
                bytes.write(char.encode_utf8(&mut [0; 4]), false, &mut out);
            }
            bytes.write("", true, &mut out);
            assert_eq!(out, expected, "{label}");
            assert_eq!(bytes.lost() > 0, out.contains(&b'?'), "{label}");
        }
        for label in ["latin-1", "replacement", ""] {
            assert!(find(label).is_none(), "{label}");
        }
    }
}
