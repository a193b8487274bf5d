//! Reads an Arrow IPC file or stream.

use protocol::Checked;

use super::reading::{FileImport, Reader};
use crate::source::arrow::{ArrowImport, ArrowOptions, start};
use crate::source::{ByteSource, Imported, Progress};

/// The operation `import_arrow`.
pub struct ImportArrow;

impl FileImport for ImportArrow {
    const NAME: &'static str = "import_arrow";
    const SETS_ASIDE: bool = false;
    type Options = ArrowOptions;
    type Reader = ArrowImport;

    fn file(options: &ArrowOptions) -> &str {
        &options.file
    }

    fn open(source: &dyn ByteSource, options: ArrowOptions, source_name: &str) -> Checked<ArrowImport> {
        start(source, &options, source_name)
    }
}

impl Reader for ArrowImport {
    fn advance(&mut self, source: &dyn ByteSource) -> Checked<Option<Progress>> {
        Self::advance(self, source)
    }

    fn finish(self) -> Checked<Imported> {
        Self::finish(self)
    }
}
