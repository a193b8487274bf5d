//! The data of one candidate: files made from a specification and a seed, and the truth about them.
//!
//! Boundary: bytes and truth stay here; the page learns names, lengths and hashes, and a recipe reads the files
//! through the usual imports.

use std::collections::BTreeMap;

use generate::spec::DataSpec;
use generate::{Generated, Scale};
use protocol::score::{Instance, MadeFile};
use protocol::{Checked, Code, Diagnostic};

use crate::ops::Files;
use crate::score::Truth;
use crate::source::{ByteSource, MemorySource};

/// Files with known truth.
pub struct Made {
    /// What they were made from.
    pub instance: Instance,
    /// The truth.
    pub truth: Truth,
    /// What the page is told of each.
    pub files: Vec<MadeFile>,
    sources: BTreeMap<String, MemorySource>,
}
