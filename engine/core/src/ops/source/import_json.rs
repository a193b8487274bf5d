//! Reads JSON Lines or a JSON document: records of nested fields as rows of flat ones.

use protocol::Checked;

use super::reading::FileImport;
use crate::source::ByteSource;
use crate::source::json::{JsonImport, JsonOptions, start};

/// The operation `import_json`.
pub struct ImportJson;

impl FileImport for ImportJson {
    const NAME: &'static str = "import_json";
    type Options = JsonOptions;
    type Reader = JsonImport;

    fn file(options: &JsonOptions) -> &str {
        &options.file
    }

    fn open(source: &dyn ByteSource, options: JsonOptions, source_name: &str) -> Checked<JsonImport> {
        start(source, &options, source_name)
    }
}
