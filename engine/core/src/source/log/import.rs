//! The import of a log, slice after slice.

use protocol::{Checked, Code, Diagnostic};
use regex::Regex;

use super::pattern::{Pattern, compile};
use super::{Continuation, LogOptions};
use crate::source::cell::Format;
use crate::source::csv::MAX_RECORD_BYTES;
use crate::source::csv::options::{CsvType, Mark};
use crate::source::names::legal_column_names;
use crate::source::rows::Rows;
use crate::source::stream::{ByLine, Lines, MAX_TEXT_BYTES, Streamed};
use crate::source::text::sample::{Look, Sample};
use crate::source::text::slices::Slices;
use crate::source::{ByteSource, check_length, infer, unknown_column};

/// Gathers lines to records and reads them.
pub struct Records {
    pattern: Pattern,
    continues: Continues,
    null_tokens: Vec<String>,
    /// The record so far, and its first line.
    record: String,
    first: u64,
}

enum Continues {
    Never,
    Indented,
    Pattern(Regex),
}

/// An import under way.
pub type LogImport = Streamed<ByLine<Records>>;

/// Looks at samples and settles types. `source_name` names the table that is made.
///
/// # Errors
/// `file-empty`, `file-too-large`, `file-unreadable`, `csv-binary`, `encoding-mismatch`, `column-unknown`,
/// `param-required`, `param-invalid`, `log-pattern`, `log-pattern-name`.
pub fn start(source: &dyn ByteSource, options: &LogOptions, source_name: &str) -> Checked<LogImport> {
    check_length(source, &options.file, MAX_TEXT_BYTES)?;
    let sample = Sample::take(source, &options.file, options.encoding, Look::at_records())?;
    with_sample(&sample, sample.slices(&options.file), options, source_name)
}

/// An import of slices, the types of whose columns come from the pattern or a sample.
///
/// # Errors
/// As [`start`].
pub fn with_sample(sample: &Sample, slices: Slices, options: &LogOptions, source_name: &str) -> Checked<LogImport> {
    let format = Format::new(Mark::Point, options.time_format.as_deref(), "/time_format")?;
    let records = Records::new(options)?;
    let names: Vec<&String> = records.pattern.columns.iter().map(|(name, _)| name).collect();
    let names = legal_column_names(&names);
    let texts = |names: &[String]| names.iter().map(|name| (name.clone(), CsvType::Text)).collect();
    let (file, pieces) = sample.lines_file(&options.file);
    let rows = Rows::new(texts(&names), Format::default());
    let (read, sampled) =
        Streamed::new(pieces, ByLine::new(records, sample.terminator), rows, "sample").read_all(&file)?;
    let records = read.into_lines();
    let inferred = infer::types(&sampled.table, &format)?;
    let mut columns: Vec<(String, CsvType)> = names.iter().cloned().zip(inferred).collect();
    for ((_, kind), (_, asked)) in columns.iter_mut().zip(&records.pattern.columns) {
        *kind = asked.unwrap_or(*kind);
    }
    for (index, choice) in options.columns.iter().enumerate() {
        match columns.iter_mut().find(|(name, _)| *name == choice.name) {
            Some((_, kind)) => *kind = choice.kind,
            None => return Err(unknown_column(&choice.name, &names, index)),
        }
    }
    Ok(Streamed::new(slices, ByLine::new(records, sample.terminator), Rows::new(columns, format), source_name))
}

impl Records {
    fn new(options: &LogOptions) -> Checked<Self> {
        let continues = match options.continuation {
            Continuation::None => Continues::Never,
            Continuation::Indented => Continues::Indented,
            Continuation::Pattern => {
                let field = "/continuation_pattern";
                let text = options.continuation_pattern.as_deref().unwrap_or_default();
                if text.is_empty() {
                    return Err(Diagnostic::new(Code::ParamRequired).at_field(field));
                }
                Continues::Pattern(compile(&format!(r"\A(?:{text})"), text, field)?)
            }
        };
        let pattern = Pattern::parse(&options.pattern)?;
        let null_tokens = options.null_tokens.clone();
        Ok(Self { pattern, continues, null_tokens, record: String::new(), first: 0 })
    }

    fn continues(&self, line: &str) -> bool {
        !self.record.is_empty()
            && match &self.continues {
                Continues::Never => false,
                Continues::Indented => line.starts_with(char::is_whitespace),
                Continues::Pattern(pattern) => pattern.is_match(line),
            }
    }
}

impl Lines for Records {
    fn line(&mut self, number: u64, text: &str, rows: &mut Rows) -> Checked<()> {
        if self.continues(text) {
            // What is too long to be kept is not gathered either: one more character tells.
            if self.record.len() <= MAX_RECORD_BYTES {
                self.record.push('\n');
                self.record.push_str(text);
            }
            return Ok(());
        }
        self.end(rows)?;
        if !text.trim().is_empty() {
            (self.first, self.record) = (number, text.to_owned());
        }
        Ok(())
    }

    fn end(&mut self, rows: &mut Rows) -> Checked<()> {
        let record = std::mem::take(&mut self.record);
        if record.is_empty() {
            return Ok(());
        }
        rows.begin(self.first);
        if record.len() > MAX_RECORD_BYTES {
            rows.refuse(Code::RejectRecordLength, &record, Some(MAX_RECORD_BYTES.to_string()));
            return Ok(());
        }
        let Some(mut cells) = self.pattern.cells(&record) else {
            rows.refuse(Code::RejectPattern, &record, None);
            return Ok(());
        };
        for cell in &mut cells {
            *cell = cell.filter(|text| !self.null_tokens.iter().any(|token| token == text));
        }
        rows.push(&cells);
        Ok(())
    }
}
