//! `creuset check`: whether the scorers of packs tell good work from bad, gate by gate.

mod gate;
mod trial;

use std::path::PathBuf;

use anyhow::{Context, ensure};
use clap::{Arg, ArgMatches, Command, value_parser};
use pack::Pack;
use pack::file::exercise::ExerciseKind;

use crate::exercises::{ids, open, private, school};
use gate::{Gate, Gates};
use trial::Trial;

/// The command's arguments and help.
pub fn describe() -> Command {
    let number = || value_parser!(u32);
    Command::new("check")
        .about("Check packs of exercises: that they read, that solutions earn their points and players do not")
        .arg(
            Arg::new("folder")
                .default_value("exercises")
                .value_parser(value_parser!(PathBuf))
                .help("The folder of the exercises"),
        )
        .arg(Arg::new("id").long("id").help("Only this exercise"))
        .arg(Arg::new("seeds").long("seeds").value_parser(number()).help("Seeds on which solution and players play"))
        .arg(
            Arg::new("secret")
                .long("secret-seeds")
                .default_value("0")
                .value_parser(number())
                .help("Further seeds on which the solution must not fall; 50 before a pack is published"),
        )
}

/// Prints a line for each gate of each pack.
///
/// # Errors
/// A gate that does not hold.
pub fn run(arguments: &ArgMatches) -> anyhow::Result<()> {
    let folder = arguments.get_one::<PathBuf>("folder").context("folder")?;
    let only = arguments.get_one::<String>("id");
    let secret = arguments.get_one::<u32>("secret").copied().unwrap_or_default();
    let school = school(folder)?;
    let mut gates = Gates::default();
    for id in ids(folder)?.into_iter().filter(|id| only.is_none_or(|only| only == id)) {
        let read = open(folder, &id, &school).and_then(|pack| Ok((private(folder, &pack)?, pack)));
        let (private, pack) = match read {
            Ok(read) => read,
            Err(error) => {
                gates.add(&id, "reads", Gate::failed(error));
                continue;
            }
        };
        gates.add(&id, "reads", Gate::held(&pack.hash[..12]));
        if pack.data.is_none() {
            continue;
        }
        let seeds = arguments.get_one::<u32>("seeds").copied().unwrap_or(private.players.seeds);
        let trial = Trial::new(&pack, &private, &school.thresholds.packs, seeds, secret);
        check(&id, &trial, &mut gates);
    }
    let failed = gates.failed();
    println!("{} gates held, {failed} did not", gates.count() - failed);
    ensure!(failed == 0, "{failed} gates do not hold");
    Ok(())
}

fn check(id: &str, trial: &Trial<'_>, gates: &mut Gates) {
    gates.add(id, "checks fit the engine", trial.checks());
    gates.add(id, "data are made twice the same", trial.data());
    gates.add(id, "files hold every value", trial.files());
    if is_graded(trial.pack) || trial.private.solution.is_some() {
        gates.add(id, "solution", trial.solution());
    }
    if !is_graded(trial.pack) {
        return;
    }
    gates.add(id, "each step of the solution counts", trial.steps());
    if trial.secret > 0 {
        gates.add(id, "solution on secret seeds", trial.spread());
    }
    for (name, gate) in trial.players() {
        gates.add(id, name, gate);
    }
    for (name, gate) in trial.wrong() {
        gates.add(id, &name, gate);
    }
    gates.add(id, "wrong answers cover the middle", trial.coverage());
}

fn is_graded(pack: &Pack) -> bool {
    pack.exercise.kind == ExerciseKind::Exercise
}
