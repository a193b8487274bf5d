//! `creuset catalogue`: what the help is generated from.

/// The command's help.
pub fn describe() -> clap::Command {
    clap::Command::new("catalogue").about("Print the catalogue of operations and functions as JSON")
}

/// Prints the catalogue as indented JSON.
pub fn run() -> anyhow::Result<()> {
    let catalogue = engine::catalogue();
    println!("{}", serde_json::to_string_pretty(&catalogue)?);
    Ok(())
}
