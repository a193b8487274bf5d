//! Reads an Apache Parquet file.

use protocol::Checked;

use super::reading::{FileImport, Reader};
use crate::source::parquet::{ParquetImport, ParquetOptions};
use crate::source::{ByteSource, Imported, Progress};

/// The operation `import_parquet`.
pub struct ImportParquet;

impl FileImport for ImportParquet {
    const NAME: &'static str = "import_parquet";
    const SETS_ASIDE: bool = false;
    type Options = ParquetOptions;
    type Reader = ParquetImport;

    fn file(options: &ParquetOptions) -> &str {
        &options.file
    }

    fn open(source: &dyn ByteSource, options: ParquetOptions, source_name: &str) -> Checked<ParquetImport> {
        ParquetImport::start(source, options, source_name)
    }
}

impl Reader for ParquetImport {
    fn advance(&mut self, source: &dyn ByteSource) -> Checked<Option<Progress>> {
        Self::advance(self, source)
    }

    fn finish(self) -> Checked<Imported> {
        Self::finish(self)
    }
}
