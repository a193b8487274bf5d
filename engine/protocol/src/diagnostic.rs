//! What went wrong, where, and with which figures: never in a sentence.
//!
//! A diagnostic is a [`Code`] with arguments and a place. The page words it (French, English)
//! from its locale files, so no user-facing sentence stands in Rust code.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Code, StepId};

/// The outcome of anything that bad input can stop.
pub type Checked<T> = Result<T, Box<Diagnostic>>;

/// How much a diagnostic matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Default)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing; the result stands.
    Note,
    /// The result stands but is probably not what was meant.
    Warning,
    /// There is no result.
    #[default]
    Error,
}

/// One argument of a diagnostic, worded and formatted by the reader's locale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Arg {
    /// A count, an offset, a line number.
    Integer(i64),
    /// A measured quantity.
    Number(f64),
    /// A name or a quoted piece of the input.
    Text(String),
    /// Names among which to choose.
    List(Vec<String>),
}

/// A stretch of text in a parameter or a file: one-based line and column, length in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Span {
    /// One-based line.
    pub line: u32,
    /// One-based column, in characters.
    pub column: u32,
    /// Length in characters; 0 where only the start is known.
    pub length: u32,
}

/// Where a diagnostic belongs, as far as is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Place {
    /// The step that caused it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<StepId>,
    /// The parameter that caused it, as a JSON Pointer (RFC 6901) into the step's `params`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The stretch of that parameter's text, or of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// One finding: a code, its arguments, its place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What kind of finding.
    pub code: Code,
    /// How much it matters.
    #[serde(default)]
    pub severity: Severity,
    /// Arguments by name, as the locale's sentence uses them.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, Arg>,
    /// Where.
    #[serde(default)]
    pub place: Place,
}

impl Diagnostic {
    /// An error of this kind, with no arguments and no place yet.
    pub fn new(code: Code) -> Box<Self> {
        Box::new(Self { code, severity: Severity::Error, args: BTreeMap::new(), place: Place::default() })
    }

    /// Adds a named argument.
    pub fn with(mut self: Box<Self>, name: &str, value: impl Into<Arg>) -> Box<Self> {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// Changes the severity.
    pub fn severity(mut self: Box<Self>, severity: Severity) -> Box<Self> {
        self.severity = severity;
        self
    }

    /// Says which step it belongs to.
    pub fn at_step(mut self: Box<Self>, step: &StepId) -> Box<Self> {
        self.place.step = Some(step.clone());
        self
    }

    /// Says which parameter it belongs to, unless a deeper caller already did.
    pub fn at_field(mut self: Box<Self>, pointer: impl Into<String>) -> Box<Self> {
        self.place.field.get_or_insert_with(|| pointer.into());
        self
    }

    /// Says which stretch of text it belongs to.
    pub fn at_span(mut self: Box<Self>, span: Span) -> Box<Self> {
        self.place.span = Some(span);
        self
    }
}

impl std::fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.code.id())?;
        if let Some(step) = &self.place.step {
            write!(f, " step={step}")?;
        }
        if let Some(field) = &self.place.field {
            write!(f, " field={field}")?;
        }
        if let Some(span) = &self.place.span {
            write!(f, " at={}:{}", span.line, span.column)?;
        }
        for (name, value) in &self.args {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostic {}

impl std::fmt::Display for Arg {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Integer(value) => write!(f, "{value}"),
            Self::Number(value) => write!(f, "{value}"),
            Self::Text(value) => write!(f, "{value:?}"),
            Self::List(values) => write!(f, "{values:?}"),
        }
    }
}

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}
impl From<String> for Arg {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}
impl From<i64> for Arg {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}
impl From<u64> for Arg {
    fn from(value: u64) -> Self {
        Self::Integer(i64::try_from(value).unwrap_or(i64::MAX))
    }
}
impl From<usize> for Arg {
    fn from(value: usize) -> Self {
        Self::from(value as u64)
    }
}
impl From<f64> for Arg {
    fn from(value: f64) -> Self {
        Self::Number(value)
    }
}
impl From<Vec<String>> for Arg {
    fn from(value: Vec<String>) -> Self {
        Self::List(value)
    }
}
