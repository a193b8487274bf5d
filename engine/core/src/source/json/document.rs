//! The array of records in a document, element after element: no more than one record is held as a tree.
//!
//! The path is walked byte by byte; what stands beside it is skipped. Where the document breaks off, or is no
//! JSON between two records, the rest goes to the rejects as one.

use memchr::memchr_iter;
use protocol::{Checked, Code, Diagnostic};

use super::records::Records;
use super::value;
use crate::source::csv::MAX_RECORD_BYTES;
use crate::source::rejects::MAX_VALUE_CHARS;
use crate::source::rows::Rows;
use crate::source::stream::Consumer;

/// Reads a document.
pub struct Document {
    records: Records,
    path: String,
    /// Names that are still to be found, the next one last.
    wanted: Vec<String>,
    /// Whether the records are the whole document, not a part of it.
    is_whole: bool,
    state: State,
    skip: Skip,
    /// One-based line at `counted` bytes of the text at hand.
    line: u64,
    counted: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Before the value where the path goes on.
    Value,
    /// In an object of the path, before a name.
    Name,
    /// After a name that is not on the path: its value is skipped.
    Other,
    /// In the array, before an element.
    Element,
    /// After an element, before a comma.
    Comma,
    /// In an element that is too long to be read.
    Long,
    /// After the value that is the whole document.
    Done,
    /// What still comes is of no interest.
    Over,
}

impl Document {
    /// A document whose records stand at this path.
    pub fn new(records: Records, path: &str) -> Self {
        let path = path.trim().to_owned();
        let wanted: Vec<String> = path.split('.').rev().filter(|name| !name.is_empty()).map(str::to_owned).collect();
        let (is_whole, skip) = (wanted.is_empty(), Skip::default());
        Self { records, path, wanted, is_whole, state: State::Value, skip, line: 1, counted: 0 }
    }

    /// The records, with what was learnt of their columns.
    pub fn into_records(self) -> Records {
        self.records
    }

    fn no_records(&self) -> Box<Diagnostic> {
        Diagnostic::new(Code::JsonPath).with("path", self.path.as_str()).at_field("/records")
    }

    /// Takes one step from `at`; where it must wait for more text, it says nothing.
    fn step(&mut self, text: &str, at: usize, last: bool, rows: &mut Rows) -> Checked<Option<usize>> {
        let bytes = text.as_bytes();
        let is_blank = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
        // In a value that is skipped, white space ends numbers and stands in texts.
        let is_inside = matches!(self.state, State::Other | State::Long) && self.skip.seen > 0;
        let start = if is_inside { at } else { at + bytes[at..].iter().take_while(is_blank).count() };
        let Some(byte) = bytes.get(start).copied().filter(|_| self.state != State::Over) else {
            return Ok((text.len() > at).then_some(text.len()));
        };
        match self.state {
            State::Value if self.wanted.is_empty() && byte != b'[' => return self.element(text, start, last, rows),
            State::Value => match (byte, self.wanted.is_empty()) {
                (b'[', true) => self.state = State::Element,
                (b'{', false) => self.state = State::Name,
                _ => return Err(self.no_records()),
            },
            State::Name if byte == b',' => {}
            State::Name if byte == b'"' => {
                let Some(end) = self.skip.past(&bytes[start..], last).map(|length| start + length) else {
                    return Ok(None);
                };
                self.skip = Skip::default();
                let colon = end + bytes[end..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
                match bytes.get(colon) {
                    Some(b':') => {}
                    // Read again with the colon in sight.
                    None if !last => return Ok(None),
                    _ => return Err(self.no_records()),
                }
                let name = value::parse(&text[start..end]);
                let is_wanted = matches!((&name, self.wanted.last()), (Ok(value::Node::Text(name)), Some(wanted)) if name == wanted);
                self.state = if is_wanted { State::Value } else { State::Other };
                if is_wanted {
                    self.wanted.pop();
                }
                return Ok(Some(colon + 1));
            }
            State::Name => return Err(self.no_records()),
            State::Other | State::Long => {
                let (length, ended) = self.skip.over(&bytes[start..], last);
                if ended {
                    self.skip = Skip::default();
                    self.state = if self.state == State::Other { State::Name } else { State::Comma };
                }
                return Ok(Some(start + length));
            }
            State::Element if byte == b']' => self.state = self.after(),
            State::Element => return self.element(text, start, last, rows),
            State::Comma => match byte {
                b',' => self.state = State::Element,
                b']' => self.state = self.after(),
                _ => return Ok(self.put_aside(text, start, last, "comma expected", rows)),
            },
            State::Done => return Ok(self.put_aside(text, start, last, "trailing text", rows)),
            State::Over => {}
        }
        Ok(Some(start + 1))
    }

    /// Reads the element that begins at `start`, once its end is in sight.
    fn element(&mut self, text: &str, start: usize, last: bool, rows: &mut Rows) -> Checked<Option<usize>> {
        let is_only = self.state == State::Value;
        let found = self.skip.past(&text.as_bytes()[start..], last);
        let length = found.unwrap_or(text.len() - start);
        if length > MAX_RECORD_BYTES {
            rows.begin(self.line_at(text, start));
            rows.refuse(Code::RejectRecordLength, &text[start..], Some(MAX_RECORD_BYTES.to_string()));
            self.state = match (is_only, found) {
                (true, Some(_)) => self.after(),
                (true, None) => State::Over,
                (false, Some(_)) => State::Comma,
                (false, None) => State::Long,
            };
        } else if found.is_some() || last {
            let line = self.line_at(text, start);
            self.records.read(line, &text[start..start + length], rows)?;
            self.state = match (is_only, found) {
                (true, Some(_)) => self.after(),
                (false, Some(_)) => State::Comma,
                (_, None) => State::Over,
            };
        } else {
            return Ok(None);
        }
        if found.is_some() {
            self.skip = Skip::default();
        }
        Ok(Some(start + length))
    }

    /// What comes after the records: the end of the document, or the rest of what lies around them.
    fn after(&self) -> State {
        if self.is_whole { State::Done } else { State::Over }
    }

    /// The line of a place that no later question comes before.
    fn line_at(&mut self, text: &str, at: usize) -> u64 {
        self.line += memchr_iter(b'\n', &text.as_bytes()[self.counted..at]).count() as u64;
        self.counted = at;
        self.line
    }

    /// Puts the rest of the document aside. What is kept of it must not depend on where the slice ends: more text is
    /// waited for.
    fn put_aside(&mut self, text: &str, start: usize, last: bool, fault: &str, rows: &mut Rows) -> Option<usize> {
        if !last && text.len() - start < 4 * MAX_VALUE_CHARS {
            return None;
        }
        self.state = State::Over;
        self.broken_off(text, start, fault, rows);
        Some(text.len())
    }

    fn broken_off(&mut self, text: &str, start: usize, fault: &str, rows: &mut Rows) {
        rows.begin(self.line_at(text, start));
        let rest: String = text[start..].chars().take(MAX_VALUE_CHARS).collect();
        rows.refuse(Code::RejectJson, rest.trim_end(), Some(fault.to_owned()));
    }
}

impl Consumer for Document {
    fn consume(&mut self, text: &str, last: bool, rows: &mut Rows) -> Checked<usize> {
        let mut at = 0;
        while at < text.len() {
            match self.step(text, at, last, rows)? {
                Some(next) => at = next,
                None => break,
            }
        }
        if last && !matches!(self.state, State::Done | State::Over) {
            match self.state {
                State::Element | State::Comma => self.broken_off(text, text.len(), "unexpected end", rows),
                State::Long => {}
                _ => return Err(self.no_records()),
            }
            self.state = State::Over;
        }
        // A name of the path is never longer than a record.
        if matches!(self.state, State::Name) && text.len() - at > MAX_RECORD_BYTES {
            return Err(self.no_records());
        }
        self.line_at(text, at);
        self.counted = 0;
        Ok(at)
    }
}

/// Finds the end of a value without reading it; goes on where the last slice ended.
#[derive(Debug, Clone, Copy, Default)]
struct Skip {
    /// Bytes of the value that were looked at.
    seen: usize,
    depth: usize,
    in_text: bool,
    escaped: bool,
}

impl Skip {
    /// Length of the value at the start of the bytes, once its end is in sight. The bytes are given again from
    /// the start of the value each time.
    fn past(&mut self, bytes: &[u8], last: bool) -> Option<usize> {
        let seen = self.seen;
        let (length, ended) = self.over(bytes.get(seen..).unwrap_or_default(), last);
        self.seen = seen + length;
        ended.then_some(seen + length)
    }

    /// Goes over bytes of the value; says how many, and whether the value ends there.
    fn over(&mut self, bytes: &[u8], last: bool) -> (usize, bool) {
        for (index, byte) in bytes.iter().enumerate() {
            self.seen += 1;
            if self.in_text {
                self.in_text = self.escaped || *byte != b'"';
                self.escaped = !self.escaped && *byte == b'\\';
                if !self.in_text && self.depth == 0 {
                    return (index + 1, true);
                }
                continue;
            }
            match byte {
                b'"' if self.depth > 0 || self.seen == 1 => self.in_text = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth == 0 => return (index, true),
                b'}' | b']' => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        return (index + 1, true);
                    }
                }
                b',' if self.depth == 0 => return (index, true),
                b' ' | b'\t' | b'\n' | b'\r' if self.depth == 0 => return (index, true),
                _ => {}
            }
        }
        (bytes.len(), last && self.depth == 0 && !self.in_text)
    }
}
