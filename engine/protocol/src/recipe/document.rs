//! The document's shape, and its canonical hash.
//!
//! Fields that this version does not know are kept (`extra`), and so are steps whose operation is
//! unknown: opening a newer document and saving it again loses nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::TableRef;

/// A recipe may not have more steps than this: a bound against hostile documents.
pub const MAX_STEPS: usize = 2_000;

/// Identifies a step for its whole life, wherever it moves.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StepId(pub String);

impl std::fmt::Display for StepId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for StepId {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

/// A file that import steps read: known by name, recognised by hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileEntry {
    /// The name that steps use.
    pub name: String,
    /// Length in bytes.
    pub bytes: u64,
    /// Lower-case hexadecimal BLAKE3 of the content, once computed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hash: Option<String>,
}

/// One step of a recipe.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Stable id, unique in the recipe.
    pub id: StepId,
    /// Name of the operation.
    pub op: String,
    /// Version of the operation that the parameters were written for.
    #[serde(default = "first_version")]
    pub op_version: u32,
    /// Parameters, by the operation's schema.
    #[serde(default)]
    pub params: Map<String, Value>,
    /// Tables that go in, by port.
    #[serde(default)]
    pub inputs: BTreeMap<String, TableRef>,
    /// Tables that come out, by port.
    #[serde(default)]
    pub outputs: BTreeMap<String, TableRef>,
    /// The person's comment.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Switched off: kept, not run.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub disabled: bool,
    /// Fields of a later version.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

fn first_version() -> u32 {
    1
}

/// The document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recipe {
    /// Always [`Recipe::FORMAT`].
    pub format: String,
    /// Version of the document's shape.
    pub version: u32,
    /// The person's title of the work.
    #[serde(default)]
    pub title: String,
    /// Files that the import steps read.
    #[serde(default)]
    pub files: Vec<FileEntry>,
    /// Steps, run from first to last.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// Fields of a later version.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Default for Recipe {
    fn default() -> Self {
        Self {
            format: Self::FORMAT.to_owned(),
            version: Self::VERSION,
            title: String::new(),
            files: Vec::new(),
            steps: Vec::new(),
            extra: Map::new(),
        }
    }
}

impl Recipe {
    /// Marks the document among other JSON files.
    pub const FORMAT: &'static str = "creuset.recipe";
    /// The version that this code writes.
    pub const VERSION: u32 = 1;

    /// The step of this id.
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps.iter().find(|step| &step.id == id)
    }

    /// Its place in the list.
    pub fn position(&self, id: &StepId) -> Option<usize> {
        self.steps.iter().position(|step| &step.id == id)
    }

    /// The smallest `s<number>` that no step uses.
    pub fn free_step_id(&self) -> StepId {
        let highest =
            self.steps.iter().filter_map(|step| step.id.0.strip_prefix('s')?.parse::<u64>().ok()).max().unwrap_or(0);
        StepId(format!("s{}", highest.saturating_add(1)))
    }

    /// Readable JSON, two-space indent, as it is exported.
    pub fn to_pretty_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Compact JSON, as it crosses to the worker and is stored.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Lower-case hexadecimal BLAKE3 of the canonical form (RFC 8785).
    pub fn hash(&self) -> String {
        canonical_hash(self)
    }
}

/// A value's canonical JSON (RFC 8785).
pub fn canonical<T: Serialize>(value: &T) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(value).unwrap_or_default()
}

/// Lower-case hexadecimal BLAKE3 of a value's canonical JSON.
pub fn canonical_hash<T: Serialize>(value: &T) -> String {
    blake3::hash(&canonical(value)).to_hex().to_string()
}
