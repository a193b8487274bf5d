//! Page and engine in one folder.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::build::engine::Engine;

/// Where the page says which engine it was made with.
const UNNAMED: &str = r#"<meta name="engine-build" content="">"#;

/// Puts both into `site`, which is replaced at once when all is ready.
pub fn assemble(page: &Path, engine: &Engine, site: &Path) -> Result<()> {
    let draft = page.with_file_name("draft");
    remove(&draft)?;
    copy(page, &draft)?;
    copy(&engine.folder, &draft.join("engine").join(&engine.build))?;
    let index = draft.join("index.html");
    let html = fs::read_to_string(&index)?;
    ensure!(html.matches(UNNAMED).count() == 1, "index.html must hold {UNNAMED} once");
    let named = format!(r#"<meta name="engine-build" content="{}">"#, engine.build);
    fs::write(index, html.replace(UNNAMED, &named))?;
    remove(site)?;
    fs::rename(&draft, site).with_context(|| site.display().to_string())
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
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

    #[test]
    fn the_page_names_its_engine() -> Result<()> {
        let root = std::env::temp_dir().join(format!("creuset-site-{}", std::process::id()));
        let (page, folder, site) = (root.join("page"), root.join("engine"), root.join("site"));
        fs::create_dir_all(&page)?;
        fs::create_dir_all(&folder)?;
        fs::write(page.join("index.html"), format!("<head>{UNNAMED}</head>"))?;
        fs::write(folder.join("worker.js"), "")?;
        let engine = Engine { build: "0123456789abcdef".into(), folder };
        for _ in 0..2 {
            assemble(&page, &engine, &site)?;
            assert!(fs::read_to_string(site.join("index.html"))?.contains(r#"content="0123456789abcdef""#));
            assert!(site.join("engine/0123456789abcdef/worker.js").is_file());
        }
        fs::remove_dir_all(root)?;
        Ok(())
    }
}
