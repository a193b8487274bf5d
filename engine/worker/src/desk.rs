//! Answers requests, piece by piece, so that the host can listen between two pieces.

use std::collections::BTreeMap;
use std::rc::Rc;

use engine::find::{Finding, Looked};
use engine::instance::{InTheMaking, Made, Overlay, Pace};
use engine::ops::Files;
use engine::recipe::{Advance, Found, Purpose, Run, Session, effect, history, table_hash};
use engine::score::{Evidence, score};
use engine::source::ByteSource;
use engine::table::Table;
use engine::{facet, overview, profile, source, window};
use protocol::message::{Progress, Request, Response, Unit};
use protocol::report::RunReport;
use protocol::score::CheckSpec;
use protocol::source::attached_name;
use protocol::table::{TableAt, TableInfo};
use protocol::{Checked, Code, Diagnostic, StepId, TableRef, Zone};

/// Frames that the cache may hold, in bytes: about a third of what 32-bit memory can address.
pub const CACHE_BYTES: u64 = 1_300_000_000;

/// Bytes of a file that are hashed in one piece.
const HASH_SLICE: u64 = 8 << 20;

/// A final answer, with the bytes that ride beside it.
#[derive(Debug)]
pub struct Answer {
    /// The answer.
    pub response: Response,
    /// Bytes of an export.
    pub bytes: Option<Vec<u8>>,
}

/// What a piece of work came to.
#[derive(Debug)]
pub enum Outcome {
    /// More is to do.
    Working(Progress),
    /// It is done.
    Done(Answer),
}

/// A question on its way to an answer.
pub struct Task(State);

enum State {
    Asked(Request, u32),
    Running { run: Box<Run>, then: Then },
    Finding { finding: Finding, table: Table },
    Hashing { name: String, hasher: Box<blake3::Hasher>, offset: u64 },
    Making(Box<InTheMaking>),
}

enum Then {
    Report(u32),
    Effect(StepId),
    History { source: String, record: u32 },
    Score(Vec<CheckSpec>),
    Again { request: Request, revision: u32, asked: Vec<TableAt> },
}

/// The tables that a question is about.
enum Tables {
    /// Here they are.
    AtHand(Vec<Table>),
    /// The cache let one of them go; this recipe makes them.
    LetGo(protocol::Recipe),
}

/// The engine's desk.
pub struct Desk {
    session: Session,
    /// The page's revision of the recipe of the last run.
    revision: u32,
    /// The data of the exercise at work.
    made: Option<Rc<Made>>,
}

impl Default for Desk {
    fn default() -> Self {
        Self::new(CACHE_BYTES)
    }
}

impl Task {
    /// Takes a question of a revision of the page's recipe.
    pub fn new(request: Request, revision: u32) -> Self {
        Self(State::Asked(request, revision))
    }
}

impl Desk {
    /// A desk whose cache holds about so many bytes.
    pub fn new(cache_bytes: u64) -> Self {
        Self { session: Session::new(cache_bytes), revision: 0, made: None }
    }

    /// Does the next piece of a task.
    pub fn advance(&mut self, task: Task, files: &dyn Files) -> (Option<Task>, Outcome) {
        let made = self.made.clone();
        match self.step(task.0, &Overlay { made: made.as_deref(), host: files }) {
            Ok((Some(state), outcome)) => (Some(Task(state)), outcome),
            Ok((None, outcome)) => (None, outcome),
            Err(finding) => (None, done(Response::Failed(*finding))),
        }
    }

    fn step(&mut self, state: State, files: &dyn Files) -> Checked<(Option<State>, Outcome)> {
        match state {
            State::Asked(request, revision) => self.ask(request, revision, files),
            State::Running { run, then } => self.run(run, then, files),
            State::Finding { finding, table } => find(finding, table),
            State::Hashing { name, hasher, offset } => hash_file(name, hasher, offset, files),
            State::Making(making) => self.make(*making),
        }
    }

    fn ask(&mut self, request: Request, revision: u32, files: &dyn Files) -> Checked<(Option<State>, Outcome)> {
        match request {
            Request::Run { recipe, until } => {
                let run = Run::start(protocol::recipe::parse(&recipe)?, until.as_ref(), Purpose::Work);
                self.run(Box::new(run), Then::Report(revision), files)
            }
            Request::Preview { recipe, step } => {
                let run = Run::start(protocol::recipe::parse(&recipe)?, Some(&step), Purpose::Answer);
                self.run(Box::new(run), Then::Effect(step), files)
            }
            Request::History { recipe, source, record } => {
                let run = Run::start(protocol::recipe::parse(&recipe)?, None, Purpose::Answer);
                self.run(Box::new(run), Then::History { source, record }, files)
            }
            Request::Score { recipe, instance, checks } => {
                if self.made.as_ref().is_none_or(|made| made.instance != instance) {
                    return Err(Diagnostic::new(Code::InstanceMissing).with("name", instance.seed));
                }
                let run = Run::start(protocol::recipe::parse(&recipe)?, None, Purpose::Answer);
                self.run(Box::new(run), Then::Score(checks), files)
            }
            Request::Make { instance } => self.make(InTheMaking::begin(instance)?),
            Request::HashFile { name } => hash_file(name, Box::default(), 0, files),
            request => self.answer(request, revision, files),
        }
    }

    fn run(&mut self, mut run: Box<Run>, then: Then, files: &dyn Files) -> Checked<(Option<State>, Outcome)> {
        let report = match run.advance(&mut self.session, files) {
            Advance::Working(progress) => return Ok((Some(State::Running { run, then }), Outcome::Working(progress))),
            Advance::Finished(report) => report,
        };
        match then {
            Then::Report(revision) => {
                self.revision = revision;
                Ok((None, done(Response::Ran(report))))
            }
            Then::History { source, record } => {
                let found = history(&run.traced(), &source, record);
                Ok((None, done(Response::History(Box::new(found)))))
            }
            Then::Score(checks) => {
                let made = self.made.as_ref().ok_or_else(|| Diagnostic::new(Code::InstanceMissing))?;
                let card = score(&checks, &Evidence::of(&run, &checks), &made.truth)?;
                Ok((None, done(Response::Scored(Box::new(card)))))
            }
            Then::Again { request, revision, asked } => {
                self.is_current(&request, revision)?;
                // The run's own: the cache may have let them go once more.
                let refused = |at: &TableAt| refusal(&report, run.maker(at), at.table.to_string());
                let table = |at: &TableAt| run.table(at).ok_or_else(|| refused(at));
                let tables = asked.iter().map(table).collect::<Checked<_>>()?;
                self.answer_with(request, tables, files)
            }
            Then::Effect(step) => {
                let made = run.made(&step).ok_or_else(|| refusal(&report, Some(&step), step.to_string()))?;
                let main = made.get("main").ok_or_else(|| Diagnostic::new(Code::StepOutputMissing))?;
                let second = made.iter().find(|(port, _)| *port != "main").map(|(_, table)| table);
                let effect = effect(run.read(&step).as_ref(), main, second);
                Ok((None, done(Response::Effect(Box::new(effect)))))
            }
        }
    }

    /// Makes the next piece of an exercise's data. The data made before stay until these are whole.
    fn make(&mut self, making: InTheMaking) -> Checked<(Option<State>, Outcome)> {
        Ok(match making.advance()? {
            Pace::Working { making, done, total } => {
                let progress = Progress { step: None, done, total: Some(total), unit: Unit::Steps };
                (Some(State::Making(making)), Outcome::Working(progress))
            }
            Pace::Finished(made) => {
                let files = made.files.clone();
                self.made = Some(Rc::from(made));
                (None, done(Response::Made { files }))
            }
        })
    }

    fn answer(&mut self, request: Request, revision: u32, files: &dyn Files) -> Checked<(Option<State>, Outcome)> {
        self.is_current(&request, revision)?;
        match self.tables(&request)? {
            Tables::AtHand(tables) => self.answer_with(request, tables, files),
            Tables::LetGo(recipe) => {
                let asked = self.tables_asked(&request)?;
                let run = Box::new(Run::again(recipe, &asked));
                self.run(run, Then::Again { request, revision, asked }, files)
            }
        }
    }

    /// Answers with the tables that a question is about.
    fn answer_with(
        &mut self,
        request: Request,
        tables: Vec<Table>,
        files: &dyn Files,
    ) -> Checked<(Option<State>, Outcome)> {
        match request {
            Request::Find { facets, search, .. } => {
                let table = tables.into_iter().next().or_else(|| self.session.query_result().cloned());
                let table = facet::narrowed(table.ok_or_else(|| Diagnostic::new(Code::Stale))?, &facets)?;
                find(Finding::start(&table, &search)?, table)
            }
            request => Ok((None, Outcome::Done(self.finish(request, &tables, files)?))),
        }
    }

    fn is_current(&self, request: &Request, revision: u32) -> Checked<()> {
        let is_stale = is_about_last_run(request) && revision != self.revision;
        if is_stale { Err(Diagnostic::new(Code::Stale)) } else { Ok(()) }
    }

    /// The tables that a question is about.
    fn tables(&mut self, request: &Request) -> Checked<Tables> {
        let mut tables = Vec::new();
        for at in self.tables_asked(request)? {
            match self.session.table(&at)? {
                Found::Table(table) => tables.push(table),
                Found::LetGo(recipe) => return Ok(Tables::LetGo(recipe)),
            }
        }
        Ok(Tables::AtHand(tables))
    }

    fn tables_asked(&self, request: &Request) -> Checked<Vec<TableAt>> {
        Ok(match request {
            Request::Window { at, .. }
            | Request::Summaries { at }
            | Request::Profile { at, .. }
            | Request::Facets { at, .. }
            | Request::Filtered { at, .. }
            | Request::Overview { at }
            | Request::Chart { at, .. }
            | Request::Export { at, .. } => vec![at.clone()],
            Request::Query { sql, after, .. } => {
                let tables = self.session.query_tables(sql, after.as_ref())?;
                tables.into_iter().map(|(_, table)| TableAt { table, after: after.clone() }).collect()
            }
            Request::Find { at, .. } => at.iter().cloned().collect(),
            Request::Hashes => self.session.final_tables(),
            _ => Vec::new(),
        })
    }

    fn finish(&mut self, request: Request, tables: &[Table], files: &dyn Files) -> Checked<Answer> {
        let missing = || Diagnostic::new(Code::EngineInternal).with("detail", "no table");
        let table = tables.first().ok_or_else(missing);
        let response = match request {
            Request::Catalogue => Response::Catalogue(engine::catalogue()),
            Request::Detect { name, op, chosen } => {
                let file = open(files, attached_name(&name))?;
                Response::Detected(Box::new(source::propose(&name, file, op.as_deref(), chosen.as_deref())?))
            }
            Request::Window { offset, limit, .. } => {
                Response::Window(window::window(table?, offset as usize, limit as usize))
            }
            Request::Summaries { .. } => Response::Summaries { columns: profile::summaries(table?) },
            Request::Profile { column, .. } => Response::Profile(Box::new(profile::column(table?, &column)?)),
            Request::Facets { column, facets, search, .. } => {
                Response::Facets(Box::new(facet::figures(table?, &column, &facets, &search)?))
            }
            Request::Filtered { at, facets, offset, limit } => {
                Response::Window(self.session.filtered(&at, table?, &facets, offset as usize, limit as usize)?)
            }
            Request::Overview { .. } => Response::Overview(Box::new(overview::overview(table?)?)),
            Request::Chart { column, other, .. } => {
                Response::Chart(Box::new(overview::chart(table?, &column, other.as_deref())?))
            }
            Request::Query { sql, after, limit, keep } => {
                let (result, response) = self.query(&sql, after.as_ref(), limit, tables)?;
                if keep {
                    self.session.keep_query(result);
                }
                response
            }
            Request::QueryWindow { offset, limit } => {
                let result = self.session.query_result().ok_or_else(|| Diagnostic::new(Code::Stale))?;
                Response::Window(window::window(result, offset as usize, limit as usize))
            }
            Request::Hashes => {
                let hashes = self.session.final_tables();
                let hashes = hashes.iter().zip(tables).map(|(at, table)| table_hash(at, table));
                Response::Hashes { tables: hashes.collect::<Checked<_>>()? }
            }
            Request::Export { format, .. } => {
                let bytes = source::writer::write(table?, &format)?;
                let response = Response::Exported { bytes: bytes.len() as u64 };
                return Ok(Answer { response, bytes: Some(bytes) });
            }
            Request::MadeFile { name } => {
                let bytes = self.made.as_ref().and_then(|made| made.bytes(&name).map(<[u8]>::to_vec));
                let bytes = bytes.ok_or_else(|| Diagnostic::new(Code::FileMissing).with("name", name))?;
                let response = Response::Exported { bytes: bytes.len() as u64 };
                return Ok(Answer { response, bytes: Some(bytes) });
            }
            Request::Attach { .. } | Request::Detach { .. } => Response::Done,
            Request::Run { .. }
            | Request::Make { .. }
            | Request::Score { .. }
            | Request::Preview { .. }
            | Request::History { .. }
            | Request::HashFile { .. }
            | Request::Find { .. } => {
                return Err(Diagnostic::new(Code::EngineInternal).with("detail", "answered elsewhere"));
            }
        };
        Ok(Answer { response, bytes: None })
    }

    fn query(&self, sql: &str, after: Option<&StepId>, limit: u32, tables: &[Table]) -> Checked<(Table, Response)> {
        let names = self.session.query_tables(sql, after)?;
        let named: BTreeMap<String, Table> =
            names.iter().map(|(name, _)| name.clone()).zip(tables.iter().cloned()).collect();
        let result = self.session.query(sql, &named)?;
        let info: TableInfo = result.info(&TableRef::new(Zone::Staging, "query"));
        let window = window::window(&result, 0, limit as usize);
        Ok((result, Response::Queried { info, window, tables: names }))
    }
}

/// Why a step did not make its table in a run.
fn refusal(report: &RunReport, step: Option<&StepId>, table: String) -> Box<Diagnostic> {
    let mut of_step = report.steps.iter().filter(|report| step == Some(&report.id));
    let finding = of_step.find_map(|report| report.diagnostics.first().cloned());
    finding.map_or_else(|| Diagnostic::new(Code::StepBlocked).with("table", table), Box::new)
}

fn done(response: Response) -> Outcome {
    Outcome::Done(Answer { response, bytes: None })
}

fn is_about_last_run(request: &Request) -> bool {
    matches!(
        request,
        Request::Window { .. }
            | Request::Summaries { .. }
            | Request::Profile { .. }
            | Request::Facets { .. }
            | Request::Filtered { .. }
            | Request::Overview { .. }
            | Request::Chart { .. }
            | Request::Query { .. }
            | Request::QueryWindow { .. }
            | Request::Find { .. }
            | Request::Export { .. }
            | Request::Hashes
    )
}

fn open<'a>(files: &'a dyn Files, name: &str) -> Checked<&'a dyn ByteSource> {
    files.open(name).ok_or_else(|| Diagnostic::new(Code::FileMissing).with("name", name))
}

fn find(mut finding: Finding, table: Table) -> Checked<(Option<State>, Outcome)> {
    Ok(match finding.advance(&table)? {
        Looked::Found(place) => (None, done(Response::Found { place })),
        Looked::Working(rows, total) => {
            let progress = Progress { step: None, done: rows, total: Some(total), unit: Unit::Rows };
            (Some(State::Finding { finding, table }), Outcome::Working(progress))
        }
    })
}

fn hash_file(
    name: String,
    mut hasher: Box<blake3::Hasher>,
    offset: u64,
    files: &dyn Files,
) -> Checked<(Option<State>, Outcome)> {
    let file = open(files, &name)?;
    let total = file.len();
    let mut slice = vec![0; (total - offset.min(total)).min(HASH_SLICE) as usize];
    file.read(offset, &mut slice)
        .map_err(|detail| Diagnostic::new(Code::FileUnreadable).with("name", name.as_str()).with("detail", detail))?;
    hasher.update(&slice);
    let offset = offset + slice.len() as u64;
    if offset >= total {
        let hash = hasher.finalize().to_hex().to_string();
        return Ok((None, done(Response::FileHash { hash, bytes: total })));
    }
    let progress = Progress { step: None, done: offset, total: Some(total), unit: Unit::Bytes };
    Ok((Some(State::Hashing { name, hasher, offset }), Outcome::Working(progress)))
}
