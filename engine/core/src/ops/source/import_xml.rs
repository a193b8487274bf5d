//! Reads the records of an XML document.

use std::collections::BTreeMap;

use protocol::operation::{Example, Group, Port};
use protocol::{Checked, TableRef};

use crate::ops::{Files, Findings, Operation, Tables, Work};
use crate::source::xml::{XmlOptions, start};

/// The operation `import_xml`.
pub struct ImportXml;

impl Operation for ImportXml {
    const NAME: &'static str = "import_xml";
    const GROUP: Group = Group::Source;
    type Params = XmlOptions;

    fn inputs() -> Vec<Port> {
        Vec::new()
    }

    fn outputs() -> Vec<Port> {
        vec![Port::required("main"), Port::optional("rejects")]
    }

    fn files(params: &XmlOptions) -> Vec<String> {
        super::attached(&params.file)
    }

    fn validate(params: &XmlOptions, _inputs: &Tables) -> Findings {
        super::file_is_named(&params.file)
    }

    fn run(params: &XmlOptions, _inputs: &Tables) -> Checked<Tables> {
        super::unread(&params.file)
    }

    fn start(
        params: XmlOptions,
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
