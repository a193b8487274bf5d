//! Delimited text: comma-separated values and their cousins.
//!
//! ```text
//! sample ─▶ layout (names, types) ┐
//! slices ─▶ text (decoded) ─▶ token (records, fields) ─▶ column (typed cells) ─▶ table
//!                                    └── rejects ◀──────────────┘
//! ```
//! One pass over the bytes. A cell that is not of its column's type is null in the table and a row in the
//! rejects; a record with another number of fields, broken quotes or an absurd length goes to the rejects
//! as a whole. A quoted field is never a missing value in a text column: `""` is the empty text.

mod cell;
mod column;
pub mod detect;
mod guess;
mod hits;
mod import;
mod infer;
mod layout;
mod moment;
pub mod options;
mod sample;
mod text;
mod token;

pub use guess::looks_numeric;
pub use import::{CsvImport, MAX_CSV_BYTES};
pub use options::CsvOptions;
pub use token::MAX_RECORD_BYTES;

/// Most columns that a file may have.
pub const MAX_COLUMNS: usize = 10_000;
