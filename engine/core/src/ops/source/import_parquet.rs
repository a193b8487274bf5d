//! Reads an Apache Parquet file.

use std::collections::BTreeMap;

use protocol::operation::{Example, Group, Port};
use protocol::{Checked, Code, Diagnostic, TableRef};

use crate::ops::{Files, Findings, Operation, Tables, Work};
use crate::source::parquet::{ParquetImport, ParquetOptions};
use crate::source::{ByteSource, Imported, Progress};

/// The operation `import_parquet`.
pub struct ImportParquet;

impl Operation for ImportParquet {
    const NAME: &'static str = "import_parquet";
    const GROUP: Group = Group::Source;
    type Params = ParquetOptions;

    fn inputs() -> Vec<Port> {
        Vec::new()
    }

    fn files(params: &ParquetOptions) -> Vec<String> {
        vec![params.file.clone()]
    }

    fn validate(params: &ParquetOptions, _inputs: &Tables) -> Findings {
        super::file_is_named(&params.file)
    }

    fn run(params: &ParquetOptions, _inputs: &Tables) -> Checked<Tables> {
        Err(Diagnostic::new(Code::FileMissing).with("name", params.file.as_str()))
    }

    fn start(
        params: ParquetOptions,
        _inputs: &Tables,
        outputs: &BTreeMap<String, TableRef>,
        files: &dyn Files,
    ) -> Checked<Box<dyn Work>> {
        let source = super::open(files, &params.file)?;
        let file = params.file.clone();
        Ok(super::Reading::begin(file, ParquetImport::start(source, params, &super::source_name(outputs))?))
    }

    /// Its input is a file: the golden cases show it at work.
    fn examples() -> Vec<Example> {
        Vec::new()
    }
}

impl super::Reader for ParquetImport {
    fn advance(&mut self, source: &dyn ByteSource) -> Checked<Option<Progress>> {
        Self::advance(self, source)
    }

    fn finish(self) -> Checked<Imported> {
        Self::finish(self)
    }
}
