//! What is expected of a table, and whether it is so.

mod check;
pub mod expect;
mod look;
