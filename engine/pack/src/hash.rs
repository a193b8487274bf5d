//! What a pack is, byte by byte: the list of its public files, and the hash that an attempt pins.

use crate::file::catalog::FileEntry;

/// What the list says of a file.
pub fn file_entry(path: &str, bytes: &[u8]) -> FileEntry {
    let blake3 = blake3::hash(bytes).to_hex().to_string();
    FileEntry { path: path.to_owned(), bytes: bytes.len() as u64, blake3 }
}

/// BLAKE3 over the files in the order of their paths: for each its path, a zero byte, its size in decimal digits,
/// a zero byte, its hash in hexadecimal digits, and a line feed.
pub fn pack_hash(files: &[FileEntry]) -> String {
    let mut files: Vec<&FileEntry> = files.iter().collect();
    files.sort_by(|left, right| left.path.cmp(&right.path));
    let mut hasher = blake3::Hasher::new();
    for FileEntry { path, bytes, blake3 } in files {
        for part in [path.as_bytes(), &[0], bytes.to_string().as_bytes(), &[0], blake3.as_bytes(), b"\n"] {
            hasher.update(part);
        }
    }
    hasher.finalize().to_hex().to_string()
}

/// Whether a path stays below the folder that it starts from, on every system and as an address:
/// parts of ASCII letters, digits, `-`, `_` and `.`, none of which begins with a dot.
pub fn is_safe_path(path: &str) -> bool {
    path.len() <= 200
        && path.split('/').all(|part| {
            !part.is_empty()
                && !part.starts_with('.')
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
        })
}
