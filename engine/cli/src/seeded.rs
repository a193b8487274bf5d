//! What commands over the data of an exercise have in common: which exercise, which seed, how much.

use std::path::PathBuf;

use anyhow::Context;
use clap::{Arg, ArgMatches, Command, value_parser};
use engine::instance::Made;
use pack::Pack;
use protocol::score::Instance;

use crate::exercises::{open, school};

/// Adds the arguments to a command.
pub fn describe(command: Command) -> Command {
    command
        .arg(Arg::new("id").required(true).help("Id of the exercise"))
        .arg(Arg::new("seed").long("seed").required(true).help("The seed"))
        .arg(
            Arg::new("scale")
                .long("scale")
                .default_value("practice")
                .value_parser(["practice", "exam", "stress"])
                .help("How much data"),
        )
        .arg(
            Arg::new("dir")
                .long("dir")
                .default_value("exercises")
                .value_parser(value_parser!(PathBuf))
                .help("The folder of the exercises"),
        )
}

/// The pack that is named, and its data.
///
/// # Errors
/// A pack that is refused or has no data.
pub fn make(arguments: &ArgMatches) -> anyhow::Result<(Pack, Made)> {
    let text = |name: &str| arguments.get_one::<String>(name).cloned().context("an argument is missing");
    let dir = arguments.get_one::<PathBuf>("dir").context("a path is missing")?;
    let pack = open(dir, &text("id")?, &school(dir)?)?;
    let spec = serde_json::to_string(pack.data.as_ref().context("the exercise has no data to make")?)?;
    let made = Made::at_once(Instance { spec, seed: text("seed")?, scale: text("scale")? })?;
    Ok((pack, made))
}
