//! Which tables exist after a step, and who made the version that stands there.

use super::query_tables::in_preparation;
use protocol::recipe::{begins_as, resolve};
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

/// The version that a step means by a name: its own, or the raw one that a table in preparation begins as.
pub fn meant<'a>(tables: &'a [TableVersion], table: &TableRef) -> Option<&'a TableVersion> {
    let find = |table: &TableRef| tables.iter().find(|version| &version.info.table == table);
    find(table).or_else(|| find(&begins_as(table)?))
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
        if let Some(found) = main.or_else(|| step.inputs.values().find_map(|table| meant(tables, table))) {
            return Some(found);
        }
    }
    tables.iter().find(|version| version.info.table.zone != Zone::Quarantine).or_else(|| tables.first())
}

/// Tables that steps above `index` make, computed or not, by zone then name.
pub fn named_before(recipe: &Recipe, index: usize) -> Vec<TableRef> {
    let above = index.checked_sub(1).and_then(|above| resolve(recipe).into_iter().nth(above));
    above.map(|above| above.tables.into_keys().collect()).unwrap_or_default()
}

/// The table that a new step at `index` goes on with: the one asked for, else the main result of the
/// nearest step above that is on and has not failed. It may not be computed yet: while a run is at work
/// the recipe knows more than the last report. A raw table is gone on with as the table in preparation that
/// begins as it: then this step and those to come may be moved and switched off in any order.
pub fn continued(
    report: Option<&RunReport>,
    recipe: &Recipe,
    index: usize,
    asked: Option<&TableRef>,
) -> Option<TableRef> {
    let before = named_before(recipe, index);
    let stands = |table: &&TableRef| before.contains(table);
    let failed = |step: &StepId| {
        let found = report.and_then(|report| report.steps.iter().find(|entry| &entry.id == step));
        found.is_some_and(|entry| matches!(entry.state, StepState::Failed | StepState::Blocked))
    };
    let above = recipe.steps.iter().take(index).rev().filter(|step| !step.disabled && !failed(&step.id));
    let made = above.filter_map(|step| step.outputs.get("main")).find(stands);
    let from = asked.filter(stands).or(made).or(before.last())?;
    Some(in_preparation(from, &before))
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
        let steps = [
            step("s1", None, "raw.a"),
            step("s2", Some("raw.a"), "staging.a"),
            step("s3", Some("staging.a"), "staging.a"),
        ];
        serde_json::from_value(json!({"format": Recipe::FORMAT, "version": 1, "steps": steps})).unwrap()
    }

    fn report(failed: &str) -> RunReport {
        let mut stopped = false;
        let steps = recipe().steps.into_iter().map(|step| {
            stopped |= step.id.0 == failed;
            let outputs = step.outputs.iter().filter(|_| !stopped).map(|(port, table)| {
                (
                    port.clone(),
                    TableInfo { table: table.clone(), rows: 1, columns: Vec::new(), ordered: true, bytes: 0 },
                )
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
    fn a_new_step_goes_on_with_the_result_above_it() {
        for (failed, index, asked, expected) in [
            ("", 3, None, "staging.a"),
            ("", 1, None, "staging.a"),
            ("", 3, Some("raw.a"), "raw.a"),
            ("", 1, Some("raw.a"), "staging.a"),
            ("s2", 3, None, "raw.a"),
        ] {
            let asked = asked.map(|name| name.parse::<TableRef>().unwrap());
            let found = continued(Some(&report(failed)), &recipe(), index, asked.as_ref()).unwrap();
            assert_eq!(found.to_string(), expected, "{failed} {index} {asked:?}");
        }
        let found = continued(None, &recipe(), 2, None).unwrap();
        assert_eq!(found.to_string(), "staging.a", "before any run");
        assert_eq!(continued(None, &recipe(), 0, None), None);
    }

    #[test]
    fn what_is_set_aside_is_all_but_the_main_table() {
        let tables = set_aside(&report(""), &"s2".into());
        assert_eq!(tables.iter().map(|info| info.table.to_string()).collect::<Vec<_>>(), ["quarantine.s2"]);
        assert_eq!(before(&report(""), &recipe(), 1).len(), 2);
    }
}
