//! Reads a log: lines that fit a pattern, its captures as columns.

use protocol::Checked;

use super::reading::FileImport;
use crate::source::ByteSource;
use crate::source::log::{LogImport, LogOptions, start};

/// The operation `import_log`.
pub struct ImportLog;

impl FileImport for ImportLog {
    const NAME: &'static str = "import_log";
    type Options = LogOptions;
    type Reader = LogImport;

    fn file(options: &LogOptions) -> &str {
        &options.file
    }

    fn open(source: &dyn ByteSource, options: LogOptions, source_name: &str) -> Checked<LogImport> {
        start(source, &options, source_name)
    }
}
