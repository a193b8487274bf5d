//! `creuset score`: what a recipe earns in an exercise on a seed.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use clap::{Arg, ArgMatches, Command, value_parser};
use engine::recipe::Session;
use protocol::recipe::parse;
use protocol::score::CheckSpec;

use super::run::CACHE_BYTES;
use crate::replay::replay;
use crate::seeded;

/// The command's arguments and help.
pub fn describe() -> Command {
    let recipe = Arg::new("recipe").long("recipe").required(true).value_parser(value_parser!(PathBuf));
    seeded::describe(
        Command::new("score")
            .about("Score a recipe on the data of an exercise for a seed, equal to the browser's score before hints"),
    )
    .arg(recipe.help("The recipe"))
}

/// Prints the points of each check, and the score of 100.
///
/// # Errors
/// A pack that is refused or has no data, a recipe that does not read, a check that the engine does not know.
pub fn run(arguments: &ArgMatches) -> anyhow::Result<()> {
    let file = arguments.get_one::<PathBuf>("recipe").context("a path is missing")?;
    let recipe = parse(&fs::read_to_string(file).with_context(|| file.display().to_string())?)?;
    let (pack, made) = seeded::make(arguments)?;
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
