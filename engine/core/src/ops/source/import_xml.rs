//! Reads the records of an XML document.

use protocol::Checked;

use super::reading::FileImport;
use crate::source::ByteSource;
use crate::source::xml::{XmlImport, XmlOptions, start};

/// The operation `import_xml`.
pub struct ImportXml;

impl FileImport for ImportXml {
    const NAME: &'static str = "import_xml";
    type Options = XmlOptions;
    type Reader = XmlImport;

    fn file(options: &XmlOptions) -> &str {
        &options.file
    }

    fn open(source: &dyn ByteSource, options: XmlOptions, source_name: &str) -> Checked<XmlImport> {
        start(source, &options, source_name)
    }
}
