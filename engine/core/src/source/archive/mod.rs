//! Files in files: what is compressed with gzip is read as if it were not, a zip archive opens by member.
//!
//! ```text
//! file reference ─▶ attached name [!/ member] ─▶ Unpacking, slice by slice ─▶ MemorySource ─▶ a reader
//! ```
//! The inner bytes come into memory, for readers jump. Two bounds stand against bombs: [`MAX_INNER_BYTES`], and
//! [`MAX_RATIO`] once [`FREE_BYTES`] came out. A member is found by a harmless name: no path leads anywhere.

mod unpack;
mod zip;

use protocol::source::{attached_name, member_name};
use protocol::{Checked, Code, Diagnostic};

use super::{ByteSource, MemorySource};

pub use unpack::Unpacking;
pub use zip::members;

/// Most bytes that a file may unpack to.
pub const MAX_INNER_BYTES: u64 = 700_000_000;

/// Most bytes that one compressed byte may become: real tables stay far below, bombs reach a thousand.
pub const MAX_RATIO: u64 = 250;

/// Bytes to which the ratio does not matter.
pub const FREE_BYTES: u64 = 64 << 20;

/// What a file is wrapped in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrapping {
    /// gzip (RFC 1952): one file.
    Gzip,
    /// zip: members by name.
    Zip,
}

/// What a file is wrapped in, by its first bytes.
pub fn wrapping(source: &dyn ByteSource) -> Option<Wrapping> {
    let mut magic = [0; 4];
    if source.len() < 4 || source.read(0, &mut magic).is_err() {
        return None;
    }
    match magic {
        [0x1f, 0x8b, 8, _] => Some(Wrapping::Gzip),
        [b'P', b'K', 3, 4] | [b'P', b'K', 5, 6] => Some(Wrapping::Zip),
        _ => None,
    }
}

/// The bytes behind a reference, unpacked at once; `None` where the file is not wrapped.
///
/// # Errors
/// `archive-malformed`, `archive-member`, `archive-unsupported`, `archive-too-large`, `archive-ratio`,
/// `file-unreadable`.
pub fn unpack(source: &dyn ByteSource, reference: &str) -> Checked<Option<MemorySource>> {
    let Some(mut unpacking) = Unpacking::begin(source, reference)? else { return Ok(None) };
    while unpacking.advance(source)?.is_some() {}
    unpacking.finish().map(Some)
}

fn malformed(name: &str, detail: impl Into<String>) -> Box<Diagnostic> {
    let detail: String = detail.into().chars().take(200).collect();
    Diagnostic::new(Code::ArchiveMalformed).with("name", attached_name(name)).with("detail", detail)
}

/// The member that a reference names.
fn find(members: &[zip::Member], reference: &str) -> Checked<zip::Member> {
    let wanted = member_name(reference).unwrap_or_default();
    members.iter().find(|member| member.name == wanted).cloned().ok_or_else(|| {
        let candidates: Vec<String> = members.iter().take(100).map(|member| member.name.clone()).collect();
        Diagnostic::new(Code::ArchiveMember)
            .with("name", attached_name(reference))
            .with("member", wanted)
            .with("candidates", candidates)
            .at_field("/file")
    })
}
