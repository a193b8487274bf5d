//! Packages of the system: installed where that can be done without a question, else named.

use anyhow::{Result, bail};

use crate::call::{Call, which};
use crate::place::Places;

/// What provides a program, by system.
pub struct Package {
    /// What it is for, in a few words.
    pub purpose: &'static str,
    /// Names for apt.
    pub apt: &'static [&'static str],
    /// Name for Homebrew; empty where it has none.
    pub brew: &'static str,
}

/// Installs a package, or says what to install.
pub fn install(places: &Places, package: &Package) -> Result<()> {
    let apt = package.apt.join(" ");
    if which(places, "apt-get").is_some() && is_root(places) {
        println!("   {} is missing: installing {apt}", package.purpose);
        let call = || Call::new(places, "apt-get").env("DEBIAN_FRONTEND", "noninteractive").arg("-qq");
        call().arg("update").run()?;
        return call().args(["install", "-y", "--no-install-recommends"]).args(package.apt).run();
    }
    let brew =
        if package.brew.is_empty() { String::new() } else { format!(" or `brew install {}` (macOS)", package.brew) };
    bail!("{} is missing: install it with `apt-get install {apt}` (Debian, Ubuntu){brew}", package.purpose);
}

fn is_root(places: &Places) -> bool {
    Call::new(places, "id").arg("-u").output().as_deref() == Some("0")
}
