//! `creuset time`: how long imports and queries take natively, on one thread, for the bench report; or making data.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use engine::facet;
use engine::instance::Made;
use engine::recipe::{Advance, Found, Purpose, Run, Session};
use engine::sql::{Options, Query};
use engine::table::Table;
use protocol::facet::{Condition, Facet};
use protocol::recipe::{Recipe, Step};
use protocol::score::Instance;
use protocol::table::TableAt;
use protocol::{TableRef, Zone};
use serde::Serialize;

use super::run::CACHE_BYTES;
use crate::disk::Disk;

/// The command's arguments and help.
pub fn describe() -> Command {
    let path = || value_parser!(PathBuf);
    let table = |name: &'static str| Arg::new(name).required_unless_present(SPEC).value_parser(path());
    Command::new("time")
        .about("Time imports and queries natively, or making data, for the bench report")
        .arg(table("data").help("A CSV file: the table `data`"))
        .arg(table("parquet").long("parquet").help("The same table as Parquet"))
        .arg(table("right").long("right").help("A CSV file: the table `small`"))
        .arg(Arg::new(SPEC).long(SPEC).value_parser(path()).help("Instead, a specification of data to make, as JSON"))
        .arg(Arg::new("query").long("query").action(ArgAction::Append).help("A query over `data` and `small`; repeat"))
        .arg(Arg::new("facet").long("facet").action(ArgAction::Append).help("A column of `data` to look at; repeat"))
        .arg(Arg::new("repeat").long("repeat").default_value("3").value_parser(value_parser!(u32)).help("Times each"))
}

const SPEC: &str = "spec";

/// What is printed of a specification.
#[derive(Serialize)]
struct Making {
    made_ms: Vec<f64>,
}

/// What is printed of tables.
#[derive(Serialize)]
struct Times {
    csv_import_ms: Vec<f64>,
    parquet_import_ms: Vec<f64>,
    queries_ms: Vec<Vec<f64>>,
    facets_ms: Vec<Vec<f64>>,
}

/// Prints milliseconds as JSON.
///
/// # Errors
/// A file or a query that the engine refuses.
pub fn run(arguments: &ArgMatches) -> anyhow::Result<()> {
    let path = |name: &str| arguments.get_one::<PathBuf>(name).context("a path is missing");
    let repeat = arguments.get_one::<u32>("repeat").copied().unwrap_or(1);
    if let Some(spec) = arguments.get_one::<PathBuf>(SPEC) {
        let spec = fs::read_to_string(spec).with_context(|| spec.display().to_string())?;
        let instance = Instance { spec, seed: "1".to_owned(), scale: "practice".to_owned() };
        let made_ms = timed(repeat, || Ok(Made::at_once(instance.clone())?))?;
        println!("{}", serde_json::to_string(&Making { made_ms })?);
        return Ok(());
    }
    let data = path("data")?;
    let tables = BTreeMap::from([("data".to_owned(), import(data)?), ("small".to_owned(), import(path("right")?)?)]);
    let mut queries_ms = Vec::new();
    for sql in arguments.get_many::<String>("query").into_iter().flatten() {
        queries_ms.push(timed(repeat, || Ok(Query::parse(sql)?.run(&tables, Options::default())?))?);
    }
    let mut facets_ms = Vec::new();
    for column in arguments.get_many::<String>("facet").into_iter().flatten() {
        let table = &tables["data"];
        facets_ms.push(timed(repeat, || Ok(facet::figures(table, column, &[], "")?))?);
        let repeated = [Facet { column: column.clone(), condition: Condition::Duplicated }];
        facets_ms.push(timed(repeat, || Ok(facet::rows(table, &repeated)?))?);
    }
    let times = Times {
        csv_import_ms: timed(repeat, || import(data))?,
        parquet_import_ms: timed(repeat, || import(path("parquet")?))?,
        queries_ms,
        facets_ms,
    };
    println!("{}", serde_json::to_string(&times)?);
    Ok(())
}

fn timed<T>(repeat: u32, mut work: impl FnMut() -> anyhow::Result<T>) -> anyhow::Result<Vec<f64>> {
    (0..repeat)
        .map(|_| {
            let start = Instant::now();
            work()?;
            Ok(start.elapsed().as_secs_f64() * 1_000.0)
        })
        .collect()
}

/// Reads a file as the page would: detection, then a run of one import step.
fn import(path: &Path) -> anyhow::Result<Table> {
    const FILE: &str = "file";
    let mut disk = Disk::default();
    disk.attach(FILE, path).with_context(|| path.display().to_string())?;
    let source = engine::ops::Files::open(&disk, FILE).context("not attached")?;
    let detected = engine::source::detect(FILE, source, None)?;
    let table = TableRef::new(Zone::Raw, "data");
    let step = Step {
        id: "s1".into(),
        op: detected.op,
        op_version: 1,
        params: serde_json::from_str(&detected.params)?,
        inputs: BTreeMap::new(),
        outputs: BTreeMap::from([("main".to_owned(), table.clone())]),
        note: String::new(),
        disabled: false,
        extra: serde_json::Map::new(),
    };
    let mut session = Session::new(CACHE_BYTES);
    let mut run = Run::start(Recipe { steps: vec![step], ..Recipe::default() }, None, Purpose::Work);
    let report = loop {
        if let Advance::Finished(report) = run.advance(&mut session, &disk) {
            break report;
        }
    };
    if let Some(finding) = report.steps.into_iter().flat_map(|step| step.diagnostics).next() {
        return Err(finding.into());
    }
    match session.table(&TableAt { table, after: None })? {
        Found::Table(table) => Ok(table),
        Found::LetGo(_) => anyhow::bail!("the table did not stay in memory"),
    }
}
