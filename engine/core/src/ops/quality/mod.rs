//! What is expected of a table and whether it is so; what is wrong with it, and why.

mod check;
pub mod expect;
mod look;
pub mod report_anomalies;
