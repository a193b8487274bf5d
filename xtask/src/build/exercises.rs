//! The exercises of a site: what candidates may read, and nothing of what proves the scorers.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::build::site::copy;

/// Where they stand in a site: the folder of an address.
pub const FOLDER: &str = "exercises/";
/// Files beside the packs that the page reads, and the register of licences, which goes with the data.
const FILES: [&str; 4] = ["catalog.toml", "referentiel.toml", "thresholds.toml", "LICENCES-DATA.md"];
/// Folders beside the packs that the page reads.
const FOLDERS: [&str; 1] = ["cards"];
/// The part of a pack that is published. What stands beside it in the pack is its author's.
const PUBLIC: &str = "public";

/// Copies the published part of `exercises` into a site.
pub fn publish(exercises: &Path, site: &Path) -> Result<()> {
    let target = site.join(FOLDER);
    fs::create_dir_all(&target)?;
    for name in FILES.iter().filter(|name| exercises.join(name).is_file()) {
        fs::copy(exercises.join(name), target.join(name)).with_context(|| (*name).to_owned())?;
    }
    for name in FOLDERS.iter().filter(|name| exercises.join(name).is_dir()) {
        copy(&exercises.join(name), &target.join(name))?;
    }
    for entry in fs::read_dir(exercises).with_context(|| exercises.display().to_string())? {
        let entry = entry?;
        let public = entry.path().join(PUBLIC);
        if public.is_dir() {
            copy(&public, &target.join(entry.file_name()).join(PUBLIC))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::precache::names;

    #[test]
    fn what_is_private_is_never_published() -> Result<()> {
        let root = std::env::temp_dir().join(format!("creuset-exercises-{}", std::process::id()));
        let (exercises, site) = (root.join("exercises"), root.join("site"));
        let written = [
            ("catalog.toml", true),
            ("thresholds.toml", true),
            ("LICENCES-DATA.md", true),
            ("AUTHORING.md", false),
            ("schema/checks.json", false),
            ("cards/spark.toml", true),
            ("a/public/exercise.toml", true),
            ("a/public/images/b.svg", true),
            ("a/private/solution.json", false),
            ("a/private/wrong/c.json", false),
            ("a/notes.md", false),
            ("private/d/public.toml", false),
        ];
        for (name, _) in written {
            let path = exercises.join(name);
            fs::create_dir_all(path.parent().context("a folder")?)?;
            fs::write(path, "")?;
        }
        fs::create_dir_all(&site)?;
        publish(&exercises, &site)?;
        let mut expected: Vec<String> =
            written.iter().filter(|(_, published)| *published).map(|(name, _)| format!("{FOLDER}{name}")).collect();
        expected.sort();
        assert_eq!(names(&site)?, expected);
        fs::remove_dir_all(root)?;
        Ok(())
    }
}
