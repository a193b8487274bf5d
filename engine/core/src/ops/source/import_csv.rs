//! Reads a delimited text file: a table, and the cells and records that could not be read.

use std::collections::BTreeMap;

use protocol::operation::{Example, Group, Port};
use protocol::{Checked, TableRef};

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
        super::attached(&params.file)
    }

    fn validate(params: &CsvOptions, _inputs: &Tables) -> Findings {
        super::file_is_named(&params.file)
    }

    fn run(params: &CsvOptions, _inputs: &Tables) -> Checked<Tables> {
        super::unread(&params.file)
    }

    fn start(
        params: CsvOptions,
        _inputs: &Tables,
        outputs: &BTreeMap<String, TableRef>,
        files: &dyn Files,
    ) -> Checked<Box<dyn Work>> {
        let (file, name) = (params.file.clone(), super::source_name(outputs));
        super::Reading::begin(files, file, move |source| CsvImport::start(source, params, &name))
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
