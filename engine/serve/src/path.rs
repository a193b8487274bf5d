//! From the target of a request to a file inside the folder, and to nothing outside it.

use std::path::{Path, PathBuf};

/// What a URL names.
#[derive(Debug, PartialEq, Eq)]
pub enum Target {
    /// This file.
    File(PathBuf),
    /// A folder named without its slash: relative links would break, so the browser is sent here.
    Folder(String),
    /// Nothing.
    Missing,
}

/// Resolves the target of a request. `folder` is canonical, `prefix` has a slash at both ends.
pub fn resolve(folder: &Path, prefix: &str, url: &str) -> Target {
    let (url, query) = match url.split_once('?') {
        Some((url, query)) => (url, format!("?{query}")),
        None => (url, String::new()),
    };
    if format!("{url}/") == prefix {
        return Target::Folder(format!("{prefix}{query}"));
    }
    let Some(below) = url.strip_prefix(prefix) else { return Target::Missing };
    let Some(relative) = relative(below) else { return Target::Missing };
    // Links are followed here, and must still end inside.
    let Ok(path) = folder.join(relative).canonicalize() else { return Target::Missing };
    if !path.starts_with(folder) {
        return Target::Missing;
    }
    let wants_folder = below.is_empty() || below.ends_with('/');
    match (path.is_dir(), wants_folder) {
        (true, true) if path.join("index.html").is_file() => Target::File(path.join("index.html")),
        (true, false) => Target::Folder(format!("{url}/{query}")),
        (false, false) => Target::File(path),
        _ => Target::Missing,
    }
}

/// The decoded path, if each of its parts is a plain name: no parent, no drive, no separator in disguise.
fn relative(below: &str) -> Option<PathBuf> {
    let below = below.strip_suffix('/').unwrap_or(below);
    if below.is_empty() {
        return Some(PathBuf::new());
    }
    below.split('/').map(|part| decoded(part).filter(|name| is_plain(name))).collect()
}

fn is_plain(name: &str) -> bool {
    !matches!(name, "" | "." | "..") && !name.contains(['/', '\\', ':', '\0'])
}

/// Undoes percent-encoding; `None` if it is malformed or not UTF-8.
fn decoded(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let [first, tail @ ..] = rest {
        if *first == b'%' {
            let digits = std::str::from_utf8(tail.get(..2)?).ok()?;
            if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
                return None;
            }
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = tail.get(2..)?;
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_pass() {
        let cases = [
            ("a/b.js", Some("a/b.js")),
            ("", Some("")),
            ("a/", Some("a")),
            ("caf%C3%A9.txt", Some("café.txt")),
            ("a%20b", Some("a b")),
            ("../a", None),
            ("a/../../b", None),
            ("%2e%2e/a", None),
            ("%2E%2e%2fa", None),
            ("..%5ca", None),
            ("a//b", None),
            ("C:/a", None),
            ("a%00", None),
            ("a%", None),
            ("a%+1", None),
            ("a%ff", None),
        ];
        for (below, expected) in cases {
            assert_eq!(relative(below), expected.map(PathBuf::from), "{below}");
        }
    }
}
