//! `creuset generate`: the data of an exercise as files, and on request the truth about them.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use clap::{Arg, ArgMatches, Command, value_parser};

use super::run::CSV;
use crate::seeded;

/// The command's arguments and help.
pub fn describe() -> Command {
    let path = || value_parser!(PathBuf);
    seeded::describe(Command::new("generate").about("Make the data of an exercise for a seed, equal to the browser's"))
        .arg(Arg::new("out").long("out").required(true).value_parser(path()).help("Where the files are written"))
        .arg(
            Arg::new("ledger")
                .long("ledger")
                .value_parser(path())
                .help("A file for the truth, as CSV: what dirt did to which record; never beside the data"),
        )
}

/// Writes the files.
///
/// # Errors
/// A pack that is refused or has no data, a file that cannot be written.
pub fn run(arguments: &ArgMatches) -> anyhow::Result<()> {
    let (_, made) = seeded::make(arguments)?;
    let out = arguments.get_one::<PathBuf>("out").context("a path is missing")?;
    fs::create_dir_all(out)?;
    for file in &made.files {
        let bytes = made.bytes(&file.name).context("a file that was made is missing")?;
        let to = out.join(&file.name);
        fs::write(&to, bytes).with_context(|| to.display().to_string())?;
        println!("{}  {}  {} records  {} bytes", file.hash, file.name, file.records, file.bytes);
    }
    if let Some(ledger) = arguments.get_one::<PathBuf>("ledger") {
        let bytes = engine::source::writer::write(&made.truth.ledger()?, &CSV)?;
        fs::write(ledger, bytes).with_context(|| ledger.display().to_string())?;
    }
    Ok(())
}
