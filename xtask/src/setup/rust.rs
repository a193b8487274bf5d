//! The wasm target and the components that the lints need.

use anyhow::{Result, bail};

use crate::call::{Call, which};
use crate::place::Places;

/// The target that engine and page are compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds what `rust-toolchain.toml` names and this machine lacks.
pub fn ensure(places: &Places) -> Result<()> {
    let has_target = Call::new(places, "rustc")
        .args(["--print", "target-libdir", "--target", WASM])
        .output()
        .is_some_and(|folder| std::path::Path::new(&folder).is_dir());
    if has_target {
        return Ok(());
    }
    if which(places, "rustup").is_none() {
        bail!("the target {WASM} is missing: install Rust with rustup (https://rustup.rs)");
    }
    Call::new(places, "rustup").args(["target", "add", WASM]).run()
}
