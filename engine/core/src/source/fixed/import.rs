//! The import of a text of fixed columns, slice after slice.

use protocol::{Checked, Code, Diagnostic};

use super::{FixedColumn, FixedOptions, ShortLines};
use crate::source::cell::Format;
use crate::source::names::legal_column_names;
use crate::source::rows::Rows;
use crate::source::stream::{ByLine, Lines, MAX_TEXT_BYTES, Streamed};
use crate::source::text::sample::{Look, Sample};
use crate::source::text::slices::Slices;
use crate::source::{ByteSource, check_length, csv};

/// Cuts lines into cells.
pub struct Cutter {
    columns: Vec<FixedColumn>,
    /// Places in the order in which they stand in a line, with their columns.
    order: Vec<(usize, usize, usize)>,
    trim: bool,
    short_lines: ShortLines,
    null_tokens: Vec<String>,
    skip_lines: u64,
    /// Characters that a line must have: to the start of the last column.
    shortest: usize,
}

/// An import under way.
pub type FixedImport = Streamed<ByLine<Cutter>>;

/// Begins an import. `source_name` names the table that is made.
///
/// # Errors
/// `file-empty`, `file-too-large`, `file-unreadable`, `csv-binary`, `encoding-mismatch`, `param-required`,
/// `param-range`, `param-invalid`, `column-duplicate`, `csv-too-many-columns`.
pub fn start(source: &dyn ByteSource, options: &FixedOptions, source_name: &str) -> Checked<FixedImport> {
    check_length(source, &options.file, MAX_TEXT_BYTES)?;
    let sample = Sample::take(source, &options.file, options.encoding, Look::at_records())?;
    with_sample(&sample, sample.slices(&options.file), options, source_name)
}

/// An import of slices of a file that was looked at.
///
/// # Errors
/// As [`start`].
pub fn with_sample(sample: &Sample, slices: Slices, options: &FixedOptions, source_name: &str) -> Checked<FixedImport> {
    check(options)?;
    let format = Format::new(options.decimal, options.date_format.as_deref(), "/date_format")?;
    let columns = options.columns.iter().map(|column| (column.name.clone(), column.kind)).collect();
    let range = |column: &FixedColumn| (column.start as usize - 1, (column.start - 1 + column.width) as usize);
    let mut order: Vec<(usize, usize, usize)> =
        options.columns.iter().enumerate().map(|(index, column)| (range(column).0, range(column).1, index)).collect();
    order.sort_unstable();
    let cutter = Cutter {
        shortest: order.last().map_or(0, |(start, ..)| start + 1),
        order,
        columns: options.columns.clone(),
        trim: options.trim,
        short_lines: options.short_lines,
        null_tokens: options.null_tokens.clone(),
        skip_lines: u64::from(options.skip_lines),
    };
    Ok(Streamed::new(slices, ByLine::new(cutter, sample.terminator), Rows::new(columns, format), source_name))
}

/// What is wrong with the columns by themselves.
fn check(options: &FixedOptions) -> Checked<()> {
    if options.columns.is_empty() {
        return Err(Diagnostic::new(Code::ParamRequired).at_field("/columns"));
    }
    if options.columns.len() > csv::MAX_COLUMNS {
        return Err(Diagnostic::new(Code::CsvTooManyColumns)
            .with("limit", csv::MAX_COLUMNS)
            .with("found", options.columns.len()));
    }
    let names: Vec<&String> = options.columns.iter().map(|column| &column.name).collect();
    let legal = legal_column_names(&names);
    for (index, column) in options.columns.iter().enumerate() {
        for (value, field) in [(column.start, "start"), (column.width, "width")] {
            if !(1..=100_000).contains(&value) {
                return Err(Diagnostic::new(Code::ParamRange)
                    .with("value", u64::from(value))
                    .with("low", 1_u64)
                    .with("high", 100_000_u64)
                    .at_field(format!("/columns/{index}/{field}")));
            }
        }
        if legal.get(index) != Some(&column.name) {
            let code = if names[..index].contains(&&column.name) { Code::ColumnDuplicate } else { Code::ParamInvalid };
            return Err(Diagnostic::new(code)
                .with("column", column.name.as_str())
                .with("detail", column.name.as_str())
                .at_field(format!("/columns/{index}/name")));
        }
    }
    Ok(())
}

impl Cutter {
    /// The cells of a line.
    fn cells<'a>(&self, text: &'a str) -> Vec<Option<&'a str>> {
        let mut cells = vec![None; self.columns.len()];
        // A character is a byte in most lines.
        let is_ascii = text.is_ascii();
        let beyond = |from: usize, characters: usize| match text.get(from..).unwrap_or_default() {
            rest if is_ascii => from + characters.min(rest.len()),
            rest => rest.char_indices().nth(characters).map_or(text.len(), |(place, _)| from + place),
        };
        // Columns come in the order of the line: none is looked for from its beginning.
        let (mut at, mut passed) = (0, 0);
        for (start, end, column) in &self.order {
            (at, passed) = (beyond(at, start - passed), *start);
            let cell = text.get(at..beyond(at, end - start)).unwrap_or_default();
            let cell = if self.trim { cell.trim() } else { cell };
            cells[*column] = Some(cell).filter(|cell| !self.null_tokens.iter().any(|token| token == cell.trim()));
        }
        cells
    }
}

impl Lines for Cutter {
    fn line(&mut self, number: u64, text: &str, rows: &mut Rows) -> Checked<()> {
        if number <= self.skip_lines || text.trim().is_empty() {
            return Ok(());
        }
        rows.begin(number);
        let characters = if text.is_ascii() { text.len() } else { text.chars().count() };
        if characters < self.shortest && self.short_lines == ShortLines::Reject {
            rows.refuse(Code::RejectLineLength, text, Some(self.shortest.to_string()));
        } else {
            rows.push(&self.cells(text));
        }
        Ok(())
    }
}
