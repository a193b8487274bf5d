//! Reads a delimited text file: a table, and the cells and records that could not be read.

use std::collections::BTreeMap;

use protocol::operation::{Example, Group, Port};
use protocol::{Checked, Code, Diagnostic, TableRef};

use crate::ops::{Files, Findings, Operation, Tables, Work};
use crate::source::csv::{CsvImport, CsvOptions};
use crate::source::{ByteSource, Imported, Progress};

/// The operation `import_csv`.
pub struct ImportCsv;

impl Operation for ImportCsv {
    const NAME: &'static str = "import_csv";
    const GROUP: Group = Group::Source;
    type Params = CsvOptions;

    fn inputs() -> Vec<Port> {
        Vec::new()
    }

    fn outputs() -> Vec<Port> {
        vec![Port::required("main"), Port::optional("rejects")]
    }

    fn files(params: &CsvOptions) -> Vec<String> {
        vec![params.file.clone()]
    }

    fn validate(params: &CsvOptions, _inputs: &Tables) -> Findings {
        super::file_is_named(&params.file)
    }

    fn run(params: &CsvOptions, _inputs: &Tables) -> Checked<Tables> {
        Err(Diagnostic::new(Code::FileMissing).with("name", params.file.as_str()))
    }

    fn start(
        params: CsvOptions,
        _inputs: &Tables,
        outputs: &BTreeMap<String, TableRef>,
        files: &dyn Files,
    ) -> Checked<Box<dyn Work>> {
        let source = super::open(files, &params.file)?;
        let file = params.file.clone();
        Ok(super::Reading::begin(file, CsvImport::start(source, params, &super::source_name(outputs))?))
    }

    /// Its input is a file: the golden cases show it at work.
    fn examples() -> Vec<Example> {
        Vec::new()
    }
}

impl super::Reader for CsvImport {
    fn advance(&mut self, source: &dyn ByteSource) -> Checked<Option<Progress>> {
        Self::advance(self, source)
    }

    fn finish(self) -> Checked<Imported> {
        Self::finish(self)
    }
}
