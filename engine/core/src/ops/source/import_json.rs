//! Reads JSON Lines or a JSON document: records of nested fields as rows of flat ones.

use std::collections::BTreeMap;

use protocol::operation::{Example, Group, Port};
use protocol::{Checked, TableRef};

use crate::ops::{Files, Findings, Operation, Tables, Work};
use crate::source::json::{JsonOptions, start};

/// The operation `import_json`.
pub struct ImportJson;

impl Operation for ImportJson {
    const NAME: &'static str = "import_json";
    const GROUP: Group = Group::Source;
    type Params = JsonOptions;

    fn inputs() -> Vec<Port> {
        Vec::new()
    }

    fn outputs() -> Vec<Port> {
        vec![Port::required("main"), Port::optional("rejects")]
    }

    fn files(params: &JsonOptions) -> Vec<String> {
        super::attached(&params.file)
    }

    fn validate(params: &JsonOptions, _inputs: &Tables) -> Findings {
        super::file_is_named(&params.file)
    }

    fn run(params: &JsonOptions, _inputs: &Tables) -> Checked<Tables> {
        super::unread(&params.file)
    }

    fn start(
        params: JsonOptions,
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
