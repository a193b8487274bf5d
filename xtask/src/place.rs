//! Where things stand: the repository, and the cache that every checkout of this user shares.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Paths that the tasks agree on.
pub struct Places {
    /// The repository.
    pub root: PathBuf,
    /// The cache of this user: cargo's target directory, tools, finished engines.
    pub cache: PathBuf,
}

impl Places {
    /// Finds both; the cache follows `XDG_CACHE_HOME` or the custom of the system.
    pub fn find() -> Result<Self> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&package).parent().context("xtask stands in the repository")?.to_path_buf();
        Ok(Self { root, cache: user_cache()?.join("creuset") })
    }

    /// Cargo's target directory: compiling Polars once serves every checkout.
    pub fn target(&self) -> PathBuf {
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.cache.join("target"), PathBuf::from)
    }

    /// Tools that are installed here and nowhere else.
    pub fn tools(&self) -> PathBuf {
        self.cache.join("tools")
    }

    /// What is published.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What `serve` shows: the same shape as `dist`, without its slow steps.
    pub fn site(&self) -> PathBuf {
        self.root.join("target/site")
    }

    /// The exercises, as authors write them.
    pub fn exercises(&self) -> PathBuf {
        self.root.join("exercises")
    }

    /// The service worker, as it is written.
    pub fn service_worker(&self) -> PathBuf {
        self.root.join("app/js/src/service-worker.js")
    }

    /// The instructor's binary.
    pub fn cli(&self) -> PathBuf {
        self.target().join("debug").join(format!("creuset{}", std::env::consts::EXE_SUFFIX))
    }
}

fn user_cache() -> Result<PathBuf> {
    if let Some(cache) = std::env::var_os("XDG_CACHE_HOME").filter(|cache| !cache.is_empty()) {
        return Ok(cache.into());
    }
    if let Some(local) = std::env::var_os("LOCALAPPDATA").filter(|_| cfg!(windows)) {
        return Ok(local.into());
    }
    let home = PathBuf::from(std::env::var_os("HOME").context("HOME is not set")?);
    Ok(home.join(if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" }))
}
