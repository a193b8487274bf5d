//! Programs from package registries, each of one version, installed in the cache and nowhere else.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::call::{Call, which};
use crate::place::Places;
use crate::setup::system::{self, Package};

/// trunk 0.22 wants a newer compiler.
const TRUNK: &str = "0.21.14";
const CARGO_DENY: &str = "0.20.2";
const TYPOS: &str = "1.52.0";

const WASM_OPT: Package = Package { purpose: "wasm-opt", apt: &["binaryen"], brew: "binaryen" };

/// The bundler of the page.
pub fn trunk(places: &Places) -> Result<()> {
    cargo_install(places, "trunk", "trunk", TRUNK, &["--no-default-features", "--features", "rustls"])
}

/// The generator of glue code: its version is that of the crate in `Cargo.lock`, or the module does not load.
pub fn wasm_bindgen(places: &Places) -> Result<()> {
    let lock = fs::read_to_string(places.root.join("Cargo.lock")).context("Cargo.lock")?;
    let version = locked_version(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")?;
    cargo_install(places, "wasm-bindgen", "wasm-bindgen-cli", version, &[])
}

/// The check of licences and origins.
pub fn cargo_deny(places: &Places) -> Result<()> {
    cargo_install(places, "cargo-deny", "cargo-deny", CARGO_DENY, &["--no-default-features"])
}

/// The spelling check. Its wheel holds the finished program; without pip it is compiled.
pub fn typos(places: &Places) -> Result<()> {
    if has_version(places, "typos", TYPOS) {
        return Ok(());
    }
    let python = places.tools().join("python");
    let wheel = Call::new(places, "python3")
        .args(["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:", "--upgrade", "--target"])
        .arg(&python)
        .arg(format!("typos=={TYPOS}"));
    println!("   typos {TYPOS} is missing: installing it");
    if wheel.run().is_ok() && has_version(places, "typos", TYPOS) {
        return Ok(());
    }
    cargo_install(places, "typos", "typos-cli", TYPOS, &[])
}

fn cargo_install(places: &Places, program: &str, package: &str, version: &str, features: &[&str]) -> Result<()> {
    if has_version(places, program, version) {
        return Ok(());
    }
    println!("   {program} {version} is missing: compiling it, which takes some minutes");
    // Unoptimised: compiled in a third of the time, and none of them works long.
    Call::new(places, "cargo")
        .args(["install", package, "--version", version, "--locked", "--debug", "--root"])
        .arg(places.tools())
        .args(features)
        .env("CARGO_TARGET_DIR", places.cache.join("target-tools"))
        .run()?;
    if !has_version(places, program, version) {
        bail!("{program} {version} was installed, but another stands before it on PATH");
    }
    Ok(())
}

fn has_version(places: &Places, program: &str, version: &str) -> bool {
    let Some(path) = which(places, program) else { return false };
    let Some(said) = Call::new(places, path).arg("--version").output() else { return false };
    said.split_whitespace().any(|word| word == version)
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let entry = lock.split("[[package]]").find(|entry| entry.contains(&format!("\nname = \"{package}\"\n")))?;
    entry.split("\nversion = \"").nth(1)?.split('"').next()
}

/// wasm-opt, of any version: it comes with the system.
pub fn wasm_opt(places: &Places) -> Result<String> {
    let version = || Call::new(places, "wasm-opt").arg("--version").output();
    if version().is_none() {
        system::install(places, &WASM_OPT)?;
    }
    version().context("wasm-opt was not found")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock = "version = 4\n\n[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"2.0.0\"\nsource = \"x\"\n";
        for (package, version) in [("a", Some("2.0.0")), ("a-b", Some("1.0.0")), ("c", None)] {
            assert_eq!(locked_version(lock, package), version);
        }
    }
}
