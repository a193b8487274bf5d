//! The words that the page, the worker and the native binary have in common.
//!
//! The recipe document (design of the candidate's work), the closed unions of requests and
//! responses, the reports that come back, and the closed list of diagnostic codes.
//! Boundary: serde types and pure functions over them. No Polars, no browser, no clock, no file.

pub mod code;
pub mod diagnostic;
pub mod facet;
pub mod history;
pub mod message;
pub mod operation;
pub mod overview;
pub mod profile;
pub mod recipe;
pub mod report;
pub mod score;
pub mod source;
pub mod table;

pub use code::Code;
pub use diagnostic::{Arg, Checked, Diagnostic, Place, Severity, Span};
pub use recipe::{FileEntry, Recipe, Step, StepId, TableRef, Zone};
