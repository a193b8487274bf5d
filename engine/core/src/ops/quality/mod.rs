//! What is expected of a table and whether it is so; what is wrong with it, and why.

mod association;
mod check;
pub mod expect;
mod look;
pub mod missingness;
pub mod report_anomalies;

#[cfg(test)]
mod tests;
