//! Reads a plain text: one line or paragraph a row.

use std::collections::BTreeMap;

use protocol::operation::{Example, Group, Port};
use protocol::{Checked, TableRef};

use crate::ops::{Files, Findings, Operation, Tables, Work};
use crate::source::text::{TextOptions, start};

/// The operation `import_text`.
pub struct ImportText;

impl Operation for ImportText {
    const NAME: &'static str = "import_text";
    const GROUP: Group = Group::Source;
    type Params = TextOptions;

    fn inputs() -> Vec<Port> {
        Vec::new()
    }

    fn outputs() -> Vec<Port> {
        vec![Port::required("main"), Port::optional("rejects")]
    }

    fn files(params: &TextOptions) -> Vec<String> {
        super::attached(&params.file)
    }

    fn validate(params: &TextOptions, _inputs: &Tables) -> Findings {
        super::file_is_named(&params.file)
    }

    fn run(params: &TextOptions, _inputs: &Tables) -> Checked<Tables> {
        super::unread(&params.file)
    }

    fn start(
        params: TextOptions,
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
