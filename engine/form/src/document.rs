//! The document: rows with ids that stay, cells by field, and its canonical hash.
//!
//! Fields that this version does not know are kept, as in the recipe: opening a newer document and saving it again
//! loses nothing.

use protocol::recipe::canonical_hash;
use protocol::{Checked, Code, Diagnostic};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::kind::Kind;

/// A form may not have more rows than this: a bound against hostile documents and pasted files.
pub const MAX_ROWS: usize = 500;
/// A text may not have more characters than this.
pub const MAX_TEXT: usize = 4_000;

/// Identifies a row for its whole life, wherever it moves.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RowId(pub String);

impl std::fmt::Display for RowId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for RowId {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Unique in the form, and never given twice.
    pub id: RowId,
    /// What was filled in, by field; nothing where a field is empty.
    #[serde(default)]
    pub cells: Map<String, Value>,
    /// Fields of a later version.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// The document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Form {
    /// Always [`Form::FORMAT`].
    pub format: String,
    /// Version of the document's shape.
    pub version: u32,
    /// Name of its kind.
    pub kind: String,
    /// Version of the kind's fields that it was filled in for.
    pub kind_version: u32,
    /// Number of the last row that was ever added.
    #[serde(default)]
    pub last_row: u64,
    /// In their order.
    #[serde(default)]
    pub rows: Vec<Row>,
    /// Fields of a later version.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Form {
    /// Marks the document among other JSON files.
    pub const FORMAT: &'static str = "creuset.form";
    /// The version that this code writes.
    pub const VERSION: u32 = 1;

    /// An empty form.
    pub fn new(kind: &Kind) -> Self {
        Self {
            format: Self::FORMAT.to_owned(),
            version: Self::VERSION,
            kind: kind.name.to_owned(),
            kind_version: kind.version,
            last_row: 0,
            rows: Vec::new(),
            extra: Map::new(),
        }
    }

    /// The row of this id.
    pub fn row(&self, id: &RowId) -> Option<&Row> {
        self.rows.iter().find(|row| &row.id == id)
    }

    /// Its place in the form.
    pub fn position(&self, id: &RowId) -> Option<usize> {
        self.rows.iter().position(|row| &row.id == id)
    }

    /// Lower-case hexadecimal BLAKE3 of the canonical form (RFC 8785).
    pub fn hash(&self) -> String {
        canonical_hash(self)
    }

    /// Compact JSON, as it is stored.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a document and holds it to what this code relies on.
    ///
    /// # Errors
    /// `form-malformed`, `form-version`, `form-too-long`.
    pub fn parse(text: &str) -> Checked<Self> {
        let malformed = |detail: String| Diagnostic::new(Code::FormMalformed).with("detail", detail);
        let form: Self = serde_json::from_str(text).map_err(|error| malformed(error.to_string()))?;
        if form.format != Self::FORMAT {
            return Err(malformed(form.format));
        }
        if form.version > Self::VERSION {
            let wrong = Diagnostic::new(Code::FormVersion).with("version", u64::from(form.version));
            return Err(wrong.with("known", u64::from(Self::VERSION)));
        }
        if form.rows.len() > MAX_ROWS {
            return Err(too_long(form.rows.len()));
        }
        let mut ids: Vec<&RowId> = form.rows.iter().map(|row| &row.id).collect();
        ids.sort_unstable();
        if let Some(pair) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(malformed(pair[0].0.clone()));
        }
        Ok(form)
    }
}

impl Row {
    /// What a field holds; nothing where it is empty.
    pub fn cell(&self, field: &str) -> Option<&Value> {
        self.cells.get(field)
    }

    /// The text of a field that holds one: a text, a choice, a day, a single link. Nothing elsewhere.
    pub fn written(&self, field: &str) -> &str {
        self.cell(field).and_then(Value::as_str).unwrap_or_default()
    }
}

/// More rows than a form may have.
pub(crate) fn too_long(rows: usize) -> Box<Diagnostic> {
    Diagnostic::new(Code::FormTooLong).with("rows", rows).with("limit", MAX_ROWS)
}
