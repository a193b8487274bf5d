//! Children: every program that the tasks call, with the same environment each time.
//!
//! The environment is part of what build scripts depend on: a compiler named differently in two calls would
//! compile Polars' C code, and all that stands on it, twice.

use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::place::Places;
use crate::setup::compiler;

/// What `cargo run` tells its child and must not tell its grandchildren.
const FROM_CARGO_RUN: &[&str] = &[
    "CARGO",
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_PATH",
    "CARGO_PKG_AUTHORS",
    "CARGO_PKG_DESCRIPTION",
    "CARGO_PKG_HOMEPAGE",
    "CARGO_PKG_LICENSE",
    "CARGO_PKG_LICENSE_FILE",
    "CARGO_PKG_NAME",
    "CARGO_PKG_README",
    "CARGO_PKG_REPOSITORY",
    "CARGO_PKG_RUST_VERSION",
    "CARGO_PKG_VERSION",
    "CARGO_PKG_VERSION_MAJOR",
    "CARGO_PKG_VERSION_MINOR",
    "CARGO_PKG_VERSION_PATCH",
    "CARGO_PKG_VERSION_PRE",
    "LD_LIBRARY_PATH",
    "DYLD_FALLBACK_LIBRARY_PATH",
];

/// A program about to be called.
pub struct Call {
    command: Command,
    shown: String,
}

impl Call {
    /// Calls `program` in the repository.
    pub fn new(places: &Places, program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref();
        let mut command = Command::new(program);
        command.current_dir(&places.root).stdin(Stdio::null());
        for name in FROM_CARGO_RUN {
            command.env_remove(name);
        }
        command.env("CARGO_TARGET_DIR", places.target());
        command.env("PATH", path_with_tools(places));
        for (name, value) in compiler::found() {
            command.env(name, value);
        }
        let name = Path::new(program).file_name().unwrap_or(program).to_string_lossy().into_owned();
        Self { command, shown: name }
    }

    /// Adds an argument.
    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        let argument = argument.as_ref();
        self.shown = format!("{} {}", self.shown, argument.to_string_lossy());
        self.command.arg(argument);
        self
    }

    /// Adds arguments.
    pub fn args<A: AsRef<OsStr>>(self, arguments: impl IntoIterator<Item = A>) -> Self {
        arguments.into_iter().fold(self, Self::arg)
    }

    /// Sets a variable.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Calls it elsewhere.
    pub fn dir(mut self, dir: impl AsRef<Path>) -> Self {
        self.command.current_dir(dir);
        self
    }

    /// Shows the call, waits for its end; its output is ours.
    pub fn run(mut self) -> Result<()> {
        println!("   $ {}", self.shown);
        let status = self.command.status().with_context(|| format!("{} cannot be started", self.shown))?;
        if !status.success() {
            bail!("{} ended with {status}", self.shown);
        }
        Ok(())
    }

    /// Its standard output, if it can be called and succeeds.
    pub fn output(mut self) -> Option<String> {
        let output = self.command.stderr(Stdio::null()).output().ok().filter(|output| output.status.success())?;
        Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}

fn path_with_tools(places: &Places) -> OsString {
    let tools = places.tools();
    let first = [tools.join("bin"), tools.join("python/bin")];
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all: Vec<_> = first.into_iter().chain(std::env::split_paths(&path)).collect();
    std::env::join_paths(all).unwrap_or(path)
}

/// The full path of a program, looked for in our tools and then on `PATH`.
pub fn which(places: &Places, program: &str) -> Option<std::path::PathBuf> {
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path_with_tools(places)).map(|folder| folder.join(&name)).find(|path| path.is_file())
}
