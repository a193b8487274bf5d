//! The autopilot: every cleaning and checking operation with its default parameters on every column that it suits, and
//! a report of all that a profiler flags by itself.
//!
//! It shows what a room that cleans by itself would earn: a scorer that it satisfies asks for no judgement. Of the
//! checks it takes what a contract tells anybody: which tables are handed in, and by which words kinds are called.

use std::collections::BTreeMap;

use protocol::operation::Group;
use protocol::recipe::{Recipe, Step, legal_name};
use protocol::score::CheckSpec;
use protocol::table::ColumnType;
use protocol::{Checked, Code, Diagnostic, TableRef, Zone};
use serde_json::{Map, Value, json};

use super::profiler::{self, Sort};
use crate::ops::{self, AnyOperation, Files, Tables, Tick};
use crate::source;
use crate::source::stem;
use crate::table::Table;

/// The recipe that it writes over files to satisfy checks.
///
/// # Errors
/// A file that is not there or cannot be read; operations that fail are left out.
pub fn autopilot(files: &dyn Files, names: &[String], checks: &[CheckSpec]) -> Checked<Recipe> {
    let mut pilot = Pilot { files, steps: Vec::new() };
    let read: Vec<Read> = names.iter().map(|name| pilot.import(name)).collect::<Checked<_>>()?;
    for (place, (table, kinds)) in asked(checks).into_iter().enumerate() {
        pilot.report(&read, place, table, &kinds)?;
    }
    for Read { mut table, at, .. } in read {
        let staged = TableRef::new(Zone::Staging, &at.name);
        let mut from = at;
        for operation in ops::all().iter().filter(|one| matches!(one.info().group, Group::Clean | Group::Quality)) {
            if let Some(made) = pilot.apply(*operation, &table, &from, &staged) {
                (table, from) = (made, staged.clone());
            }
        }
    }
    Ok(Recipe { title: "autopilot".to_owned(), steps: pilot.steps, ..Recipe::default() })
}

/// The reports of anomalies that checks ask for, each with the kinds that it may hold.
fn asked(checks: &[CheckSpec]) -> BTreeMap<TableRef, Vec<String>> {
    let mut asked: BTreeMap<TableRef, Vec<String>> = BTreeMap::new();
    for check in checks {
        let Some(table) = check.table.as_ref().and_then(|table| table.parse().ok()) else { continue };
        let kinds = check.params.get("kinds").and_then(Value::as_array).into_iter().flatten();
        let kinds: Vec<String> = kinds.filter_map(|kind| Some(kind.get("kind")?.as_str()?.to_owned())).collect();
        if !kinds.is_empty() {
            asked.entry(table).or_default().extend(kinds);
        }
    }
    asked
}

/// Where imports put what they cannot read.
const REJECTS: &str = "rejects";

fn main(table: &TableRef) -> BTreeMap<String, TableRef> {
    BTreeMap::from([("main".to_owned(), table.clone())])
}

/// A file that was read.
struct Read {
    table: Table,
    at: TableRef,
    rejects: Option<(Table, TableRef)>,
}

struct Pilot<'a> {
    files: &'a dyn Files,
    steps: Vec<Step>,
}

impl Pilot<'_> {
    fn import(&mut self, name: &str) -> Checked<Read> {
        let missing = || Diagnostic::new(Code::FileMissing).with("name", name);
        let found = source::detect(name, self.files.open(name).ok_or_else(missing)?, None)?;
        let params: Map<String, Value> = serde_json::from_str(&found.params)
            .map_err(|error| Diagnostic::new(Code::ParamInvalid).with("detail", error.to_string()))?;
        let at = TableRef::new(Zone::Raw, legal_name(stem(name)));
        let operation = ops::find(&found.op).ok_or_else(|| Diagnostic::new(Code::StepUnknownOperation))?;
        let aside = TableRef::new(Zone::Quarantine, &at.name);
        let mut outputs = main(&at);
        if operation.ports().outputs.iter().any(|port| port.name == REJECTS) {
            outputs.insert(REJECTS.to_owned(), aside.clone());
        }
        let mut made = self.run(operation, &params, &Tables::new(), &outputs)?;
        self.push(operation, params, BTreeMap::new(), outputs);
        let table = made.remove("main").ok_or_else(|| Diagnostic::new(Code::StepOutputMissing))?;
        Ok(Read { table, at, rejects: made.remove(REJECTS).map(|rejects| (rejects, aside)) })
    }

    /// Reports what a profiler flags in all files, under the names of the kinds that sound like it.
    fn report(&mut self, read: &[Read], place: usize, to: TableRef, kinds: &[String]) -> Checked<()> {
        let all: Vec<String> = read.iter().flat_map(|one| one.table.visible_names()).collect();
        let mut reports = BTreeMap::new();
        for Read { table, at, rejects } in read {
            let staged = |what: &str| TableRef::new(Zone::Staging, format!("{}_{what}_{place}", at.name));
            let flags = profiler::flags(table, &all, kinds)?;
            let flags =
                flags.iter().map(|flag| json!({"kind": flag.kind, "column": flag.column, "where": flag.condition}));
            self.findings(table, at, staged("flags"), flags.collect(), &mut reports);
            let copies = profiler::named(kinds, Sort::Copy).into_iter();
            let copies: Vec<Value> = copies.map(|kind| json!({"kind": kind, "where": "true"})).collect();
            let [once, twice] = ["once", "twice"].map(staged);
            if let Some(made) = self.split(table, at, &once, &twice).filter(|_| !copies.is_empty()) {
                self.findings(&made, &twice, staged("copies"), copies, &mut reports);
            }
            let Some((rejects, aside)) = rejects else { continue };
            let dates = table.columns().into_iter().filter(|column| column.kind == ColumnType::Date);
            let unread = dates.flat_map(|column| {
                let condition = format!("\"column\" = '{}'", column.name.replace('\'', "''"));
                let kinds = profiler::named(kinds, Sort::Date).into_iter();
                kinds.map(|kind| json!({"kind": kind, "as": column.name, "where": condition})).collect::<Vec<_>>()
            });
            self.findings(rejects, aside, staged("unread"), unread.collect(), &mut reports);
        }
        if let Some(union) = ops::find("union").filter(|_| !reports.is_empty()) {
            self.push(union, Map::new(), reports, main(&to));
        }
        Ok(())
    }

    /// Reports findings, if there is something to find.
    fn findings(
        &mut self,
        table: &Table,
        from: &TableRef,
        to: TableRef,
        findings: Vec<Value>,
        reports: &mut BTreeMap<String, TableRef>,
    ) {
        let Some(operation) = ops::find("report_anomalies") else { return };
        let Some(params) = json!({"findings": findings}).as_object().cloned() else { return };
        let inputs = Tables::from([("main".to_owned(), table.clone())]);
        if operation.check(&params).is_ok() && operation.validate(&params, &inputs).is_empty() {
            reports.insert(to.name.clone(), to.clone());
            self.push(operation, params, main(from), main(&to));
        }
    }

    /// Parts the rows that are there twice from those that stay; gives the former.
    fn split(&mut self, table: &Table, from: &TableRef, once: &TableRef, twice: &TableRef) -> Option<Table> {
        let operation = ops::find("deduplicate")?;
        let inputs = Tables::from([("main".to_owned(), table.clone())]);
        let mut outputs = main(once);
        outputs.insert("duplicates".to_owned(), twice.clone());
        let made = self.run(operation, &Map::new(), &inputs, &outputs).ok()?.remove("duplicates")?;
        self.push(operation, Map::new(), main(from), outputs);
        Some(made)
    }

    /// Applies an operation to all columns that it suits, if it can be applied without being told more.
    fn apply(&mut self, operation: &dyn AnyOperation, table: &Table, from: &TableRef, to: &TableRef) -> Option<Table> {
        let info = operation.info();
        let suits = |kind| info.suggested_for.contains(&kind);
        let columns: Vec<String> =
            table.columns().into_iter().filter(|column| suits(column.kind)).map(|column| column.name).collect();
        let inputs = Tables::from([("main".to_owned(), table.clone())]);
        let outputs = main(to);
        let shapes = [json!({"columns": columns}), json!({"column": columns.first()}), json!({})];
        for params in shapes.into_iter().filter_map(|shape| shape.as_object().cloned()) {
            if operation.check(&params).is_err() || !operation.validate(&params, &inputs).is_empty() {
                continue;
            }
            let made = self.run(operation, &params, &inputs, &outputs);
            if let Some(made) = made.ok().and_then(|mut tables| tables.remove("main")) {
                self.push(operation, params, main(from), outputs);
                return Some(made);
            }
        }
        None
    }

    fn run(
        &self,
        operation: &dyn AnyOperation,
        params: &Map<String, Value>,
        inputs: &Tables,
        outputs: &BTreeMap<String, TableRef>,
    ) -> Checked<Tables> {
        let mut work = operation.start(params, inputs, outputs, self.files)?;
        loop {
            if let Tick::Finished { tables, .. } = work.advance(self.files)? {
                return Ok(tables);
            }
        }
    }

    fn push(
        &mut self,
        operation: &dyn AnyOperation,
        params: Map<String, Value>,
        inputs: BTreeMap<String, TableRef>,
        outputs: BTreeMap<String, TableRef>,
    ) {
        self.steps.push(Step {
            id: format!("a{}", self.steps.len() + 1).as_str().into(),
            op: operation.name().to_owned(),
            op_version: operation.version(),
            params,
            inputs,
            outputs,
            note: String::new(),
            disabled: false,
            extra: Map::new(),
        });
    }
}
