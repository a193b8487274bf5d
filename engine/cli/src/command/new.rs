//! `creuset new exercise`: the folder of a new exercise, which reads as it stands.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, ensure};
use clap::{Arg, ArgMatches, Command, value_parser};

use crate::exercises::referentiel;

/// The command's arguments and help.
pub fn describe() -> Command {
    Command::new("new").about("Begin something that authors write").subcommand_required(true).subcommand(
        Command::new("exercise")
            .about("Begin an exercise: a small one that reads, to be written over")
            .arg(Arg::new("id").required(true).help("Its id: letters without accents, digits and -"))
            .arg(
                Arg::new("dir")
                    .long("dir")
                    .default_value("exercises")
                    .value_parser(value_parser!(PathBuf))
                    .help("The folder of the exercises, which holds the référentiel"),
            ),
    )
}

/// Writes the folder.
///
/// # Errors
/// An id that is none, a folder that is there already.
pub fn run(arguments: &ArgMatches) -> anyhow::Result<()> {
    let (_, arguments) = arguments.subcommand().context("a subcommand")?;
    let id = arguments.get_one::<String>("id").context("id")?;
    let exercises = arguments.get_one::<PathBuf>("dir").context("dir")?;
    ensure!(pack::file::is_legal_id(id), "{id} is no id: letters without accents, digits and -, a letter first");
    let folder = exercises.join(id);
    ensure!(!folder.exists(), "{} is there already", folder.display());
    for (name, text) in pack::scaffold(id, &referentiel(exercises)?) {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&path, text).with_context(|| path.display().to_string())?;
    }
    println!("{}", folder.display());
    Ok(())
}
