//! Which version of a table each step reads.
//!
//! Steps run from first to last. An input names a table; it means the version that the nearest
//! enabled step above made. So an insertion, a move or a switched-off step rebinds what is below.
//!
//! A table in preparation begins as the raw table of its name: `staging.a` means `raw.a` as long as no step
//! above has made `staging.a`. So the step that takes a table out of `raw` can be switched off, moved or
//! deleted like any other, and those below go on.

use std::collections::BTreeMap;

use super::{Recipe, StepId, TableRef, Zone};
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

/// The raw table that a table in preparation begins as.
pub fn begins_as(table: &TableRef) -> Option<TableRef> {
    (table.zone == Zone::Staging).then(|| TableRef { zone: Zone::Raw, ..table.clone() })
}

fn bind(tables: &BTreeMap<TableRef, Bound>, table: &TableRef, step: &StepId) -> Result<Bound, Box<Diagnostic>> {
    let begins_as = || tables.get(&begins_as(table)?);
    tables.get(table).or_else(begins_as).cloned().ok_or_else(|| {
        let candidates: Vec<String> = tables.keys().map(ToString::to_string).collect();
        Diagnostic::new(Code::TableUnknown)
            .with("table", table.to_string())
            .with("candidates", candidates)
            .at_step(step)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// Which step each of four steps reads from: an import, two steps in preparation, one that reads the raw table.
    fn makers(off: &[usize]) -> Vec<Option<usize>> {
        let step = |id: &str, from: Option<&str>, to: &str, disabled: bool| {
            let inputs = from.map_or(json!({}), |from| json!({"main": from}));
            json!({"id": id, "op": "x", "inputs": inputs, "outputs": {"main": to}, "disabled": disabled})
        };
        let is_off = |index: usize| off.contains(&index);
        let steps = json!([
            step("s1", None, "raw.a", is_off(0)),
            step("s2", Some("staging.a"), "staging.a", is_off(1)),
            step("s3", Some("staging.a"), "staging.a", is_off(2)),
            step("s4", Some("raw.a"), "staging.b", is_off(3)),
        ]);
        let recipe = serde_json::from_value(json!({"format": Recipe::FORMAT, "version": 1, "steps": steps})).unwrap();
        let maker = |step: &Resolved| step.inputs.get("main").and_then(|bound| Some(bound.as_ref().ok()?.step));
        resolve(&recipe).iter().map(maker).collect()
    }

    #[test]
    fn a_table_in_preparation_begins_as_the_raw_one() {
        for (off, expected) in [
            (&[][..], [None, Some(0), Some(1), Some(0)]),
            (&[1], [None, Some(0), Some(0), Some(0)]),
            (&[1, 2], [None, Some(0), Some(0), Some(0)]),
            (&[0], [None, None, Some(1), None]),
        ] {
            assert_eq!(makers(off), expected, "off: {off:?}");
        }
    }
}
