//! The SQL gate against DuckDB's answers, refusals against their places, and hostile texts.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests stop on the first surprise")]
#![allow(clippy::disallowed_methods, reason = "tests read their cases from files")]

mod answers;
mod examples;
mod hostile;
mod logic;
mod provenance;
mod refused;
mod semantics;
mod support;
