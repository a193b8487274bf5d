//! Reads a plain text: a line, a paragraph or the whole file a row.

use protocol::Checked;

use super::reading::FileImport;
use crate::source::ByteSource;
use crate::source::text::{TextImport, TextOptions, start};

/// The operation `import_text`.
pub struct ImportText;

impl FileImport for ImportText {
    const NAME: &'static str = "import_text";
    type Options = TextOptions;
    type Reader = TextImport;

    fn file(options: &TextOptions) -> &str {
        &options.file
    }

    fn open(source: &dyn ByteSource, options: TextOptions, source_name: &str) -> Checked<TextImport> {
        start(source, &options, source_name)
    }
}
