//! Reads an Arrow IPC file or stream.

use std::collections::BTreeMap;

use protocol::operation::{Example, Group, Port};
use protocol::{Checked, TableRef};

use crate::ops::{Files, Findings, Operation, Tables, Work};
use crate::source::arrow::{ArrowImport, ArrowOptions, start};
use crate::source::{ByteSource, Imported, Progress};

/// The operation `import_arrow`.
pub struct ImportArrow;

impl Operation for ImportArrow {
    const NAME: &'static str = "import_arrow";
    const GROUP: Group = Group::Source;
    type Params = ArrowOptions;

    fn inputs() -> Vec<Port> {
        Vec::new()
    }

    fn files(params: &ArrowOptions) -> Vec<String> {
        super::attached(&params.file)
    }

    fn validate(params: &ArrowOptions, _inputs: &Tables) -> Findings {
        super::file_is_named(&params.file)
    }

    fn run(params: &ArrowOptions, _inputs: &Tables) -> Checked<Tables> {
        super::unread(&params.file)
    }

    fn start(
        params: ArrowOptions,
        _inputs: &Tables,
        outputs: &BTreeMap<String, TableRef>,
        files: &dyn Files,
    ) -> Checked<Box<dyn Work>> {
        let (file, name) = (params.file.clone(), super::source_name(outputs));
        super::Reading::begin(files, file, move |source| start(source, &params, &name))
    }

    /// Its input is a file: the golden cases show it at work.
    fn examples() -> Vec<Example> {
        Vec::new()
    }
}

impl super::Reader for ArrowImport {
    fn advance(&mut self, source: &dyn ByteSource) -> Checked<Option<Progress>> {
        Self::advance(self, source)
    }

    fn finish(self) -> Checked<Imported> {
        Self::finish(self)
    }
}
