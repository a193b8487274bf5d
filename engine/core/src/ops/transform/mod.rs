//! Shape, order, combination.

pub mod aggregate;
mod along;
pub mod asof_join;
pub mod compare;
pub mod cumulative;
pub mod derive;
pub mod difference;
pub mod explode;
pub mod filter;
pub mod join;
pub mod one_hot;
pub mod pivot;
pub mod rank;
pub mod sample;
pub mod select;
pub mod sort;
pub mod sql;
pub mod top;
pub mod union;
pub mod unpivot;
pub mod window;

#[cfg(test)]
mod tests;
