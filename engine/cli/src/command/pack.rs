//! `creuset pack index`: the catalogue of the exercises, from which the page loads them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use pack::file::catalog::Catalog;

use crate::exercises::{files, ids, school};

/// What the page asks for first.
const CATALOG: &str = "catalog.toml";

/// The command's arguments and help.
pub fn describe() -> Command {
    Command::new("pack").about("What can be done with packs of exercises").subcommand_required(true).subcommand(
        Command::new("index")
            .about("Write the catalogue of a folder of exercises: what they are, their files and hashes")
            .arg(
                Arg::new("folder")
                    .required(true)
                    .value_parser(value_parser!(PathBuf))
                    .help("The folder of the exercises, in the sources or in a published site"),
            )
            .arg(
                Arg::new("check")
                    .long("check")
                    .action(ArgAction::SetTrue)
                    .help("Write nothing; fail if the catalogue is not current"),
            ),
    )
}

/// Runs the subcommand that was named.
///
/// # Errors
/// Packs that are refused (the others are listed all the same), a catalogue that is not current.
pub fn run(arguments: &ArgMatches) -> anyhow::Result<()> {
    let (_, arguments) = arguments.subcommand().context("a subcommand")?;
    let folder = arguments.get_one::<PathBuf>("folder").context("folder")?;
    index(folder, arguments.get_flag("check"))
}

fn index(folder: &Path, check: bool) -> anyhow::Result<()> {
    let school = school(folder)?;
    let mut catalog = Catalog::default();
    let mut refused = 0;
    for id in ids(folder)? {
        match pack::index(&id, &files(&folder.join(&id).join("public"))?, &school) {
            Ok((_, entry)) => {
                println!("{}  {id}", entry.hash);
                catalog.exercises.push(entry);
            }
            Err(faults) => {
                refused += 1;
                faults.iter().for_each(|fault| eprintln!("{fault}"));
            }
        }
    }
    let (path, text) = (folder.join(CATALOG), pack::catalog::write(&catalog));
    let is_current = fs::read_to_string(&path).is_ok_and(|written| written == text);
    if check && !is_current {
        bail!("{} is not current: write it anew with `creuset pack index`", path.display());
    }
    if !is_current {
        fs::write(&path, text).with_context(|| path.display().to_string())?;
    }
    anyhow::ensure!(refused == 0, "{refused} refused, {} listed", catalog.exercises.len());
    Ok(())
}
