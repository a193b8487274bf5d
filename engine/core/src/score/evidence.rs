//! What is scored: the tables that a replayed recipe hands in, and how they came about.

use std::collections::{BTreeMap, BTreeSet};

use protocol::recipe::resolve;
use protocol::score::CheckSpec;
use protocol::table::TableAt;
use protocol::{Recipe, TableRef};

use crate::ops;
use crate::ops::source::source_name;
use crate::recipe::Run;
use crate::table::Table;

/// The evidence of one replay.
#[derive(Debug, Default)]
pub struct Evidence {
    tables: BTreeMap<TableRef, Table>,
    makers: BTreeMap<TableRef, BTreeSet<String>>,
    sources: BTreeMap<String, String>,
}

impl Evidence {
    /// The evidence of a finished run that answers a question: the tables that the checks look at.
    pub fn of(run: &Run, checks: &[CheckSpec]) -> Self {
        let recipe = run.recipe();
        let looked_at: BTreeSet<TableRef> =
            checks.iter().filter_map(|check| check.table.as_ref()?.parse().ok()).collect();
        let makers = looked_at.iter().map(|table| (table.clone(), makers(recipe, table))).collect();
        let last = |table: &TableRef| run.table(&TableAt { table: table.clone(), after: None });
        let tables = looked_at.into_iter().filter_map(|table| last(&table).map(|found| (table, found)));
        let mut sources = BTreeMap::new();
        for step in recipe.steps.iter().filter(|step| !step.disabled) {
            let files = ops::find(&step.op).map(|operation| operation.files(&step.params)).unwrap_or_default();
            if let Some(file) = files.into_iter().next() {
                sources.insert(source_name(&step.outputs), file);
            }
        }
        Self { tables: tables.collect(), makers, sources }
    }

    /// The evidence of a player: tables that no recipe made, said to come out of these operations, whose sources are
    /// named as their files.
    pub(super) fn forged(tables: BTreeMap<TableRef, Table>, makers: &BTreeSet<String>, files: &[String]) -> Self {
        let makers = tables.keys().map(|table| (table.clone(), makers.clone())).collect();
        let sources = files.iter().map(|file| (file.clone(), file.clone())).collect();
        Self { tables, makers, sources }
    }

    /// A table that was handed in.
    pub fn table(&self, name: &str) -> Option<&Table> {
        self.tables.get(&name.parse().ok()?)
    }

    /// The file behind a source, as provenance names it.
    pub fn file(&self, source: &str) -> Option<&str> {
        self.sources.get(source).map(String::as_str)
    }

    /// The operations that a table came out of: that of its own step and, behind steps that only put tables
    /// together, those of the tables they put together.
    pub fn makers(&self, name: &str) -> impl Iterator<Item = &str> {
        let table = name.parse().ok();
        table.and_then(|table| self.makers.get(&table)).into_iter().flatten().map(String::as_str)
    }
}

/// Puts tables together and changes no cell.
const UNION: &str = "union";

fn makers(recipe: &Recipe, table: &TableRef) -> BTreeSet<String> {
    let resolved = resolve(recipe);
    let mut makers = BTreeSet::new();
    let last = resolved.last().and_then(|last| last.tables.get(table));
    let mut waiting: Vec<usize> = last.into_iter().map(|bound| bound.step).collect();
    while let Some(place) = waiting.pop() {
        let step = &recipe.steps[place];
        if step.op == UNION {
            waiting.extend(resolved[place].inputs.values().flatten().map(|bound| bound.step));
        } else {
            makers.insert(step.op.clone());
        }
    }
    makers
}
