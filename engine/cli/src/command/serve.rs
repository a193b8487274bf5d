//! `creuset serve`: a folder on this machine's loopback address, for kiosks and trials.

use std::path::PathBuf;

use anyhow::Context;
use clap::{Arg, ArgMatches, Command, value_parser};

/// The command's arguments and help.
pub fn describe() -> Command {
    Command::new("serve")
        .about("Serve a built folder on this machine only")
        .arg(
            Arg::new("folder")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help("The folder that `cargo xtask dist` made"),
        )
        .arg(
            Arg::new("port")
                .long("port")
                .default_value("8080")
                .value_parser(value_parser!(u16))
                .help("The port; a free one if 0"),
        )
}

/// Serves until the process is stopped.
///
/// # Errors
/// A folder without a page, a port that is taken.
pub fn run(arguments: &ArgMatches) -> anyhow::Result<()> {
    let folder = arguments.get_one::<PathBuf>("folder").context("folder")?;
    let port = arguments.get_one::<u16>("port").copied().unwrap_or_default();
    anyhow::ensure!(folder.join("index.html").is_file(), "{} holds no index.html", folder.display());
    let server = serve::Server::start(folder, port, None).context("the port cannot be opened")?;
    println!("{}", server.url());
    loop {
        std::thread::park();
    }
}
