//! Lines, paragraphs or the whole file as rows: where they begin, and their text.

use protocol::{Checked, Code};

use super::sample::{Look, Sample};
use super::slices::Slices;
use super::{TextOptions, TextUnit};
use crate::source::cell::Format;
use crate::source::csv::MAX_RECORD_BYTES;
use crate::source::csv::options::CsvType;
use crate::source::rows::Rows;
use crate::source::stream::{ByLine, Lines, MAX_TEXT_BYTES, Streamed};
use crate::source::{ByteSource, check_length};

/// Makes rows of lines.
pub struct Documents {
    unit: TextUnit,
    keep_blank: bool,
    /// The paragraph or file so far, and its first line.
    gathered: Option<String>,
    first: u64,
}

/// An import under way.
pub type TextImport = Streamed<ByLine<Documents>>;

/// Begins an import. `source_name` names the table that is made.
///
/// # Errors
/// `file-empty`, `file-too-large`, `file-unreadable`, `csv-binary`, `encoding-mismatch`.
pub fn start(source: &dyn ByteSource, options: &TextOptions, source_name: &str) -> Checked<TextImport> {
    // A cell has a bound that a file as one cell must keep.
    let most = if options.unit == TextUnit::File { MAX_RECORD_BYTES as u64 } else { MAX_TEXT_BYTES };
    check_length(source, &options.file, most)?;
    let sample = Sample::take(source, &options.file, options.encoding, Look::at_records())?;
    Ok(with_sample(&sample, sample.slices(&options.file), options, source_name))
}

/// An import of slices of a file that was looked at.
pub fn with_sample(sample: &Sample, slices: Slices, options: &TextOptions, source_name: &str) -> TextImport {
    let columns = vec![("line".to_owned(), CsvType::Integer), ("text".to_owned(), CsvType::Text)];
    let documents = Documents { unit: options.unit, keep_blank: options.keep_blank, gathered: None, first: 0 };
    let rows = Rows::new(columns, Format::default());
    Streamed::new(slices, ByLine::new(documents, sample.terminator), rows, source_name)
}

impl Lines for Documents {
    fn line(&mut self, number: u64, text: &str, rows: &mut Rows) -> Checked<()> {
        let is_blank = text.trim().is_empty();
        match self.unit {
            TextUnit::Line if is_blank && !self.keep_blank => {}
            TextUnit::Line => {
                rows.begin(number);
                rows.push(&[Some(number.to_string().as_str()), Some(text)]);
            }
            TextUnit::Paragraph if is_blank => self.end(rows)?,
            TextUnit::Paragraph | TextUnit::File => match &mut self.gathered {
                None => {
                    self.first = number;
                    self.gathered = Some(text.to_owned());
                }
                // What is too long to be kept is not gathered either: one more character tells.
                Some(gathered) if gathered.len() <= MAX_RECORD_BYTES => {
                    gathered.push('\n');
                    gathered.push_str(text);
                }
                Some(_) => {}
            },
        }
        Ok(())
    }

    fn end(&mut self, rows: &mut Rows) -> Checked<()> {
        let Some(gathered) = self.gathered.take() else { return Ok(()) };
        rows.begin(self.first);
        if gathered.len() > MAX_RECORD_BYTES {
            rows.refuse(Code::RejectRecordLength, &gathered, Some(MAX_RECORD_BYTES.to_string()));
        } else {
            rows.push(&[Some(self.first.to_string().as_str()), Some(&gathered)]);
        }
        Ok(())
    }
}
