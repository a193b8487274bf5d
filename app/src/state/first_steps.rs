//! The first minute: a small sample of ours, three tasks on it, and how far a recipe fulfils them. Nothing is
//! graded: a task is done as soon as the tables show it, whichever way it was done.

use std::collections::BTreeMap;

use protocol::report::{RunReport, StepReport, StepState};
use protocol::table::{ColumnType, TableInfo};
use protocol::{Recipe, Step, StepId, TableRef, Zone};
use serde_json::{Map, json};

/// Name of the sample's file.
pub const SAMPLE_NAME: &str = "logements.csv";
/// The sample: advertisements of flats to let, invented.
pub const SAMPLE: &str = include_str!("../../samples/logements.csv");
/// The columns that the tasks speak of.
pub const RENT: &str = "loyer";
/// See [`RENT`].
pub const CITY: &str = "ville";

/// Most rows of a table that sums up.
const MOST_GROUPS: u64 = 20;

/// Sizes of tables to try large work on, in rows.
pub const SAMPLE_ROWS: [u32; 3] = [10_000, 1_000_000, 5_000_000];

/// Which of the three tasks are done: rents are numbers, rows were left out by a condition, groups were measured.
pub fn done(recipe: &Recipe, report: &RunReport) -> [bool; 3] {
    let ran: Vec<(&Step, &StepReport)> = recipe
        .steps
        .iter()
        .filter_map(|step| Some((step, report.steps.iter().find(|entry| entry.id == step.id)?)))
        .filter(|(_, entry)| matches!(entry.state, StepState::Done | StepState::Cached))
        .collect();
    let main = |entry: &StepReport| entry.outputs.get("main").cloned();
    let numbers = ran.iter().filter_map(|(_, entry)| main(entry)).any(|table| has_number(&table, RENT));
    let filtered = ran.iter().any(|(step, entry)| {
        let kept = main(entry).map_or(0, |table| table.rows);
        step.op == "filter" && kept > 0 && kept < entry.counters.rows_in
    });
    let measured = ran.iter().any(|(step, entry)| {
        let is_group = |table: &TableInfo| {
            (2..=MOST_GROUPS).contains(&table.rows) && table.columns.iter().any(|column| column.name == CITY)
        };
        matches!(step.op.as_str(), "aggregate" | "sql") && main(entry).is_some_and(|table| is_group(&table))
    });
    [numbers, filtered, measured]
}

fn has_number(table: &TableInfo, name: &str) -> bool {
    let is_number = |kind| matches!(kind, ColumnType::Integer | ColumnType::Number | ColumnType::Decimal);
    table.columns.iter().any(|column| column.name == name && is_number(column.kind))
}

/// The step that makes a table of this many rows under a name.
pub fn sample_step(rows: u32, table: &str) -> Step {
    let params = json!({"rows": rows, "seed": 1});
    Step {
        id: StepId(String::new()),
        op: "generate_sample".to_owned(),
        op_version: 1,
        params: params.as_object().cloned().unwrap_or_default(),
        inputs: BTreeMap::new(),
        outputs: BTreeMap::from([("main".to_owned(), TableRef::new(Zone::Raw, table))]),
        note: String::new(),
        disabled: false,
        extra: Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::report::Counters;
    use protocol::table::ColumnInfo;

    fn step(id: &str, op: &str) -> Step {
        Step { id: id.into(), op: op.to_owned(), ..sample_step(1, "logements") }
    }

    fn entry(id: &str, state: StepState, rows: (u64, u64), rent: ColumnType) -> StepReport {
        let column = |name: &str, kind| ColumnInfo { name: name.to_owned(), kind };
        let table = TableInfo {
            table: TableRef::new(Zone::Staging, "logements"),
            rows: rows.1,
            columns: vec![column(CITY, ColumnType::Text), column(RENT, rent)],
            ordered: false,
            bytes: 0,
        };
        StepReport {
            id: id.into(),
            state,
            diagnostics: Vec::new(),
            outputs: BTreeMap::from([("main".to_owned(), table)]),
            counters: Counters { rows_in: rows.0, ..Counters::default() },
        }
    }

    #[test]
    fn tasks_are_done_when_the_tables_show_it() {
        let recipe = Recipe {
            steps: vec![step("s1", "import_csv"), step("s2", "cast"), step("s3", "filter"), step("s4", "aggregate")],
            ..Recipe::default()
        };
        let (text, number) = (ColumnType::Text, ColumnType::Number);
        let all = [
            entry("s1", StepState::Done, (0, 120), text),
            entry("s2", StepState::Cached, (120, 111), number),
            entry("s3", StepState::Done, (111, 40), number),
            entry("s4", StepState::Done, (40, 5), number),
        ];
        for (count, expected) in
            [(0, [false; 3]), (1, [false; 3]), (2, [true, false, false]), (3, [true, true, false]), (4, [true; 3])]
        {
            let report = RunReport { steps: all[..count].to_vec(), ..RunReport::default() };
            assert_eq!(done(&recipe, &report), expected, "{count} steps");
        }
        let idle = [entry("s2", StepState::Failed, (120, 120), number), entry("s3", StepState::Done, (120, 120), text)];
        let report = RunReport { steps: idle.to_vec(), ..RunReport::default() };
        assert_eq!(done(&recipe, &report), [false; 3], "a failed step, and a filter that keeps all");
    }

    #[test]
    fn the_sample_is_what_the_tasks_speak_of() {
        let mut lines = SAMPLE.lines();
        let names: Vec<&str> = lines.next().unwrap().split(';').collect();
        assert!(names.contains(&RENT) && names.contains(&CITY));
        assert!(lines.clone().all(|line| line.split(';').count() == names.len()));
        assert_eq!(lines.count(), 120);
    }
}
