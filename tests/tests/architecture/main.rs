//! What must never be: each rule of ARCHITECTURE.md that a look at the tree can hold.
//!
//! [`edges`] asks cargo about crates and features, the others read sources. Where a rule has exceptions they
//! stand in a table with their reasons, and an exception that is no longer needed fails too.

#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod dirt;
mod edges;
mod engine_sources;
mod page;
mod sources;
