//! The desk answers every kind of request, natively and without a browser.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

use std::collections::BTreeMap;

use engine::ops::Files;
use engine::source::{ByteSource, MemorySource};
use protocol::facet::{Condition, Facet};
use protocol::history::{Fate, Why};
use protocol::message::{Request, Response, Search};
use protocol::report::StepState;
use protocol::source::ExportFormat;
use protocol::table::TableAt;
use protocol::{Code, StepId};
use worker::desk::{Answer, Desk, Outcome, Task};

struct Memory(BTreeMap<String, MemorySource>);

impl Files for Memory {
    fn open(&self, name: &str) -> Option<&dyn ByteSource> {
        self.0.get(name).map(|file| file as &dyn ByteSource)
    }
    fn identity(&self, name: &str) -> Option<String> {
        Some(name.to_owned())
    }
}

const CSV: &str = "id,city,rent\n1,Paris,900\n2,Lyon,650\n3,Paris,n/a\n4,Brest,\n";

const RECIPE: &str = r#"{"format": "creuset.recipe", "version": 1,
    "files": [{"name": "rents.csv", "bytes": 52}],
    "steps": [
        {"id": "s1", "op": "import_csv", "params": {"file": "rents.csv", "columns": [{"name": "rent", "type": "integer"}]},
            "outputs": {"main": "raw.rents", "rejects": "quarantine.rents"}},
        {"id": "s2", "op": "filter", "params": {"condition": "rent is not null"},
            "inputs": {"main": "raw.rents"}, "outputs": {"main": "staging.rents"}},
        {"id": "s3", "op": "derive", "params": {"columns": [{"name": "year", "expression": "rent * 12"}]},
            "inputs": {"main": "staging.rents"}, "outputs": {"main": "staging.rents"}}
    ]}"#;

struct Room {
    desk: Desk,
    files: Memory,
}

impl Room {
    fn new(cache_bytes: u64) -> Self {
        let files = Memory(BTreeMap::from([("rents.csv".to_owned(), MemorySource(CSV.as_bytes().to_vec()))]));
        Self { desk: Desk::new(cache_bytes), files }
    }

    fn ask(&mut self, revision: u32, request: Request) -> Answer {
        let mut task = Task::new(request, revision);
        loop {
            match self.desk.advance(task, &self.files) {
                (Some(rest), Outcome::Working(_)) => task = rest,
                (_, Outcome::Done(answer)) => return answer,
                (None, Outcome::Working(_)) => panic!("work without a rest"),
            }
        }
    }

    fn response(&mut self, revision: u32, request: Request) -> Response {
        self.ask(revision, request).response
    }

    fn run(&mut self, revision: u32) -> Vec<StepState> {
        match self.response(revision, Request::Run { recipe: RECIPE.to_owned(), until: None }) {
            Response::Ran(report) => report.steps.iter().map(|step| step.state).collect(),
            other => panic!("{other:?}"),
        }
    }
}

fn at(table: &str, after: Option<&str>) -> TableAt {
    TableAt { table: table.parse().unwrap(), after: after.map(StepId::from) }
}

fn code(response: &Response) -> Option<Code> {
    match response {
        Response::Failed(finding) => Some(finding.code),
        _ => None,
    }
}

#[test]
fn a_run_then_windows_of_any_step() {
    let mut room = Room::new(1 << 20);
    assert_eq!(room.run(1), [StepState::Done; 3]);
    for (table, after, rows) in [
        ("raw.rents", None, 4),
        ("quarantine.rents", None, 1),
        ("staging.rents", Some("s2"), 2),
        ("staging.rents", Some("s3"), 2),
    ] {
        let response = room.response(1, Request::Window { at: at(table, after), offset: 0, limit: 10 });
        let Response::Window(window) = response else { panic!("{response:?}") };
        assert_eq!(window.total_rows, rows, "{table}");
    }
    let unknown = room.response(1, Request::Window { at: at("staging.rents", Some("s1")), offset: 0, limit: 1 });
    assert_eq!(code(&unknown), Some(Code::TableUnknown));
}

#[test]
fn rows_say_where_they_came_from() {
    let mut room = Room::new(1 << 20);
    room.run(1);
    let response = room.response(1, Request::Window { at: at("staging.rents", None), offset: 1, limit: 1 });
    let Response::Window(window) = response else { panic!("{response:?}") };
    assert_eq!(window.provenance.len(), 1);
    assert_eq!((window.provenance[0].source.as_str(), &window.provenance[0].records), ("rents", &vec![Some(2)]));
}

#[test]
fn facets_narrow_what_is_looked_at() {
    let mut room = Room::new(1 << 20);
    room.run(1);
    let facets = vec![Facet {
        column: "city".to_owned(),
        condition: Condition::Values { values: vec![Some("Paris".to_owned())], invert: false },
    }];
    for (offset, limit, cells) in [(0, 0, vec![]), (1, 10, vec![Some("3".to_owned())])] {
        let at = at("raw.rents", None);
        let response = room.response(1, Request::Filtered { at, facets: facets.clone(), offset, limit });
        let Response::Window(window) = response else { panic!("{response:?}") };
        assert_eq!((window.total_rows, &window.columns[0].cells), (2, &cells));
    }
    let (column, search) = ("city".to_owned(), String::new());
    let response = room.response(1, Request::Facets { at: at("raw.rents", None), column, facets, search });
    let Response::Facets(figures) = response else { panic!("{response:?}") };
    assert_eq!((figures.rows, figures.considered, figures.kept, figures.duplicated), (4, 4, 2, 2));
}

#[test]
fn a_record_is_followed_to_where_it_left() {
    let mut room = Room::new(1);
    room.run(1);
    for (record, fates) in [
        (1, vec![(Fate::Read, 3), (Fate::Kept, 0), (Fate::Kept, 1)]),
        (4, vec![(Fate::Read, 3), (Fate::Removed, 0)]),
        (9, vec![]),
    ] {
        let request = Request::History { recipe: RECIPE.to_owned(), source: "rents".to_owned(), record };
        let response = room.response(1, request);
        let Response::History(history) = response else { panic!("{response:?}") };
        let found: Vec<_> = history.events.iter().map(|event| (event.fate, event.changes.len())).collect();
        assert_eq!(found, fates, "record {record}");
    }
    let request = Request::History { recipe: RECIPE.to_owned(), source: "rents".to_owned(), record: 3 };
    let Response::History(history) = room.response(1, request) else { panic!("no history") };
    let reason = Why::Reason { code: "reject-cell-type".to_owned(), columns: Some("rent".to_owned()) };
    assert_eq!(history.events[0].why, Some(reason));
    assert!(matches!(&history.events[1].why, Some(Why::Condition { dropped: false, cells, .. }) if cells.len() == 1));
}

#[test]
fn a_table_is_looked_at_as_a_whole() {
    let mut room = Room::new(1 << 20);
    room.run(1);
    let response = room.response(1, Request::Overview { at: at("raw.rents", None) });
    let Response::Overview(overview) = response else { panic!("{response:?}") };
    assert_eq!((overview.rows, overview.columns, overview.keys.found), (4, 3, vec![vec!["id".to_owned()]]));
    let (column, other) = ("city".to_owned(), Some("rent".to_owned()));
    let response = room.response(1, Request::Chart { at: at("raw.rents", None), column, other });
    assert!(matches!(&response, Response::Chart(chart) if chart.points.len() == 2), "{response:?}");
}

#[test]
fn a_table_that_the_cache_let_go_is_made_again() {
    let mut room = Room::new(1);
    room.run(1);
    // The cache keeps the newest result only: each of these asks for one that it let go, some for several at once.
    for _ in 0..2 {
        let response = room.response(1, Request::Window { at: at("raw.rents", None), offset: 0, limit: 10 });
        assert!(matches!(&response, Response::Window(window) if window.total_rows == 4), "{response:?}");
        let response = room.response(1, Request::Window { at: at("staging.rents", Some("s2")), offset: 0, limit: 10 });
        assert!(matches!(&response, Response::Window(window) if window.columns.len() == 3), "{response:?}");
    }
    let mut wide = Room::new(1 << 20);
    wide.run(1);
    assert_eq!(room.response(1, Request::Hashes), wide.response(1, Request::Hashes));
    let sql = "select r.city, s.year from raw.rents r join staging.rents s on r.id = s.id".to_owned();
    let response = room.response(1, Request::Query { sql, after: None, limit: 1, keep: true });
    assert!(matches!(&response, Response::Queried { info, .. } if info.rows == 2), "{response:?}");
    assert_eq!(room.run(1).len(), 3);
}

#[test]
fn what_cannot_be_made_again_is_refused() {
    let mut room = Room::new(1);
    room.run(1);
    room.files.0.clear();
    let response = room.response(1, Request::Window { at: at("raw.rents", None), offset: 0, limit: 10 });
    assert_eq!(code(&response), Some(Code::FileMissing));
    let response = room.response(1, Request::Hashes);
    assert_eq!(code(&response), Some(Code::FileMissing));
}

#[test]
fn questions_about_another_revision_are_stale() {
    let mut room = Room::new(1 << 20);
    room.run(3);
    let response = room.response(2, Request::Summaries { at: at("raw.rents", None) });
    assert_eq!(code(&response), Some(Code::Stale));
}

#[test]
fn a_preview_leaves_the_run_as_it_was() {
    let mut room = Room::new(1 << 20);
    room.run(1);
    let recipe = RECIPE.replace("rent * 12", "rent * 13").replace("\"year\"", "\"rent\"");
    let response = room.response(2, Request::Preview { recipe, step: "s3".into() });
    let Response::Effect(effect) = response else { panic!("{response:?}") };
    assert_eq!((effect.rows_before, effect.rows_after, effect.cells_changed), (2, 2, Some(2)));
    assert_eq!(effect.examples_before[2].cells, [Some("900".to_owned()), Some("650".to_owned())]);
    assert_eq!(room.run(2), [StepState::Cached; 3]);
}

#[test]
fn a_failing_step_blocks_what_reads_it() {
    let mut room = Room::new(1 << 20);
    let recipe = RECIPE.replace("rent is not null", "rend is not null");
    let response = room.response(1, Request::Run { recipe, until: None });
    let Response::Ran(report) = response else { panic!("{response:?}") };
    let states: Vec<_> = report.steps.iter().map(|step| step.state).collect();
    assert_eq!(states, [StepState::Done, StepState::Failed, StepState::Blocked]);
    let finding = &report.steps[1].diagnostics[0];
    assert_eq!((finding.code, finding.place.field.as_deref()), (Code::SqlUnknownColumn, Some("/condition")));
    assert_eq!(finding.place.span.map(|span| (span.line, span.column)), Some((1, 1)));
}

#[test]
fn queries_and_their_windows() {
    let mut room = Room::new(1 << 20);
    room.run(1);
    let query = |sql: &str, after: Option<&str>, keep| Request::Query {
        sql: sql.to_owned(),
        after: after.map(Into::into),
        limit: 1,
        keep,
    };
    let sql = "select city, count(*) as n from staging.rents group by city order by city";
    let response = room.response(1, query(sql, None, true));
    let Response::Queried { info, window, tables } = response else { panic!("{response:?}") };
    assert_eq!((info.rows, window.columns[0].cells.len(), info.ordered), (2, 1, true));
    assert_eq!(tables[0].0, "staging.rents");
    // What is not kept leaves what is.
    let response = room.response(1, query("select count(*) as n from staging.rents", None, false));
    assert!(matches!(&response, Response::Queried { info, .. } if info.rows == 1));
    let response = room.response(1, Request::QueryWindow { offset: 1, limit: 5 });
    assert!(matches!(&response, Response::Window(window) if window.columns[0].cells == [Some("Paris".to_owned())]));
    // Before a step has made it, the table in preparation is the raw one.
    let response = room.response(1, query("select * from staging.rents", Some("s1"), true));
    assert!(matches!(&response, Response::Queried { tables, .. } if tables[0].1.to_string() == "raw.rents"));
    let response = room.response(1, query("select * from nothing", None, true));
    assert_eq!(code(&response), Some(Code::SqlUnknownTable));
}

#[test]
fn cells_are_found_in_tables_and_in_results() {
    let mut room = Room::new(1 << 20);
    room.run(1);
    let search = |needle: &str, columns: &[&str], from| Search {
        needles: vec![needle.to_owned()],
        columns: columns.iter().map(ToString::to_string).collect(),
        from,
        backwards: false,
    };
    let find = |at, facets: &[Facet], search| Request::Find { at, facets: facets.to_vec(), search };
    let table = || Some(at("raw.rents", None));
    let duplicated = [Facet { column: "city".into(), condition: Condition::Duplicated }];
    for (facets, needle, columns, from, expected) in [
        (&[][..], "paris", &["id", "city"][..], None, Some((0, 1))),
        (&[], "paris", &["id", "city"], Some((0, 1)), Some((2, 1))),
        (&[], "rome", &["city"], None, None),
        (&duplicated, "paris", &["city"], Some((0, 0)), Some((1, 0))),
        (&duplicated, "lyon", &["city"], None, None),
    ] {
        let response = room.response(1, find(table(), facets, search(needle, columns, from)));
        assert_eq!(response, Response::Found { place: expected }, "{needle} under {facets:?}");
    }
    let sql = "select city from rents order by city".to_owned();
    room.response(1, Request::Query { sql, after: None, limit: 1, keep: true });
    let response = room.response(1, find(None, &[], search("lyon", &["city"], None)));
    assert_eq!(response, Response::Found { place: Some((0, 0)) });
    let response = room.response(1, find(table(), &[], search("a", &["town"], None)));
    assert_eq!(code(&response), Some(Code::ColumnUnknown));
}

#[test]
fn profiles_hashes_and_exports() {
    let mut room = Room::new(1 << 20);
    room.run(1);
    let response = room.response(1, Request::Profile { at: at("raw.rents", None), column: "rent".into() });
    let Response::Profile(profile) = response else { panic!("{response:?}") };
    assert_eq!((profile.nulls, profile.distinct, profile.max.as_deref()), (2, 2, Some("900")));
    let response = room.response(1, Request::Hashes);
    assert!(matches!(&response, Response::Hashes { tables } if tables.len() == 3), "{response:?}");
    let format = ExportFormat::Csv { delimiter: ';', decimal: '.', byte_order_mark: false, neutralise: false };
    let answer = room.ask(1, Request::Export { at: at("staging.rents", None), format });
    let bytes = answer.bytes.unwrap();
    assert_eq!(String::from_utf8(bytes).unwrap(), "id;city;rent;year\n1;Paris;900;10800\n2;Lyon;650;7800\n");
}

#[test]
fn files_are_hashed_and_named_when_missing() {
    let mut room = Room::new(1 << 20);
    let response = room.response(0, Request::HashFile { name: "rents.csv".into() });
    let expected = blake3::hash(CSV.as_bytes()).to_hex().to_string();
    assert!(matches!(&response, Response::FileHash { hash, .. } if *hash == expected), "{response:?}");
    let response = room.response(0, Request::HashFile { name: "other.csv".into() });
    assert_eq!(code(&response), Some(Code::FileMissing));
}

#[test]
fn a_recipe_that_is_none_is_refused() {
    let mut room = Room::new(1 << 20);
    for (recipe, expected) in [
        ("", Code::RecipeMalformed),
        ("{}", Code::RecipeMalformed),
        (r#"{"format": "creuset.recipe", "version": 99}"#, Code::RecipeVersion),
        (
            r#"{"format": "creuset.recipe", "version": 1, "steps": [{"id": "a", "op": "x"}, {"id": "a", "op": "x"}]}"#,
            Code::StepDuplicate,
        ),
    ] {
        let response = room.response(1, Request::Run { recipe: recipe.to_owned(), until: None });
        assert_eq!(code(&response), Some(expected), "{recipe}");
    }
}
