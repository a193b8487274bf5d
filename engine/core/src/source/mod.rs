//! Bytes to tables and back: one module a format.
//!
//! ```text
//! ByteSource ─slices─▶ csv · json · … · parquet ─▶ Imported { table, rejects }
//! Table ─▶ writer ─▶ bytes
//! ```
//! Boundary: a file is read through [`ByteSource`] in slices, so the host can report progress and stop
//! between two of them. What a file says wrongly is a row in `rejects`, not an error.

pub mod archive;
pub mod arrow;
pub mod cell;
pub mod csv;
pub mod detect;
pub mod fixed;
mod infer;
pub mod json;
pub mod log;
pub mod moment;
mod names;
pub mod parquet;
mod paths;
mod preview;
pub mod rejects;
pub mod rows;
pub mod stream;
pub mod text;
pub mod typing;
pub mod writer;
pub mod xml;

pub use detect::{detect, propose};

use protocol::{Checked, Code, Diagnostic};

use crate::table::Table;

/// A file of the host: `FileReaderSync` in the worker, the disk natively, memory in tests.
pub trait ByteSource {
    /// Length in bytes.
    fn len(&self) -> u64;

    /// Whether there are no bytes.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Fills `buffer` with the bytes from `offset`.
    ///
    /// # Errors
    /// The host's own words, if the range cannot be read.
    fn read(&self, offset: u64, buffer: &mut [u8]) -> Result<(), String>;

    /// Says what will be read next, so that a host can fetch it while the engine works.
    fn prefetch(&self, _offset: u64, _length: usize) {}
}

/// A file in memory.
#[derive(Debug, Clone, Default)]
pub struct MemorySource(pub Vec<u8>);

impl ByteSource for MemorySource {
    fn len(&self) -> u64 {
        self.0.len() as u64
    }

    fn read(&self, offset: u64, buffer: &mut [u8]) -> Result<(), String> {
        let bytes = usize::try_from(offset)
            .ok()
            .and_then(|start| self.0.get(start..start.checked_add(buffer.len())?))
            .ok_or_else(|| "out of range".to_owned())?;
        buffer.copy_from_slice(bytes);
        Ok(())
    }
}

/// What an import made.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The rows that could be read, with their provenance.
    pub table: Table,
    /// What could not be read: see [`rejects`].
    pub rejects: Table,
    /// Length of the file that was read.
    pub bytes_read: u64,
}

/// How far an import came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes read.
    pub bytes_done: u64,
    /// Bytes of the file.
    pub bytes_total: u64,
}

/// Refuses a file without bytes, or one that cannot fit.
fn check_length(source: &dyn ByteSource, name: &str, limit: u64) -> Checked<()> {
    match source.len() {
        0 => Err(Diagnostic::new(Code::FileEmpty).with("name", name)),
        bytes if bytes > limit => {
            Err(Diagnostic::new(Code::FileTooLarge).with("name", name).with("bytes", bytes).with("limit", limit))
        }
        _ => Ok(()),
    }
}

/// Reads `length` bytes from `offset` (fewer at the end of the file) to the end of `bytes`.
fn read_onto(source: &dyn ByteSource, name: &str, offset: u64, length: usize, bytes: &mut Vec<u8>) -> Checked<()> {
    let rest = usize::try_from(source.len().saturating_sub(offset)).unwrap_or(usize::MAX);
    let start = bytes.len();
    bytes.resize(start + length.min(rest), 0);
    source
        .read(offset, &mut bytes[start..])
        .map_err(|detail| Diagnostic::new(Code::FileUnreadable).with("name", name).with("detail", detail))
}

/// A chosen column that is not there.
fn unknown_column(name: &str, candidates: &[String], index: usize) -> Box<Diagnostic> {
    Diagnostic::new(Code::ColumnUnknown)
        .with("column", name)
        .with("candidates", candidates.to_vec())
        .at_field(format!("/columns/{index}/name"))
}

/// A file's name without folders and ending.
pub(crate) fn stem(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match name.split_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}
