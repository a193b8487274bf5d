//! Forms of an exercise: one editor for every kind, as a table or as cards, with findings, versions, files and print.
//!
//! Boundary: draws what [`crate::state::forms`] and the crate `form` know; a kind adds nothing here.

mod cards;
mod cell;
mod combo;
mod desk;
mod figures;
mod findings;
mod list;
mod pane;
mod plain;
mod printed;
mod table;
mod tools;
mod versions;

pub use list::FormList;
pub use pane::FormPane;
