//! The footer of a Parquet file, checked, and row groups decoded one at a time.
//!
//! Layout of a file: `PAR1`, column chunks, footer (Thrift), length of the footer (32 bits), `PAR1`
//! (Apache Parquet format specification 2.10).

use std::io::Cursor;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use polars::prelude::*;
use polars_io::SerReader;
use polars_io::parquet::metadata::FileMetadataRef;
use polars_io::parquet::read::ParquetReader;
use polars_parquet::read::{
    BasicDecompressor, ColumnChunkMetadata, Filter, PageReader, RowGroupMetadata, column_iter_to_arrays,
};
use polars_utils::mmap::{MemReader, MemSlice};
use protocol::{Checked, Code, Diagnostic};

use super::widen::widen;
use super::{flat, pages as headers};
use crate::source::names::legal_column_names;
use crate::source::{ByteSource, read_onto};

const MAGIC: &[u8; 4] = b"PAR1";
const ENCRYPTED: &[u8; 4] = b"PARE";

/// Most values that one byte of a chunk may stand for before the file is taken for damaged: run-length
/// encoding is dense, but not without bounds.
const MAX_ROWS_PER_BYTE: usize = 1 << 20;

/// Whether a file is Parquet by its first bytes, or at least claims so by its name.
pub fn is_parquet(name: &str, source: &dyn ByteSource) -> bool {
    let mut magic = [0; 4];
    let is_marked = source.len() >= 4 && source.read(0, &mut magic).is_ok() && (&magic == MAGIC || &magic == ENCRYPTED);
    let name = name.to_lowercase();
    is_marked || name.ends_with(".parquet") || name.ends_with(".pq")
}

/// What the footer says.
pub struct Footer {
    name: String,
    metadata: FileMetadataRef,
    schema: Arc<ArrowSchema>,
    /// Legal names of the columns, in the order of the file.
    pub names: Vec<String>,
}

/// An unreadable file, with the reader's own words.
pub fn malformed(name: &str, detail: impl Into<String>) -> Box<Diagnostic> {
    let detail: String = detail.into().chars().take(200).collect();
    Diagnostic::new(Code::ParquetMalformed).with("name", name).with("detail", detail)
}

impl Footer {
    /// Reads and checks the footer.
    ///
    /// # Errors
    /// `parquet-malformed`, `file-unreadable`.
    pub fn read(source: &dyn ByteSource, name: &str) -> Checked<Self> {
        let length = source.len();
        if length < 12 {
            return Err(malformed(name, "shorter than a footer"));
        }
        let mut head = Vec::new();
        read_onto(source, name, 0, 4, &mut head)?;
        let mut tail = Vec::new();
        read_onto(source, name, length - 8, 8, &mut tail)?;
        if head == ENCRYPTED || tail.ends_with(ENCRYPTED) {
            return Err(malformed(name, "encrypted"));
        }
        if head != MAGIC {
            return Err(malformed(name, "no PAR1 at the start"));
        }
        if !tail.ends_with(MAGIC) {
            return Err(malformed(name, "no PAR1 at the end"));
        }
        let footer = u64::from(u32::from_le_bytes([tail[0], tail[1], tail[2], tail[3]])) + 8;
        if footer + 4 > length {
            return Err(malformed(name, "footer longer than the file"));
        }
        let data_end = length - footer;
        let mut bytes = MAGIC.to_vec();
        read_onto(source, name, data_end, footer as usize, &mut bytes)?;
        guarded(name, || {
            let mut reader = ParquetReader::new(Cursor::new(bytes));
            let metadata = reader.get_metadata().map_err(|error| malformed(name, error.to_string()))?.clone();
            let schema = reader.schema().map_err(|error| malformed(name, error.to_string()))?;
            let names = legal_column_names(&schema.iter_names().map(|name| name.as_str()).collect::<Vec<_>>());
            let footer = Self { name: name.to_owned(), metadata, schema, names };
            footer.check(data_end)?;
            Ok(footer)
        })
    }

    /// Whether every chunk lies in the file, and rows and chunks agree.
    fn check(&self, data_end: u64) -> Checked<()> {
        let mut rows = 0_usize;
        for group in &self.metadata.row_groups {
            rows = rows.saturating_add(group.num_rows());
            for chunk in group.parquet_columns() {
                let size = u64::try_from(chunk.compressed_size()).unwrap_or(u64::MAX);
                let starts = [Some(chunk.data_page_offset()), chunk.dictionary_page_offset()];
                let start = starts.into_iter().flatten().min().and_then(|start| u64::try_from(start).ok());
                let end = start.and_then(|start| start.checked_add(size));
                if start.is_none_or(|start| start < 4) || end.is_none_or(|end| end > data_end) {
                    return Err(malformed(&self.name, "a column chunk lies outside the file"));
                }
                let dense = usize::try_from(size).unwrap_or(usize::MAX).saturating_mul(MAX_ROWS_PER_BYTE);
                let nested = chunk.descriptor().path_in_schema.len() > 1;
                let values = usize::try_from(chunk.num_values()).unwrap_or(usize::MAX);
                if group.num_rows() > dense || (!nested && values != group.num_rows()) {
                    return Err(malformed(&self.name, "a column chunk and its row group disagree"));
                }
            }
        }
        // Each group is read in one stretch: stretches that overlap would read the file again and again.
        let span = |group: &RowGroupMetadata| group.full_byte_range().end - group.full_byte_range().start;
        if self.metadata.row_groups.iter().map(span).fold(0, u64::saturating_add) > data_end {
            return Err(malformed(&self.name, "row groups overlap"));
        }
        // Record numbers have 32 bits.
        if rows != self.metadata.num_rows || u32::try_from(rows).is_err() {
            return Err(malformed(&self.name, "number of rows"));
        }
        Ok(())
    }

    /// Whether the pages of a row group can be what they say.
    fn check_pages(&self, bytes: &[u8], base: u64, group: &RowGroupMetadata) -> Checked<()> {
        for chunk in group.parquet_columns() {
            let pages = chunk_range(chunk, base).and_then(|range| bytes.get(range));
            let pages = pages.ok_or_else(|| malformed(&self.name, "a column chunk lies outside the file"))?;
            if let Some(fault) = headers::fault(pages, chunk.num_values()) {
                return Err(malformed(&self.name, fault));
            }
        }
        Ok(())
    }

    /// Number of row groups.
    pub fn groups(&self) -> usize {
        self.metadata.row_groups.len()
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.metadata.num_rows
    }

    /// Where the chunks of a row group stand in the file; empty where there is no such group.
    pub fn group_range(&self, group: usize) -> Range<u64> {
        self.metadata.row_groups.get(group).map_or(0..0, RowGroupMetadata::full_byte_range)
    }

    /// Decodes the first `limit` rows of a row group (of an empty file: no rows) under legal names and
    /// engine types. `bytes` is the file from `base` on, as far as the group reaches.
    ///
    /// # Errors
    /// `parquet-malformed`.
    pub fn decode(
        &self,
        bytes: Vec<u8>,
        base: u64,
        group: usize,
        limit: usize,
        projection: Option<&[usize]>,
    ) -> Checked<DataFrame> {
        guarded(&self.name, || {
            let group = self.metadata.row_groups.get(group);
            if let Some(group) = group {
                self.check_pages(&bytes, base, group)?;
            }
            let (bytes, all_rows) = (MemSlice::from_vec(bytes), group.map_or(0, RowGroupMetadata::num_rows));
            let (rows, first) = (all_rows.min(limit), (limit < all_rows).then(|| Filter::new_ranged(0, limit)));
            let all: Vec<usize> = (0..self.names.len()).collect();
            let mut buffer = Vec::new();
            let columns: Vec<Column> = projection
                .unwrap_or(&all)
                .iter()
                .filter_map(|index| Some((self.schema.get_at_index(*index)?, self.names.get(*index)?)))
                .map(|((root, field), name)| {
                    let chunks = group.and_then(|group| group.columns_under_root_iter(root));
                    let chunks: Vec<&ColumnChunkMetadata> = chunks.into_iter().flatten().collect();
                    let series = if rows == 0 || chunks.is_empty() {
                        Ok(Series::full_null(field.name.clone(), rows, &DataType::from_arrow_field(field)))
                    } else {
                        column(&bytes, base, &chunks, field, first.clone(), &mut buffer)
                    };
                    series.map(|series| widen(series.into_column(), name))
                })
                .collect::<PolarsResult<_>>()
                .map_err(|error| malformed(&self.name, error.to_string()))?;
            if columns.iter().any(|column| column.len() != rows) {
                return Err(malformed(&self.name, "columns of unequal length"));
            }
            DataFrame::new(columns).map_err(|error| malformed(&self.name, error.to_string()))
        })
    }
}

/// The rows of a column from its chunks: one, or one for each leaf of a nested column. Pages are decompressed
/// into `buffer`, which serves the next column too.
fn column(
    bytes: &MemSlice,
    base: u64,
    chunks: &[&ColumnChunkMetadata],
    field: &ArrowField,
    filter: Option<Filter>,
    buffer: &mut Vec<u8>,
) -> PolarsResult<Series> {
    if let ([chunk], None) = (chunks, &filter) {
        let mut pages = pages(bytes, base, chunk, std::mem::take(buffer))?;
        let stored = chunk.descriptor().descriptor.primitive_type.physical_type;
        let column = flat::column(&mut pages, stored, field);
        *buffer = pages.into_inner();
        if let Some(column) = column? {
            return Ok(column);
        }
    }
    let leaves = chunks.iter().map(|chunk| pages(bytes, base, chunk, Vec::new())).collect::<PolarsResult<_>>()?;
    let types = chunks.iter().map(|chunk| &chunk.descriptor().descriptor.primitive_type).collect();
    let (arrays, _) = column_iter_to_arrays(leaves, types, field.clone(), filter)?;
    Series::try_from((field, arrays))
}

/// The pages of a chunk, decompressed one after another, into `buffer` where it is large enough.
fn pages(bytes: &MemSlice, base: u64, chunk: &ColumnChunkMetadata, buffer: Vec<u8>) -> PolarsResult<BasicDecompressor> {
    let range = chunk_range(chunk, base).ok_or_else(|| polars_err!(ComputeError: "chunk"))?;
    let pages = PageReader::new(MemReader::new(bytes.slice(range)), chunk, Vec::new(), usize::MAX);
    Ok(BasicDecompressor::new(pages, buffer))
}

/// Where a chunk stands in bytes that begin at `base` of the file.
fn chunk_range(chunk: &ColumnChunkMetadata, base: u64) -> Option<Range<usize>> {
    let range = chunk.byte_range();
    let place = |offset: u64| usize::try_from(offset.checked_sub(base)?).ok();
    Some(place(range.start)?..place(range.end)?)
}

/// The decoder trusts what stands inside a page and panics where it should not. Natively such a panic ends
/// here; in the browser it is a trap, which ends the worker and not the work.
fn guarded<T>(name: &str, work: impl FnOnce() -> Checked<T>) -> Checked<T> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(malformed(name, "the decoder stopped on damaged data")))
}
