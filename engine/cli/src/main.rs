//! The instructor's binary: the same engine as in the browser, natively.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line program prints its results")]

mod command;
mod disk;
mod exercises;
mod replay;
mod seeded;

use std::process::ExitCode;

use anyhow::Context;
use clap::Command;

/// How many threads Polars may use; it reads this once, before its first query.
const THREADS: &str = "POLARS_MAX_THREADS";

fn main() -> ExitCode {
    let outcome =
        if std::env::var_os(THREADS).is_some_and(|threads| threads == "1") { run() } else { run_on_one_thread() };
    outcome.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

/// Starts this program again with one thread: the order of groups and of float sums is then the browser's.
fn run_on_one_thread() -> anyhow::Result<ExitCode> {
    let program = std::env::current_exe().context("the program's own path")?;
    let mut again = std::process::Command::new(program);
    let status = again.args(std::env::args_os().skip(1)).env(THREADS, "1").status()?;
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}

fn run() -> anyhow::Result<ExitCode> {
    let arguments = Command::new("creuset")
        .version(env!("CARGO_PKG_VERSION"))
        .about(
            "The same engine as in the browser: run a recipe, serve a folder, begin, list, check and score exercises",
        )
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(command::run::describe())
        .subcommand(command::generate::describe())
        .subcommand(command::check::describe())
        .subcommand(command::score::describe())
        .subcommand(command::serve::describe())
        .subcommand(command::pack::describe())
        .subcommand(command::new::describe())
        .subcommand(command::catalogue::describe())
        .subcommand(command::time::describe())
        .get_matches();
    match arguments.subcommand() {
        Some(("run", arguments)) => command::run::run(&command::run::Arguments::of(arguments)?),
        Some(("generate", arguments)) => command::generate::run(arguments),
        Some(("check", arguments)) => command::check::run(arguments),
        Some(("score", arguments)) => command::score::run(arguments),
        Some(("serve", arguments)) => command::serve::run(arguments),
        Some(("pack", arguments)) => command::pack::run(arguments),
        Some(("new", arguments)) => command::new::run(arguments),
        Some(("time", arguments)) => command::time::run(arguments),
        _ => command::catalogue::run(),
    }
    .map(|()| ExitCode::SUCCESS)
}
