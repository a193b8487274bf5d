//! The closed unions that cross between page and worker.
//!
//! ```text
//! page ──ToWorker──▶ worker      {id, revision, request} (+ a File beside it for `Attach`)
//!      ◀─FromWorker──            Ready once, then {id, response}; progress is an ordinary response
//! ```
//! Adding a message touches this file, one arm of the worker, one method of the page's client.

use serde::{Deserialize, Serialize};

use crate::facet::{Facet, FacetFigures};
use crate::history::RowHistory;
use crate::operation::Catalogue;
use crate::overview::{Chart, Overview};
use crate::profile::{ColumnProfile, ColumnSummary};
use crate::report::{Effect, RunReport, TableHash};
use crate::score::{CheckSpec, Instance, MadeFile, Scorecard};
use crate::source::{ExportFormat, Proposal};
use crate::table::{TableAt, TableInfo, Window};
use crate::{Diagnostic, StepId};

/// What the page sends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ToWorker {
    /// A question that gets one final answer (and perhaps progress before it).
    Ask {
        /// Unique in the life of the worker.
        id: u32,
        /// The page's revision of the recipe when it asked.
        revision: u32,
        /// The question.
        request: Request,
    },
    /// Stop the work asked for under this id as soon as the next chunk ends.
    Cancel {
        /// The id of the question.
        id: u32,
    },
}

/// What the worker sends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FromWorker {
    /// The module is instantiated; messages sent before may be lost.
    Ready {
        /// Build id of the worker: must be the page's own.
        build: String,
    },
    /// An answer, or progress towards it.
    Answer {
        /// The id of the question.
        id: u32,
        /// The answer.
        response: Response,
    },
    /// The engine trapped: nothing more will come from this worker.
    Trapped {
        /// The question it was working on, if any.
        id: Option<u32>,
        /// What the trap said, for the person who reports it.
        detail: String,
        /// Whether memory ran out.
        memory: bool,
    },
}

/// A question to the engine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Request {
    /// What can you do? → [`Response::Catalogue`]
    Catalogue,
    /// Here is a file (the `File` object rides beside the message). → [`Response::Done`]
    Attach {
        /// The name that import steps use.
        name: String,
    },
    /// Forget a file. → [`Response::Done`]
    Detach {
        /// Its name.
        name: String,
    },
    /// BLAKE3 of an attached file, read in slices. → [`Response::FileHash`]
    HashFile {
        /// Its name.
        name: String,
    },
    /// What is this file? → [`Response::Detected`]
    Detect {
        /// Its name, or a reference to a member of an archive.
        name: String,
        /// The import operation that the person chose, if any.
        #[serde(default)]
        op: Option<String>,
        /// Import parameters already chosen (JSON text): kept as they are, only the rest is guessed.
        chosen: Option<String>,
    },
    /// Validate and run. → [`Response::Ran`]
    Run {
        /// The recipe, JSON text.
        recipe: String,
        /// Stop after this step.
        until: Option<StepId>,
    },
    /// What would this step do? Runs what is above it. → [`Response::Effect`]
    Preview {
        /// The recipe with the step in its place, JSON text.
        recipe: String,
        /// The step.
        step: StepId,
    },
    /// Cells of a table of the last run. → [`Response::Window`]
    Window {
        /// Which version.
        at: TableAt,
        /// First row, zero-based.
        offset: u64,
        /// At most so many rows (the engine gives at most 1,000).
        limit: u32,
    },
    /// Figures for every column header. → [`Response::Summaries`]
    Summaries {
        /// Which version.
        at: TableAt,
    },
    /// Full figures of one column. → [`Response::Profile`]
    Profile {
        /// Which version.
        at: TableAt,
        /// The column.
        column: String,
    },
    /// What the facets of a column can choose from, counted under the facets of the others. → [`Response::Facets`]
    Facets {
        /// Which version.
        at: TableAt,
        /// The column.
        column: String,
        /// All facets.
        facets: Vec<Facet>,
        /// Only values that contain this text, in any case; all if it is empty.
        search: String,
    },
    /// Cells of the rows that facets let through; they stay at hand until the next run or other facets.
    /// → [`Response::Window`], whose rows of the whole table are those let through
    Filtered {
        /// Which version.
        at: TableAt,
        /// The facets.
        facets: Vec<Facet>,
        /// First row among those let through, zero-based.
        offset: u64,
        /// At most so many rows; with none, only their number is told.
        limit: u32,
    },
    /// Figures of a table as a whole. → [`Response::Overview`]
    Overview {
        /// Which version.
        at: TableAt,
    },
    /// A small drawing of a column or of a pair. → [`Response::Chart`]
    Chart {
        /// Which version.
        at: TableAt,
        /// The column along the axis.
        column: String,
        /// The column that is measured; none to count.
        other: Option<String>,
    },
    /// What became of a record of a source, step by step. Runs what the cache let go. → [`Response::History`]
    History {
        /// The recipe, JSON text.
        recipe: String,
        /// The source, as provenance names it.
        source: String,
        /// One-based number of the record.
        record: u32,
    },
    /// A query over the tables as they stand after a step. → [`Response::Queried`]
    Query {
        /// SQL text.
        sql: String,
        /// The step (the last, if none).
        after: Option<StepId>,
        /// Rows of the first window.
        limit: u32,
        /// Whether its result can be windowed until the next query that is kept.
        keep: bool,
    },
    /// Cells of the result of the last query that was kept. → [`Response::Window`]
    QueryWindow {
        /// First row, zero-based.
        offset: u64,
        /// At most so many rows.
        limit: u32,
    },
    /// The next cell that holds a text, in a table or in the result of the last query. → [`Response::Found`]
    Find {
        /// Which version; the result of the last query, if none.
        at: Option<TableAt>,
        /// What narrows the version: rows are counted among those that all of them let through.
        facets: Vec<Facet>,
        /// What to look for, where, and which way.
        search: Search,
    },
    /// Content hashes of the final tables of the last run. → [`Response::Hashes`]
    Hashes,
    /// Makes the data of an exercise; import steps find its files until others are made. → [`Response::Made`]
    Make {
        /// Which data.
        instance: Instance,
    },
    /// The bytes of a file that was made; they ride beside the answer. → [`Response::Exported`]
    MadeFile {
        /// Its name.
        name: String,
    },
    /// What a recipe over the data that were made last earns. → [`Response::Scored`]
    Score {
        /// The recipe, JSON text.
        recipe: String,
        /// The data that it must be about.
        instance: Instance,
        /// The checks.
        checks: Vec<CheckSpec>,
    },
    /// Writes a table; the bytes ride beside the answer as a transferable. → [`Response::Exported`]
    Export {
        /// Which version.
        at: TableAt,
        /// As what.
        format: ExportFormat,
    },
}

/// An answer of the engine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Response {
    /// Work goes on.
    Progress(Progress),
    /// It could not be done.
    Failed(Diagnostic),
    /// It is done, and there is nothing to say.
    Done,
    /// Answer to `Catalogue`.
    Catalogue(Catalogue),
    /// Answer to `HashFile`.
    FileHash {
        /// Lower-case hexadecimal BLAKE3.
        hash: String,
        /// Length in bytes.
        bytes: u64,
    },
    /// Answer to `Detect`.
    Detected(Box<Proposal>),
    /// Answer to `Run`.
    Ran(RunReport),
    /// Answer to `Preview`.
    Effect(Box<Effect>),
    /// Answer to `Facets`.
    Facets(Box<FacetFigures>),
    /// Answer to `Overview`.
    Overview(Box<Overview>),
    /// Answer to `Chart`.
    Chart(Box<Chart>),
    /// Answer to `History`.
    History(Box<RowHistory>),
    /// Answer to `Window`, `Filtered` and `QueryWindow`.
    Window(Window),
    /// Answer to `Summaries`.
    Summaries {
        /// One entry a visible column.
        columns: Vec<ColumnSummary>,
    },
    /// Answer to `Profile`.
    Profile(Box<ColumnProfile>),
    /// Answer to `Query`.
    Queried {
        /// Shape of the result.
        info: TableInfo,
        /// First rows.
        window: Window,
        /// Names of the tables that the query reads, as it writes them, with the table each stands for.
        tables: Vec<(String, crate::TableRef)>,
    },
    /// Answer to `Find`.
    Found {
        /// Row, and index among the columns of the search; none if no cell holds the text.
        place: Option<(u64, u32)>,
    },
    /// Answer to `Hashes`.
    Hashes {
        /// One entry a table.
        tables: Vec<TableHash>,
    },
    /// Answer to `Make`.
    Made {
        /// The files.
        files: Vec<MadeFile>,
    },
    /// Answer to `Score`.
    Scored(Box<Scorecard>),
    /// Answer to `Export` and `MadeFile`.
    Exported {
        /// Length of the bytes beside.
        bytes: u64,
    },
}

/// A search for a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Search {
    /// Texts of which a cell must hold one, in any case, as canonical texts of cells are.
    pub needles: Vec<String>,
    /// Columns to look at, in the order in which a row is walked.
    pub columns: Vec<String>,
    /// The cell from which on: its row, and its index among the columns. It is the last one looked at.
    pub from: Option<(u64, u32)>,
    /// Whether cells before it come first.
    pub backwards: bool,
}

/// How far a piece of work is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// The step at work, if the work is a run.
    pub step: Option<StepId>,
    /// Units done.
    pub done: u64,
    /// Units in all, where known.
    pub total: Option<u64>,
    /// What is counted.
    pub unit: Unit,
}

/// What progress counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Steps of the recipe.
    Steps,
    /// Rows of a table.
    Rows,
    /// Bytes of a file.
    Bytes,
}
