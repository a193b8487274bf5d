//! Shape, order, combination.

pub mod aggregate;
pub mod derive;
pub mod filter;
pub mod join;
pub mod sample;
pub mod select;
pub mod sort;
pub mod sql;
