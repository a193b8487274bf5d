//! Questions about tables and files: each is one message and its answer.

use leptos::prelude::*;
use protocol::facet::{Facet, FacetFigures};
use protocol::history::RowHistory;
use protocol::message::{Request, Response, Search};
use protocol::overview::{Chart, Overview};
use protocol::profile::{ColumnProfile, ColumnSummary};
use protocol::report::{Effect, StepState, TableHash};
use protocol::source::{ExportFormat, Proposal};
use protocol::table::{TableAt, TableInfo, Window};
use protocol::{Code, Diagnostic, Step, StepId, TableRef};
use web_sys::js_sys::Array;

use super::{Room, Work};
use crate::platform::clock;

/// How long a question rests that came before the tables it is about.
const EARLY_MS: u32 = 60;

/// The answer to a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Queried {
    /// Shape of the result.
    pub info: TableInfo,
    /// Its first rows.
    pub window: Window,
    /// Tables it reads: the name it writes, and the table that stands for it.
    pub tables: Vec<(String, TableRef)>,
}

/// Takes the expected kind of answer out; another kind is a fault between page and engine.
macro_rules! expect_answer {
    ($asked:expr, $pattern:pat => $value:expr) => {
        match $asked {
            Ok($pattern) => Ok($value),
            Ok(_) => Err(*Diagnostic::new(Code::EngineInternal).with("detail", "unexpected answer")),
            Err(reason) => Err(reason),
        }
    };
}

impl Room {
    /// Cells of a table of the last run: `limit` rows from `offset` on.
    ///
    /// # Errors
    /// `table-unknown`, `stale`, or why the engine has no answer; so for all questions.
    pub async fn window(self, at: TableAt, offset: u64, limit: u32) -> Result<Window, Diagnostic> {
        let asked = self.inner().engine.ask(Request::Window { at, offset, limit }).await;
        expect_answer!(asked, Response::Window(window) => window)
    }

    /// Figures for every column header of a table.
    ///
    /// # Errors
    /// As for [`Room::window`].
    pub async fn summaries(self, at: TableAt) -> Result<Vec<ColumnSummary>, Diagnostic> {
        let asked = self.inner().engine.ask(Request::Summaries { at }).await;
        expect_answer!(asked, Response::Summaries { columns } => columns)
    }

    /// Full figures of one column.
    ///
    /// # Errors
    /// As for [`Room::window`], and `column-unknown`.
    pub async fn profile(self, at: TableAt, column: String) -> Result<ColumnProfile, Diagnostic> {
        let asked =
            self.ask_of_tables(Work::Profile, Request::Profile { at, column }).await.map(|answer| answer.response);
        expect_answer!(asked, Response::Profile(profile) => *profile)
    }

    /// What the facets of a column can choose from, under the facets of other columns.
    ///
    /// # Errors
    /// As for [`Room::window`], and `column-unknown`.
    pub async fn facets(
        self,
        at: TableAt,
        column: String,
        facets: Vec<Facet>,
        search: String,
    ) -> Result<FacetFigures, Diagnostic> {
        let request = Request::Facets { at, column, facets, search };
        let asked = self.ask_of_tables(Work::Profile, request).await.map(|answer| answer.response);
        expect_answer!(asked, Response::Facets(figures) => *figures)
    }

    /// Cells of the rows that facets let through; without any row, only their number.
    ///
    /// # Errors
    /// As for [`Room::facets`].
    pub async fn filtered(
        self,
        at: TableAt,
        facets: Vec<Facet>,
        offset: u64,
        limit: u32,
    ) -> Result<Window, Diagnostic> {
        let asked = self.inner().engine.ask(Request::Filtered { at, facets, offset, limit }).await;
        expect_answer!(asked, Response::Window(window) => window)
    }

    /// The profile of a table as a whole.
    ///
    /// # Errors
    /// As for [`Room::window`].
    pub async fn overview(self, at: TableAt) -> Result<Overview, Diagnostic> {
        let asked = self.ask_of_tables(Work::Profile, Request::Overview { at }).await.map(|answer| answer.response);
        expect_answer!(asked, Response::Overview(overview) => *overview)
    }

    /// A small drawing of a column, or of a column and the numbers beside it.
    ///
    /// # Errors
    /// As for [`Room::window`], `column-unknown` and `column-type`.
    pub async fn chart(self, at: TableAt, column: String, other: Option<String>) -> Result<Chart, Diagnostic> {
        let request = Request::Chart { at, column, other };
        let asked = self.ask_of_tables(Work::Profile, request).await.map(|answer| answer.response);
        expect_answer!(asked, Response::Chart(chart) => *chart)
    }

    /// The way of a record of a source through the steps that are computed.
    ///
    /// # Errors
    /// Why the engine has no answer.
    pub async fn history(self, source: String, record: u32) -> Result<RowHistory, Diagnostic> {
        let mut recipe = self.recipe_now();
        let report = self.cells.report.get_untracked().unwrap_or_default();
        // A question must not begin again what was stopped or broke off.
        recipe.steps.retain(|step| {
            let mut reports = report.steps.iter();
            reports.any(|entry| entry.id == step.id && matches!(entry.state, StepState::Done | StepState::Cached))
        });
        let request = Request::History { recipe: recipe.to_json(), source, record };
        let asked = self.ask_shown(Work::History, request).await;
        expect_answer!(asked, Response::History(history) => *history)
    }

    /// A query over the tables as they stand after a step.
    ///
    /// # Errors
    /// The `sql-…` codes with their place in the text.
    pub async fn query(self, sql: String, after: Option<StepId>, limit: u32) -> Result<Queried, Diagnostic> {
        self.queried(Request::Query { sql, after, limit, keep: true }).await
    }

    /// The first rows of a query over the tables of the last run, beside the one that is kept for windows.
    ///
    /// # Errors
    /// As for [`Room::query`].
    pub async fn glance(self, sql: String, limit: u32) -> Result<Window, Diagnostic> {
        let asked = self.queried(Request::Query { sql, after: None, limit, keep: false }).await;
        asked.map(|queried| queried.window)
    }

    async fn queried(self, request: Request) -> Result<Queried, Diagnostic> {
        let asked = self.ask_of_tables(Work::Query, request).await.map(|answer| answer.response);
        expect_answer!(asked, Response::Queried { info, window, tables } => Queried { info, window, tables })
    }

    /// Cells of the result of the last query.
    ///
    /// # Errors
    /// As for [`Room::window`].
    pub async fn query_window(self, offset: u64, limit: u32) -> Result<Window, Diagnostic> {
        let asked = self.inner().engine.ask(Request::QueryWindow { offset, limit }).await;
        expect_answer!(asked, Response::Window(window) => window)
    }

    /// What a step would do at this place of the list. A step of a known id is taken as that step changed.
    ///
    /// # Errors
    /// What is wrong with the step, at its field.
    pub async fn preview(self, mut step: Step, index: usize) -> Result<Effect, Diagnostic> {
        let mut recipe = self.recipe_now();
        if recipe.replace(step.clone()).is_err() {
            if step.id.0.is_empty() {
                step.id = recipe.free_step_id();
            }
            let index = index.min(recipe.steps.len());
            recipe.steps.insert(index, step.clone());
        }
        let request = Request::Preview { recipe: recipe.to_json(), step: step.id };
        let asked = self.ask_shown(Work::Preview, request).await;
        expect_answer!(asked, Response::Effect(effect) => *effect)
    }

    /// What an attached file, or a member of an attached archive, is; `op` is the operation that shall read it, if
    /// one was chosen, `chosen` holds import parameters (JSON text) that stay as they are.
    ///
    /// # Errors
    /// The `file-…`, `archive-…` codes, and those of the formats.
    pub async fn detect(
        self,
        name: String,
        op: Option<String>,
        chosen: Option<String>,
    ) -> Result<Proposal, Diagnostic> {
        let asked = self.ask_shown(Work::Detect, Request::Detect { name, op, chosen }).await;
        expect_answer!(asked, Response::Detected(proposal) => *proposal)
    }

    /// The next cell that holds a text, in a table of the last run or in the result of the last query: its row, and
    /// its index among the columns of the search.
    ///
    /// # Errors
    /// As for [`Room::window`], and `column-unknown`.
    pub async fn find(
        self,
        at: Option<TableAt>,
        facets: Vec<Facet>,
        search: Search,
    ) -> Result<Option<(u64, u32)>, Diagnostic> {
        let request = Request::Find { at, facets, search };
        let asked = self.ask_of_tables(Work::Find, request).await.map(|answer| answer.response);
        expect_answer!(asked, Response::Found { place } => place)
    }

    /// Content hashes of the final tables of the last run.
    ///
    /// # Errors
    /// As for [`Room::window`].
    pub async fn hashes(self) -> Result<Vec<TableHash>, Diagnostic> {
        let asked = self.inner().engine.ask(Request::Hashes).await;
        expect_answer!(asked, Response::Hashes { tables } => tables)
    }

    /// A table as a file, ready to be saved.
    ///
    /// # Errors
    /// As for [`Room::window`].
    pub async fn export(self, at: TableAt, format: ExportFormat) -> Result<web_sys::Blob, Diagnostic> {
        let answer = self.ask_of_tables(Work::Export, Request::Export { at, format }).await?;
        blob(answer)
    }

    /// Asks about tables of the last run. An engine that was just started anew does not have them yet: the
    /// question is asked again once the run that makes them is over.
    async fn ask_of_tables(self, work: Work, request: Request) -> Result<crate::engine::Answer, Diagnostic> {
        let revision = self.inner().revision.get();
        let mut patience = 20;
        loop {
            let answer = self.watch(work, request.clone()).await;
            let is_early = matches!(&answer, Err(reason) if reason.code == Code::Stale);
            if !is_early || patience == 0 || self.is_closed() || self.inner().revision.get() != revision {
                return answer;
            }
            clock::sleep(EARLY_MS).await;
            if self.is_closed() {
                return answer;
            }
            if self.inner().run.get().is_none() {
                patience -= 1;
            }
        }
    }

    pub(super) async fn ask_shown(self, work: Work, request: Request) -> Result<Response, Diagnostic> {
        self.watch(work, request).await.map(|answer| answer.response)
    }

    pub(super) async fn watch(self, work: Work, request: Request) -> Result<crate::engine::Answer, Diagnostic> {
        let (id, answer) = self.ask_watched(self.inner().engine, work, request);
        // Whoever asked may be gone before the answer comes: the display is cleared either way.
        let guard = Watched { room: self, id };
        let answer = answer.await;
        drop(guard);
        answer
    }
}

/// The bytes that ride beside an answer, ready to be saved.
pub(super) fn blob(answer: crate::engine::Answer) -> Result<web_sys::Blob, Diagnostic> {
    let bytes = answer.bytes.ok_or_else(|| *Diagnostic::new(Code::EngineInternal).with("detail", "no bytes"))?;
    web_sys::Blob::new_with_buffer_source_sequence(&Array::of1(&bytes))
        .map_err(|_| *Diagnostic::new(Code::EngineMemory))
}

/// Clears the display of a question when its asker is done with it.
struct Watched {
    room: Room,
    id: u32,
}

impl Drop for Watched {
    fn drop(&mut self) {
        if !self.room.is_closed() {
            self.room.stop_watching(self.id);
        }
    }
}
