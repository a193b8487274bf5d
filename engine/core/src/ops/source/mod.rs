//! Bytes to tables: what the import operations share.

use std::collections::BTreeMap;

use protocol::message::Unit;
use protocol::{Checked, Code, Diagnostic, TableRef};

use super::{Files, Findings, Tables, Tick, Work};
use crate::source::{ByteSource, Imported, Progress};

pub mod generate_sample;
pub mod import_csv;
pub mod import_parquet;

fn open<'a>(files: &'a dyn Files, name: &str) -> Checked<&'a dyn ByteSource> {
    files.open(name).ok_or_else(|| Diagnostic::new(Code::FileMissing).with("name", name).at_field("/file"))
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

/// The work of reading a file.
struct Reading<R> {
    file: String,
    reader: Option<R>,
}

impl<R: Reader + 'static> Reading<R> {
    fn begin(file: String, reader: R) -> Box<dyn Work> {
        Box::new(Self { file, reader: Some(reader) })
    }
}

impl<R: Reader> Work for Reading<R> {
    fn advance(&mut self, files: &dyn Files) -> Checked<Tick> {
        let over = || Diagnostic::new(Code::EngineInternal).with("detail", "read after its end");
        let source = open(files, &self.file)?;
        if let Some(progress) = self.reader.as_mut().ok_or_else(over)?.advance(source)? {
            return Ok(Tick::Working {
                done: progress.bytes_done,
                total: Some(progress.bytes_total),
                unit: Unit::Bytes,
            });
        }
        let Imported { table, rejects, bytes_read } = self.reader.take().ok_or_else(over)?.finish()?;
        let tables = Tables::from([("main".to_owned(), table), ("rejects".to_owned(), rejects)]);
        Ok(Tick::Finished { tables, bytes_read })
    }
}
