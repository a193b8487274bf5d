//! Where a link or an image may go.

use crate::hash::is_safe_path;

/// Schemes of links that leave the page on the person's word.
const SCHEMES: [&str; 3] = ["http", "https", "mailto"];
/// Endings of files that are shown as images. An SVG in an image runs no script.
const IMAGES: [&str; 5] = ["png", "jpg", "jpeg", "webp", "svg"];

/// What an address names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// An address of the web, or of a letter.
    Web(String),
    /// A file of the pack, below its public folder.
    Pack(String),
    /// Anything else: it is not followed.
    Refused,
}

/// What a link names.
pub fn of_link(address: &str) -> Target {
    if address.chars().any(|char| char.is_control() || char.is_whitespace()) {
        return Target::Refused;
    }
    match scheme(address) {
        Some(scheme) if SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()) => Target::Web(address.to_owned()),
        Some(_) => Target::Refused,
        None => in_pack(address),
    }
}

/// What an image names: only a file of the pack, of a kind that is an image.
pub fn of_image(address: &str) -> Target {
    match in_pack(address) {
        Target::Pack(path) if ending(&path).is_some_and(|ending| IMAGES.contains(&ending)) => Target::Pack(path),
        _ => Target::Refused,
    }
}

/// Whether a file's name is that of an image.
pub fn is_image(path: &str) -> bool {
    matches!(of_image(path), Target::Pack(_))
}

fn in_pack(address: &str) -> Target {
    let path = address.strip_prefix("./").unwrap_or(address);
    if is_safe_path(path) { Target::Pack(path.to_owned()) } else { Target::Refused }
}

fn scheme(address: &str) -> Option<&str> {
    let end = address.find([':', '/', '?', '#'])?;
    address[end..].starts_with(':').then_some(&address[..end])
}

fn ending(path: &str) -> Option<&str> {
    path.rsplit_once('.').map(|(_, ending)| ending)
}
