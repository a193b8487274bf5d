//! Reading a file by an operation: what is packed is unpacked, then a reader works slice by slice.
//!
//! An import operation says its options and its reader ([`FileImport`]); all else about it is the same and
//! stands here.

use std::collections::BTreeMap;

use protocol::message::Unit;
use protocol::operation::{Example, Group, Port};
use protocol::source::attached_name;
use protocol::{Checked, Code, Diagnostic, TableRef};
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::ops::{Files, Findings, Operation, Tables, Tick, Work};
use crate::source::archive::Unpacking;
use crate::source::stream::{Consumer, Streamed};
use crate::source::{ByteSource, Imported, MemorySource, Progress};

/// An operation that makes a table, and perhaps rejects, of one file.
pub trait FileImport: Send + Sync + 'static {
    /// Stable name, also of the file, the golden folder and the locale keys.
    const NAME: &'static str;
    /// Whether what does not read can be set aside; a format that is readable or not has no rejects.
    const SETS_ASIDE: bool = true;
    /// Parameters.
    type Options: Serialize + DeserializeOwned + JsonSchema + 'static;
    /// What reads the file.
    type Reader: Reader + 'static;

    /// The file, as it was attached or within an archive.
    fn file(options: &Self::Options) -> &str;
    /// Begins to read. `source_name` names the table that is made.
    ///
    /// # Errors
    /// What makes a file unreadable, or options that do not fit it.
    fn open(source: &dyn ByteSource, options: Self::Options, source_name: &str) -> Checked<Self::Reader>;
}

impl<I: FileImport> Operation for I {
    const NAME: &'static str = I::NAME;
    const GROUP: Group = Group::Source;
    type Params = I::Options;

    fn inputs() -> Vec<Port> {
        Vec::new()
    }

    fn outputs() -> Vec<Port> {
        let main = [Port::required("main")];
        main.into_iter().chain(I::SETS_ASIDE.then(|| Port::optional("rejects"))).collect()
    }

    fn files(params: &I::Options) -> Vec<String> {
        vec![attached_name(I::file(params)).to_owned()]
    }

    fn validate(params: &I::Options, _inputs: &Tables) -> Findings {
        let is_named = !I::file(params).is_empty();
        if is_named { Findings::new() } else { vec![*Diagnostic::new(Code::ParamRequired).at_field("/file")] }
    }

    /// There is nothing to run without a file.
    fn run(params: &I::Options, _inputs: &Tables) -> Checked<Tables> {
        Err(Diagnostic::new(Code::FileMissing).with("name", attached_name(I::file(params))))
    }

    fn start(
        params: I::Options,
        _inputs: &Tables,
        outputs: &BTreeMap<String, TableRef>,
        files: &dyn Files,
    ) -> Checked<Box<dyn Work>> {
        let (file, name) = (I::file(&params).to_owned(), source_name(outputs));
        Reading::begin(files, file, move |source| I::open(source, params, &name))
    }

    /// Its input is a file: the golden cases show it at work.
    fn examples() -> Vec<Example> {
        Vec::new()
    }
}

/// The attached file behind a reference.
fn open<'a>(files: &'a dyn Files, reference: &str) -> Checked<&'a dyn ByteSource> {
    let name = attached_name(reference);
    files.open(name).ok_or_else(|| Diagnostic::new(Code::FileMissing).with("name", name).at_field("/file"))
}

/// The name that travels with each row: that of the table the import makes.
pub fn source_name(outputs: &BTreeMap<String, TableRef>) -> String {
    outputs.get("main").map_or_else(|| "source".to_owned(), |table| table.name.clone())
}

/// A reader of one format, slice by slice.
pub trait Reader {
    /// Reads the next slice; `None` when all is read.
    ///
    /// # Errors
    /// What makes a file unreadable.
    fn advance(&mut self, source: &dyn ByteSource) -> Checked<Option<Progress>>;
    /// The result, once all is read.
    ///
    /// # Errors
    /// Only an inconsistency of the engine.
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
