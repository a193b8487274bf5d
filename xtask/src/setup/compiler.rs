//! A C compiler for wasm: Polars reads Parquet through zstd, which is C.

use std::sync::OnceLock;

use anyhow::Result;

use crate::place::Places;
use crate::setup::system::{self, Package};

const CC: &str = "CC_wasm32_unknown_unknown";
const AR: &str = "AR_wasm32_unknown_unknown";

/// clang and llvm-ar of one version. The first that exists is taken, so that two calls agree.
const SUFFIXES: [&str; 9] = ["-21", "-20", "-19", "-18", "-17", "-16", "-15", "-14", ""];

/// Where Homebrew keeps its LLVM: Apple's clang knows no wasm.
const HOMEBREW: [&str; 2] = ["/opt/homebrew/opt/llvm/bin", "/usr/local/opt/llvm/bin"];

const PACKAGE: Package = Package { purpose: "a C compiler for wasm", apt: &["clang", "llvm"], brew: "llvm" };

/// The variables that name the compiler; none while there is none.
pub fn found() -> Vec<(&'static str, String)> {
    static FOUND: OnceLock<(String, String)> = OnceLock::new();
    // Only success is remembered: what is installed while we run is found at the next call.
    if FOUND.get().is_none()
        && let Some(pair) = look()
    {
        let _ = FOUND.set(pair);
    }
    FOUND.get().map(|(cc, ar)| vec![(CC, cc.clone()), (AR, ar.clone())]).unwrap_or_default()
}

/// Installs one if there is none.
pub fn ensure(places: &Places) -> Result<()> {
    if found().is_empty() {
        system::install(places, &PACKAGE)?;
        anyhow::ensure!(!found().is_empty(), "no clang with a wasm32 target and llvm-ar was found");
    }
    Ok(())
}

fn look() -> Option<(String, String)> {
    if let (Ok(cc), Ok(ar)) = (std::env::var(CC), std::env::var(AR)) {
        return Some((cc, ar));
    }
    let on_path = SUFFIXES.iter().map(|suffix| (format!("clang{suffix}"), format!("llvm-ar{suffix}")));
    let homebrew = HOMEBREW.iter().map(|folder| (format!("{folder}/clang"), format!("{folder}/llvm-ar")));
    on_path.chain(homebrew).find(|(cc, ar)| {
        says(cc, "--print-targets").is_some_and(|targets| targets.contains("wasm32")) && says(ar, "--version").is_some()
    })
}

/// Called before the environment of children is known, so without it.
fn says(program: &str, argument: &str) -> Option<String> {
    let output = std::process::Command::new(program).arg(argument).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
