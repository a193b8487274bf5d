//! What is expected of a table and whether it is so; what is wrong with it, and why.

mod association;
mod check;
pub mod expect;
pub mod flag_duplicates;
pub mod flag_outliers;
mod look;
mod matching;
pub mod missingness;
pub mod report_anomalies;
mod similarity;

#[cfg(test)]
mod tests;
