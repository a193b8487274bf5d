//! Writes `locales.rs`: for each language, its message files in the order of their names.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The message files of a language, in the order of their names.
pub fn files(root: &Path, language: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let folder = root.join("locales").join(language);
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "ftl"))
        .collect();
    files.sort();
    for file in &files {
        println!("cargo::rerun-if-changed={}", file.display());
    }
    Ok(files)
}

/// Writes the list that `src/i18n.rs` includes.
pub fn embed(root: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let mut code = String::new();
    for language in ["fr", "en"] {
        writeln!(code, "/// Messages in {language}: file name and content.")?;
        writeln!(code, "pub const {}: &[(&str, &str)] = &[", language.to_uppercase())?;
        for file in files(root, language)? {
            let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            writeln!(code, "    ({name:?}, include_str!({:?})),", file.display().to_string())?;
        }
        writeln!(code, "];")?;
    }
    std::fs::write(out.join("locales.rs"), code)?;
    Ok(())
}
