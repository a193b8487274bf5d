//! Reads an Apache Parquet file.

use std::collections::BTreeMap;

use protocol::operation::{Example, Group, Port};
use protocol::{Checked, TableRef};

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
        super::attached(&params.file)
    }

    fn validate(params: &ParquetOptions, _inputs: &Tables) -> Findings {
        super::file_is_named(&params.file)
    }

    fn run(params: &ParquetOptions, _inputs: &Tables) -> Checked<Tables> {
        super::unread(&params.file)
    }

    fn start(
        params: ParquetOptions,
        _inputs: &Tables,
        outputs: &BTreeMap<String, TableRef>,
        files: &dyn Files,
    ) -> Checked<Box<dyn Work>> {
        let (file, name) = (params.file.clone(), super::source_name(outputs));
        super::Reading::begin(files, file, move |source| ParquetImport::start(source, params, &name))
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
