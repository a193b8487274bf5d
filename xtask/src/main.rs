//! `cargo xtask`: set-up, serve, test, dist and bench.
//!
//! ```text
//! task/*      what a person asks for        each a list of the pieces below
//! build/*     engine, page, both together   folders on disk, cached by hash
//! setup/*     what a machine must have      installed when missing, or named in one line
//! call, clock, place                        children, durations, paths
//! ```
//! Everything goes through here, so that a laptop and a build server do the same.

#![allow(clippy::print_stdout, reason = "a command-line tool speaks on standard output")]

mod build;
mod call;
mod clock;
mod place;
mod setup;
mod task;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::place::Places;

const HELP: &str = "\
cargo xtask <command>

  setup                 install what is missing
  serve [--port N] [--no-open]
                        build, serve on this machine, build again when a source changes
  site                  build target/site: the shape of dist/ without its slow steps, to try things on
  dist                  build dist/ as it is published, with its size report
  test [part…]          parts: rust, wasm, browser (all, if none is named)
  bench [argument…]     build dist/ and time it in a browser
  lint                  formatting, clippy, spelling, licences
  size                  size report of dist/
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", arguments),
    };
    let places = Places::find()?;
    match command {
        "setup" => task::setup(&places),
        "serve" => task::serve::run(&places, rest),
        "site" => task::serve::build(&places, build::Audience::Everyone),
        "dist" => task::dist::run(&places),
        "test" => task::test::run(&places, rest),
        "bench" => task::bench::run(&places, rest),
        "lint" => task::lint::run(&places),
        "size" => build::size::report(&places.dist()),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => bail!("unknown command {other}\n\n{HELP}"),
    }
}
