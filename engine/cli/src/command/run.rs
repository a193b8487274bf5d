//! `creuset run`: a recipe over files, natively.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use engine::recipe::{Advance, Found, Purpose, Run, Session, table_hash};
use protocol::Recipe;
use protocol::report::{RunReport, TableHash};
use protocol::source::ExportFormat;
use protocol::table::TableAt;
use serde::Serialize;

use crate::disk::Disk;

/// CSV as programs read it.
pub const CSV: ExportFormat =
    ExportFormat::Csv { delimiter: ',', decimal: '.', byte_order_mark: false, neutralise: false };

/// Memory for results natively, in bytes.
pub const CACHE_BYTES: u64 = 8 << 30;

/// The command's arguments and help.
pub fn describe() -> Command {
    let path = || value_parser!(PathBuf);
    Command::new("run")
        .about("Run a recipe over files: tables, hashes and counters, equal to the browser's")
        .arg(Arg::new("recipe").required(true).value_parser(path()).help("The recipe, as the page exports it"))
        .arg(
            Arg::new("input")
                .long("input")
                .value_name("NAME=FILE")
                .action(ArgAction::Append)
                .value_parser(parse_input)
                .help("A file of the recipe: the name that its steps use, and where it is; repeat for each"),
        )
        .arg(
            Arg::new("out")
                .long("out")
                .required(true)
                .value_parser(path())
                .help("Where tables, hashes.json and report.json are written"),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .default_value("csv")
                .value_parser(["csv", "jsonl", "parquet", "arrow"])
                .help("Format of the tables"),
        )
}

/// Arguments of `creuset run`.
pub struct Arguments {
    recipe: PathBuf,
    inputs: Vec<(String, PathBuf)>,
    out: PathBuf,
    format: ExportFormat,
}

impl Arguments {
    /// Takes the parsed command line.
    ///
    /// # Errors
    /// A required argument that is missing.
    pub fn of(matches: &ArgMatches) -> anyhow::Result<Self> {
        let path = |name: &str| matches.get_one::<PathBuf>(name).cloned().context("a path is missing");
        let format = match matches.get_one::<String>("format").map(String::as_str) {
            Some("parquet") => ExportFormat::Parquet,
            Some("jsonl") => ExportFormat::JsonLines,
            Some("arrow") => ExportFormat::Arrow,
            _ => CSV,
        };
        let inputs = matches.get_many("input").into_iter().flatten().cloned().collect();
        Ok(Self { recipe: path("recipe")?, inputs, out: path("out")?, format })
    }
}

fn parse_input(text: &str) -> Result<(String, PathBuf), String> {
    let (name, path) = text.split_once('=').ok_or("expected NAME=FILE")?;
    Ok((name.to_owned(), PathBuf::from(path)))
}

/// What `hashes.json` holds: table name → hash.
#[derive(Serialize)]
struct Hashes {
    recipe: String,
    tables: BTreeMap<String, TableHash>,
}

/// Runs the recipe and writes its results; an error if a step did not run.
pub fn run(arguments: &Arguments) -> anyhow::Result<()> {
    let text = fs::read_to_string(&arguments.recipe).with_context(|| arguments.recipe.display().to_string())?;
    let recipe = protocol::recipe::parse(&text)?;
    let mut disk = Disk::default();
    for (name, path) in &arguments.inputs {
        disk.attach(name, path).with_context(|| path.display().to_string())?;
    }
    fs::create_dir_all(&arguments.out)?;
    let mut session = Session::new(CACHE_BYTES);
    let report = replay(&recipe, &mut session, &disk);
    fs::write(arguments.out.join("report.json"), serde_json::to_string_pretty(&report)?)?;
    let tables = write_tables(arguments, &mut session)?;
    for (name, hash) in &tables {
        println!("{}  {name}  {} rows", hash.hash, hash.rows);
    }
    let hashes = Hashes { recipe: recipe.hash(), tables };
    fs::write(arguments.out.join("hashes.json"), serde_json::to_string_pretty(&hashes)?)?;
    if !report.is_complete() {
        let findings = report.steps.iter().flat_map(|step| &step.diagnostics);
        bail!("{}", findings.map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    }
    Ok(())
}

fn replay(recipe: &Recipe, session: &mut Session, disk: &Disk) -> RunReport {
    let mut run = Run::start(recipe.clone(), None, Purpose::Work);
    loop {
        if let Advance::Finished(report) = run.advance(session, disk) {
            return report;
        }
    }
}

fn write_tables(arguments: &Arguments, session: &mut Session) -> anyhow::Result<BTreeMap<String, TableHash>> {
    let format = &arguments.format;
    let mut hashes = BTreeMap::new();
    for at in session.final_tables() {
        let TableAt { table: name, .. } = &at;
        // A table whose step did not run has no content: the report says why.
        let Ok(Found::Table(table)) = session.table(&at) else { continue };
        let file = arguments.out.join(format!("{name}.{}", format.extension()));
        fs::write(&file, engine::source::writer::write(&table, format)?).with_context(|| file.display().to_string())?;
        hashes.insert(name.to_string(), table_hash(&at, &table)?);
    }
    Ok(hashes)
}
