//! The records of an XML document: elements that come again, their attributes and children as columns.
//!
//! Attributes are `@name`, children `name`, nested ones `a.b`; text beside children stands under the element's
//! own path. A path that comes again in one record holds a JSON list of its texts. Prefixes of namespaces are
//! dropped. Nothing outside the document is read, and no entity is expanded but the five of XML and numbers:
//! a record with another one goes to the rejects. So does the place where the document is malformed; what stands
//! before it is kept.

mod detect;
mod import;
mod record;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use detect::{detect, is_xml};
pub use import::{XmlImport, start};

use super::csv::options::{ColumnChoice, CsvEncoding};

/// Parameters of the operation `import_xml`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct XmlOptions {
    /// Name of the attached file.
    #[schemars(extend("x-widget" = "file"))]
    pub file: String,
    /// Path of the elements that are records, such as `catalog/book`, or only its end.
    pub record: String,
    /// Character encoding.
    pub encoding: CsvEncoding,
    /// Types of columns by name; those of other columns are inferred from samples.
    pub columns: Vec<ColumnChoice>,
}

impl Default for XmlOptions {
    fn default() -> Self {
        Self { file: String::new(), record: String::new(), encoding: CsvEncoding::Auto, columns: Vec::new() }
    }
}
