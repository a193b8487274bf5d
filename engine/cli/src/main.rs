//! The instructor's binary: the same engine as in the browser, natively.
#![allow(clippy::print_stdout, reason = "a command-line program prints its results")]

mod command;
mod disk;

use clap::Command;

fn main() -> anyhow::Result<()> {
    let arguments = Command::new("creuset")
        .version(env!("CARGO_PKG_VERSION"))
        .about("The same engine as in the browser: run a recipe, serve a folder, print the catalogue")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(command::run::describe())
        .subcommand(command::serve::describe())
        .subcommand(command::catalogue::describe())
        .subcommand(command::time::describe())
        .get_matches();
    match arguments.subcommand() {
        Some(("run", arguments)) => command::run::run(&command::run::Arguments::of(arguments)?),
        Some(("serve", arguments)) => command::serve::run(arguments),
        Some(("time", arguments)) => command::time::run(arguments),
        _ => command::catalogue::run(),
    }
}
