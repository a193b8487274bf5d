//! Reads a text whose columns stand at fixed places.

use protocol::Checked;

use super::reading::FileImport;
use crate::source::ByteSource;
use crate::source::fixed::{FixedImport, FixedOptions, start};

/// The operation `import_fixed`.
pub struct ImportFixed;

impl FileImport for ImportFixed {
    const NAME: &'static str = "import_fixed";
    type Options = FixedOptions;
    type Reader = FixedImport;

    fn file(options: &FixedOptions) -> &str {
        &options.file
    }

    fn open(source: &dyn ByteSource, options: FixedOptions, source_name: &str) -> Checked<FixedImport> {
        start(source, &options, source_name)
    }
}
