//! The import of a Parquet file, row group by row group: its bytes in slices, then its columns.

use std::ops::Range;

use polars::prelude::*;
use protocol::{Checked, Code, Diagnostic};

use super::ParquetOptions;
use super::file::{Footer, malformed};
use super::widen::alike;
use crate::frame;
use crate::source::rejects::Rejects;
use crate::source::{ByteSource, Imported, Progress, check_length, read_onto};
use crate::table::{Table, provenance_name};

/// Longest file that is read: its bytes and the decoded table are in 32-bit memory together.
pub const MAX_PARQUET_BYTES: u64 = 700_000_000;

/// Most bytes that one call of [`ParquetImport::advance`] reads.
const SLICE_BYTES: u64 = 16 << 20;

/// An import under way.
pub struct ParquetImport {
    file: String,
    source_name: String,
    footer: Footer,
    projection: Option<Vec<usize>>,
    /// The row group at work.
    group: usize,
    /// Its bytes, as far as they were read.
    bytes: Vec<u8>,
    bytes_total: u64,
    frame: Option<DataFrame>,
    done: bool,
}

impl ParquetImport {
    /// Reads the footer. `source_name` names the table that is made.
    ///
    /// # Errors
    /// `file-empty`, `file-too-large`, `file-unreadable`, `parquet-malformed`, `column-unknown`.
    pub fn start(source: &dyn ByteSource, options: ParquetOptions, source_name: &str) -> Checked<Self> {
        check_length(source, &options.file, MAX_PARQUET_BYTES)?;
        let footer = Footer::read(source, &options.file)?;
        let projection = projection(&footer, options.columns.as_deref())?;
        Ok(Self {
            file: options.file,
            source_name: source_name.to_owned(),
            footer,
            projection,
            group: 0,
            bytes: Vec::new(),
            bytes_total: source.len(),
            frame: None,
            done: false,
        })
    }

    /// Reads the next slice of a row group, and decodes the group once it is there; `None` when all is done.
    ///
    /// # Errors
    /// `file-too-large`, `file-unreadable`, `parquet-malformed`.
    pub fn advance(&mut self, source: &dyn ByteSource) -> Checked<Option<Progress>> {
        if self.done {
            return Ok(None);
        }
        let bytes_total = self.bytes_total;
        let range = self.footer.group_range(self.group);
        let at = self.read(source, &range)?;
        if at < range.end {
            return Ok(Some(Progress { bytes_done: at, bytes_total }));
        }
        let bytes = std::mem::take(&mut self.bytes);
        let mut part = self.footer.decode(bytes, range.start, self.group, usize::MAX, self.projection.as_deref())?;
        self.frame = Some(match self.frame.take() {
            Some(mut frame) => {
                alike(&mut frame, &mut part)
                    .and_then(|()| frame.vstack_mut(&part).map(drop))
                    .map_err(|error| malformed(&self.file, error.to_string()))?;
                frame
            }
            None => part,
        });
        self.group += 1;
        self.done = self.group >= self.footer.groups();
        Ok(Some(Progress { bytes_done: if self.done { bytes_total } else { range.end }, bytes_total }))
    }

    /// Reads a slice of the group's bytes, and says what will be read after it; gives the place in the file that
    /// reading has come to.
    fn read(&mut self, source: &dyn ByteSource, range: &Range<u64>) -> Checked<u64> {
        let start = range.start + self.bytes.len() as u64;
        let end = range.end.min(start + SLICE_BYTES);
        if start == end {
            return Ok(end);
        }
        if self.bytes.is_empty() && self.bytes.try_reserve_exact((range.end - range.start) as usize).is_err() {
            return Err(Diagnostic::new(Code::FileTooLarge)
                .with("name", self.file.as_str())
                .with("bytes", self.bytes_total)
                .with("limit", MAX_PARQUET_BYTES));
        }
        read_onto(source, &self.file, start, (end - start) as usize, &mut self.bytes)?;
        let next = if end < range.end { end..range.end } else { self.footer.group_range(self.group + 1) };
        if !next.is_empty() {
            source.prefetch(next.start, (next.end - next.start).min(SLICE_BYTES) as usize);
        }
        Ok(end)
    }

    /// The table; its rejects are empty.
    ///
    /// # Errors
    /// Only an inconsistency of the engine.
    pub fn finish(self) -> Checked<Imported> {
        let mut frame = self.frame.unwrap_or_default();
        let records: Vec<u32> = (1..=self.footer.rows() as u32).collect();
        frame
            .with_column(Column::new(provenance_name(&self.source_name).into(), records))
            .map_err(|error| frame::fault(&error))?;
        let rejects = Rejects::default().finish(&self.source_name)?;
        Ok(Imported { table: Table::unordered(frame), rejects, bytes_read: self.bytes_total })
    }
}

fn projection(footer: &Footer, columns: Option<&[String]>) -> Checked<Option<Vec<usize>>> {
    let Some(columns) = columns.filter(|columns| !columns.is_empty()) else { return Ok(None) };
    let mut projection = Vec::with_capacity(columns.len());
    for (index, column) in columns.iter().enumerate() {
        let field = format!("/columns/{index}");
        let place = footer.names.iter().position(|name| name == column).ok_or_else(|| {
            Diagnostic::new(Code::ColumnUnknown)
                .with("column", column.as_str())
                .with("candidates", footer.names.clone())
                .at_field(field.as_str())
        })?;
        if projection.contains(&place) {
            return Err(Diagnostic::new(Code::ColumnDuplicate).with("column", column.as_str()).at_field(field));
        }
        projection.push(place);
    }
    Ok(Some(projection))
}
