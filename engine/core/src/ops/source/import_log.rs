//! Reads a log: lines that fit a pattern, its captures as columns.

use std::collections::BTreeMap;

use protocol::operation::{Example, Group, Port};
use protocol::{Checked, TableRef};

use crate::ops::{Files, Findings, Operation, Tables, Work};
use crate::source::log::{LogOptions, start};

/// The operation `import_log`.
pub struct ImportLog;

impl Operation for ImportLog {
    const NAME: &'static str = "import_log";
    const GROUP: Group = Group::Source;
    type Params = LogOptions;

    fn inputs() -> Vec<Port> {
        Vec::new()
    }

    fn outputs() -> Vec<Port> {
        vec![Port::required("main"), Port::optional("rejects")]
    }

    fn files(params: &LogOptions) -> Vec<String> {
        super::attached(&params.file)
    }

    fn validate(params: &LogOptions, _inputs: &Tables) -> Findings {
        super::file_is_named(&params.file)
    }

    fn run(params: &LogOptions, _inputs: &Tables) -> Checked<Tables> {
        super::unread(&params.file)
    }

    fn start(
        params: LogOptions,
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
