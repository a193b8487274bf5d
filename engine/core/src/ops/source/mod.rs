//! Bytes to tables: what the import operations share.

use std::collections::BTreeMap;

use protocol::message::Unit;
use protocol::source::attached_name;
use protocol::{Checked, Code, Diagnostic, TableRef};

use super::{Files, Findings, Tables, Tick, Work};
use crate::source::archive::Unpacking;
use crate::source::stream::{Consumer, Streamed};
use crate::source::{ByteSource, Imported, MemorySource, Progress};

pub mod generate_sample;
pub mod import_arrow;
pub mod import_csv;
pub mod import_fixed;
pub mod import_json;
pub mod import_log;
pub mod import_parquet;
pub mod import_text;
pub mod import_xml;

/// The attached file behind a reference.
fn open<'a>(files: &'a dyn Files, reference: &str) -> Checked<&'a dyn ByteSource> {
    let name = attached_name(reference);
    files.open(name).ok_or_else(|| Diagnostic::new(Code::FileMissing).with("name", name).at_field("/file"))
}

/// The names of the files that a reference needs.
fn attached(reference: &str) -> Vec<String> {
    vec![attached_name(reference).to_owned()]
}

/// There is nothing to run without a file.
fn unread(reference: &str) -> Checked<Tables> {
    Err(Diagnostic::new(Code::FileMissing).with("name", attached_name(reference)))
}

fn file_is_named(file: &str) -> Findings {
    if file.is_empty() { vec![*Diagnostic::new(Code::ParamRequired).at_field("/file")] } else { Findings::new() }
}

/// The name that travels with each row: that of the table the import makes.
fn source_name(outputs: &BTreeMap<String, TableRef>) -> String {
    outputs.get("main").map_or_else(|| "source".to_owned(), |table| table.name.clone())
}

/// A reader of one format, slice by slice.
trait Reader {
    /// Reads the next slice; `None` when all is read.
    fn advance(&mut self, source: &dyn ByteSource) -> Checked<Option<Progress>>;
    /// The result, once all is read.
    fn finish(self) -> Checked<Imported>;
}

impl<C: Consumer> Reader for Streamed<C> {
    fn advance(&mut self, source: &dyn ByteSource) -> Checked<Option<Progress>> {
        Self::advance(self, source)
    }

    fn finish(self) -> Checked<Imported> {
        Self::finish(self)
    }
}

/// Begins to read a file, once it is unpacked.
type Start<R> = Box<dyn FnOnce(&dyn ByteSource) -> Checked<R>>;

/// The work of reading a file.
struct Reading<R> {
    file: String,
    /// What was unpacked; without it the file is read where it lies.
    inner: Option<MemorySource>,
    stage: Stage<R>,
}

enum Stage<R> {
    Unpacking(Box<Unpacking>, Start<R>),
    Reading(R),
    Over,
}

impl<R: Reader + 'static> Reading<R> {
    fn begin(
        files: &dyn Files,
        file: String,
        start: impl FnOnce(&dyn ByteSource) -> Checked<R> + 'static,
    ) -> Checked<Box<dyn Work>> {
        let source = open(files, &file)?;
        let stage = match Unpacking::begin(source, &file)? {
            Some(unpacking) => Stage::Unpacking(Box::new(unpacking), Box::new(start)),
            None => Stage::Reading(start(source)?),
        };
        Ok(Box::new(Self { file, inner: None, stage }))
    }
}

impl<R: Reader> Work for Reading<R> {
    fn advance(&mut self, files: &dyn Files) -> Checked<Tick> {
        let source = open(files, &self.file)?;
        let over = || Diagnostic::new(Code::EngineInternal).with("detail", "read after its end");
        let (stage, progress) = match std::mem::replace(&mut self.stage, Stage::Over) {
            Stage::Unpacking(mut unpacking, start) => match unpacking.advance(source)? {
                Some(progress) => (Stage::Unpacking(unpacking, start), progress),
                None => {
                    let inner = self.inner.insert(unpacking.finish()?);
                    let progress = Progress { bytes_done: 0, bytes_total: inner.len() };
                    (Stage::Reading(start(inner)?), progress)
                }
            },
            Stage::Reading(mut reader) => {
                match reader.advance(self.inner.as_ref().map_or(source, |inner| inner as &dyn ByteSource))? {
                    Some(progress) => (Stage::Reading(reader), progress),
                    None => {
                        let Imported { table, rejects, bytes_read } = reader.finish()?;
                        let tables = Tables::from([("main".to_owned(), table), ("rejects".to_owned(), rejects)]);
                        return Ok(Tick::Finished { tables, bytes_read });
                    }
                }
            }
            Stage::Over => return Err(over()),
        };
        self.stage = stage;
        Ok(Tick::Working { done: progress.bytes_done, total: Some(progress.bytes_total), unit: Unit::Bytes })
    }
}
