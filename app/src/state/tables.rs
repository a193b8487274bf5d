//! Which tables exist after a step, and who made the version that stands there.

use protocol::report::{RunReport, StepState};
use protocol::table::{TableAt, TableInfo};
use protocol::{Recipe, StepId, TableRef, Zone};

/// One version of a table: its shape, and the step that made it.
#[derive(Debug, Clone, PartialEq)]
pub struct TableVersion {
    /// Shape.
    pub info: TableInfo,
    /// The step that made it.
    pub maker: StepId,
    /// The port it came out of.
    pub port: String,
}

impl TableVersion {
    /// How the engine is asked for it. Named by its maker, so that it stays the same version (and in
    /// the page's cache) while the person walks through steps that leave it alone.
    pub fn at(&self) -> TableAt {
        TableAt { table: self.info.table.clone(), after: Some(self.maker.clone()) }
    }
}

/// The tables after a step (after the last, if none is named), by zone then name.
pub fn after(report: &RunReport, step: Option<&StepId>) -> Vec<TableVersion> {
    let mut tables: Vec<TableVersion> = Vec::new();
    for entry in &report.steps {
        if matches!(entry.state, StepState::Done | StepState::Cached) {
            for (port, info) in &entry.outputs {
                tables.retain(|known| known.info.table != info.table);
                tables.push(TableVersion { info: info.clone(), maker: entry.id.clone(), port: port.clone() });
            }
        }
        if Some(&entry.id) == step {
            break;
        }
    }
    tables.sort_by(|a, b| a.info.table.cmp(&b.info.table));
    tables
}

/// The table to show: the one asked for, else what the step made, else what it reads, else the
/// latest that is not set aside.
pub fn shown<'a>(
    tables: &'a [TableVersion],
    recipe: &Recipe,
    step: Option<&StepId>,
    asked: Option<&TableRef>,
) -> Option<&'a TableVersion> {
    let find = |table: &TableRef| tables.iter().find(|version| &version.info.table == table);
    if let Some(found) = asked.and_then(find) {
        return Some(found);
    }
    let upto = match step.and_then(|id| recipe.position(id)) {
        Some(index) => &recipe.steps[..=index],
        None => &recipe.steps[..],
    };
    for step in upto.iter().rev().filter(|step| !step.disabled) {
        let main = step.outputs.get("main").and_then(find).filter(|version| version.maker == step.id);
        if let Some(found) = main.or_else(|| step.inputs.values().find_map(find)) {
            return Some(found);
        }
    }
    tables.iter().find(|version| version.info.table.zone != Zone::Quarantine).or_else(|| tables.first())
}

/// What the step at work would read at `index`: the tables above it.
pub fn before(report: &RunReport, recipe: &Recipe, index: usize) -> Vec<TableVersion> {
    match index.checked_sub(1).and_then(|above| recipe.steps.get(above)) {
        Some(above) => after(report, Some(&above.id)),
        None => Vec::new(),
    }
}

/// Rows that a step set aside: in every table but its main one.
pub fn set_aside(report: &RunReport, step: &StepId) -> Vec<TableInfo> {
    let entry = report.steps.iter().find(|entry| &entry.id == step);
    let outputs = entry.into_iter().flat_map(|entry| &entry.outputs);
    outputs.filter(|(port, _)| port.as_str() != "main").map(|(_, info)| info.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::report::{Counters, StepReport};
    use serde_json::json;

    fn recipe() -> Recipe {
        let step = |id: &str, from: Option<&str>, to: &str| {
            let inputs = from.map_or(json!({}), |from| json!({"main": from}));
            json!({"id": id, "op": "x", "inputs": inputs, "outputs": {"main": to, "rejects": format!("quarantine.{id}")}})
        };
        let steps = [step("s1", None, "raw.a"), step("s2", Some("raw.a"), "staging.a"), step("s3", Some("staging.a"), "staging.a")];
        serde_json::from_value(json!({"format": Recipe::FORMAT, "version": 1, "steps": steps})).unwrap()
    }

    fn report(failed: &str) -> RunReport {
        let mut stopped = false;
        let steps = recipe().steps.into_iter().map(|step| {
            stopped |= step.id.0 == failed;
            let outputs = step.outputs.iter().filter(|_| !stopped).map(|(port, table)| {
                (port.clone(), TableInfo { table: table.clone(), rows: 1, columns: Vec::new(), ordered: true, bytes: 0 })
            });
            StepReport {
                id: step.id.clone(),
                state: if stopped { StepState::Failed } else { StepState::Done },
                diagnostics: Vec::new(),
                outputs: outputs.collect(),
                counters: Counters::default(),
            }
        });
        RunReport { steps: steps.collect(), ..RunReport::default() }
    }

    fn look(failed: &str, step: Option<&str>, asked: Option<&str>) -> String {
        let (step, asked) = (step.map(StepId::from), asked.map(|name| name.parse::<TableRef>().unwrap()));
        let tables = after(&report(failed), step.as_ref());
        let found = shown(&tables, &recipe(), step.as_ref(), asked.as_ref()).unwrap();
        format!("{} by {}", found.info.table, found.maker)
    }

    #[test]
    fn a_step_shows_its_result_or_what_it_reads() {
        for (failed, step, asked, expected) in [
            ("", None, None, "staging.a by s3"),
            ("", Some("s2"), None, "staging.a by s2"),
            ("", Some("s1"), None, "raw.a by s1"),
            ("", Some("s2"), Some("raw.a"), "raw.a by s1"),
            ("", Some("s1"), Some("staging.a"), "raw.a by s1"),
            ("s3", None, None, "staging.a by s2"),
            ("s2", Some("s2"), None, "raw.a by s1"),
        ] {
            assert_eq!(look(failed, step, asked), expected, "{failed} {step:?} {asked:?}");
        }
    }

    #[test]
    fn what_is_set_aside_is_all_but_the_main_table() {
        let tables = set_aside(&report(""), &"s2".into());
        assert_eq!(tables.iter().map(|info| info.table.to_string()).collect::<Vec<_>>(), ["quarantine.s2"]);
        assert_eq!(before(&report(""), &recipe(), 1).len(), 2);
    }
}
