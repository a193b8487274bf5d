//! Bytes to records and fields: a scanner that never looks at a byte twice on the plain path.
//!
//! Separators and ends of line come from [`Hits`]; a field that begins with a quote is followed to the
//! quote that closes it. Nothing is copied: a field is a range of the text.

use memchr::{memchr, memchr_iter};

use super::hits::Hits;

/// Longest record, in bytes of decoded UTF-8. It also bounds how far a lost quote can reach.
pub const MAX_RECORD_BYTES: usize = 4 << 20;

/// What separates fields and records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// Field separator.
    pub delimiter: u8,
    /// Quote, if fields may be quoted.
    pub quote: Option<u8>,
    /// End of line: `\n` (a `\r` before it is dropped), or `\r` in a text that has no `\n`.
    pub terminator: u8,
}

/// A range of the text, with how it stood there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    start: u32,
    /// End, and two flags above it: the text is at most 1 GiB.
    end: u32,
}

const QUOTED: u32 = 1 << 31;
const DOUBLED: u32 = 1 << 30;

impl Field {
    fn new(start: usize, end: usize, flags: u32) -> Self {
        Self { start: start as u32, end: end as u32 | flags }
    }

    /// The range, without the quotes around it.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..(self.end & !(QUOTED | DOUBLED)) as usize
    }

    /// Whether it stood in quotes.
    pub fn is_quoted(self) -> bool {
        self.end & QUOTED != 0
    }

    /// Whether it is empty and stood without quotes.
    pub fn is_missing(self) -> bool {
        self.start == self.end
    }

    /// Its text; `scratch` holds it where doubled quotes must be undone.
    #[inline]
    pub fn text<'a>(self, text: &'a str, quote: Option<u8>, scratch: &'a mut String) -> &'a str {
        // Fields end at ASCII characters, so the range always falls on character boundaries.
        let raw = text.get(self.range()).unwrap_or_default();
        if self.end & DOUBLED == 0 { raw } else { undouble(raw, quote, scratch) }
    }
}

#[cold]
fn undouble<'a>(raw: &str, quote: Option<u8>, scratch: &'a mut String) -> &'a str {
    scratch.clear();
    let (quote, mut quote_before) = (quote.map(char::from), false);
    for char in raw.chars() {
        quote_before = Some(char) == quote && !quote_before;
        if !quote_before {
            scratch.push(char);
        }
    }
    scratch
}

/// What stands at a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A record; its fields were appended.
    Record {
        /// Where the next one starts.
        next: usize,
        /// Ends of line in it.
        lines: u64,
    },
    /// An empty line.
    Blank {
        /// Where the next one starts.
        next: usize,
    },
    /// A physical line whose quotes are broken.
    Broken {
        /// Where the next line starts.
        next: usize,
    },
    /// A physical line longer than [`MAX_RECORD_BYTES`]; its end may be out of sight.
    Long,
    /// More text is needed to tell.
    More,
    /// The end of the text.
    End,
}

/// Walks over a text.
pub struct Scanner<'a> {
    bytes: &'a [u8],
    dialect: Dialect,
    /// Whether the text ends with the file.
    last: bool,
    hits: Hits<'a>,
}

impl<'a> Scanner<'a> {
    /// A scanner over a text; `last` if nothing comes after it.
    pub fn new(text: &'a str, dialect: Dialect, last: bool) -> Self {
        let bytes = text.as_bytes();
        Self { bytes, dialect, last, hits: Hits::new(bytes, dialect.delimiter, dialect.terminator) }
    }

    /// The record that starts at `start`. Positions must not decrease from call to call, but for `Broken`.
    #[inline]
    pub fn record(&mut self, start: usize, fields: &mut Vec<Field>) -> Found {
        let base = fields.len();
        let found = self.read(start, fields);
        if !matches!(found, Found::Record { .. }) {
            fields.truncate(base);
        }
        found
    }

    #[inline]
    fn read(&mut self, start: usize, fields: &mut Vec<Field>) -> Found {
        let Dialect { quote, terminator, .. } = self.dialect;
        let (bytes, base) = (self.bytes, fields.len());
        if start >= bytes.len() {
            return if self.last { Found::End } else { Found::More };
        }
        let (mut at, mut lines) = (start, 1);
        loop {
            if quote.is_some() && bytes.get(at).copied() == quote {
                match self.quoted(start, at, fields, &mut lines) {
                    Quoted::Separated(next) => {
                        at = next;
                        self.hits.forward(at);
                        continue;
                    }
                    Quoted::Ended(next) => {
                        self.hits.forward(next);
                        return if next - start > MAX_RECORD_BYTES {
                            Found::Long
                        } else {
                            Found::Record { next, lines }
                        };
                    }
                    Quoted::Broken => return self.broken(start),
                    Quoted::More => return Found::More,
                }
            }
            let hit = self.hits.next();
            let ended = match bytes.get(hit) {
                Some(byte) => *byte == terminator,
                None if bytes.len() - start > MAX_RECORD_BYTES => return Found::Long,
                None if !self.last => return Found::More,
                None => true,
            };
            if !ended {
                fields.push(Field::new(at, hit, 0));
                at = hit + 1;
                continue;
            }
            if hit - start > MAX_RECORD_BYTES {
                return Found::Long;
            }
            let next = (hit + 1).min(bytes.len());
            let end = if terminator == b'\n' && hit > at && bytes[hit - 1] == b'\r' { hit - 1 } else { hit };
            if fields.len() == base && end == at {
                return Found::Blank { next };
            }
            fields.push(Field::new(at, end, 0));
            return Found::Record { next, lines };
        }
    }

    /// Reads the quoted field that starts at `at`.
    fn quoted(&self, start: usize, at: usize, fields: &mut Vec<Field>, lines: &mut u64) -> Quoted {
        let Dialect { delimiter, quote, terminator } = self.dialect;
        let Some(quote) = quote else { return Quoted::Broken };
        let bytes = self.bytes;
        let window = bytes.len().min(start + MAX_RECORD_BYTES + 1);
        let out_of_sight = if self.last || window < bytes.len() { Quoted::Broken } else { Quoted::More };
        let (mut flags, mut from) = (QUOTED, at + 1);
        let close = loop {
            let Some(found) = bytes.get(from..window).and_then(|rest| memchr(quote, rest)) else { return out_of_sight };
            let close = from + found;
            if bytes.get(close + 1) != Some(&quote) {
                break close;
            }
            flags |= DOUBLED;
            from = close + 2;
        };
        let ended = |next: usize| Quoted::Ended(next.min(bytes.len()));
        let after = match (bytes.get(close + 1), bytes.get(close + 2)) {
            (Some(byte), _) if *byte == delimiter => Quoted::Separated(close + 2),
            (Some(byte), _) if *byte == terminator => ended(close + 2),
            (Some(b'\r'), Some(b'\n')) if terminator == b'\n' => ended(close + 3),
            (None, _) | (Some(b'\r'), None) if !self.last => return Quoted::More,
            (None, _) | (Some(b'\r'), None) => ended(bytes.len()),
            _ => return Quoted::Broken,
        };
        *lines += memchr_iter(terminator, &bytes[at..close]).count() as u64;
        fields.push(Field::new(at + 1, close, flags));
        after
    }

    /// Gives up on the physical line at `start`: the next line gets its own chance.
    fn broken(&mut self, start: usize) -> Found {
        let next = match memchr(self.dialect.terminator, &self.bytes[start..]) {
            Some(length) if length <= MAX_RECORD_BYTES => start + length + 1,
            None if self.bytes.len() - start <= MAX_RECORD_BYTES => {
                if !self.last {
                    return Found::More;
                }
                self.bytes.len()
            }
            _ => return Found::Long,
        };
        self.hits.seek(next);
        Found::Broken { next }
    }

    /// Where the line after `from` starts, if its end is in sight.
    pub fn skip_line(&mut self, from: usize) -> Option<usize> {
        let next = from + memchr(self.dialect.terminator, self.bytes.get(from..)?)? + 1;
        self.hits.seek(next);
        Some(next)
    }
}

enum Quoted {
    /// A separator follows; the next field starts here.
    Separated(usize),
    /// The record ends; the next one starts here.
    Ended(usize),
    Broken,
    More,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str) -> Vec<Result<Vec<String>, Found>> {
        let dialect = Dialect { delimiter: b',', quote: Some(b'"'), terminator: b'\n' };
        let mut scanner = Scanner::new(text, dialect, true);
        let (mut at, mut fields, mut found, mut scratch) = (0, Vec::new(), Vec::new(), String::new());
        loop {
            fields.clear();
            match scanner.record(at, &mut fields) {
                Found::Record { next, .. } => {
                    let cells =
                        fields.iter().map(|field: &Field| field.text(text, Some(b'"'), &mut scratch).to_owned());
                    found.push(Ok(cells.collect()));
                    at = next;
                }
                Found::Blank { next } => at = next,
                other @ Found::Broken { next } => {
                    found.push(Err(other));
                    at = next;
                }
                Found::End => return found,
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn fields_are_found() {
        let long = "x".repeat(100);
        for (text, expected) in [
            ("a,b\n1,2\n", vec![vec!["a", "b"], vec!["1", "2"]]),
            ("a,b\r\n\r\n,\r\n", vec![vec!["a", "b"], vec!["", ""]]),
            ("\"a,b\",\"c\"\"d\"\n\"\",", vec![vec!["a,b", "c\"d"], vec!["", ""]]),
            ("\"a\nb\",c", vec![vec!["a\nb", "c"]]),
            ("a\"b,c\"d", vec![vec!["a\"b", "c\"d"]]),
            (&format!("{long},{long}\n\"{long}\",é"), vec![vec![&long, &long], vec![&long, "é"]]),
        ] {
            let found: Vec<Vec<String>> = records(text).into_iter().map(|record| record.expect("a record")).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn a_lost_quote_costs_one_line() {
        let found = records("a,b\n\"x,1\ny,2\nz,3\n");
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found[1].is_err());
        assert_eq!(found[2], Ok(vec!["y".to_owned(), "2".to_owned()]));
    }
}
