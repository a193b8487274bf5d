//! The kinds of forms, one file each.

mod anomalies;

use crate::kind::Kind;

/// All of them, in order of name.
pub const KINDS: [&Kind; 1] = [&anomalies::KIND];

/// The kind of a name.
pub fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.into_iter().find(|kind| kind.name == name)
}
