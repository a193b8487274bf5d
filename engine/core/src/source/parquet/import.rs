//! The import of a Parquet file, row group by row group: its bytes in slices, then its columns.

use polars::prelude::*;
use protocol::{Checked, Code, Diagnostic};

use super::ParquetOptions;
use super::file::{Footer, malformed};
use crate::frame;
use crate::source::rejects::Rejects;
use crate::source::{ByteSource, Imported, Progress, check_length, read_into};
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
    /// As long as the file, filled as far as it was read: the decoder finds chunks by their place in the file.
    bytes: Vec<u8>,
    /// How far it was read.
    offset: u64,
    /// The row group at work.
    group: usize,
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
        let mut bytes = Vec::new();
        if bytes.try_reserve_exact(source.len() as usize).is_err() {
            return Err(Diagnostic::new(Code::FileTooLarge)
                .with("name", options.file)
                .with("bytes", source.len())
                .with("limit", MAX_PARQUET_BYTES));
        }
        bytes.resize(source.len() as usize, 0);
        let (file, source_name) = (options.file, source_name.to_owned());
        Ok(Self { file, source_name, footer, projection, bytes, group: 0, offset: 0, frame: None, done: false })
    }

    /// Reads the next slice of a row group, and decodes the group once it is there; `None` when all is done.
    ///
    /// # Errors
    /// `file-unreadable`, `parquet-malformed`.
    pub fn advance(&mut self, source: &dyn ByteSource) -> Checked<Option<Progress>> {
        if self.done {
            return Ok(None);
        }
        let bytes_total = source.len();
        let (start, group_end) = (self.offset, self.footer.group_end(self.group));
        if start < group_end {
            let end = group_end.min(start + SLICE_BYTES);
            read_into(source, &self.file, start, &mut self.bytes[start as usize..end as usize])?;
            self.offset = end;
            let next_end = if end < group_end { group_end } else { self.footer.group_end(self.group + 1) };
            if end < next_end {
                source.prefetch(end, (next_end - end).min(SLICE_BYTES) as usize);
            }
            if end < group_end {
                return Ok(Some(Progress { bytes_done: end, bytes_total }));
            }
        }
        let part = self.footer.decode(&self.bytes, self.group, usize::MAX, self.projection.as_deref())?;
        self.frame = Some(match self.frame.take() {
            Some(frame) => frame.vstack(&part).map_err(|error| malformed(&self.file, error.to_string()))?,
            None => part,
        });
        self.group += 1;
        self.done = self.group >= self.footer.groups();
        Ok(Some(Progress { bytes_done: if self.done { bytes_total } else { self.offset }, bytes_total }))
    }

    /// The table; its rejects are empty.
    ///
    /// # Errors
    /// Only an inconsistency of the engine.
    pub fn finish(self) -> Checked<Imported> {
        let bytes_read = self.bytes.len() as u64;
        drop(self.bytes);
        let mut frame = self.frame.unwrap_or_default();
        frame.rechunk_mut();
        let records: Vec<u32> = (1..=self.footer.rows() as u32).collect();
        frame
            .with_column(Column::new(provenance_name(&self.source_name).into(), records))
            .map_err(|error| frame::fault(&error))?;
        let rejects = Rejects::default().finish(&self.source_name)?;
        Ok(Imported { table: Table::unordered(frame), rejects, bytes_read })
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
