//! The autopilot: every cleaning and checking operation with its default parameters on every column that it suits.
//!
//! It shows what a room that cleans by itself would earn: a scorer that it satisfies asks for no judgement.

use std::collections::BTreeMap;

use protocol::operation::Group;
use protocol::recipe::{Recipe, Step, legal_name};
use protocol::{Checked, Code, Diagnostic, TableRef, Zone};
use serde_json::{Map, Value, json};

use crate::ops::{self, AnyOperation, Files, Tables, Tick};
use crate::source;
use crate::source::stem;
use crate::table::Table;

/// The recipe that it writes over files.
///
/// # Errors
/// A file that is not there or cannot be read; operations that fail are left out.
pub fn autopilot(files: &dyn Files, names: &[String]) -> Checked<Recipe> {
    let mut pilot = Pilot { files, steps: Vec::new() };
    for name in names {
        let (mut table, at) = pilot.import(name)?;
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

struct Pilot<'a> {
    files: &'a dyn Files,
    steps: Vec<Step>,
}

impl Pilot<'_> {
    fn import(&mut self, name: &str) -> Checked<(Table, TableRef)> {
        let missing = || Diagnostic::new(Code::FileMissing).with("name", name);
        let found = source::detect(name, self.files.open(name).ok_or_else(missing)?, None)?;
        let params: Map<String, Value> = serde_json::from_str(&found.params)
            .map_err(|error| Diagnostic::new(Code::ParamInvalid).with("detail", error.to_string()))?;
        let at = TableRef::new(Zone::Raw, legal_name(stem(name)));
        let operation = ops::find(&found.op).ok_or_else(|| Diagnostic::new(Code::StepUnknownOperation))?;
        let outputs = BTreeMap::from([("main".to_owned(), at.clone())]);
        let table = self.run(operation, &params, &Tables::new(), &outputs)?;
        self.push(operation, params, None, outputs);
        Ok((table, at))
    }

    /// Applies an operation to all columns that it suits, if it can be applied without being told more.
    fn apply(&mut self, operation: &dyn AnyOperation, table: &Table, from: &TableRef, to: &TableRef) -> Option<Table> {
        let info = operation.info();
        let suits = |kind| info.suggested_for.contains(&kind);
        let columns: Vec<String> =
            table.columns().into_iter().filter(|column| suits(column.kind)).map(|column| column.name).collect();
        let inputs = Tables::from([("main".to_owned(), table.clone())]);
        let outputs = BTreeMap::from([("main".to_owned(), to.clone())]);
        let shapes = [json!({"columns": columns}), json!({"column": columns.first()}), json!({})];
        for params in shapes.into_iter().filter_map(|shape| shape.as_object().cloned()) {
            if operation.check(&params).is_err() || !operation.validate(&params, &inputs).is_empty() {
                continue;
            }
            if let Ok(made) = self.run(operation, &params, &inputs, &outputs) {
                self.push(operation, params, Some(from), outputs);
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
    ) -> Checked<Table> {
        let mut work = operation.start(params, inputs, outputs, self.files)?;
        loop {
            if let Tick::Finished { mut tables, .. } = work.advance(self.files)? {
                return tables.remove("main").ok_or_else(|| Diagnostic::new(Code::StepOutputMissing));
            }
        }
    }

    fn push(
        &mut self,
        operation: &dyn AnyOperation,
        params: Map<String, Value>,
        from: Option<&TableRef>,
        outputs: BTreeMap<String, TableRef>,
    ) {
        self.steps.push(Step {
            id: format!("a{}", self.steps.len() + 1).as_str().into(),
            op: operation.name().to_owned(),
            op_version: operation.version(),
            params,
            inputs: from.map(|from| ("main".to_owned(), from.clone())).into_iter().collect(),
            outputs,
            note: String::new(),
            disabled: false,
            extra: Map::new(),
        });
    }
}
