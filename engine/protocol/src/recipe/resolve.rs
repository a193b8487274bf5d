//! Which version of a table each step reads.
//!
//! Steps run from first to last. An input names a table; it means the version that the nearest
//! enabled step above made. So an insertion, a move or a switched-off step rebinds what is below.

use std::collections::BTreeMap;

use super::{Recipe, StepId, TableRef};
use crate::{Code, Diagnostic};

/// The maker of one version of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// Index of the step that made it.
    pub step: usize,
    /// The port it came out of.
    pub port: String,
}

/// Bindings of one step.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Resolved {
    /// For each input port, the maker, or why there is none.
    pub inputs: BTreeMap<String, Result<Bound, Box<Diagnostic>>>,
    /// The tables as they stand after this step.
    pub tables: BTreeMap<TableRef, Bound>,
}

/// Binds every input of every step, in the recipe's order. Switched-off steps make nothing.
pub fn resolve(recipe: &Recipe) -> Vec<Resolved> {
    let mut tables: BTreeMap<TableRef, Bound> = BTreeMap::new();
    let mut resolved = Vec::with_capacity(recipe.steps.len());
    for (index, step) in recipe.steps.iter().enumerate() {
        let inputs = step.inputs.iter().map(|(port, table)| (port.clone(), bind(&tables, table, &step.id))).collect();
        if !step.disabled {
            for (port, table) in &step.outputs {
                tables.insert(table.clone(), Bound { step: index, port: port.clone() });
            }
        }
        resolved.push(Resolved { inputs, tables: tables.clone() });
    }
    resolved
}

fn bind(tables: &BTreeMap<TableRef, Bound>, table: &TableRef, step: &StepId) -> Result<Bound, Box<Diagnostic>> {
    tables.get(table).cloned().ok_or_else(|| {
        let candidates: Vec<String> = tables.keys().map(ToString::to_string).collect();
        Diagnostic::new(Code::TableUnknown)
            .with("table", table.to_string())
            .with("candidates", candidates)
            .at_step(step)
    })
}
