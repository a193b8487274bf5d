//! Page, engine and exercises in one folder.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::build::engine::Engine;
use crate::build::{Audience, exercises, precache};

/// Where the page says which engine it was made with.
const UNNAMED: &str = r#"<meta name="engine-build" content="">"#;

/// What a site is put together from.
pub struct Parts<'a> {
    /// The folder that trunk made.
    pub page: &'a Path,
    /// The engine.
    pub engine: &'a Engine,
    /// The exercises, as authors write them.
    pub exercises: &'a Path,
    /// The text of the service worker.
    pub script: &'a str,
}

/// Puts all into `site`, which is replaced at once when all is ready.
pub fn assemble(parts: &Parts<'_>, audience: Audience, site: &Path) -> Result<()> {
    let Parts { page, engine, script, .. } = parts;
    let draft = page.with_file_name("draft");
    remove(&draft)?;
    copy(page, &draft)?;
    copy(&engine.folder, &draft.join("engine").join(&engine.build))?;
    exercises::publish(parts.exercises, &draft)?;
    let index = draft.join("index.html");
    let html = fs::read_to_string(&index)?;
    ensure!(html.matches(UNNAMED).count() == 1, "index.html must hold {UNNAMED} once");
    let named = format!(r#"<meta name="engine-build" content="{}">"#, engine.build);
    fs::write(index, html.replace(UNNAMED, &named))?;
    match audience {
        Audience::Author => precache::write_empty(&draft, script)?,
        Audience::Everyone => precache::write(&draft, script)?,
    }
    remove(site)?;
    fs::rename(&draft, site).with_context(|| site.display().to_string())
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    Ok(())
}

pub(super) fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| from.display().to_string())? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFLINE: &str = r#"<meta name="offline-build" content="">"#;

    #[test]
    fn the_page_names_its_engine() -> Result<()> {
        let root = std::env::temp_dir().join(format!("creuset-site-{}", std::process::id()));
        let (page, folder, site) = (root.join("page"), root.join("engine"), root.join("site"));
        let exercises = root.join("exercises");
        fs::create_dir_all(&exercises)?;
        fs::create_dir_all(&page)?;
        fs::create_dir_all(&folder)?;
        fs::write(page.join("index.html"), format!("<head>{UNNAMED}{OFFLINE}</head>"))?;
        fs::write(folder.join("worker.js"), "")?;
        let engine = Engine { build: "0123456789abcdef".into(), folder };
        let script = r#"const PRECACHE = "__PRECACHE__";"#;
        let parts = Parts { page: &page, engine: &engine, exercises: &exercises, script };
        for audience in [Audience::Everyone, Audience::Author] {
            assemble(&parts, audience, &site)?;
            let (html, worker) =
                (fs::read_to_string(site.join("index.html"))?, fs::read_to_string(site.join(precache::SCRIPT))?);
            assert!(html.contains(r#"content="0123456789abcdef""#));
            // The page of an author names no build, and its worker has nothing to keep.
            assert_eq!(html.contains(OFFLINE), audience == Audience::Author);
            assert_eq!(worker.contains("engine/0123456789abcdef/worker.js"), audience == Audience::Everyone);
            assert!(site.join("engine/0123456789abcdef/worker.js").is_file());
        }
        fs::remove_dir_all(root)?;
        Ok(())
    }
}
