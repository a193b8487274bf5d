//! The folder of the exercises on disk, for the crate `pack`, which reads none itself.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use pack::referentiel::Referentiel;
use pack::{Fault, School};

/// What packs refer to.
///
/// # Errors
/// A file that is missing, or everything that is wrong in it.
pub fn school(exercises: &Path) -> anyhow::Result<School> {
    let thresholds = pack::school::thresholds(THRESHOLDS, &text(exercises, THRESHOLDS)?);
    Ok(School::new(&referentiel(exercises)?, thresholds.map_err(told)?))
}

/// The référentiel.
///
/// # Errors
/// As [`school`].
pub fn referentiel(exercises: &Path) -> anyhow::Result<Referentiel> {
    pack::referentiel::read(REFERENTIEL, &text(exercises, REFERENTIEL)?).map_err(told)
}

const REFERENTIEL: &str = "referentiel.toml";
const THRESHOLDS: &str = "thresholds.toml";

fn text(exercises: &Path, name: &str) -> anyhow::Result<String> {
    let path = exercises.join(name);
    fs::read_to_string(&path).with_context(|| path.display().to_string())
}

/// Names of the folders that are packs: those with something public.
///
/// # Errors
/// Of the system.
pub fn ids(exercises: &Path) -> anyhow::Result<Vec<String>> {
    let mut ids = Vec::new();
    for entry in fs::read_dir(exercises).with_context(|| exercises.display().to_string())? {
        let entry = entry?;
        if entry.path().join("public").is_dir() {
            ids.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    ids.sort();
    Ok(ids)
}

/// Every file below a folder, by its path with `/` between the parts; none if there is no such folder.
///
/// # Errors
/// Of the system, and a link: what it leads to is not the pack's.
pub fn files(folder: &Path) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    if folder.is_dir() {
        walk(folder, folder, &mut files)?;
    }
    Ok(files)
}

fn walk(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let entry = entry?;
        let (path, kind) = (entry.path(), entry.file_type()?);
        if kind.is_dir() {
            walk(root, &path, files)?;
        } else if kind.is_file() {
            let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read(&path).with_context(|| path.display().to_string())?);
        } else {
            bail!("{} is neither a file nor a folder", path.display());
        }
    }
    Ok(())
}

/// Faults as the terminal shows them: a line each.
pub fn told(faults: Vec<Fault>) -> anyhow::Error {
    anyhow::anyhow!("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}
