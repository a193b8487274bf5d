//! The service worker and its list: every file of a first visit, with the hashes of what it may hold.
//!
//! The worker refuses a version of which one file is not what the list says, so the list is made last.

use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use flate2::read::MultiGzDecoder;
use sha2::{Digest, Sha256};

use crate::build::exercises;

/// What the worker's script is called beside the page.
pub const SCRIPT: &str = "service-worker.js";
/// What stands in the script for the list.
const PLACEHOLDER: &str = r#""__PRECACHE__""#;
/// Where the page says whether there is a list.
const UNNAMED: &str = r#"<meta name="offline-build" content="">"#;
/// Digits of a build's name.
const ID: usize = 16;

/// Whether a first visit asks for a file: all of the page but the licence texts, what hosts read, the worker,
/// which browsers keep by themselves, and the exercises, which an instructor changes without a build.
pub fn is_visited(name: &str) -> bool {
    let document = [".txt", ".md"].iter().any(|ending| name.ends_with(ending));
    !document && name != "_headers" && name != SCRIPT && !name.starts_with(exercises::FOLDER)
}

/// Names of all files below a folder, with `/` between their parts, in order.
pub fn names(root: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    walk(root, root, &mut found).with_context(|| format!("{} cannot be read", root.display()))?;
    found.sort();
    Ok(found)
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(root, &path, found)?;
        } else {
            found.push(path.strip_prefix(root)?.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}

/// Writes the worker with the list of `site`, and names the build in the page.
pub fn write(site: &Path, script: &str) -> Result<()> {
    let listed: Vec<String> = names(site)?.into_iter().filter(|name| is_visited(name)).collect();
    let mut hasher = blake3::Hasher::new();
    hasher.update(script.as_bytes());
    for name in &listed {
        hasher.update(name.as_bytes()).update(&[0]).update(blake3::hash(&fs::read(site.join(name))?).as_bytes());
    }
    let build = hasher.finalize().to_hex()[..ID].to_owned();
    // The page is listed with the name in it, so it is named before its hash is taken.
    let index = site.join("index.html");
    let html = fs::read_to_string(&index)?;
    ensure!(html.matches(UNNAMED).count() == 1, "index.html must hold {UNNAMED} once");
    fs::write(&index, html.replace(UNNAMED, &UNNAMED.replace("\"\"", &format!("\"{build}\""))))?;
    let files = listed.iter().map(|name| entry(site, name)).collect::<Result<Vec<_>>>()?;
    put(site, script, &format!("{{\"build\":\"{build}\",\"files\":[\n{}\n]}}", files.join(",\n")))
}

/// Writes the worker without a list: of a site that changes all the time nothing is kept.
pub fn write_empty(site: &Path, script: &str) -> Result<()> {
    put(site, script, r#"{"build":"","files":[]}"#)
}

fn put(site: &Path, script: &str, list: &str) -> Result<()> {
    ensure!(script.matches(PLACEHOLDER).count() == 1, "{SCRIPT} must hold {PLACEHOLDER} once");
    fs::write(site.join(SCRIPT), script.replace(PLACEHOLDER, list))?;
    Ok(())
}

/// A line of the list. The page is asked for by its folder: some hosts send `index.html` there.
fn entry(site: &Path, name: &str) -> Result<String> {
    let bytes = fs::read(site.join(name))?;
    let mut hashes = vec![hash(&bytes)];
    if name.ends_with(".gz") {
        // Some hosts have the browser undo the compression: what arrives is what was packed.
        let mut unpacked = Vec::new();
        MultiGzDecoder::new(&bytes[..]).read_to_end(&mut unpacked).with_context(|| name.to_owned())?;
        hashes.push(hash(&unpacked));
    }
    let path = if name == "index.html" { "./" } else { name };
    ensure!(
        path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte)),
        "{path} is no plain name"
    );
    Ok(format!("{{\"path\":\"{path}\",\"sha256\":[\"{}\"]}}", hashes.join("\",\"")))
}

fn hash(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_holds_a_first_visit() -> Result<()> {
        let cases = [
            ("index.html", true),
            ("main-0123456789abcdef.css", true),
            ("engine/0123456789abcdef/engine_bg.wasm.gz", true),
            ("manifest.webmanifest", true),
            ("fonts/OFL.txt", false),
            ("fonts/README.md", false),
            ("_headers", false),
            ("exercises/catalog.toml", false),
            ("exercises/a/public/images/b.svg", false),
            (SCRIPT, false),
        ];
        for (name, visited) in cases {
            assert_eq!(is_visited(name), visited, "{name}");
        }

        let site = std::env::temp_dir().join(format!("creuset-precache-{}", std::process::id()));
        fs::create_dir_all(site.join("fonts"))?;
        fs::write(site.join("fonts/OFL.txt"), "licence")?;
        fs::write(site.join("a.js"), "")?;
        let page = format!("<head>{UNNAMED}</head>");
        let script = format!("const PRECACHE = {PLACEHOLDER};");
        let mut builds = Vec::new();
        for text in ["", "", "1"] {
            fs::write(site.join("index.html"), &page)?;
            fs::write(site.join("a.js"), text)?;
            write(&site, &script)?;
            let worker = fs::read_to_string(site.join(SCRIPT))?;
            assert!(worker.contains(r#"{"path":"./","sha256":[""#) && !worker.contains("OFL"), "{worker}");
            assert!(worker.contains(&hash(&fs::read(site.join("index.html"))?)), "{worker}");
            builds.push(fs::read_to_string(site.join("index.html"))?);
        }
        assert_eq!(builds[0], builds[1]);
        assert_ne!(builds[1], builds[2]);
        fs::remove_dir_all(site)?;
        Ok(())
    }

    #[test]
    fn hashes_are_those_of_the_browser() {
        // FIPS 180-2, appendix B.1.
        assert_eq!(hash(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
