//! The import of a JSON file, slice after slice.

use protocol::{Checked, Code, Diagnostic};

use super::document::Document;
use super::flatten::Shape;
use super::records::Records;
use super::{JsonLayout, JsonOptions};
use crate::source::cell::Format;
use crate::source::csv::options::CsvType;
use crate::source::paths::Paths;
use crate::source::rows::Rows;
use crate::source::stream::{ByLine, Consumer, MAX_TEXT_BYTES, Streamed};
use crate::source::text::sample::{Look, Sample};
use crate::source::text::slices::Slices;
use crate::source::{ByteSource, check_length};

/// What cuts a file into records.
pub enum Cut {
    /// One record a line.
    Lines(ByLine<Records>),
    /// The elements of an array.
    Document(Document),
}

impl Consumer for Cut {
    fn consume(&mut self, text: &str, last: bool, rows: &mut Rows) -> Checked<usize> {
        match self {
            Self::Lines(lines) => lines.consume(text, last, rows),
            Self::Document(document) => document.consume(text, last, rows),
        }
    }
}

/// An import under way.
pub type JsonImport = Streamed<Cut>;

/// Looks at samples and settles names and types. `source_name` names the table that is made.
///
/// # Errors
/// `file-empty`, `file-too-large`, `file-unreadable`, `csv-binary`, `csv-no-record`, `csv-too-many-columns`,
/// `encoding-mismatch`, `column-unknown`, `json-path`.
pub fn start(source: &dyn ByteSource, options: &JsonOptions, source_name: &str) -> Checked<JsonImport> {
    check_length(source, &options.file, MAX_TEXT_BYTES)?;
    let sample = Sample::take(source, &options.file, options.encoding, Look::at_records())?;
    with_sample(&sample, sample.slices(&options.file), options, source_name)
}

/// An import of slices, whose columns come from a sample.
///
/// # Errors
/// As [`start`].
pub fn with_sample(sample: &Sample, slices: Slices, options: &JsonOptions, source_name: &str) -> Checked<JsonImport> {
    if sample.head.trim().is_empty() {
        return Err(Diagnostic::new(Code::CsvNoRecord).with("name", options.file.as_str()));
    }
    let mut rows = Rows::new(Vec::new(), Format::default());
    let paths = Paths::reading(settle(sample, options)?, &options.columns, sample.is_whole, &mut rows)?;
    let records = Records::new(Shape::of(options), paths);
    Ok(Streamed::new(slices, cut(records, sample, options), rows, source_name))
}

/// Paths and types of the columns of a sample.
fn settle(sample: &Sample, options: &JsonOptions) -> Checked<Vec<(String, CsvType)>> {
    let (file, slices) = match options.layout {
        JsonLayout::Lines => sample.lines_file(&options.file),
        JsonLayout::Document => sample.head_file(&options.file),
    };
    let records = Records::new(Shape::of(options), Paths::sampling());
    let rows = Rows::new(Vec::new(), Format::default());
    let cut = match Streamed::new(slices, cut(records, sample, options), rows, "sample").read_all(&file) {
        Ok((cut, _)) => cut,
        // The records begin after the sample: their columns turn up as they are read.
        Err(finding) if finding.code == Code::JsonPath && !sample.is_whole => return Ok(Vec::new()),
        Err(finding) => return Err(finding),
    };
    let records = match cut {
        Cut::Lines(lines) => lines.into_lines(),
        Cut::Document(document) => document.into_records(),
    };
    Ok(records.paths.settled())
}

fn cut(records: Records, sample: &Sample, options: &JsonOptions) -> Cut {
    match options.layout {
        JsonLayout::Lines => Cut::Lines(ByLine::new(records, sample.terminator)),
        JsonLayout::Document => Cut::Document(Document::new(records, &options.records)),
    }
}
