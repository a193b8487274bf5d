//! The first minute: a small sample of ours, three tasks on it, and how far a recipe fulfils them. Nothing is
//! graded: a task is done as soon as the tables show it, whichever way it was done.

use std::collections::BTreeMap;

use protocol::report::{RunReport, StepReport, StepState};
use protocol::table::{ColumnType, TableInfo};
use protocol::{Recipe, Step, StepId, TableRef, Zone};
use serde_json::{Map, json};

use crate::i18n::Language;

/// The sample of a language: advertisements of flats to let, invented, as an office there writes them.
#[derive(Debug, PartialEq, Eq)]
pub struct Sample {
    /// Name of its file.
    pub name: &'static str,
    /// What the file holds.
    pub text: &'static str,
    /// Mark between two values.
    delimiter: char,
    /// The column of rents, the first one that the tasks speak of.
    pub rent: &'static str,
    /// The column of cities.
    pub city: &'static str,
    /// The decimal mark of its numbers, as a choice of the operation `cast`.
    pub decimal: &'static str,
}

const FRENCH: Sample = Sample {
    name: "logements.csv",
    text: include_str!("../../samples/logements.csv"),
    delimiter: ';',
    rent: "loyer",
    city: "ville",
    decimal: "comma",
};
const ENGLISH: Sample = Sample {
    name: "flats.csv",
    text: include_str!("../../samples/flats.csv"),
    delimiter: ',',
    rent: "rent",
    city: "city",
    decimal: "point",
};

impl Sample {
    /// The sample that a newcomer who reads this language is given.
    pub fn of_language(language: Language) -> &'static Self {
        match language {
            Language::Fr => &FRENCH,
            Language::En => &ENGLISH,
        }
    }

    /// The sample that a recipe reads: the language of the page may have changed since.
    pub fn of_recipe(recipe: &Recipe) -> &'static Self {
        let reads = |sample: &Self| recipe.files.iter().any(|file| file.name == sample.name);
        if reads(&ENGLISH) { &ENGLISH } else { &FRENCH }
    }

    /// Rents that are no numbers, each once, in the order of the file.
    pub fn unread(&self) -> Vec<String> {
        let place =
            self.text.lines().next().and_then(|head| head.split(self.delimiter).position(|name| name == self.rent));
        let rents = self.text.lines().skip(1).filter_map(|line| line.split(self.delimiter).nth(place?));
        let mut unread = Vec::<String>::new();
        for rent in rents.filter(|rent| !rent.contains(|char: char| char.is_ascii_digit())) {
            if !unread.iter().any(|known| known == rent) {
                unread.push(rent.to_owned());
            }
        }
        unread
    }
}

/// Most rows of a table that sums up.
const MOST_GROUPS: u64 = 20;

/// Sizes of tables to try large work on, in rows.
pub const SAMPLE_ROWS: [u32; 3] = [10_000, 1_000_000, 5_000_000];

/// Which of the three tasks are done: rents are numbers, rows were left out by a condition, groups were measured.
pub fn done(recipe: &Recipe, report: &RunReport) -> [bool; 3] {
    let sample = Sample::of_recipe(recipe);
    let ran: Vec<(&Step, &StepReport)> = recipe
        .steps
        .iter()
        .filter_map(|step| Some((step, report.steps.iter().find(|entry| entry.id == step.id)?)))
        .filter(|(_, entry)| matches!(entry.state, StepState::Done | StepState::Cached))
        .collect();
    let main = |entry: &StepReport| entry.outputs.get("main").cloned();
    let numbers = ran.iter().filter_map(|(_, entry)| main(entry)).any(|table| has_number(&table, sample.rent));
    let filtered = ran.iter().any(|(step, entry)| {
        let kept = main(entry).map_or(0, |table| table.rows);
        step.op == "filter" && kept > 0 && kept < entry.counters.rows_in
    });
    let measured = ran.iter().any(|(step, entry)| {
        let is_group = |table: &TableInfo| {
            (2..=MOST_GROUPS).contains(&table.rows) && table.columns.iter().any(|column| column.name == sample.city)
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
    use protocol::recipe::FileEntry;
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
            columns: vec![column(FRENCH.city, ColumnType::Text), column(FRENCH.rent, rent)],
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
    fn samples_are_what_the_tasks_speak_of() {
        for (language, unread) in [(Language::Fr, ["n.c.", "sur demande"]), (Language::En, ["tbc", "on request"])] {
            let sample = Sample::of_language(language);
            let mut lines = sample.text.lines();
            let names: Vec<&str> = lines.next().unwrap().split(sample.delimiter).collect();
            assert!(names.contains(&sample.rent) && names.contains(&sample.city), "{}", sample.name);
            assert!(lines.clone().all(|line| line.split(sample.delimiter).count() == names.len()), "{}", sample.name);
            assert_eq!(lines.count(), 120, "{}", sample.name);
            assert_eq!(sample.unread(), unread, "{}", sample.name);
        }
    }

    #[test]
    fn a_recipe_keeps_the_sample_that_it_reads() {
        for sample in [&FRENCH, &ENGLISH] {
            let file = FileEntry { name: sample.name.to_owned(), bytes: 0, hash: None };
            let recipe = Recipe { files: vec![file], ..Recipe::default() };
            assert_eq!(Sample::of_recipe(&recipe), sample);
        }
    }
}
