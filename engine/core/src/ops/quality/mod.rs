//! What is expected of a table, and whether it is so.

mod check;
mod checksum;
pub mod expect;
mod look;
