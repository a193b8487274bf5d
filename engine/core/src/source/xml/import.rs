//! The import of an XML document, slice after slice.
//!
//! Each slice is parsed from the last place where no record was open; a record whose end is not in sight waits
//! for the next slice.

use memchr::memchr_iter;
use protocol::{Checked, Code, Diagnostic};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::XmlOptions;
use super::record::Record;
use crate::source::cell::Format;
use crate::source::csv::MAX_RECORD_BYTES;
use crate::source::paths::Paths;
use crate::source::rejects::MAX_VALUE_CHARS;
use crate::source::rows::Rows;
use crate::source::stream::{Consumer, MAX_TEXT_BYTES, Streamed};
use crate::source::text::sample::{Look, Sample};
use crate::source::text::slices::Slices;
use crate::source::{ByteSource, check_length};

/// Deepest nesting that is read.
const MAX_DEPTH: usize = 256;

/// Reads a document.
pub struct Document {
    /// The columns so far.
    pub paths: Paths,
    path: String,
    /// Names at the end of the path of a record.
    wanted: Vec<String>,
    /// Names of the elements that are open.
    stack: Vec<String>,
    record: Option<Record>,
    /// Elements around a record that is too long to be read, while it lasts.
    skipping: Option<usize>,
    /// One-based line at `counted` bytes of the text at hand.
    line: u64,
    counted: usize,
    done: bool,
}

/// An import under way.
pub type XmlImport = Streamed<Document>;

/// Looks at a sample and settles names and types. `source_name` names the table that is made.
///
/// # Errors
/// `file-empty`, `file-too-large`, `file-unreadable`, `csv-binary`, `csv-too-many-columns`, `encoding-mismatch`,
/// `column-unknown`, `param-required`, `xml-no-record`.
pub fn start(source: &dyn ByteSource, options: &XmlOptions, source_name: &str) -> Checked<XmlImport> {
    check_length(source, &options.file, MAX_TEXT_BYTES)?;
    let sample = Sample::take(source, &options.file, options.encoding, Look::at_records())?;
    with_sample(&sample, sample.slices(&options.file), options, source_name)
}

/// An import of slices, whose columns come from a sample.
///
/// # Errors
/// As [`start`].
pub fn with_sample(sample: &Sample, slices: Slices, options: &XmlOptions, source_name: &str) -> Checked<XmlImport> {
    if options.record.trim().is_empty() {
        return Err(Diagnostic::new(Code::ParamRequired).at_field("/record"));
    }
    let (head, pieces) = sample.head_file(&options.file);
    let document = Document::new(Paths::sampling(), &options.record);
    let sampling = Streamed::new(pieces, document, Rows::new(Vec::new(), Format::default()), "sample");
    let settled = match sampling.read_all(&head) {
        Ok((document, _)) => document.paths.settled(),
        // The records begin after the sample: their columns turn up as they are read.
        Err(finding) if finding.code == Code::XmlNoRecord && !sample.is_whole => Vec::new(),
        Err(finding) => return Err(finding),
    };
    let mut rows = Rows::new(Vec::new(), Format::default());
    let paths = Paths::reading(settled, &options.columns, sample.is_whole, &mut rows)?;
    Ok(Streamed::new(slices, Document::new(paths, &options.record), rows, source_name))
}

impl Document {
    fn new(paths: Paths, path: &str) -> Self {
        Self {
            paths,
            path: path.trim().to_owned(),
            wanted: path.trim().split('/').filter(|name| !name.is_empty()).map(str::to_owned).collect(),
            stack: Vec::new(),
            record: None,
            skipping: None,
            line: 1,
            counted: 0,
            done: false,
        }
    }

    fn is_record(&self) -> bool {
        self.record.is_none() && self.skipping.is_none() && self.stack.ends_with(&self.wanted)
    }

    fn open(&mut self, element: &BytesStart, start: usize) -> Result<(), String> {
        let name = String::from_utf8_lossy(element.local_name().as_ref()).into_owned();
        if self.stack.len() >= MAX_DEPTH {
            return Err("nested too deep".to_owned());
        }
        self.stack.push(name);
        if self.is_record() {
            self.record = Some(Record::new(start, self.stack.len() - 1));
        }
        if let (Some(record), Some(name)) = (&mut self.record, self.stack.last()) {
            record.open(name, element);
        }
        Ok(())
    }

    /// Closes an element that ends at `end`.
    fn close(&mut self, name: Option<&[u8]>, text: &str, end: usize, rows: &mut Rows) -> Checked<Result<(), String>> {
        if let Some(name) = name
            && self.stack.last().map(|open| open.as_bytes()) != Some(name)
        {
            return Ok(Err(format!("</{}>", String::from_utf8_lossy(name)).chars().take(100).collect()));
        }
        self.stack.pop();
        if self.skipping == Some(self.stack.len()) {
            self.skipping = None;
        }
        let Some(record) = &mut self.record else { return Ok(Ok(())) };
        record.close();
        if self.stack.len() > record.depth {
            return Ok(Ok(()));
        }
        let Some(mut record) = self.record.take() else { return Ok(Ok(())) };
        let raw = &text[record.start..end];
        rows.begin(self.line_at(text, record.start));
        if raw.len() > MAX_RECORD_BYTES {
            rows.refuse(Code::RejectRecordLength, raw, Some(MAX_RECORD_BYTES.to_string()));
        } else if let Some(fault) = record.fault.take() {
            rows.refuse(Code::RejectXml, raw, Some(fault));
        } else {
            self.paths.row(record.cells(), rows)?;
        }
        Ok(Ok(()))
    }

    /// Puts the rest of the document aside.
    fn break_off(&mut self, text: &str, at: usize, fault: String, rows: &mut Rows) {
        rows.begin(self.line_at(text, at));
        let rest: String = text[at..].trim_start().chars().take(MAX_VALUE_CHARS).collect();
        rows.refuse(Code::RejectXml, rest.trim_end(), Some(fault));
        self.done = true;
    }

    /// The line of a place that no later question comes before.
    fn line_at(&mut self, text: &str, at: usize) -> u64 {
        self.line += memchr_iter(b'\n', &text.as_bytes()[self.counted..at]).count() as u64;
        self.counted = at;
        self.line
    }

    /// Reads events from `start`; says up to where the text is done with.
    fn read(&mut self, text: &str, start: usize, last: bool, rows: &mut Rows) -> Checked<usize> {
        let mut reader = Reader::from_str(&text[start..]);
        let config = reader.config_mut();
        (config.check_end_names, config.allow_unmatched_ends, config.allow_dangling_amp) = (false, true, true);
        let (mut safe, mut at) = (start, start);
        loop {
            let event = reader.read_event();
            let end = (start + reader.buffer_position() as usize).min(text.len());
            let wait = !last && text.len() - at <= MAX_RECORD_BYTES;
            let outcome = match event {
                Err(_) if wait => break,
                Err(error) => Err(error.to_string()),
                Ok(Event::Eof) => break,
                Ok(Event::Start(element)) => self.open(&element, at),
                Ok(Event::Empty(element)) => match self.open(&element, at) {
                    Ok(()) => self.close(None, text, end, rows)?,
                    fault => fault,
                },
                Ok(Event::End(element)) => self.close(Some(element.local_name().as_ref()), text, end, rows)?,
                // More of the text may come.
                Ok(Event::Text(_)) if end == text.len() && wait => break,
                Ok(Event::Text(own)) => {
                    self.text(&own.decode().unwrap_or_default());
                    Ok(())
                }
                Ok(Event::CData(own)) => {
                    self.text(&own.decode().unwrap_or_default());
                    Ok(())
                }
                Ok(Event::GeneralRef(reference)) => {
                    if let Some(record) = &mut self.record {
                        record.reference(&reference);
                    }
                    Ok(())
                }
                Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => Ok(()),
            };
            if let Err(fault) = outcome {
                let from = self.record.as_ref().map_or(at, |record| record.start);
                // What is kept of the rest must not depend on where the slice ends.
                if !last && text.len() - from < 4 * MAX_VALUE_CHARS {
                    break;
                }
                self.record = None;
                self.break_off(text, from, fault, rows);
                return Ok(text.len());
            }
            at = end;
            if self.record.is_none() {
                safe = at;
            }
        }
        Ok(safe)
    }

    fn text(&mut self, text: &str) {
        if let Some(record) = &mut self.record {
            record.text(text);
        }
    }
}

impl Consumer for Document {
    fn consume(&mut self, text: &str, last: bool, rows: &mut Rows) -> Checked<usize> {
        if self.done {
            return Ok(text.len());
        }
        let mut start = 0;
        let safe = loop {
            let safe = self.read(text, start, last, rows)?;
            let Some(record) = self.record.take() else { break safe };
            if last {
                self.break_off(text, record.start, "unexpected end".to_owned(), rows);
                break text.len();
            }
            // It is read again: with its end in sight, or as what is skipped.
            self.stack.truncate(record.depth);
            if text.len() - record.start <= MAX_RECORD_BYTES {
                break record.start;
            }
            rows.begin(self.line_at(text, record.start));
            rows.refuse(Code::RejectRecordLength, &text[record.start..], Some(MAX_RECORD_BYTES.to_string()));
            self.skipping = Some(record.depth);
            start = record.start;
        };
        if last && !self.done && !self.stack.is_empty() {
            self.break_off(text, text.len(), "unexpected end".to_owned(), rows);
        }
        if last && rows.records() == 0 {
            return Err(Diagnostic::new(Code::XmlNoRecord).with("path", self.path.as_str()).at_field("/record"));
        }
        self.line_at(text, safe);
        self.counted = 0;
        Ok(safe)
    }
}
