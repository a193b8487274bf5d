//! The import of an Arrow IPC file: its bytes in slices, then its batches.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use polars::prelude::*;
use polars_arrow::io::ipc::read::{StreamMetadata, StreamReader, StreamState, read_stream_metadata};
use protocol::{Checked, Code, Diagnostic};

use super::ArrowOptions;
use super::messages::{Found, MARK, message};
use crate::frame;
use crate::source::names::legal_column_names;
use crate::source::parquet::widen::{alike, widen};
use crate::source::rejects::Rejects;
use crate::source::{ByteSource, Imported, Progress, check_length, read_onto};
use crate::table::{Table, provenance_name};

/// Longest file that is read: its bytes and the decoded table are in 32-bit memory together.
pub const MAX_ARROW_BYTES: u64 = 700_000_000;

/// Bytes that one call of [`ArrowImport::advance`] reads.
const SLICE_BYTES: usize = 16 << 20;

/// The first and the last bytes of a file.
pub const MAGIC: &[u8; 6] = b"ARROW1";

/// An unreadable file, with the reader's own words.
pub fn malformed(name: &str, detail: impl Into<String>) -> Box<Diagnostic> {
    let detail: String = detail.into().chars().take(200).collect();
    Diagnostic::new(Code::ArrowMalformed).with("name", name).with("detail", detail)
}

/// The batches of a stream in memory.
pub struct Batches {
    file: String,
    /// Legal names of the columns, in the order of the file.
    pub names: Vec<String>,
    metadata: StreamMetadata,
    reader: StreamReader<Cursor<Vec<u8>>>,
    projection: Option<Vec<usize>>,
    /// Batches in all.
    pub count: usize,
    rows: u64,
}

impl Batches {
    /// Looks at all messages. Of a file of which only a beginning is given, the complete messages are read.
    ///
    /// # Errors
    /// `arrow-malformed`.
    pub fn open(file: &str, mut bytes: Vec<u8>, is_whole: bool) -> Checked<Self> {
        let start = if bytes.starts_with(MAGIC) {
            if is_whole && !(bytes.len() >= 20 && bytes.ends_with(MAGIC)) {
                return Err(malformed(file, "no ARROW1 at the end"));
            }
            8
        } else if bytes.starts_with(&MARK) {
            0
        } else {
            return Err(malformed(file, "no ARROW1 at the start"));
        };
        let (mut at, mut count) = (start, 0);
        loop {
            match message(&bytes, at).map_err(|fault| malformed(file, fault))? {
                Found::Message { end, is_batch } => {
                    at = end;
                    count += usize::from(is_batch);
                }
                Found::End => break,
                Found::Cut if is_whole => return Err(malformed(file, "message cut short")),
                Found::Cut => break,
            }
        }
        bytes.truncate(at);
        bytes.drain(..start.min(at));
        let mut cursor = Cursor::new(bytes);
        let metadata =
            guarded(file, || read_stream_metadata(&mut cursor).map_err(|error| malformed(file, error.to_string())))?;
        let names: Vec<&str> = metadata.schema.iter_names().map(|name| name.as_str()).collect();
        let names = legal_column_names(&names);
        let reader = StreamReader::new(cursor, metadata.clone(), None);
        Ok(Self { file: file.to_owned(), names, metadata, reader, projection: None, count, rows: 0 })
    }

    /// Keeps some columns, in this order.
    ///
    /// # Errors
    /// `column-unknown`, `column-duplicate`.
    pub fn choose(&mut self, columns: Option<&[String]>) -> Checked<()> {
        let Some(columns) = columns.filter(|columns| !columns.is_empty()) else { return Ok(()) };
        let mut projection = Vec::with_capacity(columns.len());
        for (index, column) in columns.iter().enumerate() {
            let field = format!("/columns/{index}");
            let place = self.names.iter().position(|name| name == column).ok_or_else(|| {
                Diagnostic::new(Code::ColumnUnknown)
                    .with("column", column.as_str())
                    .with("candidates", self.names.clone())
                    .at_field(field.as_str())
            })?;
            if projection.contains(&place) {
                return Err(Diagnostic::new(Code::ColumnDuplicate).with("column", column.as_str()).at_field(field));
            }
            projection.push(place);
        }
        self.projection = Some(projection);
        Ok(())
    }

    /// The next batch under legal names and engine types; `None` after the last one.
    ///
    /// # Errors
    /// `arrow-malformed`.
    pub fn next(&mut self) -> Checked<Option<DataFrame>> {
        let file = self.file.clone();
        let fault = |error: PolarsError| malformed(&file, error.to_string());
        guarded(&self.file.clone(), || {
            let batch = match self.reader.next() {
                None | Some(Ok(StreamState::Waiting)) => return Ok(None),
                Some(Err(error)) => return Err(fault(error)),
                Some(Ok(StreamState::Some(batch))) => batch,
            };
            self.rows = self.rows.saturating_add(batch.height() as u64);
            if self.rows > frame::MAX_ROWS {
                return Err(Diagnostic::new(Code::ResultTooLarge)
                    .with("rows", self.rows)
                    .with("limit", frame::MAX_ROWS));
            }
            let arrays: Vec<ArrayRef> = batch.into_arrays();
            let all: Vec<usize> = (0..self.names.len()).collect();
            let mut columns = Vec::new();
            for place in self.projection.as_ref().unwrap_or(&all) {
                let field = self.metadata.schema.get_at_index(*place).map(|(_, field)| field);
                let (Some(field), Some(array), Some(name)) = (field, arrays.get(*place), self.names.get(*place)) else {
                    return Err(malformed(&file, "columns"));
                };
                let series = Series::try_from((field, array.clone())).map_err(fault)?;
                columns.push(widen(series.into_column(), name));
            }
            DataFrame::new(columns).map(Some).map_err(fault)
        })
    }

    /// A table without rows.
    ///
    /// # Errors
    /// `arrow-malformed`.
    pub fn empty(&self) -> Checked<DataFrame> {
        guarded(&self.file, || {
            let schema = Schema::from_arrow_schema(&self.metadata.schema);
            let all: Vec<usize> = (0..self.names.len()).collect();
            let frame = DataFrame::empty_with_schema(&schema);
            let columns = self
                .projection
                .as_ref()
                .unwrap_or(&all)
                .iter()
                .filter_map(|place| Some(widen(frame.get_columns().get(*place)?.clone(), self.names.get(*place)?)));
            DataFrame::new(columns.collect()).map_err(|error| malformed(&self.file, error.to_string()))
        })
    }
}

/// The decoder panics where it should refuse. Natively such a panic ends here; in the browser it is a trap, which
/// ends the worker and not the work.
fn guarded<T>(name: &str, work: impl FnOnce() -> Checked<T>) -> Checked<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(malformed(name, "decoder stopped")))
}

/// An import under way.
pub struct ArrowImport {
    options: ArrowOptions,
    source_name: String,
    bytes: Vec<u8>,
    bytes_read: u64,
    batches: Option<Batches>,
    frame: Option<DataFrame>,
    done: usize,
    is_over: bool,
}

/// Begins an import. `source_name` names the table that is made.
///
/// # Errors
/// `file-empty`, `file-too-large`.
pub fn start(source: &dyn ByteSource, options: &ArrowOptions, source_name: &str) -> Checked<ArrowImport> {
    check_length(source, &options.file, MAX_ARROW_BYTES)?;
    let mut bytes = Vec::new();
    if bytes.try_reserve_exact(source.len() as usize).is_err() {
        return Err(Diagnostic::new(Code::FileTooLarge)
            .with("name", options.file.as_str())
            .with("bytes", source.len())
            .with("limit", MAX_ARROW_BYTES));
    }
    let (options, source_name) = (options.clone(), source_name.to_owned());
    Ok(ArrowImport { options, source_name, bytes, bytes_read: 0, batches: None, frame: None, done: 0, is_over: false })
}

impl ArrowImport {
    /// Reads the next slice, or decodes the next batch; `None` when all is done. Reading counts for the first half
    /// of the way, decoding for the second.
    ///
    /// # Errors
    /// `file-unreadable`, `arrow-malformed`, `column-unknown`, `column-duplicate`, `result-too-large`.
    pub fn advance(&mut self, source: &dyn ByteSource) -> Checked<Option<Progress>> {
        if self.is_over {
            return Ok(None);
        }
        let bytes_total = source.len();
        if self.bytes_read < bytes_total {
            read_onto(source, &self.options.file, self.bytes_read, SLICE_BYTES, &mut self.bytes)?;
            self.bytes_read = self.bytes.len() as u64;
            return Ok(Some(Progress { bytes_done: self.bytes_read / 2, bytes_total }));
        }
        let batches = match &mut self.batches {
            Some(batches) => batches,
            None => {
                let mut batches = Batches::open(&self.options.file, std::mem::take(&mut self.bytes), true)?;
                batches.choose(self.options.columns.as_deref())?;
                self.batches.insert(batches)
            }
        };
        let mut frame = match self.frame.take() {
            Some(frame) => frame,
            None => batches.empty()?,
        };
        match batches.next()? {
            Some(part) if frame.height() == 0 => frame = part,
            Some(mut part) => {
                alike(&mut frame, &mut part)
                    .and_then(|()| frame.vstack_mut(&part).map(drop))
                    .map_err(|error| malformed(&self.options.file, error.to_string()))?;
            }
            None => self.is_over = true,
        }
        self.frame = Some(frame);
        self.done += 1;
        let share = bytes_total / 2 * self.done.min(batches.count) as u64 / batches.count.max(1) as u64;
        Ok(Some(Progress { bytes_done: if self.is_over { bytes_total } else { bytes_total / 2 + share }, bytes_total }))
    }

    /// The table; its rejects are empty.
    ///
    /// # Errors
    /// Only an inconsistency of the engine.
    pub fn finish(self) -> Checked<Imported> {
        let mut frame = self.frame.unwrap_or_default();
        frame.rechunk_mut();
        let records: Vec<u32> = (1..=frame.height() as u32).collect();
        frame
            .with_column(Column::new(provenance_name(&self.source_name).into(), records))
            .map_err(|error| frame::fault(&error))?;
        let rejects = Rejects::default().finish(&self.source_name)?;
        Ok(Imported { table: Table::unordered(frame), rejects, bytes_read: self.bytes_read })
    }
}
