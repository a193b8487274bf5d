//! The engine's folder: module, glue and worker script, named by their hash.
//!
//! trunk knows nothing of it: it would make the unchanged engine smaller again at every build, for minutes.
//! Finished folders are cached by the hash of what they are made from.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use libdeflater::{CompressionLvl, Compressor};

use crate::build::Effort;
use crate::call::Call;
use crate::place::Places;
use crate::setup::rust::WASM;
use crate::setup::{compiler, rust, tool};

/// What stands in the worker's script for the build's id.
const PLACEHOLDER: &str = "__BUILD__";
/// The compiler has done most already, and what is sent is the compressed module. Measured with version 108:
/// engine 32.6 MB (5.53 compressed): -O1 30.4 MB (5.45) in 84 s of processor, -Os unfinished after 550 s;
/// page 3.24 MB (0.889): -O1 3.08 MB (0.875) in 8 s, -Os 2.90 MB but 0.995 compressed.
const LEVEL: &str = "-O1";
/// Generic code is compiled anew for each type: bodies that differ in a constant become one.
const MERGED: [&str; 3] =
    ["--duplicate-function-elimination", "--merge-similar-functions", "--duplicate-function-elimination"];
/// What modules use beyond the first version of wasm: the target features of `.cargo/config.toml` and what the
/// compiler takes for granted. A stripped module no longer says so itself.
const FEATURES: [&str; 7] = [
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];
/// Finished folders that are kept.
const KEPT: usize = 8;
/// Digits of an id.
const ID: usize = 16;

/// A finished engine.
pub struct Engine {
    /// Hash of module, glue and scripts, 16 hexadecimal digits.
    pub build: String,
    /// Its four files.
    pub folder: PathBuf,
}

/// Compiles the engine and prepares its folder.
pub fn build(places: &Places, effort: Effort) -> Result<Engine> {
    rust::ensure(places)?;
    compiler::ensure(places)?;
    tool::wasm_bindgen(places)?;
    let optimiser = if effort == Effort::Full { tool::wasm_opt(places)? } else { String::new() };
    Call::new(places, "cargo").args(["build", "-p", "worker", "--profile", "wasm", "--target", WASM]).run()?;

    let module = places.target().join(WASM).join("wasm/worker.wasm");
    let scripts = places.root.join("engine/worker/js");
    let glue = Call::new(places, "wasm-bindgen").arg("--version").output().unwrap_or_default();
    let bytes = fs::read(&module).with_context(|| module.display().to_string())?;
    let script = |name: &str| {
        let path = scripts.join(name);
        fs::read_to_string(&path).with_context(|| path.display().to_string())
    };
    let scripts = Scripts { worker: script("worker.js")?, reader: script("reader.js")? };
    let flags = flags(effort).join(" ");
    let texts = [&scripts.worker, &scripts.reader, &glue, &optimiser, &flags].map(|text| text.as_bytes());
    let key = id(&[&[bytes.as_slice()], texts.as_slice()].concat());

    let finished = places.cache.join("engines").join(key);
    if !finished.join("build").is_file() {
        let draft = finished.with_extension(format!("draft-{}", std::process::id()));
        fs::create_dir_all(&draft)?;
        make(places, effort, &module, &scripts, &draft)?;
        let _ = fs::remove_dir_all(&finished);
        fs::rename(&draft, &finished)?;
        forget_old(&places.cache.join("engines"))?;
    }
    let build = fs::read_to_string(finished.join("build"))?;
    println!("   engine {build}");
    Ok(Engine { build, folder: finished.join("engine") })
}

/// What the engine's threads begin with.
struct Scripts {
    worker: String,
    reader: String,
}

fn make(places: &Places, effort: Effort, module: &Path, scripts: &Scripts, draft: &Path) -> Result<()> {
    let bound = draft.join("bound");
    Call::new(places, "wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--omit-default-module-path", "--out-name", "engine", "--out-dir"])
        .arg(&bound)
        .arg(module)
        .run()?;
    let wasm = bound.join("engine_bg.wasm");
    if effort == Effort::Full {
        optimise(places, &wasm)?;
    }
    let (wasm, glue) = (fs::read(wasm)?, fs::read_to_string(bound.join("engine.js"))?);
    ensure!(scripts.worker.contains(PLACEHOLDER), "worker.js holds no {PLACEHOLDER}");
    let build = id(&[&wasm, glue.as_bytes(), scripts.worker.as_bytes(), scripts.reader.as_bytes()]);

    let folder = draft.join("engine");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("worker.js"), scripts.worker.replace(PLACEHOLDER, &build))?;
    fs::write(folder.join("reader.js"), &scripts.reader)?;
    fs::write(folder.join("engine.js"), glue)?;
    let level = if effort == Effort::Full { CompressionLvl::best() } else { CompressionLvl::fastest() };
    fs::write(folder.join("engine_bg.wasm.gz"), packed(&wasm, level)?)?;
    fs::remove_dir_all(bound)?;
    fs::write(draft.join("build"), build)?;
    Ok(())
}

fn packed(bytes: &[u8], level: CompressionLvl) -> Result<Vec<u8>> {
    let mut compressor = Compressor::new(level);
    let mut packed = vec![0; compressor.gzip_compress_bound(bytes.len())];
    let length = compressor.gzip_compress(bytes, &mut packed)?;
    packed.truncate(length);
    Ok(packed)
}

/// Makes a module smaller in place.
pub fn optimise(places: &Places, wasm: &Path) -> Result<()> {
    Call::new(places, "wasm-opt").args(flags(Effort::Full)).arg(wasm).arg("-o").arg(wasm).run()
}

/// What the optimiser is told; nothing where it does not run.
fn flags(effort: Effort) -> Vec<&'static str> {
    match effort {
        Effort::Full => FEATURES.into_iter().chain([LEVEL]).chain(MERGED).collect(),
        Effort::Quick => Vec::new(),
    }
}

fn id(parts: &[&[u8]]) -> String {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        // The length keeps the end of one part from passing for the start of the next.
        hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
    }
    hasher.finalize().to_hex()[..ID].to_owned()
}

fn forget_old(engines: &Path) -> Result<()> {
    let mut found = Vec::new();
    for entry in fs::read_dir(engines)? {
        let entry = entry?;
        found.push((entry.metadata()?.modified()?, entry.path()));
    }
    found.sort();
    for (_, old) in found.iter().rev().skip(KEPT) {
        fs::remove_dir_all(old)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_tells_where_parts_end() {
        assert_eq!(id(&[b"ab", b"c"]).len(), ID);
        assert_ne!(id(&[b"ab", b"c"]), id(&[b"a", b"bc"]));
    }

    #[test]
    fn flags_are_those_of_an_optimiser_that_runs() {
        assert!(flags(Effort::Full).contains(&LEVEL));
        assert!(flags(Effort::Quick).is_empty());
    }
}
