//! Reads a delimited text file: a table, and the cells and records that could not be read.

use protocol::Checked;

use super::reading::{FileImport, Reader};
use crate::source::csv::{CsvImport, CsvOptions};
use crate::source::{ByteSource, Imported, Progress};

/// The operation `import_csv`.
pub struct ImportCsv;

impl FileImport for ImportCsv {
    const NAME: &'static str = "import_csv";
    type Options = CsvOptions;
    type Reader = CsvImport;

    fn file(options: &CsvOptions) -> &str {
        &options.file
    }

    fn open(source: &dyn ByteSource, options: CsvOptions, source_name: &str) -> Checked<CsvImport> {
        CsvImport::start(source, options, source_name)
    }
}

impl Reader for CsvImport {
    fn advance(&mut self, source: &dyn ByteSource) -> Checked<Option<Progress>> {
        Self::advance(self, source)
    }

    fn finish(self) -> Checked<Imported> {
        Self::finish(self)
    }
}
