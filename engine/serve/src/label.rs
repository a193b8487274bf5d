//! What is said of a file: its type, and how long it may be kept.

use std::path::Path;

/// The media type. A `.gz` file is what it is: its reader undoes the compression, not the browser's transport.
pub fn content_type(file: &Path) -> String {
    let guess = mime_guess::from_path(file).first_or_octet_stream();
    let essence = guess.essence_str();
    let is_text = essence.starts_with("text/") || matches!(essence, "application/json" | "application/manifest+json");
    if is_text { format!("{essence}; charset=utf-8") } else { essence.to_owned() }
}

/// Pages and scripts are asked for anew each time; what carries its hash in its name never changes.
/// (A script beside the page is named by the hash of its module, not by its own: it does change.)
pub fn cache_control(file: &Path) -> &'static str {
    let script = file.extension().is_some_and(|extension| extension == "js" || extension == "html");
    let in_hashed_folder =
        file.parent().is_some_and(|parent| parent.iter().any(|part| is_hash(&part.to_string_lossy())));
    let hashed_name = file.file_stem().is_some_and(|stem| stem.to_string_lossy().split(['-', '_', '.']).any(is_hash));
    if in_hashed_folder || (hashed_name && !script) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

fn is_hash(text: &str) -> bool {
    text.len() >= 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_labelled() {
        let long = "public, max-age=31536000, immutable";
        let cases = [
            ("index.html", "text/html; charset=utf-8", "no-cache"),
            ("app-0123456789abcdef.js", "text/javascript; charset=utf-8", "no-cache"),
            ("app-0123456789abcdef_bg.wasm", "application/wasm", long),
            ("main-0123456789abcdef.css", "text/css; charset=utf-8", long),
            ("engine/0123456789abcdef/worker.js", "text/javascript; charset=utf-8", long),
            ("engine/0123456789abcdef/engine_bg.wasm.gz", "application/gzip", long),
            ("site.webmanifest", "application/manifest+json; charset=utf-8", "no-cache"),
            ("icon.svg", "image/svg+xml", "no-cache"),
            ("data.unknown", "application/octet-stream", "no-cache"),
        ];
        for (name, media_type, cache) in cases {
            assert_eq!(
                (content_type(Path::new(name)).as_str(), cache_control(Path::new(name))),
                (media_type, cache),
                "{name}"
            );
        }
    }
}
