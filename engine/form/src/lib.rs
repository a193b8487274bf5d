//! Structured documents that exercises ask for: registers, matrices, ledgers, plans.
//!
//! A kind of form is declared in one file ([`kinds`]): its fields, the figures that the engine computes beside them,
//! and rules of consistency. Everything else is shared: the document with its edits and versions, reading what is
//! typed or pasted, findings, tables for spreadsheets, print.
//! Boundary: pure functions of what comes in. No Polars, no browser, no clock, no sentence.

pub mod check;
pub mod document;
mod edit;
pub mod kind;
pub mod kinds;
pub mod known;
pub mod print;
pub mod sheet;
pub mod value;
pub mod versions;

pub use check::{Finding, Mode, check};
pub use document::{Form, Row, RowId};
pub use kind::{Field, Kind, Shape, Target};
pub use kinds::kind;
pub use known::{Figures, Known, Linkable, Term};
pub use value::{Reading, Words};
pub use versions::{Version, Versions, Why};
