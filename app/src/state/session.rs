//! The momentary state of an open work: what is selected, running, saved, attached. Nothing of it
//! is part of the recipe.

use protocol::message::Unit;
use protocol::score::MadeFile;
use protocol::{Arg, Diagnostic, FileEntry, StepId, TableRef};
use serde::{Deserialize, Serialize};

/// What the person looks at.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Selection {
    /// The step after which tables are shown; the last if none.
    pub step: Option<StepId>,
    /// The table shown; the main result of the step if none.
    pub table: Option<TableRef>,
    /// The column whose profile is shown.
    pub column: Option<String>,
}

/// Kinds of work that take long enough to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// The recipe.
    Run,
    /// A query of the SQL drawer.
    Query,
    /// A preview of a step's effect.
    Preview,
    /// The profile of a column.
    Profile,
    /// The way of a row.
    History,
    /// A file being written.
    Export,
    /// A file being looked at.
    Detect,
    /// A cell being looked for.
    Find,
    /// The data of an exercise being made.
    Make,
    /// The work on an exercise being scored.
    Score,
}

/// The data of the exercise that the work is on.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Making {
    /// The work is on no exercise, or on one without data.
    #[default]
    Nothing,
    /// On the way.
    Working,
    /// Here, with the files that import steps find.
    Made(Vec<MadeFile>),
    /// Stopped, or impossible.
    Failed(Diagnostic),
}

impl Making {
    /// The files that are here.
    pub fn files(&self) -> &[MadeFile] {
        match self {
            Self::Made(files) => files,
            Self::Nothing | Self::Working | Self::Failed(_) => &[],
        }
    }
}

/// The work the engine is at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// Id of the question, for cancelling.
    pub id: u32,
    /// What kind of work.
    pub work: Work,
    /// The step at work, if the work is a run.
    pub step: Option<StepId>,
    /// Units done.
    pub done: u64,
    /// Units in all, where known.
    pub total: Option<u64>,
    /// What is counted.
    pub unit: Unit,
}

/// The engine's health, as the page says it.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum EngineState {
    /// Being fetched and instantiated.
    #[default]
    Starting,
    /// Answers questions.
    Ready,
    /// Stopped on this error; a new one is on its way.
    Restarting(Diagnostic),
    /// Given up until the person tries again or changes the recipe.
    Failed(Diagnostic),
}

/// Why something could not be stored in the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageProblem {
    /// The browser's storage is full.
    Full,
    /// The browser offers no storage here (private window, blocked site data).
    Unavailable,
}

impl StorageProblem {
    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            Self::Full => "storage-full",
            Self::Unavailable => "storage-unavailable",
        }
    }
}

/// Whether the last change is safe.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SaveState {
    /// Stored at this instant (milliseconds since 1970, UTC).
    Saved {
        /// When.
        at_ms: f64,
    },
    /// Being stored.
    Saving,
    /// Another tab has this work open for writing.
    ReadOnly,
    /// Could not be stored.
    Failed(StorageProblem),
}

/// A file of the recipe, and whether its bytes are at hand.
#[derive(Debug, Clone, PartialEq)]
pub struct FileState {
    /// Its entry in the recipe.
    pub entry: FileEntry,
    /// Whether the engine has it.
    pub attached: bool,
    /// Whether a copy is kept in the browser, so that it is there after a reload.
    pub kept: bool,
    /// Why it is not kept, if the page tried: a key of `ui.ftl`.
    pub unkept_reason: Option<&'static str>,
    /// What is wrong with it (missing, changed, unreadable).
    pub problem: Option<Diagnostic>,
}

/// How urgently a notice is read out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Urgency {
    /// When the reader pauses.
    Polite,
    /// At once.
    Assertive,
}

/// Something said once in a live region: a message key with its arguments.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// Key of the sentence.
    pub key: String,
    /// Its arguments.
    pub args: Vec<(String, Arg)>,
    /// How urgently.
    pub urgency: Urgency,
}

impl Notice {
    /// A notice that waits for a pause.
    pub fn polite(key: &str) -> Self {
        Self { key: key.to_owned(), args: Vec::new(), urgency: Urgency::Polite }
    }

    /// A notice that interrupts.
    pub fn assertive(key: &str) -> Self {
        Self { urgency: Urgency::Assertive, ..Self::polite(key) }
    }

    /// Adds an argument.
    pub fn with(mut self, name: &str, value: impl Into<Arg>) -> Self {
        self.args.push((name.to_owned(), value.into()));
        self
    }
}

/// A run that does not go to the end: it was stopped at a step, and waits for the person.
#[derive(Debug, Clone, PartialEq)]
pub struct Stopped {
    /// The step that is not computed; `None` if it is not known which.
    pub step: Option<StepId>,
    /// Why (cancelled, engine stopped).
    pub reason: Diagnostic,
}
