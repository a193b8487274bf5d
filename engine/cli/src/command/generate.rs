//! `creuset generate`: the data of an exercise as files, and on request the truth about them.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use clap::{Arg, ArgMatches, Command, value_parser};
use engine::instance::Made;
use protocol::score::Instance;

use super::run::CSV;
use crate::exercises::{open, school};

/// The command's arguments and help.
pub fn describe() -> Command {
    let path = || value_parser!(PathBuf);
    Command::new("generate")
        .about("Make the data of an exercise for a seed, equal to the browser's")
        .arg(Arg::new("id").required(true).help("Id of the exercise"))
        .arg(Arg::new("seed").long("seed").required(true).help("The seed"))
        .arg(
            Arg::new("scale")
                .long("scale")
                .default_value("practice")
                .value_parser(["practice", "exam", "stress"])
                .help("How much data"),
        )
        .arg(Arg::new("out").long("out").required(true).value_parser(path()).help("Where the files are written"))
        .arg(
            Arg::new("dir")
                .long("dir")
                .default_value("exercises")
                .value_parser(path())
                .help("The folder of the exercises"),
        )
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
    let text = |name: &str| arguments.get_one::<String>(name).cloned().context("an argument is missing");
    let path = |name: &str| arguments.get_one::<PathBuf>(name).context("a path is missing");
    let pack = open(path("dir")?, &text("id")?, &school(path("dir")?)?)?;
    let spec = pack.data.as_ref().context("the exercise has no data to make")?;
    let made =
        Made::at_once(Instance { spec: serde_json::to_string(spec)?, seed: text("seed")?, scale: text("scale")? })?;
    let out = path("out")?;
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
