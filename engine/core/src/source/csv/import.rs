//! The import of a delimited text, slice after slice.

use polars::prelude::*;
use protocol::{Checked, Code};

use super::column::{Batch, Cells, Nulls};
use super::layout::Layout;
use super::options::CsvOptions;
use super::token::{Field, Found, MAX_RECORD_BYTES, Scanner};
use crate::frame;
use crate::source::cell::Format;
use crate::source::rejects::{Reject, Rejects};
use crate::source::text::reader::{TextReader, text};
use crate::source::text::sample::{Look, Sample};
use crate::source::{ByteSource, Imported, Progress, check_length};
use crate::table::{Table, provenance_name};
use crate::table_text::type_name;

/// Longest file that is read: what it becomes must fit into 32-bit memory.
pub const MAX_CSV_BYTES: u64 = 1_500_000_000;

/// Bytes that one call of [`CsvImport::advance`] reads.
const SLICE_BYTES: usize = 4 << 20;

/// Records that are cut into fields before their cells are read, column after column.
const BATCH_RECORDS: usize = 1_024;

/// Most cells for which room is made at once, at 16 bytes at most.
const MAX_ROOM_CELLS: f64 = 50_000_000.0;

/// An import under way.
pub struct CsvImport {
    file: String,
    source_name: String,
    layout: Layout,
    format: Format,
    nulls: Nulls,
    reader: TextReader,
    columns: Vec<Cells>,
    numbers: Vec<u32>,
    rejects: Rejects,
    slice_bytes: usize,
    bytes_read: u64,
    /// One-based physical line at the start of what is not yet consumed.
    line: u64,
    /// Number of the last record.
    record: u32,
    /// Lines still to skip at the start.
    skip: u32,
    /// Whether the header is still to come.
    header: bool,
    /// Whether the rest of a line that is too long is being skipped.
    skipping: bool,
    /// Whether room was made for the rows to come.
    has_room: bool,
    done: bool,
}

impl CsvImport {
    /// Looks at samples and settles names and types. `source_name` names the table that is made.
    ///
    /// # Errors
    /// `file-empty`, `file-too-large`, `file-unreadable`, `csv-binary`, `csv-no-record`, `csv-unclosed-quote` (in the header),
    /// `csv-too-many-columns`, `encoding-mismatch`, `column-unknown`, `param-invalid`.
    pub fn start(source: &dyn ByteSource, options: CsvOptions, source_name: &str) -> Checked<Self> {
        Self::start_sliced(source, options, source_name, SLICE_BYTES)
    }

    /// As [`Self::start`], with slices of another length. The result does not depend on it.
    ///
    /// # Errors
    /// As there.
    pub fn start_sliced(
        source: &dyn ByteSource,
        options: CsvOptions,
        source_name: &str,
        slice_bytes: usize,
    ) -> Checked<Self> {
        options.check()?;
        check_length(source, &options.file, MAX_CSV_BYTES)?;
        let sample = Sample::take(source, &options.file, options.encoding, Look::at_lines(options.skip_lines))?;
        let (format, nulls) = (options.format()?, Nulls::of(&options.null_tokens));
        let layout = Layout::settle(&sample, &options, &format, &nulls)?;
        let reader = TextReader::new(sample.charset, sample.mark_bytes);
        let import = Self::with_layout(layout, reader, &options, source_name)?;
        Ok(Self { slice_bytes: slice_bytes.max(1), ..import })
    }

    /// An import whose names and types are settled.
    ///
    /// # Errors
    /// `param-invalid`.
    pub(super) fn with_layout(
        layout: Layout,
        reader: TextReader,
        options: &CsvOptions,
        source_name: &str,
    ) -> Checked<Self> {
        Ok(Self {
            file: options.file.clone(),
            source_name: source_name.to_owned(),
            columns: layout.types.iter().map(|kind| Cells::new(*kind)).collect(),
            layout,
            format: options.format()?,
            nulls: Nulls::of(&options.null_tokens),
            reader,
            numbers: Vec::new(),
            rejects: Rejects::default(),
            slice_bytes: SLICE_BYTES,
            bytes_read: 0,
            line: 1,
            record: 0,
            skip: options.skip_lines,
            header: options.header,
            skipping: false,
            has_room: false,
            done: false,
        })
    }

    /// Reads the next slice; `None` when all is read.
    ///
    /// # Errors
    /// `encoding-mismatch`, `file-unreadable`.
    pub fn advance(&mut self, source: &dyn ByteSource) -> Checked<Option<Progress>> {
        if self.done {
            return Ok(None);
        }
        self.make_room(source.len());
        let terminator = self.layout.dialect.terminator;
        let last = self.reader.fill(source, &self.file, self.slice_bytes, self.line, terminator)?;
        let (bytes, length) = self.reader.lend();
        let consumed = self.consume(text(&bytes, length), last);
        self.reader.take_back(bytes, consumed);
        self.done = last;
        self.bytes_read = self.reader.offset;
        Ok(Some(Progress { bytes_done: self.reader.offset, bytes_total: source.len() }))
    }

    /// The table and the rejects.
    ///
    /// # Errors
    /// Only an inconsistency of the engine.
    pub fn finish(self) -> Checked<Imported> {
        let mut columns: Vec<Column> =
            self.columns.into_iter().zip(&self.layout.names).map(|(cells, name)| cells.finish(name)).collect();
        columns.push(Column::new(provenance_name(&self.source_name).into(), self.numbers));
        let frame = DataFrame::new(columns).map_err(|error| frame::fault(&error))?;
        let rejects = self.rejects.finish(&self.source_name)?;
        Ok(Imported { table: Table::unordered(frame), rejects, bytes_read: self.bytes_read })
    }

    /// Reads the records that are complete; says how much of the text is done with.
    fn consume(&mut self, text: &str, last: bool) -> usize {
        let mut scanner = Scanner::new(text, self.layout.dialect, last);
        let mut at = 0;
        while self.skipping || self.skip > 0 {
            let Some(next) = scanner.skip_line(at) else { return if self.skipping || last { text.len() } else { at } };
            at = next;
            self.line += 1;
            if self.skipping {
                self.skipping = false;
            } else {
                self.skip -= 1;
            }
        }
        let mut pile = Pile::default();
        loop {
            pile.clear();
            let (next, ended) = self.pile_up(text, at, &mut scanner, &mut pile);
            at = next;
            self.read_pile(text, &mut pile);
            if ended {
                return at;
            }
        }
    }

    /// Cuts up to [`BATCH_RECORDS`] records; says where it stopped and whether the text is used up.
    fn pile_up(&mut self, text: &str, start: usize, scanner: &mut Scanner, pile: &mut Pile) -> (usize, bool) {
        let mut at = start;
        while pile.records.len() < BATCH_RECORDS && pile.rejects.len() < BATCH_RECORDS {
            let base = pile.fields.len();
            match scanner.record(at, &mut pile.fields) {
                Found::Record { next, lines } => {
                    self.keep(at..next, base, pile);
                    at = next;
                    self.line += lines;
                }
                Found::Blank { next } => {
                    at = next;
                    self.line += 1;
                }
                Found::Broken { next } => {
                    self.refuse(at..next, Why::Quote, pile);
                    at = next;
                    self.line += 1;
                }
                Found::Long => {
                    self.refuse(at..text.len(), Why::Length, pile);
                    let Some(next) = scanner.skip_line(at) else {
                        self.skipping = true;
                        return (text.len(), true);
                    };
                    at = next;
                    self.line += 1;
                }
                Found::More | Found::End => return (at, true),
            }
        }
        (at, false)
    }

    /// Keeps a record if it has the right number of fields; one empty field too many is a separator at its end.
    #[inline]
    fn keep(&mut self, range: std::ops::Range<usize>, base: usize, pile: &mut Pile) {
        if self.header {
            self.header = false;
            pile.fields.truncate(base);
            return;
        }
        let (width, count) = (self.layout.names.len(), pile.fields.len() - base);
        if count == width + 1 && pile.fields.last().is_some_and(|field| field.is_missing()) {
            pile.fields.pop();
        } else if count != width {
            pile.fields.truncate(base);
            self.refuse(range, Why::FieldCount, pile);
            return;
        }
        self.record += 1;
        pile.records.push((self.record, self.line));
    }

    fn refuse(&mut self, range: std::ops::Range<usize>, why: Why, pile: &mut Pile) {
        self.record += 1;
        pile.rejects.push(Pending { record: self.record, line: self.line, range, why });
    }

    /// Reads the cells of the pile, column after column, and hands its rejects on in the order of the file.
    fn read_pile(&mut self, text: &str, pile: &mut Pile) {
        let (width, quote) = (self.layout.names.len(), self.layout.dialect.quote);
        let batch = Batch { text, fields: &pile.fields, width, quote };
        for (column, cells) in self.columns.iter_mut().enumerate() {
            let mut bad = |row: usize| {
                if let (Some((record, line)), Some(field)) =
                    (pile.records.get(row), pile.fields.get(row * width + column))
                {
                    let (record, line, range) = (*record, *line, field.range());
                    pile.rejects.push(Pending { record, line, range, why: Why::Cell(column) });
                }
            };
            cells.append(batch, column, &self.format, &self.nulls, &mut bad);
        }
        self.numbers.extend(pile.records.iter().map(|(record, _)| record));
        // The sort is stable: cells of one record stay in the order of the columns.
        pile.rejects.sort_by_key(|pending| pending.record);
        for pending in pile.rejects.drain(..) {
            self.reject(text, pending);
        }
    }

    fn reject(&mut self, text: &str, pending: Pending) {
        let (names, types) = (&self.layout.names, &self.layout.types);
        let (column, code, expected) = match pending.why {
            Why::Cell(column) => (
                names.get(column).map(String::as_str),
                Code::RejectCellType,
                types.get(column).map(|kind| type_name(kind.kind())),
            ),
            Why::FieldCount => (None, Code::RejectFieldCount, Some(names.len().to_string())),
            Why::Quote => (None, Code::RejectQuote, None),
            Why::Length => (None, Code::RejectRecordLength, Some(MAX_RECORD_BYTES.to_string())),
        };
        let value = text.get(pending.range).unwrap_or_default();
        let value = if column.is_some() { value } else { value.trim_end_matches(['\r', '\n']) };
        let (line, record, expected) = (pending.line, pending.record, expected.as_deref());
        self.rejects.push(Reject { line, record, column, code, value, expected });
    }

    /// Once there are rows, makes room for as many as the file seems to have: columns are then not copied as
    /// they grow. Where that would be too much to be true, they grow by doubling.
    fn make_room(&mut self, bytes_total: u64) {
        let rows = self.numbers.len();
        if rows == 0 || self.has_room {
            return;
        }
        self.has_room = true;
        let expected = rows as f64 * bytes_total as f64 / self.reader.offset as f64 * 1.01;
        if expected * self.columns.len() as f64 > MAX_ROOM_CELLS {
            return;
        }
        let more = (expected as usize).saturating_sub(rows);
        self.numbers.reserve(more);
        for cells in &mut self.columns {
            cells.reserve(more);
        }
    }
}

/// Records that are cut but not read yet.
#[derive(Default)]
struct Pile {
    fields: Vec<Field>,
    /// Number and line of each record.
    records: Vec<(u32, u64)>,
    rejects: Vec<Pending>,
}

impl Pile {
    fn clear(&mut self) {
        self.fields.clear();
        self.records.clear();
        self.rejects.clear();
    }
}

struct Pending {
    record: u32,
    line: u64,
    range: std::ops::Range<usize>,
    why: Why,
}

#[derive(Clone, Copy)]
enum Why {
    Cell(usize),
    FieldCount,
    Quote,
    Length,
}
