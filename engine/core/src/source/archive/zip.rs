//! The members of a zip archive, from its central directory (PKWARE APPNOTE 6.3.10).
//!
//! Read by hand: the usual library switches on features below Polars. Members that are stored or deflated can
//! be read; encrypted ones and other methods are listed and refused.

use std::collections::BTreeSet;

use encoding_rs::mem;
use protocol::Checked;

use super::malformed;
use crate::source::{ByteSource, read_onto};

/// Most members that are listed.
const MAX_MEMBERS: usize = 10_000;

/// Longest central directory that is read.
const MAX_DIRECTORY_BYTES: u64 = 16 << 20;

/// How a member is compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Not at all.
    Stored,
    /// Deflate (RFC 1951).
    Deflated,
    /// In a way that is not read, with its name.
    Other(&'static str),
}

/// A file in the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its path, without what could lead out of the archive; unique.
    pub name: String,
    /// How it is compressed.
    pub method: Method,
    /// Length in the archive.
    pub compressed: u64,
    /// Length once unpacked.
    pub bytes: u64,
    /// CRC-32 of what is unpacked.
    pub checksum: u32,
    header: u64,
}

fn short(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes).map(u64::from)
}

fn word(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes).map(u64::from)
}

fn long(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..at + 8)?.try_into().ok().map(u64::from_le_bytes)
}

/// The files of an archive, in its order; folders and the notes of file managers are left out.
///
/// # Errors
/// `archive-malformed`, `file-unreadable`.
pub fn members(source: &dyn ByteSource, name: &str) -> Checked<Vec<Member>> {
    let directory = directory(source, name)?;
    let (mut members, mut names, mut rest) = (Vec::new(), BTreeSet::new(), directory.as_slice());
    while rest.starts_with(b"PK\x01\x02") && members.len() < MAX_MEMBERS {
        let (member, length) = entry(rest).ok_or_else(|| malformed(name, "central directory"))?;
        rest = rest.get(length..).unwrap_or_default();
        let is_note = member.name.split('/').any(|part| part == "__MACOSX" || part.starts_with('.'));
        if !member.name.is_empty() && !is_note && names.insert(member.name.clone()) {
            members.push(member);
        }
    }
    Ok(members)
}

/// The bytes of the central directory.
fn directory(source: &dyn ByteSource, name: &str) -> Checked<Vec<u8>> {
    let fault = || malformed(name, "no central directory");
    let length = source.len();
    // The record at the end may have a comment of 64 KiB after it.
    let tail_start = length.saturating_sub(22 + 65_535 + 20);
    let mut tail = Vec::new();
    read_onto(source, name, tail_start, (length - tail_start) as usize, &mut tail)?;
    let end = memchr::memmem::rfind(&tail, b"PK\x05\x06").ok_or_else(fault)?;
    let (mut bytes, mut start) = (word(&tail, end + 12).ok_or_else(fault)?, word(&tail, end + 16).ok_or_else(fault)?);
    if start == u64::from(u32::MAX) || bytes == u64::from(u32::MAX) {
        let locator = end.checked_sub(20).filter(|at| tail[*at..].starts_with(b"PK\x06\x07")).ok_or_else(fault)?;
        let record = long(&tail, locator + 8).ok_or_else(fault)?;
        let mut large = Vec::new();
        read_onto(source, name, record.min(length), 56, &mut large)?;
        (bytes, start) = (long(&large, 40).ok_or_else(fault)?, long(&large, 48).ok_or_else(fault)?);
    }
    if bytes > MAX_DIRECTORY_BYTES || start.checked_add(bytes).is_none_or(|end| end > length) {
        return Err(fault());
    }
    let mut directory = Vec::new();
    read_onto(source, name, start, bytes as usize, &mut directory)?;
    Ok(directory)
}

/// An entry of the central directory, and its length. A folder has an empty name.
fn entry(bytes: &[u8]) -> Option<(Member, usize)> {
    let flags = short(bytes, 8)?;
    let method = match (flags & 1, short(bytes, 10)?) {
        (1, _) => Method::Other("encryption"),
        (_, 0) => Method::Stored,
        (_, 8) => Method::Deflated,
        (_, 9) => Method::Other("Deflate64"),
        (_, 12) => Method::Other("bzip2"),
        (_, 14) => Method::Other("LZMA"),
        (_, 93) => Method::Other("zstd"),
        _ => Method::Other("?"),
    };
    let (name, extra, comment) = (short(bytes, 28)? as usize, short(bytes, 30)? as usize, short(bytes, 32)? as usize);
    let raw = bytes.get(46..46 + name)?;
    let mut sizes = [word(bytes, 24)?, word(bytes, 20)?, word(bytes, 42)?];
    enlarge(&mut sizes, bytes.get(46 + name..46 + name + extra)?);
    let [unpacked, compressed, header] = sizes;
    let text = std::str::from_utf8(raw).map_or_else(|_| mem::decode_latin1(raw).into_owned(), str::to_owned);
    let name_of = if text.ends_with(['/', '\\']) { String::new() } else { harmless(&text) };
    let checksum = word(bytes, 16)? as u32;
    let member = Member { name: name_of, method, compressed, bytes: unpacked, checksum, header };
    Some((member, 46 + name + extra + comment))
}

/// Takes sizes of 64 bits from the extra field, in the order in which they stand there.
fn enlarge(sizes: &mut [u64; 3], mut extra: &[u8]) {
    while let (Some(kind), Some(length)) = (short(extra, 0), short(extra, 2)) {
        let Some(field) = extra.get(4..4 + length as usize) else { return };
        if kind == 1 {
            let large = sizes.iter_mut().filter(|size| **size == u64::from(u32::MAX));
            for (index, size) in large.enumerate() {
                *size = long(field, index * 8).unwrap_or(*size);
            }
            return;
        }
        extra = &extra[4 + length as usize..];
    }
}

/// A path without control characters, drives, and steps up or to the root.
fn harmless(path: &str) -> String {
    let plain: String = path.chars().filter(|char| !char.is_control()).collect();
    let plain = plain.replace('\\', "/");
    let parts = plain.split('/').filter(|part| !matches!(*part, "" | "." | "..") && !part.ends_with(':'));
    parts.collect::<Vec<_>>().join("/")
}

/// Where the bytes of a member begin.
///
/// # Errors
/// `archive-malformed`, `file-unreadable`.
pub fn data_start(source: &dyn ByteSource, name: &str, member: &Member) -> Checked<u64> {
    let mut header = Vec::new();
    read_onto(source, name, member.header.min(source.len()), 30, &mut header)?;
    let lengths = header.starts_with(b"PK\x03\x04").then(|| Some(short(&header, 26)? + short(&header, 28)?)).flatten();
    let start = lengths.and_then(|lengths| member.header.checked_add(30 + lengths));
    let inside = |start: &u64| start.checked_add(member.compressed).is_some_and(|end| end <= source.len());
    start.filter(inside).ok_or_else(|| malformed(name, "member outside file"))
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn paths_lead_nowhere() {
        for (path, expected) in [
            ("a/b.csv", "a/b.csv"),
            ("../../etc/passwd", "etc/passwd"),
            ("/root.csv", "root.csv"),
            ("C:\\temp\\a.csv", "temp/a.csv"),
            ("a/./\u{1f}b.csv", "a/b.csv"),
            ("..", ""),
        ] {
            assert_eq!(harmless(path), expected, "{path}");
        }
    }
}
