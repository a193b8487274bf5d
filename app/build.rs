//! Prepares what the pages embed: the locale files by language, and the help rendered to HTML.

#![allow(clippy::disallowed_methods, reason = "a build script reads what it embeds")]

#[path = "build/help.rs"]
mod help;
#[path = "build/locales.rs"]
mod locales;
#[path = "src/i18n/typography.rs"]
mod typography;

use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    locales::embed(&root, &out)?;
    help::render(&root, &out)?;
    Ok(())
}
