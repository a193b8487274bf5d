//! `creuset score`: what a recipe earns in an exercise on a seed.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use clap::{Arg, ArgMatches, Command, value_parser};
use engine::instance::Made;
use engine::recipe::Session;
use protocol::recipe::parse;
use protocol::score::{CheckSpec, Instance};

use super::run::CACHE_BYTES;
use crate::exercises::{open, school};
use crate::replay::replay;

/// The command's arguments and help.
pub fn describe() -> Command {
    let path = || value_parser!(PathBuf);
    Command::new("score")
        .about("Score a recipe on the data of an exercise for a seed, equal to the browser's score before hints")
        .arg(Arg::new("id").required(true).help("Id of the exercise"))
        .arg(Arg::new("recipe").long("recipe").required(true).value_parser(path()).help("The recipe"))
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
                .value_parser(path())
                .help("The folder of the exercises"),
        )
}

/// Prints the points of each check, and the score of 100.
///
/// # Errors
/// A pack that is refused or has no data, a recipe that does not read, a check that the engine does not know.
pub fn run(arguments: &ArgMatches) -> anyhow::Result<()> {
    let text = |name: &str| arguments.get_one::<String>(name).cloned().context("an argument is missing");
    let path = |name: &str| arguments.get_one::<PathBuf>(name).context("a path is missing");
    let pack = open(path("dir")?, &text("id")?, &school(path("dir")?)?)?;
    let file = path("recipe")?;
    let recipe = parse(&fs::read_to_string(file).with_context(|| file.display().to_string())?)?;
    let spec = serde_json::to_string(pack.data.as_ref().context("the exercise has no data to make")?)?;
    let made = Made::at_once(Instance { spec, seed: text("seed")?, scale: text("scale")? })?;
    let checks: Vec<CheckSpec> = pack.checks.iter().map(CheckSpec::from).collect();
    let card = replay(&mut Session::new(CACHE_BYTES), &recipe, &made, &checks)?;
    for check in &card.checks {
        println!("{:<16} {:>6} of {:<6}", check.id, tenths(check.points), check.of);
    }
    println!("{:<16} {:>6} of 100", "score", tenths(card.percent()));
    Ok(())
}

/// Rounded as the page shows points.
fn tenths(points: f64) -> f64 {
    (points * 10.0).round() / 10.0
}
